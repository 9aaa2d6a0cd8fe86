// New briefs and new sources: what is asked is asked in a dialog, and what is wrong is said in it.

import { fetchJson, find, make, say, send, tell, upload, whyNot, words } from "./dom.js";
import { showPane } from "./panes.js";
import { onFacts, refreshSources, show } from "./sources.js";

const brief = find("new-brief");
const source = find("new-source");
const USUAL = "raadsinformatiebrief";
const ASKED = ["title", "publisher", "author", "date", "url", "kind"];
let goTo = () => {};
let kinds = [];
let record = null;

/** Call a function with the name of a brief that was just made. */
export const onNew = (listener) => { goTo = listener; };

for (const close of document.querySelectorAll("dialog .cancel")) {
  close.addEventListener("click", () => close.closest("dialog").close());
}

find("make-brief").addEventListener("click", async () => {
  const offered = await fetchJson("/new");
  find("new-template").replaceChildren(...offered.templates.map(([value, name]) => make("option", { value }, name)));
  find("new-template").value = (offered.templates.find(([name]) => name === USUAL) ?? offered.templates[0])[0];
  find("new-lang").replaceChildren(...offered.languages.map(([value, name]) => make("option", { value }, name)));
  find("new-lang").value = offered.lang;
  find("new-date").value ||= new Date().toLocaleDateString("sv"); // YYYY-MM-DD, by the reader's own clock
  tell(find("new-brief-wrong"), "");
  brief.showModal();
});

brief.querySelector("form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const [title, template, lang, audience, date] = ["title", "template", "lang", "for", "date"].map((key) => find(`new-${key}`).value);
  await trying(find("new-brief-wrong"), async () => {
    const answer = await send("POST", "/briefs", { title, template, lang, audience, date });
    if (!answer.ok) return tell(find("new-brief-wrong"), whyNot(answer));
    brief.close();
    find("new-title").value = "";
    return goTo(answer.data.name);
  });
});

find("add-source").addEventListener("click", () => find("source-file").click());
find("source-file").addEventListener("change", (event) => {
  take([...event.target.files]);
  event.target.value = "";
});

// A file that is dropped anywhere becomes a source; without this the browser would show it in place of the app.
for (const kind of ["dragover", "drop"]) {
  addEventListener(kind, (event) => {
    if (![...event.dataTransfer.types].includes("Files")) return;
    event.preventDefault();
    document.body.classList.toggle("dropping", kind === "dragover");
    if (kind === "drop" && document.body.dataset.writes !== "false") take([...event.dataTransfer.files]);
  });
}
addEventListener("dragleave", (event) => { if (!event.relatedTarget) document.body.classList.remove("dropping"); });

/** Take documents in, one after another; what is not known of each is asked before the next. */
async function take(files, more = {}) {
  for (const file of files) {
    showPane("sources");
    tell(find("search-state"), say("adding", { name: file.name }));
    let answer;
    try {
      answer = await upload("/sources", file, { name: file.name, ...more });
    } catch {
      tell(find("search-state"), words.save_failed);
      return;
    }
    tell(find("search-state"), "");
    if (answer.ok) await ask(answer.data, say(more.twin === "newer" ? "replaced" : "added", answer.data));
    else await refuse(file, answer, more);
  }
}

/** What the author chooses of a document that is not taken in as it is: by its finding, a key and its values. */
const CHOICES = { "document-two-versions": ["changes", "accept", "reject"], "source-exists": ["twin", "newer", "other"] };

/** Say why a document was not taken in; one that can be in more than one way is as the author chooses. */
async function refuse(file, answer, more) {
  const code = answer.data?.findings?.map((one) => one.code).find((one) => CHOICES[one]);
  const [key, ...ways] = CHOICES[code] ?? [];
  find("new-source-heading").textContent = file.name;
  find("new-source-fields").replaceChildren(code === "source-exists" ? make("p", {}, words.twin) : "", make("p", { class: "ways-out" }, ...ways.map((way) => {
    const button = make("button", { type: "button" }, words[`${key}_${way}`]);
    button.addEventListener("click", () => { source.close(); take([file], { ...more, [key]: way }); });
    return button;
  })));
  find("save-facts").hidden = true;
  tell(find("new-source-wrong"), code === "source-exists" ? "" : whyNot(answer));
  await shown(source);
}

/** Ask what a record does not know for sure. */
async function ask({ id, findings }, heading) {
  kinds = kinds.length ? kinds : (await fetchJson("/new")).kinds;
  const { facts, doubts, date, sha256 } = await fetchJson(`/sources/${encodeURIComponent(id)}/facts`);
  record = { id, sha256, before: facts };
  find("new-source-heading").textContent = heading;
  find("new-source-fields").replaceChildren(
    ...findings.map((one) => make("p", { class: "note" }, `${one.headline}. ${one.hint}`)),
    make("p", {}, words.ask_facts),
    ...ASKED.map((key) => field(key, facts[key], note(key, facts, doubts, date))),
  );
  find("save-facts").hidden = false;
  tell(find("new-source-wrong"), "");
  refreshSources();
  await shown(source);
  await show(id, { focus: true });
}

onFacts((id) => ask({ id, findings: [] }, words.give_facts).catch(() => tell(find("search-state"), words.save_failed)));

/** What is in doubt of a fact, with what answers it: that the title stands there so, or the date that was found. */
function note(key, facts, doubts, [written, date]) {
  if (key === "title") {
    const stated = make("input", { id: "fact-stated", type: "checkbox", checked: facts.title_basis === "stated" });
    return make("span", { class: "check" }, stated, make("label", { for: "fact-stated" }, words.fact_stated));
  }
  if (key === "date" && date) {
    const button = make("button", { type: "button", class: "take-over" }, say("fact_found", { written }));
    button.addEventListener("click", () => { find("fact-date").value = date; });
    return button;
  }
  return key === "kind" && doubts.kind ? make("span", { class: "note" }, words.fact_guess) : null;
}

function field(key, value, doubt) {
  const id = `fact-${key}`;
  const input = key === "kind"
    ? make("select", { id }, ...kinds.map(([one, name]) => make("option", { value: one, selected: one === value }, name)))
    : make("input", { id, value, maxlength: 1000, autocomplete: "off" });
  return make("p", { class: "field" }, make("label", { for: id }, words[`fact_${key}`]), input, doubt);
}

source.querySelector("form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const facts = {};
  for (const key of ASKED) {
    const value = find(`fact-${key}`).value.trim();
    if (value !== (record.before[key] ?? "")) facts[key] = value;
  }
  const basis = find("fact-stated").checked ? "stated" : record.before.title_basis === "stated" ? "supplied" : record.before.title_basis;
  if (basis !== record.before.title_basis) facts.title_basis = basis;
  if (!Object.keys(facts).length) return source.close();
  return trying(find("new-source-wrong"), async () => {
    const answer = await send("PUT", `/sources/${encodeURIComponent(record.id)}/facts`, { facts, sha256: record.sha256 });
    if (!answer.ok) return tell(find("new-source-wrong"), whyNot(answer));
    return source.close();
  });
});

async function trying(place, act) {
  try {
    await act();
  } catch {
    tell(place, words.save_failed);
  }
}

function shown(dialog) {
  dialog.showModal();
  return new Promise((done) => dialog.addEventListener("close", done, { once: true }));
}
