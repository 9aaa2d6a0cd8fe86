// One finding as a card: what is wrong, where, the line itself with its mark, what to do, and what explains it.

import { make, words } from "./dom.js";
import { coded, explainLink, hinted } from "./explain.js";

/** Make the card. `lead` gives a button for a place that leads somewhere, `cure` what makes an exact cure. */
export function card(finding, { lead = () => null, cure = () => [] } = {}) {
  const severity = finding.severity === "hint" ? "advice" : finding.severity;
  return make(
    "li",
    { class: `finding ${finding.severity}` },
    make("p", { class: "headline" }, make("span", { class: "severity" }, words[severity]), " ", ...coded(finding.headline)),
    ...(finding.place ? place(finding.place, lead) : []),
    ...finding.related.flatMap((one) => [make("p", { class: "phrase" }, one.phrase), ...place(one, lead)]),
    finding.detail ? make("pre", { class: "detail" }, ...differing(finding.detail)) : null,
    make("p", { class: "hint" }, make("strong", {}, `${words.hint}: `), ...hinted(finding.hint)),
    ...cure(finding),
    make("p", { class: "code" }, explainLink(finding.code)),
  );
}

function place(at, lead) {
  const where = at.line ? `${at.file}:${at.line}:${at.column}` : at.file;
  const parts = [make("p", { class: "where" }, lead(at, where) ?? make("code", {}, where))];
  if (at.source) {
    const [before, middle, after] = at.source;
    const number = make("span", { class: "number" }, String(at.line));
    parts.push(make("pre", { class: "line" }, number, before, make("mark", {}, middle || " "), after));
  }
  return parts;
}

/** Words that went and came, written [-so-] and {+so+}, as what they are. */
export const differing = (text) =>
  text.split(/(\[-.*?-\]|\{\+.*?\+\})/su).map((part) => {
    const kind = /^\[-.*-\]$/su.test(part) ? "del" : /^\{\+.*\+\}$/su.test(part) ? "ins" : "";
    return kind ? make(kind, {}, part.slice(2, -2)) : part;
  });
