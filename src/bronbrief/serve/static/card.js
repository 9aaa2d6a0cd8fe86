// Findings that say the same as one card: what is wrong, where, the line with its mark, what to do, and what explains it.

import { make, say, words } from "./dom.js";
import { coded, explainLink, hinted } from "./explain.js";

/** Make the card. `lead` gives a button for a place that leads somewhere, `cure` what makes an exact cure. */
export function card([finding, ...others], { lead = () => null, cure = () => [] } = {}) {
  const severity = finding.severity === "hint" ? "advice" : finding.severity;
  const times = others.length ? [" ", make("span", { class: "times" }, say("times", { count: others.length + 1 }))] : [];
  const where = (one) => [
    one.place ? make("details", { class: "at", open: true }, make("summary", {}, words.at_line), ...place(one.place, lead)) : null,
    ...one.related.flatMap((other) => [make("p", { class: "phrase" }, other.phrase), ...place(other, lead)]),
    one.detail ? make("pre", { class: "detail" }, ...differing(one.detail)) : null,
    ...cure(one),
  ];
  return make(
    "li",
    { class: `finding ${finding.severity}` },
    make("p", { class: "headline" }, make("span", { class: "severity" }, words[severity]), " ", ...coded(finding.headline), ...times),
    ...where(finding),
    others.length ? make("details", {}, make("summary", {}, say("more_places", { count: others.length })), ...others.flatMap(where)) : null,
    make("p", { class: "hint" }, make("strong", {}, `${words.hint}: `), ...hinted(finding.hint)),
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
