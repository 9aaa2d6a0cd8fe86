// Findings at the fields of the form. Each is told where the value stands in which it was found, for as long as the
// value is that one; where the form has no such field, at the part around it.

import { find, make, say, words } from "./dom.js";
import { hinted } from "./explain.js";
import { identity, takeOver } from "./findings.js";
import { showPane } from "./panes.js";
import { inForm } from "./ways.js";

/** What was found in a file of which SHA-256, until its places are known. */
let told = null;
/** Findings with the path of their field, and the value in which each was found. */
let marks = [];
let seen = "";
/** How each finding that is told at a field is led there. */
let ways = [];

/** Take what was found; what is found no more is no longer marked. */
export function learn(findings, sha256) {
  told = { findings, sha256 };
  const still = new Set(findings.map(identity));
  marks = marks.filter(({ finding }) => still.has(identity(finding)));
}

/**
 * Mark the form, whose values are known by path; `file` is that of its text, null while that differs from it, and
 * `accept` lets words stand with a reason in the brief, section or excerpt of a path.
 */
export function mark(holder, values, file, accept) {
  if (told && file?.sha256 === told.sha256) {
    marks = told.findings.map((finding) => placed(finding, values, file.path)).filter(Boolean);
    told = null;
  }
  const lasting = marks.filter(({ at, value }) => (values.get(at)?.value ?? "") === value);
  const now = JSON.stringify([inForm(), lasting.map(({ at, finding }) => [at, identity(finding)])]);
  if (now === seen && Boolean(lasting.length) === Boolean(holder.querySelector(".found"))) {
    leadFrom(ways); // the list of findings may be another by now
    return;
  }
  seen = now;
  holder.querySelectorAll(".found").forEach((one) => one.remove());
  for (const one of holder.querySelectorAll("[aria-invalid], [aria-describedby$=-found]")) {
    one.removeAttribute("aria-invalid");
    describe(one, (id) => !id.endsWith("-found"));
  }
  ways = [...Map.groupBy(lasting, ({ at }) => at)].flatMap(([at, some]) => tell(holder, at, some.map((one) => one.finding), accept));
  for (const box of holder.querySelectorAll("details")) {
    const count = box.querySelectorAll(".found > li").length;
    box.querySelector(".flawed").textContent = count ? (count === 1 ? words.one_flawed : say("flawed", { count })) : "";
  }
  for (const place of find("finding-list").querySelectorAll(".to-field")) place.replaceChildren();
  leadFrom(ways);
}

const key = (path) => JSON.stringify(path);

/** The innermost part of the form around a place in its text, or null. */
function innermost(values, place) {
  const around = [...values.values()].filter((one) => one.range && holds(one.range, place));
  return around.reduce((best, one) => (best && best.path.length >= one.path.length ? best : one), null);
}

/** The path of the part of the form around a place in its text, or "". */
export function fieldAt(values, place) {
  const part = innermost(values, place);
  return part ? key(part.path) : "";
}

/** A finding with the field that it is of: the one that is wanted and not there, else the innermost around its place. */
function placed(finding, values, path) {
  const { place, wants } = finding;
  if (!place?.line) return null;
  if (place.file !== path) return shared(finding, values);
  const inner = innermost(values, place);
  const owners = (inner?.path ?? []).map((_, at, all) => all.slice(0, all.length - at));
  const wanted = wants && [...owners, []].map((owner) => key([...owner, wants])).find((at) => values.has(at) && !values.get(at).range);
  if (!wanted && !inner) return null;
  const at = wanted || key(inner.path);
  return { finding, at, value: values.get(at).value ?? "" };
}

/** What was found in a value that all briefs share, with the field that would have its own instead. */
function shared(finding, values) {
  const found = [...values].find(([, one]) => one.shared && !one.value && one.shared === finding.place.source?.[1]);
  return found && finding.place.file.endsWith("/_defaults.yaml") ? { finding, at: found[0], value: "" } : null;
}

const before = (line, column, otherLine, otherColumn) => line < otherLine || (line === otherLine && column < otherColumn);

const holds = ([line, column, endLine, endColumn], place) =>
  !before(place.line, place.column, line, column) && (before(place.line, place.column, endLine, endColumn) || (line === endLine && column === endColumn));

/** The control of a path, and else what stands for it. */
function partOf(holder, at) {
  const control = holder.contains(find(at)) ? find(at) : null;
  return { control, part: control ?? holder.querySelector(`[data-path="${CSS.escape(at)}"]`) };
}

/** Tell findings at a field; answer with how each is led there. */
function tell(holder, at, findings, accept) {
  const { control, part } = partOf(holder, at);
  if (!part) return [];
  const [id, name] = [`${at}-found`, nameOf(control ?? part)];
  const note = make("ul", { class: "found", id, tabindex: control ? null : "-1" }, ...findings.map((one) => told_of(one, JSON.parse(at), accept)));
  if (control) {
    control.closest(".field, .item").append(note);
    if (findings.some((one) => one.severity === "error")) control.setAttribute("aria-invalid", "true");
    describe(control, () => true, id);
  } else if (part.matches("p")) part.after(note);
  else if (part.querySelector(":scope > .item-head")) part.querySelector(":scope > .item-head").after(note);
  else part.prepend(note);
  return findings.map((finding) => ({ finding, target: control ?? note, name }));
}

function told_of(finding, path, accept) {
  const severity = finding.severity === "hint" ? "advice" : finding.severity;
  return make("li", { class: finding.severity }, make("span", { class: "severity" }, words[severity]), ` ${finding.headline}. `, ...hinted(finding.hint), ...takeOver(finding), ...letStand(finding.accepts, path, accept));
}

/** The button that lets words stand, with a reason that is still to be written. */
function letStand(given, path, accept) {
  if (!given) return [];
  const button = make("button", { type: "button", class: "take-over" }, words.let_stand);
  button.addEventListener("click", () => accept(ownerOf(path, given.excerpt), given.text));
  return [make("p", {}, button)];
}

/** The path of the excerpt or section that a value is of; that of the brief is empty. */
function ownerOf(path, inExcerpt) {
  if (path[0] === "excerpts") return inExcerpt ? path.slice(0, 2) : [];
  const end = path.findIndex((step, at) => at % 2 === 0 && (step !== "sections" || path[at + 1] === undefined));
  return path.slice(0, end < 0 ? path.length : end);
}

/** Keep of what describes a control what is wanted, and add to it. */
function describe(control, keeps, more = "") {
  const ids = [...(control.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id && keeps(id)), more];
  const all = ids.filter(Boolean).join(" ");
  if (all) control.setAttribute("aria-describedby", all);
  else control.removeAttribute("aria-describedby");
}

/** Letters of an excerpt that name it. */
const NAMING = 60;

/** What a field is called, with the section that it is in; an excerpt by its words. */
function nameOf(part) {
  const quoted = part.querySelector(".quoted-words")?.textContent;
  if (quoted) return say("whole", { words: quoted.length > NAMING ? `${quoted.slice(0, NAMING)}…` : quoted });
  const own = part.labels?.[0]?.textContent ?? part.getAttribute("aria-label") ?? part.querySelector("h4, .label")?.textContent ?? part.closest(".part")?.querySelector("h3").textContent;
  const section = part.parentElement.closest(".section")?.querySelector("h4").textContent;
  return section ? `${section}, ${own}` : own;
}

/** Give each finding in the list above the brief its way to the field. */
function leadFrom(shown) {
  for (const place of find("finding-list").querySelectorAll(".to-field:empty")) {
    const way = inForm() && shown.find(({ finding }) => identity(finding) === place.dataset.finding);
    place.hidden = !way;
    place.replaceChildren(...(way ? [button(way)] : []));
    const at = place.parentElement.querySelector(":scope > .at");
    if (at) at.open = !way; // who writes in the form has the field instead of its line
  }
}

function button({ target, name }) {
  const made = make("button", { type: "button", class: "way" }, say("to_field", { name }));
  made.addEventListener("click", () => show(target));
  return made;
}

/** Go to the field of a path; false where there is none. */
export function goToField(holder, at) {
  const { control, part } = partOf(holder, at);
  const target = control ?? part?.querySelector("input, select, textarea, button");
  if (target) show(target);
  return Boolean(target);
}

function show(target) {
  showPane("text");
  const box = target.closest("details");
  if (box) box.open = true;
  target.focus();
  target.scrollIntoView({ block: "center" });
}
