// The text of the brief that is looked at: read from its file, changed here, and written when it is saved.

import {
  autocompletion, closeBrackets, closeBracketsKeymap, Compartment, completionKeymap, defaultKeymap, drawSelection,
  EditorState, EditorView, HighlightStyle, highlightActiveLine, highlightSpecialChars, history, historyKeymap,
  indentUnit, keymap, lineNumbers, search, searchKeymap, setDiagnostics, syntaxHighlighting, tags, unifiedMergeView,
  yaml,
} from "./codemirror.js";
import { complete, learn } from "./completion.js";
import { characters, fetchJson, find, say, send, tell, units, whyNot, words } from "./dom.js";
import { showPane } from "./panes.js";
import { chooseWay, inForm, preferForm } from "./ways.js";

const clock = new Intl.DateTimeFormat(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", second: "2-digit" });
const root = find("editor").attachShadow({ mode: "open" });
const conflict = find("conflict");
const both = new Compartment();
/** What is known of each text: its path, what stands in the file and its SHA-256, the editor's state, their version. */
const buffers = new Map();
let name = "";
let view = null;
let findings = [];
/** The excerpt that is being put in: what is saved meanwhile is saved with it. */
let placing = Promise.resolve();
let form = { changed() {}, renamed() {}, focus() {}, lead: () => false, settled: async () => {}, refer: async () => null };

/** Let the form take part: it hears of a `changed` text, leads to a place, and puts in what was typed, or a reference. */
export const useForm = (hooks) => { form = hooks; };

const look = EditorView.theme({
  "&": { height: "100%", backgroundColor: "var(--paper)", color: "var(--ink)", fontSize: "13px" },
  "&.cm-focused": { outline: "3px solid var(--accent)", outlineOffset: "-3px" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.55" },
  ".cm-gutters": { backgroundColor: "var(--ground)", color: "var(--soft)", border: "0" },
  ".cm-activeLine": { backgroundColor: "transparent", boxShadow: "inset 2px 0 var(--accent)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  "&.cm-focused .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "var(--tint) !important" },
  ".cm-lintRange": { backgroundImage: "none", textDecoration: "underline wavy 1.5px", textUnderlineOffset: "3px" },
  ".cm-lintRange-error": { textDecorationColor: "var(--error)" },
  ".cm-lintRange-warning": { textDecorationColor: "var(--warning)" },
  ".cm-lintRange-info": { textDecorationColor: "var(--accent)" },
  ".cm-tooltip, .cm-panels": { backgroundColor: "var(--ground)", color: "var(--ink)", border: "1px solid var(--line)", font: "13px/1.5 system-ui, sans-serif" },
  ".cm-tooltip": { maxWidth: "34em" },
  ".cm-tooltip-autocomplete > ul > li[aria-selected]": { backgroundColor: "var(--accent)", color: "var(--on-accent)" },
  ".cm-diagnostic": { borderLeftColor: "var(--line)", whiteSpace: "pre-wrap" },
  ".cm-diagnosticAction": { backgroundColor: "var(--accent)", color: "var(--on-accent)", padding: "3px 10px" },
  ".cm-changedLine": { backgroundColor: "var(--warning-tint) !important" },
  ".cm-changedLine::before, .cm-deletedChunk::before": { display: "block", color: "var(--soft)", font: "12px/1.5 system-ui, sans-serif" },
  ".cm-line:not(.cm-changedLine) + .cm-changedLine::before, .cm-deletedChunk + .cm-changedLine::before, .cm-changedLine:first-child::before": { content: JSON.stringify(words.of_mine) },
  ".cm-deletedChunk::before": { content: JSON.stringify(words.of_theirs) },
  ".cm-deletedChunk": { position: "relative", backgroundColor: "var(--error-tint) !important" },
  ".cm-deletedChunk .cm-chunkButtons": { top: "0" }, // beside whose text it is, not over it
  ".cm-deletedChunk .cm-chunkButtons button": { backgroundColor: "var(--accent) !important", color: "var(--on-accent)" },
});
const colours = HighlightStyle.define([
  { tag: [tags.definition(tags.propertyName), tags.propertyName], color: "var(--accent)", fontWeight: "600" },
  { tag: tags.comment, color: "var(--soft)", fontStyle: "italic" },
  { tag: [tags.punctuation, tags.separator, tags.squareBracket, tags.brace], color: "var(--soft)" },
]);

const extensions = () => [
  lineNumbers(), highlightSpecialChars(), history(), drawSelection(), highlightActiveLine(), closeBrackets(),
  indentUnit.of("  "), EditorState.tabSize.of(2), EditorView.lineWrapping, yaml(), syntaxHighlighting(colours), look,
  autocompletion({ override: [complete], icons: false }), search({ top: true }), both.of([]),
  EditorView.contentAttributes.of({ "aria-label": words.text_of, "aria-describedby": "text-keys" }),
  EditorState.phrases.of(Object.fromEntries(words.editor.split("|").map((one) => one.split("=")))),
  keymap.of([{ key: "F2", run: () => (askForBrief(), true) }, ...closeBracketsKeymap, ...completionKeymap, ...searchKeymap, ...historyKeymap, ...defaultKeymap]),
  EditorView.updateListener.of((update) => { if (update.docChanged) changed(); }),
];

const buffer = () => buffers.get(name);
const text = () => view.state.doc.toString();
const dirty = (one = buffer()) => Boolean(one) && (one === buffer() ? text() : one.state.doc.toString()) !== one.saved;

/** Follow the brief that is looked at: open its text, or take over what another program wrote. */
export async function follow(brief) {
  if (document.body.dataset.writes === "false") return;
  const mine = buffer();
  if (brief.name !== name || !mine) return opening = open(brief.name);
  // Of a file that has just gone the state may come before the list without it: there is nothing to ask for.
  if (!mine.busy && brief.spec && brief.spec !== mine.sha256) await takeOver(mine);
}

let opening = Promise.resolve();

async function open(wanted) {
  if (view && buffer()) buffer().state = view.state;
  name = wanted;
  learn();
  if (!buffers.has(wanted)) {
    const found = await fetchJson(`/briefs/${encodeURIComponent(wanted)}/text`).catch(() => null);
    if (buffers.has(wanted)) return; // it was asked for twice
    if (!found) {
      if (name === wanted) find("pane-text").classList.add("none");
      return;
    }
    const draft = JSON.parse(sessionStorage.getItem(`draft:${wanted}`) ?? "null");
    const state = EditorState.create({ doc: draft?.text ?? found.text, extensions: extensions() });
    const one = { path: found.path, saved: found.text, sha256: found.sha256, state, theirs: null, busy: false };
    if (draft && draft.sha256 !== found.sha256) one.theirs = { text: found.text, sha256: found.sha256 };
    buffers.set(wanted, one);
  }
  if (name !== wanted) return;
  find("pane-text").classList.remove("none");
  if (view) view.setState(buffer().state);
  else view = new EditorView({ state: buffer().state, parent: root, root });
  find("text-path").textContent = find("text-path").title = buffer().path;
  underline(findings);
  tellState();
  form.changed();
}

/** Take what is not saved of a brief along to the name that its file has by now: there it is a change. */
export function carry(from, to) {
  const [mine, there] = [buffers.get(from), buffers.get(to)];
  if (!mine || (there && dirty(there))) return;
  form.renamed(from, to);
  sessionStorage.removeItem(`draft:${from}`);
  keepDraft(to, mine, mine === buffer() ? text() : mine.state.doc.toString());
  buffers.delete(from);
  buffers.delete(to);
}

/** Learn what stands in the file now. What was not saved here is kept beside it. */
async function takeOver(mine) {
  mine.busy = true;
  try {
    const found = await fetchJson(`/briefs/${encodeURIComponent(name)}/text`);
    if (!found || mine !== buffer() || found.sha256 === mine.sha256) return;
    if (dirty(mine) && found.text !== text()) mine.theirs = { text: found.text, sha256: found.sha256 };
    else {
      Object.assign(mine, { saved: found.text, sha256: found.sha256, theirs: null });
      replaceText(found.text);
    }
    tellState();
  } catch {
    // the server is away, or the file is: what stands here stays
  } finally {
    free(mine);
  }
}

/** Make the text another one by the one change that this takes, so that the cursor stays and it can be undone. */
function replaceText(next) {
  if (text() !== next) view.dispatch({ ...change(text(), next), scrollIntoView: true });
}

function change(now, next) {
  let [start, end] = [0, 0];
  while (start < now.length && now[start] === next[start]) start += 1;
  while (end < Math.min(now.length, next.length) - start && now.at(-1 - end) === next.at(-1 - end)) end += 1;
  const insert = next.slice(start, next.length - end);
  const changes = { from: start, to: now.length - end, insert };
  return { changes, selection: { anchor: start + insert.length }, userEvent: "input.replace" };
}

/** The text of a brief as it stands, and how to make it another one, also when another brief is looked at. */
export function textNow(brief = name) {
  const mine = buffers.get(brief);
  if (!view || !mine) return null;
  const now = () => (mine === buffer() ? text() : mine.state.doc.toString());
  const before = now();
  const become = (next) => {
    if (now() !== before) return false;
    if (mine === buffer()) replaceText(next);
    else {
      mine.state = mine.state.update(change(before, next)).state;
      keepDraft(brief, mine, next);
    }
    return true;
  };
  const conflict = (theirs) => { if (theirs.sha256 !== mine.sha256) mine.theirs ??= theirs; };
  return { name: brief, path: mine.path, text: before, saved: mine.saved, sha256: mine.sha256, become, conflict };
}

/** Undo ("Mod-z") or redo ("Mod-y") a step. */
export const step = (key) => historyKeymap.find((one) => one.key === key).run(view);

function changed() {
  const mine = buffer();
  if (!mine) return;
  keepDraft(name, mine, text());
  tellState();
  form.changed();
}

/** Keep what is not saved yet, for when the page is loaded anew. */
function keepDraft(brief, mine, now) {
  if (now !== mine.saved) sessionStorage.setItem(`draft:${brief}`, JSON.stringify({ text: now, sha256: mine.sha256 }));
  else sessionStorage.removeItem(`draft:${brief}`);
}

export function tellState(said = "") {
  const mine = buffer();
  conflict.hidden = !mine?.theirs && !mine?.compared;
  find("conflict-says").textContent = mine?.theirs ? words.conflict : words.compared;
  find("show-both").hidden = !mine?.theirs;
  find("keep-mine").hidden = Boolean(mine?.theirs);
  find("save").setAttribute("aria-disabled", String(!dirty() || Boolean(mine?.theirs))); // it may have the focus
  tell(find("text-state"), said || (mine?.theirs ? words.changed_meanwhile : dirty() ? words.not_saved : find("text-state").dataset.last ?? ""));
  find("tab-text").classList.toggle("dirty", dirty());
  find("side-text").classList.toggle("dirty", dirty());
}

/** Let go of a text that was sent or asked for; what was to be saved meanwhile is saved now. */
function free(mine) {
  mine.busy = false;
  if (mine.again && mine === buffer()) setTimeout(save);
  mine.again = false;
}

export async function save() {
  await placing;
  await form.settled();
  const mine = buffer();
  if (mine?.busy) mine.again = true;
  if (!mine || mine.busy || mine.theirs || !dirty()) return;
  const sent = text();
  mine.busy = true;
  let answer;
  try {
    answer = await send("PUT", `/briefs/${encodeURIComponent(name)}/text`, { text: sent, sha256: mine.sha256 });
  } catch {
    tellState(words.save_failed);
    return;
  } finally {
    free(mine);
  }
  if (answer.status === 409) {
    mine.theirs = { text: answer.data.text, sha256: answer.data.sha256 };
    tellState();
    return;
  }
  if (!answer.ok) {
    tellState(whyNot(answer));
    return;
  }
  Object.assign(mine, { saved: sent, sha256: answer.data.sha256 });
  endComparing(mine);
  find("text-state").dataset.last = say("saved", { when: clock.format(new Date()) });
  changed();
  underline(findings); // what was found in it may have come before the answer
}

/** Underline findings in the text that they were found in: not while what is seen is another one. */
export function underline(found) {
  findings = found;
  if (!view || !buffer() || dirty()) return;
  const marks = findings.filter((one) => one.place?.file === buffer().path && one.place.line).map((one) => {
    const [from, to] = [offset(one.place.line, one.place.column), offset(...one.place.end)];
    const severity = one.severity === "hint" ? "info" : one.severity;
    const message = [one.headline, one.detail, one.hint].filter(Boolean).join("\n");
    const actions = one.fix.length ? [{ name: words.take_over, apply: () => applyFix(one.fix) }] : [];
    return { from, to: Math.max(to, from), severity, message, actions };
  });
  view.dispatch(setDiagnostics(view.state, marks));
}

function offset(line, column) {
  const found = view.state.doc.line(Math.min(Math.max(line, 1), view.state.doc.lines));
  return found.from + Math.min(units(found.text, column - 1), found.length);
}

export const hasText = (file) => buffer()?.path === file;

/** Wait for the text that is being opened, if one is. */
export const opened = () => opening;

/** Make the replacements of a finding in the text; nothing is written yet. */
export function applyFix(fix) {
  if (!fix.every((one) => hasText(one.file))) return;
  const { saved } = buffer();
  const places = fix.map((one) => ({ ends: [savedAt(...one.from), savedAt(...one.to)], insert: one.text }));
  const changes = places.map(({ ends, insert }) => {
    const [from, to] = ends.map((at) => moved(at, saved, text()));
    return { from, to, insert, same: text().slice(from, to) === saved.slice(...ends) && (from < to || !dirty()) };
  });
  if (!changes.every((one) => one.same)) {
    tellState(words.save_before_cure);
    return;
  }
  view.dispatch({ changes, scrollIntoView: true, selection: { anchor: changes[0].from } });
  showText();
}

let heardCursor = () => {};

/** Call a function with the line and the column of the cursor when the reader asks where that prints. */
export const onCursor = (listener) => { heardCursor = listener; };

function askForBrief() {
  if (!view || !buffer()) return;
  const { saved } = buffer();
  const at = moved(view.state.selection.main.head, text(), saved);
  const before = saved.slice(0, at).split("\n");
  heardCursor(before.length, characters(before.at(-1), before.at(-1).length) + 1);
}

find("show-in-brief").addEventListener("click", askForBrief);

/** Where a place of one text stands in another that differs from it by one change. */
function moved(at, from, to) {
  let [start, end] = [0, 0];
  const least = Math.min(from.length, to.length);
  while (start < least && from[start] === to[start]) start += 1;
  while (end < least - start && from.at(-1 - end) === to.at(-1 - end)) end += 1;
  if (at <= start) return at;
  return at >= from.length - end ? at + to.length - from.length : Math.min(at, to.length - end);
}

/** Show a place of the text as it was saved; in the form its field, if it has one and the text is not asked for. */
export function goToSaved(line, column, { asText = false } = {}) {
  if (!view || !buffer()) return;
  const at = moved(savedAt(line, column), buffer().saved, text());
  const before = text().slice(0, at).split("\n");
  const place = { line: before.length, column: characters(before.at(-1), before.at(-1).length) + 1 };
  if (asText || !inForm() || !form.lead(place)) show(at);
}

/** Where a line and a column stand in the text as it was saved. */
function savedAt(line, column) {
  const lines = buffer().saved.split("\n");
  const start = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
  return start + units(lines[line - 1] ?? "", column - 1);
}

/** Show a place in the text. */
export const goTo = (line, column) => show(offset(line, column));

function show(anchor) {
  chooseWay("write-text");
  view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: "center" }) });
  showText();
}

/** Show the text or the form, and put the cursor there. */
export function showText() {
  showPane("text");
  if (inForm()) form.focus();
  else view.focus();
}

/**
 * Put the excerpt of a selection in the text, and a reference to it at the cursor, or have an excerpt quote that
 * `instead`; tell what came of it.
 */
export function putExcerpt(source, selected, instead) {
  const put = place(source, selected, instead);
  placing = put.catch(() => {});
  return put;
}

async function place(source, selected, instead) {
  await form.settled();
  const now = textNow();
  if (!now) return words.no_text;
  const cursor = inForm() ? null : characters(now.text, view.state.selection.main.head);
  const values = { text: now.text, source: source.id, sha256: source.sha256, selected, cursor, instead };
  const answer = await send("POST", `/briefs/${encodeURIComponent(now.name)}/excerpts`, values);
  if (!answer.ok) return answer.status === 409 ? words.source_changed : whyNot(answer);
  if (instead && now.become(answer.data.text)) {
    showText();
    return say("replaced_words", { name: instead });
  }
  const placed = inForm() ? await form.refer(answer.data, now) : now.become(answer.data.text) && answer.data;
  if (!placed) return words.text_changed;
  showText();
  return say(placed.referred ? (inForm() ? "placed_in_form" : "placed") : "placed_alone", { name: placed.name });
}

find("save").addEventListener("click", save);
find("show-both").addEventListener("click", () => {
  const mine = buffer();
  const { text: original, sha256 } = mine.theirs;
  Object.assign(mine, { saved: original, sha256, theirs: null, compared: true });
  view.dispatch({ effects: both.reconfigure(unifiedMergeView({ original, gutter: false })) });
  changed();
  chooseWay("write-text");
  view.focus();
});
find("keep-mine").addEventListener("click", () => decided(buffer()));
find("take-theirs").addEventListener("click", () => {
  const mine = buffer();
  if (mine.theirs) Object.assign(mine, { saved: mine.theirs.text, sha256: mine.theirs.sha256, theirs: null });
  replaceText(mine.saved);
  decided(mine);
});

/** Go on with the text as it is now, after two were compared or one was chosen. */
function decided(mine) {
  endComparing(mine);
  changed();
  preferForm();
  if (inForm()) find("write-form").focus();
  else view.focus();
}

function endComparing(mine) {
  mine.compared = false;
  if (mine === buffer()) view.dispatch({ effects: both.reconfigure([]) });
}

addEventListener("beforeunload", (event) => {
  if ([...buffers.values()].some((one) => dirty(one))) event.preventDefault();
});
