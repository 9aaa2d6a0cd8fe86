// What all briefs share, as a text, and as fields what the archive asks: it is shown as a change of the file, then written.

import { card } from "./card.js";
import { find, make, say, send, tell, words } from "./dom.js";
import { changes, inTurn, offset } from "./dossier_parts.js";

const panel = find("archive");
const area = find("archive-text");
const inputs = [...panel.querySelectorAll("[data-archive]")];
/** What was filled in and is not in the file yet, by field. */
const given = new Map();
/** The text as it was typed, where it was. */
let typed = null;
let file = null;

const then = inTurn("archive-state");

/** Learn what the file says with what was filled in, and show it. */
async function look() {
  const answer = await send("POST", "/archive", { given: Object.fromEntries(given), text: typed });
  if (!answer.ok) throw new Error(String(answer.status));
  file = answer.data;
  for (const input of inputs) if (input !== document.activeElement || input.length === 0) give(input); // a list has its choices first
  if (area !== document.activeElement) area.value = file.text;
  find("archive-change").hidden = !file.diff && !file.findings.length;
  find("archive-diff").replaceChildren(...changes(file.diff));
  find("archive-findings").replaceChildren(...file.findings.map((one) => card([one])));
  find("archive-save").setAttribute("aria-disabled", String(!file.diff || file.findings.some((one) => one.severity === "error")));
  find("archive-undo").hidden = !given.size && typed === null;
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
  const answer = await send("PUT", "/archive", { given: Object.fromEntries(given), sha256: file.sha256, text: typed });
  if (answer.ok) forget();
  await look(); // where another wrote the file meanwhile, the change is now one of that text
  tell(find("archive-state"), answer.ok ? say("written", { path: file.path }) : (answer.data?.findings ?? []).map((one) => `${one.headline}. ${one.hint}`).join(" ") || words.save_failed);
}

function forget() {
  given.clear();
  typed = null;
}

for (const input of inputs) {
  input.addEventListener("change", () => {
    given.set(input.dataset.archive, input.value.trim());
    tell(find("archive-state"), "");
    then(look);
  });
}
area.addEventListener("input", () => {
  given.clear(); // the text that was typed over has them
  typed = area.value;
  tell(find("archive-state"), "");
  then(() => (typed === area.value ? look() : undefined));
});
find("archive-save").addEventListener("click", () => then(save));
find("archive-undo").addEventListener("click", () => {
  forget();
  then(look).then(() => inputs[0].focus());
});
panel.addEventListener("toggle", () => { if (panel.open && !file) then(look); });
addEventListener("beforeunload", (event) => { if (given.size || typed !== null) event.preventDefault(); });

/** Show the text at a line, for who comes with its address. */
function open() {
  const line = Number(new URLSearchParams(location.search).get("line"));
  if (location.hash !== "#archive" || panel.hidden) return;
  panel.open = find("archive-whole").open = true;
  then(look).then(() => {
    area.focus();
    area.setSelectionRange(offset(file.text, line, 1), offset(file.text, line + 1, 1));
    panel.scrollIntoView({ block: "end", behavior: "instant" });
  });
}

open();

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
