// The panel of findings: what is wrong, where, the line itself with its mark, and what to do about it.

import { card } from "./card.js";
import { find, make, tell, wayToShared, words } from "./dom.js";
import { applyFix, goToSaved, hasText, opened, showText } from "./editor.js";
import { showPane } from "./panes.js";
import { show } from "./sources.js";

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

/** Where the reader was before going to the findings. */
let left = null;

/** Go to the findings, and from there back to where the reader was. */
export function toFindings() {
  const now = document.activeElement;
  if (section.contains(now)) goBack();
  else if (section.hidden) tell(find("status"), `${words.findings}: ${words.in_order}`);
  else {
    left = now;
    showPane("brief");
    setOpen(true);
    list.focus();
  }
}

function goBack() {
  const again = left?.isConnected ? left : left?.dataset.keep && document.querySelector(`[data-keep="${CSS.escape(left.dataset.keep)}"]`);
  if (!again || again === document.body || again === find("editor")) {
    showText();
    return;
  }
  showPane(again.closest(".pane")?.id.replace("pane-", ""));
  again.focus();
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
  list.replaceChildren(...grouped(findings).map((some) => card(some, { lead: toLine, cure: (one) => [wayToField(one), ...toPassage(one), ...takeOver(one)] })));
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

/** What a finding is known by, among those of one text. */
export const identity = ({ code, headline, place }) => JSON.stringify([code, headline, place?.line, place?.column]);

/** Where the way from a finding to its field comes, once the form has it. */
const wayToField = (finding) => make("p", { class: "to-field", "data-finding": identity(finding), hidden: true });

/** The button that makes the exact cure of a finding in the text. */
export function takeOver(finding) {
  if (!finding.fix.length || document.body.dataset.writes === "false") return [];
  const button = make("button", { type: "button", class: "take-over" }, words.take_over);
  button.addEventListener("click", async () => {
    await opened();
    applyFix(finding.fix);
  });
  return [make("p", {}, button)];
}

/** The button that opens the passage of a source that a finding names. */
function toPassage({ passage }) {
  if (!passage) return [];
  const { source, locator } = passage;
  const button = make("button", { type: "button", class: "to-line" }, `${words.show_in_source}: ${source}, ${locator}`);
  button.addEventListener("click", () => {
    showPane("sources");
    show(source, { locator, focus: true });
  });
  return [make("p", {}, button)];
}

/** The button that puts the cursor at a place of a spec, or the way to what all briefs share. */
function toLine(at, where) {
  const shared = wayToShared(at, where);
  if (shared) return shared;
  if (!at.line || document.body.dataset.writes === "false" || !at.file.startsWith("briefs/")) return null;
  const button = make("button", { type: "button", class: "to-line" }, where);
  button.addEventListener("click", async () => {
    await opened();
    if (hasText(at.file)) goToSaved(at.line, at.column, { asText: true });
  });
  return button;
}
