// The files that hold of all briefs, each as a text and as fields: it is shown as it changes, then written.

import { card } from "./card.js";
import { find, make, say, send, tell, whyNot, words } from "./dom.js";
import { changedFields, changes, inTurn, offset } from "./dossier_parts.js";

/** The panels of files by name, each with how it is opened, and how what was filled in is saved. */
const panels = new Map([...document.querySelectorAll("details[data-shared]")].map((panel) => [panel.id, sharedFile(panel)]));

/** Have a panel show its file. Answer with what opens it, at a line if one is given, and what finishes its changes. */
function sharedFile(panel) {
  const name = panel.id;
  const part = (id) => find(`${name}-${id}`);
  const area = part("text");
  const inputs = [...panel.querySelectorAll("[data-field]")];
  /** What was filled in and is not in the file yet, by field. */
  const given = new Map();
  /** The text as it was typed, where it was. */
  let typed = null;
  let file = null;
  const then = inTurn(`${name}-state`);
  const url = `/shared/${name}`;

  /** Learn what the file says with what was filled in, and show it. */
  async function look() {
    const answer = await send("POST", url, { given: Object.fromEntries(given), text: typed });
    if (!answer.ok) throw new Error(String(answer.status));
    const first = !file;
    file = answer.data;
    for (const input of inputs) {
      const { field } = input.dataset;
      const typing = input === document.activeElement && !(first && !input.value);
      if (!typing) give(input, given.get(field) ?? file.fields[field] ?? "");
    }
    if (area !== document.activeElement) area.value = file.text;
    part("change").hidden = !file.diff && !file.findings.length;
    const names = changedFields(inputs, (one) => one.dataset.field, file.was, file.fields);
    part("new").textContent = `${say(file.sha256 ? "shared_change" : "change_new", { path: file.path })} ${names}.`;
    part("diff").replaceChildren(...changes(file.diff));
    part("findings").replaceChildren(...file.findings.map((one) => card([one])));
    part("save").setAttribute("aria-disabled", String(!file.diff || file.findings.some((one) => one.severity === "error")));
    part("undo").hidden = !unsaved();
  }

  async function save() {
    if (part("save").getAttribute("aria-disabled") === "true") return;
    const answer = await send("PUT", url, { given: Object.fromEntries(given), sha256: file.sha256, text: typed });
    if (answer.ok) forget();
    await look(); // where another wrote the file meanwhile, the change is now one of that text
    tell(part("state"), answer.ok ? say("written", { path: file.path }) : whyNot(answer));
  }

  const unsaved = () => given.size > 0 || typed !== null;

  function forget() {
    given.clear();
    typed = null;
  }

  for (const input of inputs) {
    input.addEventListener("change", () => {
      given.set(input.dataset.field, input.value.trim());
      tell(part("state"), "");
      then(look);
    });
  }
  area.addEventListener("input", () => {
    given.clear(); // the text that was typed over has them
    typed = area.value;
    tell(part("state"), "");
    then(() => (typed === area.value ? look() : undefined));
  });
  part("save").addEventListener("click", () => then(save));
  part("undo").addEventListener("click", () => {
    forget();
    then(look).then(() => inputs[0].focus());
  });
  panel.addEventListener("toggle", () => { if (panel.open && !file) then(look); });
  addEventListener("beforeunload", (event) => { if (unsaved()) event.preventDefault(); });

  /** Save what was filled in; where that cannot be, lead there and say so. Tell whether nothing is left. */
  async function finish() {
    await then(async () => {
      if (!unsaved()) return;
      await look();
      if (file.diff) await save();
    });
    if (!unsaved() || !file?.diff) return true;
    show();
    tell(part("state"), `${words.shared_first} ${part("state").textContent}`.trim());
    return false;
  }

  function show(line = 0) {
    panel.open = true;
    if (!line) {
      panel.scrollIntoView({ block: "start" });
      (panel.querySelector("[data-first]") ?? inputs[0]).focus();
      return;
    }
    then(look).then(() => {
      const input = inputs.find((one) => file.lines[one.dataset.field] === line);
      if (input) {
        input.focus();
        return;
      }
      part("whole").open = true;
      area.focus();
      area.setSelectionRange(offset(file.text, line, 1), offset(file.text, line + 1, 1));
      panel.scrollIntoView({ block: "end", behavior: "instant" });
    });
  }

  return { show, finish };
}

/** Save what was filled in for all briefs and is not saved yet; false where that cannot be. */
export async function finishShared() {
  for (const { finish } of panels.values()) if (!(await finish())) return false;
  return true;
}

/** Give a field its value; a choice has what the file says, whatever that is. */
function give(input, value) {
  if (input.options && ![...input.options].some((one) => one.value === value)) input.append(make("option", { value }, value));
  input.value = value;
}

/** Tell whether the address asks for one of these files, and show it at its line. */
export function openShared() {
  const open = panels.get(location.hash.slice(1));
  if (open && document.body.dataset.writes !== "false") open.show(Number(new URLSearchParams(location.search).get("line")));
  return Boolean(open);
}

/** The way from a finding that asks for these to where they are filled in. */
export function toShared(code) {
  const name = code.startsWith("archive-") ? "archive" : code === "diwoo-publisher" ? "rules" : "";
  if (!name || find(name).hidden) return [];
  const button = make("button", { type: "button", class: "way" }, words[`${name}_fill`]);
  button.addEventListener("click", () => panels.get(name).show());
  return [make("p", {}, button)];
}
