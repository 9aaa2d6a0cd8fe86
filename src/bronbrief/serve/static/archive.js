// What the archive asks of every brief, as fields: what is filled in is shown as a change of its file, then written.

import { card } from "./card.js";
import { find, make, say, send, tell, words } from "./dom.js";
import { changes } from "./dossier_parts.js";

const panel = find("archive");
const inputs = [...panel.querySelectorAll("[data-archive]")];
/** What was filled in and is not in the file yet, by field. */
const given = new Map();
let file = null;
let turn = Promise.resolve();

function then(act) {
  turn = turn.then(act).catch((error) => {
    console.error(error);
    tell(find("archive-state"), words.save_failed);
  });
  return turn;
}

/** Learn what the file says with what was filled in, and show it. */
async function look() {
  const answer = await send("POST", "/archive", { given: Object.fromEntries(given) });
  if (!answer.ok) throw new Error(String(answer.status));
  file = answer.data;
  for (const input of inputs) if (input !== document.activeElement || input.length === 0) give(input); // a list has its choices first
  find("archive-change").hidden = !file.diff && !file.findings.length;
  find("archive-diff").replaceChildren(...changes(file.diff));
  find("archive-findings").replaceChildren(...file.findings.map((one) => card([one])));
  find("archive-save").setAttribute("aria-disabled", String(!file.diff || file.findings.some((one) => one.severity === "error")));
  find("archive-undo").hidden = !given.size;
}

function give(input) {
  const { archive: name } = input.dataset;
  const value = given.get(name) ?? file.fields[name] ?? "";
  if (name === "appraisal") {
    const terms = new Set([...file.appraisals, value].filter(Boolean));
    input.replaceChildren(make("option", { value: "" }, words.archive_none), ...[...terms].map((one) => make("option", { value: one }, one)));
  }
  input.value = value;
}

async function save() {
  if (find("archive-save").getAttribute("aria-disabled") === "true") return;
  const answer = await send("PUT", "/archive", { given: Object.fromEntries(given), sha256: file.sha256 });
  if (answer.ok) given.clear();
  await look(); // where another wrote the file meanwhile, the change is now one of that text
  tell(find("archive-state"), answer.ok ? say("written", { path: file.path }) : (answer.data?.findings ?? []).map((one) => `${one.headline}. ${one.hint}`).join(" ") || words.save_failed);
}

for (const input of inputs) {
  input.addEventListener("change", () => {
    given.set(input.dataset.archive, input.value.trim());
    tell(find("archive-state"), "");
    then(look);
  });
}
find("archive-save").addEventListener("click", () => then(save));
find("archive-undo").addEventListener("click", () => {
  given.clear();
  then(look).then(() => inputs[0].focus());
});
panel.addEventListener("toggle", () => { if (panel.open && !file) then(look); });
addEventListener("beforeunload", (event) => { if (given.size) event.preventDefault(); });

/** The way from a finding that asks for these to where they are filled in. */
export function toArchive(code) {
  if (!code.startsWith("archive-") || panel.hidden) return [];
  const button = make("button", { type: "button", class: "way" }, words.archive_fill);
  button.addEventListener("click", () => {
    panel.open = true;
    panel.scrollIntoView({ block: "start" });
    inputs[0].focus();
  });
  return [make("p", {}, button)];
}
