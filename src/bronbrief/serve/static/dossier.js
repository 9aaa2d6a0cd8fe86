// The page that makes dossiers. A file says what goes to the meeting; what is done here is an edit of its text,
// shown before it is written.

import { card } from "./card.js";
import { coded } from "./explain.js";
import { fetchJson, find, make, replaceKeeping, say, send, tell, whyNot, words } from "./dom.js";
import { changedFields, changes, cured, inTurn, lead, links, titleOf, toNamed } from "./dossier_parts.js";
import { onFiles } from "./drop.js";
import { onAction, paper } from "./papers.js";
import { finishShared, openShared, toShared } from "./shared.js";

const writes = document.body.dataset.writes !== "false";
let listing = { files: [], briefs: [], made: [], empty: "" };
/** The file that is open: its path and whether it is there, what stands in it, and the text as it would become. */
let open = null;
let again = 0;
/** The actions of the reader that are not in the text yet, in their order, each with the file that it is of. */
let undone = [];
const AGAIN = 2000;
let retry = 0;
let making = false;

const then = inTurn("edit-wrong");

async function refresh() {
  listing = await fetchJson("/dossiers");
  find("no-files").hidden = listing.files.length > 0 || !writes;
  replaceKeeping(find("files"), ...listing.files.map(fileButton));
  find("no-made").hidden = listing.made.length > 0;
  find("made").replaceChildren(...listing.made.map((one) => make("li", {}, make("details", {}, make("summary", {}, one.name), links(one)))));
  if (open?.said && !find("papers").contains(document.activeElement)) fill(open.said);
  else fillChoices();
  clearTimeout(again); // titles come as briefs are looked over
  if (listing.briefs.some((one) => !one.known)) again = setTimeout(() => then(refresh), 1500);
}

function fileButton(path) {
  const button = make("button", { type: "button", "data-keep": path, "aria-current": String(open?.path === path) }, path);
  button.addEventListener("click", () => then(async () => { if (await catchUp()) await openFile(path); }));
  return make("li", {}, button);
}

const UNREAD = { path: "", name: "", saved: "", sha256: "", text: "", theirs: null, said: null, was: null, diff: "", findings: [] };
const draftKey = (path) => `dossier:${path}`;
const kept = (path) => JSON.parse(sessionStorage.getItem(draftKey(path)) ?? "null");

async function openFile(path) {
  const found = await fetchJson("/dossiers/text", { path });
  const draft = kept(path);
  open = { ...UNREAD, path, saved: found.text, sha256: found.sha256, text: found.text };
  if (draft && draft.sha256 !== found.sha256 && draft.text !== found.text) open.theirs = found;
  await shown(draft?.text ?? found.text);
  find("dossier-heading").focus();
}

/** Begin a file that is not there yet, with nothing in it or with a text that was dropped. */
async function begin(text = kept("")?.text ?? listing.empty, name = "") {
  open = { ...UNREAD, name, text };
  await shown(text);
  find("dossier-heading").focus();
}

/** Have a text looked over, with an action done in it if one is given, and show it; false where nobody answers that. */
async function shown(text, action = null) {
  const mine = open;
  const path = mine.sha256 || mine.theirs ? mine.path : "";
  const answer = await send("POST", "/dossiers/draft", { path, name: mine.name, text, action });
  if (mine !== open) return true;
  if (answer.ok) {
    tell(find("edit-wrong"), "");
    Object.assign(mine, answer.data);
    keep();
  } else refuse(answer);
  render();
  return answer.ok || answer.status === 422;
}

/** Say why something was not done. */
function refuse(answer) {
  tell(find("edit-wrong"), answer.status === 404 ? say("file_gone", { path: open.path }) : whyNot(answer));
}

const dirty = () => Boolean(open) && (open.text !== open.saved || !open.sha256);

function keep() {
  const key = draftKey(open.sha256 ? open.path : "");
  if (dirty() && open.text !== listing.empty) sessionStorage.setItem(key, JSON.stringify({ text: open.text, sha256: open.sha256 }));
  else sessionStorage.removeItem(key);
}

/** Do an action in the text of the file that is open now; it is made of the briefs as they stand at its turn. */
function act(action) {
  undone.push({ of: open, action });
  return then(catchUp);
}

/** Do in the text what is not in it yet; what the server does not answer is tried again. Tell whether all is done. */
async function catchUp() {
  clearTimeout(retry);
  while (undone.length) {
    const first = undone.shift();
    const done = first.of !== open || await shown(open.text, first.action(open.said?.briefs ?? [])).catch(() => {
      tell(find("edit-wrong"), words.save_failed);
      return false;
    });
    if (!done) {
      undone.unshift(first);
      retry = setTimeout(() => then(catchUp), AGAIN);
      return false;
    }
  }
  return true;
}
onAction(act);

function render() {
  const { said, text, theirs } = open;
  find("dossier").hidden = false;
  find("result").hidden = true;
  tell(find("dossier-heading"), titleOf(said?.fields ?? {}) || (open.sha256 ? words.heading : words.new_dossier));
  find("dossier-path").textContent = [open.sha256 ? open.path : "", dirty() ? words.not_saved : ""].filter(Boolean).join(" · ");
  find("fields").hidden = !said;
  find("unreadable").hidden = Boolean(said);
  if (said) fill(said);
  if (document.activeElement !== find("text")) find("text").value = text;
  find("change-path").textContent = `${say(open.sha256 ? "change_path" : "change_new", { path: open.path })} ${changedHere()}.`;
  find("conflict").hidden = !theirs;
  find("diff-lines").hidden = !dirty();
  find("diff").replaceChildren(...changes(open.diff));
  find("change-heading").textContent = dirty() ? words.change : words.no_change;
  find("change-path").hidden = !dirty();
  find("undo").hidden = !dirty() || open.text === listing.empty;
  find("save").hidden = !dirty();
  const ready = said?.briefs.length > 0 && !theirs && !open.findings.some((one) => one.severity === "error");
  find("make").setAttribute("aria-disabled", String(!ready));
  find("save").setAttribute("aria-disabled", String(Boolean(theirs)));
  find("make").textContent = dirty() ? words.save_and_make : words.make;
  tell(find("make-note"), said && !said.briefs.length ? words.choose_first : "");
  showFindings(said && !said.briefs.length ? [] : open.findings);
  for (const one of find("files").querySelectorAll("button")) one.setAttribute("aria-current", String(one.dataset.keep === open.path));
}

function changedHere() {
  const none = { fields: {}, briefs: [] };
  const [was, now] = [open.was ?? none, open.said ?? none];
  const papers = JSON.stringify(was.briefs) === JSON.stringify(now.briefs) ? [] : [find("papers-heading").textContent];
  return changedFields([...document.querySelectorAll("[data-key]")], (one) => one.dataset.key, was.fields, now.fields, papers);
}

function fill({ fields, briefs }) {
  if (undone.length) return; // what the reader has filled in since is not among these
  for (const input of document.querySelectorAll("[data-key]")) {
    if (input === document.activeElement && input.type !== "checkbox") continue;
    if (input.type === "checkbox") input.checked = fields[input.dataset.key] === "true";
    else input.value = fields[input.dataset.key] ?? "";
  }
  replaceKeeping(find("papers"), ...briefs.map((one, at) => paper(one, at, briefs, listing.briefs)));
  find("no-papers").hidden = briefs.length > 0;
  find("order-note").hidden = briefs.length < 2;
  fillChoices();
}

function fillChoices() {
  const taken = new Set(open?.said?.briefs.map((one) => one.brief) ?? []);
  const left = listing.briefs.filter((one) => !taken.has(one.name) && !taken.has(`briefs/${one.name}.yaml`));
  const choice = find("add-brief");
  const chosen = choice.value;
  choice.replaceChildren(...left.map((one) => make("option", { value: one.name, lang: one.lang || null }, one.title === one.name ? one.name : `${one.title} (${one.name})`)));
  if (left.some((one) => one.name === chosen)) choice.value = chosen; // the list changes while one chooses
  find("add-form").hidden = !left.length;
  find("all-added").hidden = left.length > 0;
  const before = open?.said?.fields.replaces ?? "";
  const choices = ["", ...new Set([...listing.made.map((one) => one.path), before].filter(Boolean))];
  find("field-replaces").replaceChildren(...choices.map((one) => make("option", { value: one }, one || words.replaces_none)));
  find("field-replaces").value = before;
}

function showFindings(some) {
  find("result-findings").replaceChildren(...some.map((one) => card([one], { lead: (at, where) => lead(at, where, open, listing.briefs), cure })));
  find("result").hidden = !some.length;
  find("result-links").replaceChildren();
  tell(find("result-heading"), words.findings);
}

/** The button that makes the exact cure of a finding in the text of this file. */
function cure({ code, hint, fix }) {
  if (!fix.length || !fix.every((one) => one.file === open.path)) return [...toShared(code), ...toNamed(hint)];
  const button = make("button", { type: "button", class: "take-over" }, words.take_over);
  const before = open.text;
  button.addEventListener("click", () => then(async () => {
    if (open?.text !== before) return;
    await shown(cured(before, fix));
    find("change-heading").scrollIntoView({ block: "center" });
    find("save").focus();
  }));
  return [make("p", {}, button)];
}

async function save() {
  if (!dirty()) return true;
  if (open.theirs) return false;
  const mine = open;
  const sent = mine.text;
  const answer = await send("PUT", "/dossiers/text", { path: mine.path, text: sent, sha256: mine.sha256 });
  if (answer.status === 409) {
    mine.theirs = { text: answer.data.text, sha256: answer.data.sha256 };
    render();
    find("show-both").focus();
    return false;
  }
  if (!answer.ok) {
    refuse(answer);
    return false;
  }
  sessionStorage.removeItem(draftKey(""));
  Object.assign(mine, { saved: sent, sha256: answer.data.sha256, diff: "" });
  keep();
  await refresh();
  render();
  tell(find("status"), say("written", { path: mine.path }));
  return true;
}

async function makeIt() {
  if (find("make").getAttribute("aria-disabled") === "true") return;
  tell(find("edit-wrong"), "");
  if (!(await catchUp()) || !(await finishShared()) || !(await save())) return;
  tell(find("make-note"), words.making_it);
  tell(find("status"), words.making_it);
  find("make").setAttribute("aria-disabled", "true");
  let answer;
  try {
    answer = await send("POST", "/dossiers/make", { path: open.path, sha256: open.sha256 });
  } finally {
    find("make").setAttribute("aria-disabled", "false");
    for (const id of ["make-note", "status"]) tell(find(id), "");
  }
  if (answer.status === 409) {
    open.theirs = { text: answer.data.text, sha256: answer.data.sha256 };
    render();
    return;
  }
  if (!answer.ok) {
    refuse(answer);
    return;
  }
  const { made, findings } = answer.data;
  await refresh();
  showFindings(findings);
  find("result").hidden = false;
  const heading = made ? say("is_made", { name: made.name }) : words.not_made;
  find("result").className = made ? "good" : "bad";
  find("result-heading").replaceChildren(...coded(heading));
  if (made) find("result-links").replaceChildren(links(made), make("p", { class: "note" }, say("stands_at", { path: made.path })));
  tell(find("status"), heading);
  find("result-heading").focus();
}

for (const input of document.querySelectorAll("[data-key]")) {
  input.addEventListener("change", () => {
    const value = input.type === "checkbox" ? (input.checked ? "true" : "") : input.value.trim();
    act(() => ({ do: "give", key: input.dataset.key, value }));
  });
}
find("add-form").addEventListener("submit", (event) => {
  event.preventDefault();
  const chosen = find("add-brief").selectedOptions[0];
  if (chosen) add(chosen.value);
});

function add(name) {
  act(() => ({ do: "add", value: name })).then(() => {
    tell(find("status"), say("added_brief", { name }));
    if (find("add-form").hidden) find("make").focus();
    else find("add").scrollIntoView({ block: "nearest" }); // the list above it has grown
  });
}

find("text").addEventListener("input", () => {
  const typed = find("text").value;
  if (open) open.text = typed;
  keep();
  then(() => (open && open.text === typed ? shown(typed) : undefined));
});
find("undo").addEventListener("click", () => then(() => {
  undone = [];
  return shown(open.sha256 ? open.saved : listing.empty);
}).then(() => find("dossier-heading").focus()));
find("save").addEventListener("click", () => then(async () => { if (await catchUp() && await save()) find("make").focus(); }));
find("make").addEventListener("click", () => {
  if (making) return; // who presses twice wants one
  making = true;
  then(makeIt).then(() => { making = false; });
});
find("new-dossier").addEventListener("click", () => then(async () => { if (await catchUp()) await begin(); }));
find("show-both").addEventListener("click", () => then(async () => {
  Object.assign(open, { saved: open.theirs.text, sha256: open.theirs.sha256, theirs: null });
  await shown(open.text);
  find("diff-lines").open = true;
  find("diff").focus();
}));
find("take-theirs").addEventListener("click", () => then(async () => {
  Object.assign(open, { saved: open.theirs.text, sha256: open.theirs.sha256, theirs: null });
  await shown(open.saved);
  find("dossier-heading").focus();
}));

/** What another program wrote meanwhile is taken over, or kept beside what was not written here. */
async function follow() {
  await refresh();
  if (!open?.sha256 || open.theirs) return;
  const found = await fetchJson("/dossiers/text", { path: open.path }).catch(() => null);
  if (!found || found.sha256 === open.sha256) return;
  if (dirty() && found.text !== open.text) open.theirs = found;
  else Object.assign(open, { saved: found.text, sha256: found.sha256, text: found.text });
  await shown(open.text);
}
addEventListener("focus", () => then(follow));
addEventListener("beforeunload", (event) => { if (dirty() && open.text !== listing.empty) event.preventDefault(); });

// A file that asks for a dossier begins a new one of its text; a file of a brief adds that brief.
onFiles((files) => { if (writes) then(() => dropped(files)); }, (over) => document.body.classList.toggle("dropping", over));

async function dropped(files) {
  for (const file of files) {
    const [, stem, ending] = /^(.*?)\.(ya?ml|pdf|html|evidence\.jsonld)$/iu.exec(file.name) ?? [];
    if (/^ya?ml$/iu.test(ending) && file.size < 1024 * 1024) await begin(await file.text(), stem);
    else if (listing.briefs.some((one) => one.name === stem)) await dropBrief(stem);
    else tell(find("edit-wrong"), say("dropped_other", { name: file.name }));
  }
}

async function dropBrief(name) {
  if (!open) await begin();
  if (!open.said?.briefs.some((one) => one.brief === name)) await shown(open.text, { do: "add", value: name });
}

if (!writes) for (const id of ["new-dossier-line", "files-heading", "files", "archive", "rules"]) find(id).hidden = true;
then(async () => {
  await refresh();
  if (openShared() || !writes) return;
  if (kept("")) await begin();
  else if (listing.files.length) await openFile(listing.files[0]);
});
