// The panel of findings: what is wrong, where, the line itself with its mark, and what to do about it.

import { fetchJson, find, make, say, words } from "./dom.js";
import { applyFix, goTo, hasText } from "./editor.js";

const section = find("findings");
const list = find("finding-list");
const fold = find("findings-fold");
const small = matchMedia("(max-width: 599px)");
let shown = "";

fold.addEventListener("click", () => setOpen(list.hidden));

function setOpen(open) {
  list.hidden = !open;
  fold.setAttribute("aria-expanded", String(open));
}

export function showFindings(findings, hasPage) {
  const errors = findings.some((finding) => finding.severity === "error");
  if (!findings.length && section.contains(document.activeElement)) find("brief").focus({ preventScroll: true });
  if (section.hidden && findings.length) setOpen(!small.matches); // on a telephone they would take half of it
  section.hidden = findings.length === 0;
  section.classList.toggle("has-errors", errors);
  section.classList.toggle("has-warnings", findings.some((finding) => finding.severity === "warning"));
  find("stays").hidden = !(errors && hasPage);
  const now = JSON.stringify(findings);
  if (now === shown) return;
  shown = now;
  find("findings-count").textContent = count(tally(findings));
  if (errors) setOpen(true); // what was folded away may be anything but this
  list.replaceChildren(...grouped(findings).map(item));
  list.scrollTop = 0;
}

/** Findings that say the same of several places, together: each group in the order of its first. */
function grouped(findings) {
  const groups = new Map();
  for (const finding of findings) {
    const said = JSON.stringify([finding.severity, finding.code, finding.headline, finding.hint]);
    groups.set(said, [...(groups.get(said) ?? []), finding]);
  }
  return [...groups.values()];
}

function tally(findings) {
  const counts = { error: 0, warning: 0, hint: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

/** Say how many findings of each kind there are: "2 fouten, 1 waarschuwing". */
export function count(counts) {
  const kinds = [["error", "errors"], ["warning", "warnings"], ["hint", "advices", "advice"]];
  return kinds
    .filter(([kind]) => counts[kind] > 0)
    .map(([kind, many, one = kind]) => `${counts[kind]} ${words[counts[kind] === 1 ? one : many]}`)
    .join(", ");
}

function item([finding, ...others]) {
  const severity = finding.severity === "hint" ? "advice" : finding.severity;
  const times = others.length ? [" ", make("span", { class: "times" }, say("times", { count: others.length + 1 }))] : [];
  return make(
    "li",
    { class: `finding ${finding.severity}` },
    make("p", { class: "headline" }, make("span", { class: "severity" }, words[severity]), " ", ...plainOrCode(finding.headline), ...times),
    ...where(finding),
    others.length ? make("details", {}, make("summary", {}, say("more_places", { count: others.length })), ...others.flatMap(where)) : null,
    make("p", { class: "hint" }, make("strong", {}, `${words.hint}: `), ...plainOrCode(finding.hint)),
    explanation(finding.code),
  );
}

/** Where one of a group stands, what differs there, and the button that mends it there. */
const where = (finding) => [
  ...(finding.place ? place(finding.place) : []),
  ...finding.related.flatMap((one) => [make("p", { class: "phrase" }, one.phrase), ...place(one)]),
  ...(finding.detail ? [make("pre", { class: "detail" }, ...difference(finding.detail))] : []),
  ...takeOver(finding),
];

/** What was taken away and what was put in its place, as such: `[-so-]` and `{+so+}`. */
const difference = (text) => text.split(/(\[-.*?-\]|\{\+.*?\+\})/su).map((part) => {
  const tag = part.startsWith("[-") && part.endsWith("-]") ? "del" : part.startsWith("{+") && part.endsWith("+}") ? "ins" : "";
  return tag ? make(tag, {}, part.slice(2, -2)) : part;
});

/** What a finding means, its cause and its cure, read when it is opened. */
function explanation(code) {
  const box = make("details", { class: "code" }, make("summary", {}, `${words.more}: `, make("code", {}, code)));
  box.addEventListener("toggle", async () => {
    const said = box.open && box.children.length === 1 && await fetchJson(`/findings/${code}`).catch(() => null);
    if (said) box.append(...[said.cause, said.cure].map((text) => make("p", {}, ...plainOrCode(text))));
  });
  return box;
}

/** The button that makes the exact cure of a finding in the text. */
function takeOver(finding) {
  if (!finding.fix.length || document.body.dataset.writes === "false") return [];
  const button = make("button", { type: "button", class: "take-over" }, words.take_over);
  button.addEventListener("click", () => applyFix(finding.fix));
  return [make("p", {}, button)];
}

function place(at) {
  const where = at.line ? `${at.file}:${at.line}:${at.column}` : at.file;
  const leads = at.line && document.body.dataset.writes !== "false" && at.file.startsWith("briefs/");
  const name = leads ? make("button", { type: "button", class: "to-line" }, where) : make("code", {}, where);
  if (leads) name.addEventListener("click", () => { if (hasText(at.file)) goTo(at.line, at.column); });
  const parts = [make("p", { class: "where" }, name)];
  if (at.source) {
    const [before, marked, after] = at.source;
    const number = make("span", { class: "number" }, String(at.line));
    parts.push(make("pre", { class: "line" }, number, before, make("mark", {}, marked || " "), after));
  }
  return parts;
}

/** What stands between backticks is code. */
const plainOrCode = (text) => text.split("`").map((part, at) => (at % 2 ? make("code", {}, part) : part));
