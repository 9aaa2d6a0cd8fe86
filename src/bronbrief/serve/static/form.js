// The form: the same text in fields. It holds no document of its own. What is done here goes to the server as an edit
// of the text in the editor, comes back as that text, and is one step to undo there; saving is the editor's own road.

import { find, make, replaceKeeping, send, tell, whyNot, words } from "./dom.js";
import { goTo, step, tellState, textNow, useForm } from "./editor.js";
import { fieldAt, goToField, learn, mark } from "./form_marks.js";
import { formParts, tally } from "./form_parts.js";
import { along } from "./lists.js";
import { lastSpot } from "./markdown_field.js";
import { inForm, onWay } from "./ways.js";

const SOON = 300;
const AGAIN = 2000;
/** What no value is: what was typed over one that went is told to be lost. */
const GONE = "\0";
const FIELDS = "#form :is(input, select, textarea)";
const holder = find("form");
const wrong = find("form-wrong");
const state = find("form-state");
/** The text that is shown, its shape, and what is known of each value, by its path. */
let shown = { name: "", text: null, shape: "", values: new Map() };
let fields = new Map();
/** What was typed and is not in the text yet, by path: the value there, and the new one. */
const typed = new Map();
let queue = Promise.resolve();
let timer = 0;
let acting = null;
let round = 0;
/** What is said for as long as the server gives no answer. */
let unanswered = "";

const key = (path) => JSON.stringify(path);
const context = { act, key, toLine: (path) => goTo(shown.values.get(key(path)).range[0], 1) };

/** Show the text of the editor, which changed or was saved: what was found in it may have come before. */
function reflect() {
  if (!inForm()) return;
  load();
  markAll();
}

/** Hear what is typed in a field; it goes into the text as soon as the typing rests. */
function type(path, value, now = false) {
  const [at, was] = [key(path), shown.values.get(key(path))?.value ?? ""];
  if (!typed.has(at) && value.trimEnd() === was.trimEnd()) return;
  typed.set(at, { name: shown.name, path, was: typed.get(at)?.was ?? was, value }); // typed over what it began with
  find("save").setAttribute("aria-disabled", "false");
  clearTimeout(timer);
  if (now) settle();
  else timer = setTimeout(settle, SOON);
}

/** Put what was typed in the text, where the value stands that it was typed over. */
function settle() {
  clearTimeout(timer);
  return inTurn(async () => {
    const sent = [...typed];
    for (const [at] of sent.filter(([, one]) => !isMeant(one))) {
      typed.delete(at);
      tell(state, words.form_changed);
    }
    for (const name of new Set([...typed.values()].map((one) => one.name))) {
      const mine = [...typed].filter(([, one]) => one.name === name);
      if (!await edit(name, mine.map(([, { path, value }]) => ({ kind: "put", path, value })))) return;
      for (const [at, one] of mine) {
        const left = typed.get(at);
        if (left === one) typed.delete(at);
        else left.was = one.value; // more was typed meanwhile
      }
    }
    if (sent.length) update();
  });
}

/** Tell whether what was typed is still meant for the value at its path: something may have moved meanwhile. */
const isMeant = ({ name, path, was }) => name !== shown.name || (shown.values.get(key(path))?.value ?? "").trimEnd() === was.trimEnd();

/** Add, take away or move something; then `focus` tells where the reader goes on, and `said` what was done. */
async function act(edits, { focus, said = "" }) {
  if (acting) return; // a key that is pressed meanwhile was not meant for the same button
  const { name } = shown;
  let inField = false;
  acting = settle().then(() => inTurn(async () => {
    const done = await edit(name, edits, () => { inField = document.activeElement.matches(FIELDS); });
    if (done) tell(state, said); // before what was typed meanwhile says what came of it
    return done;
  }));
  if (!await acting.finally(() => { acting = null; }) || inField) return;
  const wanted = ["", "add:"].map((kind) => holder.querySelector(`[data-keep="${CSS.escape(kind + focus)}"]`)).find(Boolean);
  const target = wanted?.disabled ? wanted.parentElement.querySelector("button:enabled") : wanted;
  target?.focus();
  target?.scrollIntoView({ block: "nearest" });
}

function inTurn(task) {
  queue = queue.catch(() => {}).then(task);
  return queue;
}

/** Have edits made in the text of a brief as it stands now; `made` hears once they are. Tell whether they are in it. */
async function edit(name, edits, made = () => {}) {
  const now = textNow(name);
  const answer = now && await ask(now, now.text, edits);
  if (!answer) return false;
  const seen = name === textNow()?.name;
  if (!answer.ok) {
    for (const [at, one] of typed) if (one.name === name) typed.delete(at);
    tell(state, `${words.not_changed} ${whyNot(answer)}`);
    if (seen && !answer.data.form) show(name, answer.data);
    return false;
  }
  const before = shown.text;
  if (seen) shown.text = answer.data.text; // so that the editor's change is not taken for another's
  if (!now.become(answer.data.text)) {
    shown.text = before;
    load();
    return false;
  }
  if (answer.data.theirs) now.conflict(answer.data.theirs);
  made();
  const follow = goAlong(name, edits);
  if (seen) show(name, answer.data);
  follow();
  tellState();
  return true;
}

/** Take what was typed meanwhile along to where edits have moved it; answer with what takes the reader along. */
function goAlong(name, edits) {
  const moved = (path) => edits.reduce((at, one) => at && along(at, one), path);
  for (const [at, one] of [...typed].filter(([, { name: of }]) => of === name)) {
    typed.delete(at);
    const path = moved(one.path);
    if (path) typed.set(key(path), Object.assign(one, { path }));
    else typed.set(`gone:${at}`, { ...one, was: GONE });
  }
  const held = document.activeElement;
  const path = name === shown.name && held.matches(FIELDS) && moved(JSON.parse(held.id));
  if (!path || key(path) === held.id) return () => {};
  const selection = [held.selectionStart, held.selectionEnd];
  return () => {
    const now = find(key(path));
    now?.focus();
    if (selection[0] !== null) now?.setSelectionRange?.(...selection);
  };
}

/** Ask for a text with edits and what the form shows of it; null where no answer is to be had now. */
async function ask(now, text, edits) {
  const answer = await send("POST", `/briefs/${encodeURIComponent(now.name)}/form`, { text, sha256: now.sha256, edits }).catch(() => null);
  if (answer?.data && (answer.ok || answer.status === 422)) {
    if (state.textContent === unanswered) tell(state, "");
    unanswered = "";
    return answer;
  }
  unanswered = answer ? whyNot(answer) : words.form_lost;
  tell(state, unanswered);
  if (typed.size) timer = setTimeout(settle, AGAIN);
  return null;
}

/** Show the text as it stands now. */
function load() {
  return inTurn(async () => {
    const now = textNow();
    if (!now || !inForm() || (now.text === shown.text && now.name === shown.name)) return;
    const answer = await ask(now, now.text, []);
    if (!answer?.ok || textNow()?.text !== now.text) return;
    shown.text = now.text;
    show(now.name, answer.data);
    if (typed.size) settle();
  });
}

function show(name, { form, findings }) {
  wrong.hidden = Boolean(form);
  holder.hidden = !form;
  if (!form) {
    find("form-why").replaceChildren(...findings.map((one) => make("li", {}, `${one.headline}. ${one.hint}`)));
    const at = findings.find((one) => one.place?.line)?.place ?? { line: 1, column: 1 };
    find("form-to-text").onclick = () => goTo(at.line, at.column);
    shown = { ...shown, name, shape: "", values: new Map() };
    return;
  }
  const shape = name + JSON.stringify(form, (part, value) => (["value", "range", "excerpts"].includes(part) ? undefined : value));
  const values = new Map();
  walk(form, values);
  const rebuilt = shape !== shown.shape;
  shown = { ...shown, name, shape, values };
  if (rebuilt) {
    const mine = ++round; // a field that is taken away may still tell of its last change
    const parts = formParts(form, { ...context, type: (...told) => { if (mine === round) type(...told); } });
    fields = parts.fields;
    replaceKeeping(holder, ...parts.nodes);
  }
  tally(holder, form, context);
  update();
}

/** Take what was found in the text of a file of that SHA-256; each field is marked with what is of it. */
export function setFound(findings, sha256) {
  learn(findings, sha256);
  markAll();
}

function markAll() {
  const now = textNow();
  const inFile = now && shown.name === now.name && shown.text === now.saved;
  mark(holder, shown.values, inFile ? now : null, letStand);
}

/** Let words stand in the brief, section or excerpt of a path; the reader goes on with the reason. */
function letStand(owner, text) {
  const list = [...owner, "accept"];
  const path = [...list, shown.values.get(key(list))?.items?.length ?? 0];
  act([{ kind: "insert", path, value: text }], { focus: key([...path, text ? "reason" : "text"]), said: words.now_reason });
}

function walk(node, found) {
  if (!node || typeof node !== "object") return;
  if (node.path) found.set(key(node.path), node);
  Object.values(node).forEach((one) => walk(one, found));
}

/** Give each field its value: that of the text, or what was typed in it and is not in the text yet. */
function update() {
  for (const [at, give] of fields) {
    const one = shown.values.get(at);
    if (one) give(typed.get(at)?.value ?? one.value ?? "");
  }
  markAll();
}

/** Take a text that has a new excerpt, with a reference to it where the cursor was last; tell what came of it. */
function refer(placed, now) {
  return inTurn(async () => {
    const [spot, reference] = [lastSpot(), `![[${placed.name}]]`];
    const edits = spot ? [{ kind: "put", path: spot.path, value: spot.with(reference) }] : [];
    const answer = await ask(now, placed.text, edits);
    const before = shown.text;
    if (!answer?.ok) return now.become(placed.text) && { ...placed, referred: false };
    shown.text = answer.data.text;
    if (!now.become(shown.text)) {
      shown.text = before;
      return null;
    }
    show(now.name, answer.data); // before the reader goes on in the field
    spot?.past(reference);
    return { ...placed, referred: Boolean(spot) };
  });
}

/** Wait until all that was done here is in the text. */
async function settled() {
  await acting;
  await settle();
}

const focus = () => (lastSpot()?.area ?? find("write-form")).focus();

/** Go to the field of a place in the text; false where the form has none. */
function lead(place) {
  const at = shown.text === textNow()?.text && fieldAt(shown.values, place);
  return Boolean(at) && goToField(holder, at);
}

/** What was typed and is not in the text yet goes along to the name that its file has by now. */
function renamed(from, to) {
  for (const one of typed.values()) if (one.name === from) one.name = to;
}

useForm({ changed: reflect, renamed, focus, lead, settled, refer });
onWay((id) => {
  if (id === "write-form") load();
  markAll();
});
for (const [id, does] of [["form-undo", "Mod-z"], ["form-redo", "Mod-y"]]) {
  find(id).addEventListener("click", async () => { await settled(); step(does); });
}
find("panel-form").addEventListener("keydown", async (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  const pressed = event.key.toLowerCase();
  if (!["z", "y"].includes(pressed)) return;
  event.preventDefault();
  await settled();
  step(pressed === "y" || event.shiftKey ? "Mod-y" : "Mod-z");
});
addEventListener("beforeunload", (event) => { if (typed.size) event.preventDefault(); });
