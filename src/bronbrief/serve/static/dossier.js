// The page that makes dossiers. A file says what goes to the meeting; what is done here is an edit of its text,
// shown before it is written.

import { card } from "./card.js";
import { coded } from "./explain.js";
import { fetchJson, find, make, replaceKeeping, say, send, tell, words } from "./dom.js";
import { onAction, paper } from "./papers.js";

const long = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long" });
const writes = document.body.dataset.writes !== "false";
let listing = { files: [], briefs: [], made: [], empty: "" };
/** The file that is open: its path and whether it is there, what stands in it, and the text as it would become. */
let open = null;
let turn = Promise.resolve();

/** Do one thing after another: each edit is made in the text that the one before it left. */
function then(act) {
  turn = turn.then(act).catch(() => { tell(find("edit-wrong"), words.save_failed); });
  return turn;
}

async function refresh() {
  listing = await fetchJson("/dossiers");
  find("no-files").hidden = listing.files.length > 0 || !writes;
  replaceKeeping(find("files"), ...listing.files.map(fileButton));
  find("no-made").hidden = listing.made.length > 0;
  find("made").replaceChildren(...listing.made.map((one) => make("li", {}, make("details", {}, make("summary", {}, one.name), links(one)))));
  fillChoices();
}

function fileButton(path) {
  const button = make("button", { type: "button", "data-keep": path, "aria-current": open?.path === path ? "true" : null }, path);
  button.addEventListener("click", () => then(() => openFile(path)));
  return make("li", {}, button);
}

function links(one) {
  const base = `/dossiers/made/${encodeURIComponent(one.name)}`;
  const way = (href, text, attributes = {}) => make("li", {}, make("a", { href, ...attributes }, text));
  const shown = { target: "_blank", rel: "noopener" };
  return make(
    "ul",
    { class: "links" },
    way(`${base}.zip`, words.download, { download: `${one.name}.zip` }),
    one.guide ? way(`${base}/${encodeURIComponent(one.guide)}`, words.open_guide, shown) : null,
    ...one.papers.map((name) => way(`${base}/${encodeURIComponent(name)}`, name, shown)),
    way(`/verify?${new URLSearchParams({ dossier: one.name })}`, words.prove_it),
  );
}

const draftKey = (path) => `dossier:${path}`;

async function openFile(path) {
  const found = await fetchJson("/dossiers/text", { path });
  const draft = JSON.parse(sessionStorage.getItem(draftKey(path)) ?? "null");
  open = { path, name: "", saved: found.text, sha256: found.sha256, text: found.text, theirs: null };
  if (draft && draft.sha256 !== found.sha256 && draft.text !== found.text) open.theirs = found;
  await shown(draft?.text ?? found.text);
  find("dossier-heading").focus();
}

/** Begin a file that is not there yet, with nothing in it or with a text that was dropped. */
async function begin(text = listing.empty, name = "") {
  open = { path: "", name, saved: "", sha256: "", text, theirs: null };
  await shown(text);
  find("dossier-heading").focus();
}

/** Have a text looked over, with an action done in it if one is given, and show it. */
async function shown(text, action = null) {
  const mine = open;
  const path = mine.sha256 || mine.theirs ? mine.path : "";
  const answer = await send("POST", "/dossiers/draft", { path, name: mine.name, text, action });
  if (mine !== open) return;
  if (!answer.ok) {
    const why = answer.data?.findings?.map((one) => `${one.headline}. ${one.hint}`).join(" ");
    tell(find("edit-wrong"), why || words.save_failed);
    render();
    return;
  }
  tell(find("edit-wrong"), "");
  Object.assign(mine, answer.data);
  keep();
  render();
}

const dirty = () => Boolean(open) && (open.text !== open.saved || !open.sha256);

function keep() {
  const key = draftKey(open.sha256 ? open.path : "");
  if (dirty() && open.text !== listing.empty) sessionStorage.setItem(key, JSON.stringify({ text: open.text, sha256: open.sha256 }));
  else sessionStorage.removeItem(key);
}

const act = (action) => then(() => (open ? shown(open.text, action) : undefined));
onAction(act);

function render() {
  const { said, text, theirs } = open;
  find("dossier").hidden = false;
  find("result").hidden = true;
  tell(find("dossier-heading"), title(said?.fields ?? {}));
  find("dossier-path").textContent = [open.sha256 ? open.path : "", dirty() ? words.not_saved : ""].filter(Boolean).join(" · ");
  find("fields").hidden = !said;
  find("unreadable").hidden = Boolean(said);
  if (said) fill(said);
  if (document.activeElement !== find("text")) find("text").value = text;
  find("change-path").textContent = say(open.sha256 ? "change_path" : "change_new", { path: open.path });
  find("change").classList.toggle("clean", !dirty());
  find("conflict").hidden = !theirs;
  find("diff").hidden = !dirty();
  find("diff").replaceChildren(...changes(open.diff));
  find("change-heading").textContent = dirty() ? words.change : words.no_change;
  find("change-path").hidden = !dirty();
  find("undo").hidden = !dirty() || !open.sha256;
  find("save").hidden = !dirty();
  const ready = said?.briefs.length > 0 && !theirs && !open.findings.some((one) => one.severity === "error");
  find("make").setAttribute("aria-disabled", String(!ready));
  find("save").setAttribute("aria-disabled", String(Boolean(theirs)));
  find("make").textContent = dirty() ? words.save_and_make : words.make;
  tell(find("make-note"), said && !said.briefs.length ? words.choose_first : "");
  showFindings(said && !said.briefs.length ? [] : open.findings);
  for (const one of find("files").querySelectorAll("button")) one.toggleAttribute("aria-current", one.dataset.keep === open.path);
}

function title({ meeting, item }) {
  const day = /^\d{4}-\d\d-\d\d$/u.test(meeting) ? new Date(`${meeting}T12:00`) : NaN;
  if (!item || Number.isNaN(Number(day))) return open.sha256 ? open.path : words.new_dossier;
  return say("title", { date: long.format(day), item });
}

function fill({ fields, briefs }) {
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
  find("add-brief").replaceChildren(...left.map((one) => make("option", { value: one.name, lang: one.lang || null }, one.title === one.name ? one.name : `${one.title} (${one.name})`)));
  find("add-form").hidden = !left.length;
  find("all-added").hidden = left.length > 0;
  const before = open?.said?.fields.replaces ?? "";
  const choices = ["", ...new Set([...listing.made.map((one) => one.path), before].filter(Boolean))];
  find("field-replaces").replaceChildren(...choices.map((one) => make("option", { value: one }, one || words.replaces_none)));
  find("field-replaces").value = before;
}

/** The lines of a unified diff, each with its sign; what stands around them stays. */
function changes(diff) {
  const signs = { "+": ["ins", words.line_added], "-": ["del", words.line_removed] };
  return diff.split("\n").slice(2).filter((line) => !line.startsWith("@@")).map((line) => {
    const [tag, said] = signs[line[0]] ?? ["span", ""];
    const sign = make("span", { class: "unseen" }, said ? `${said}: ` : "");
    return make("li", { class: tag }, sign, make(tag, {}, line.slice(1) || " "));
  });
}

function showFindings(some) {
  find("result-findings").replaceChildren(...some.map((one) => card(one, { lead })));
  find("result").hidden = !some.length;
  find("result-links").replaceChildren();
  tell(find("result-heading"), words.findings);
}

/** A place in a spec leads to that brief. */
function lead(at, where) {
  const name = /^briefs\/([^_/][^/]*)\.ya?ml$/u.exec(at.file)?.[1];
  if (!name || !listing.briefs.some((one) => one.name === name)) return null;
  return make("a", { href: `/?${new URLSearchParams({ brief: name })}` }, where);
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
    const why = answer.data?.findings?.map((one) => `${one.headline}. ${one.hint}`).join(" ");
    tell(find("edit-wrong"), why || words.save_failed);
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
  if (find("make").getAttribute("aria-disabled") === "true" || !(await save())) return;
  tell(find("make-note"), words.making_it);
  tell(find("status"), words.making_it);
  find("make").setAttribute("aria-disabled", "true");
  let answer;
  try {
    answer = await send("POST", "/dossiers/make", { path: open.path, sha256: open.sha256 });
  } finally {
    find("make").setAttribute("aria-disabled", "false");
    tell(find("make-note"), "");
  }
  if (answer.status === 409) {
    open.theirs = { text: answer.data.text, sha256: answer.data.sha256 };
    render();
    return;
  }
  if (!answer.ok) {
    tell(find("edit-wrong"), words.save_failed);
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
    act({ do: "give", key: input.dataset.key, value });
  });
}
find("add-form").addEventListener("submit", (event) => {
  event.preventDefault();
  const chosen = find("add-brief").selectedOptions[0];
  if (chosen) add(chosen.value);
});

function add(name) {
  act({ do: "add", value: name }).then(() => {
    tell(find("status"), say("added_brief", { name }));
    if (find("add-form").hidden) find("make").focus();
  });
}

find("text").addEventListener("input", () => {
  const typed = find("text").value;
  if (open) open.text = typed;
  keep();
  then(() => (open && open.text === typed ? shown(typed) : undefined));
});
find("undo").addEventListener("click", () => then(() => shown(open.saved)).then(() => find("dossier-heading").focus()));
find("save").addEventListener("click", () => then(async () => { if (await save()) find("make").focus(); }));
find("make").addEventListener("click", () => then(makeIt));
find("new-dossier").addEventListener("click", () => then(() => begin()));
find("show-both").addEventListener("click", () => then(async () => {
  Object.assign(open, { saved: open.theirs.text, sha256: open.theirs.sha256, theirs: null });
  await shown(open.text);
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
for (const kind of ["dragover", "drop"]) {
  addEventListener(kind, (event) => {
    if (![...event.dataTransfer.types].includes("Files")) return;
    event.preventDefault();
    if (kind === "drop" && writes) then(() => dropped([...event.dataTransfer.files]));
  });
}

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

if (!writes) for (const id of ["new-dossier-line", "files-heading", "files"]) find(id).hidden = true;
then(async () => {
  await refresh();
  const draft = JSON.parse(sessionStorage.getItem(draftKey("")) ?? "null");
  if (!writes) return;
  if (draft) await begin(draft.text);
  else if (listing.files.length) await openFile(listing.files[0]);
});
