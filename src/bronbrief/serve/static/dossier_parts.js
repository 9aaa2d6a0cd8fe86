// What the page of dossiers shows of a dossier that was made and of a text that changes.

import { find, make, say, tell, units, wayToShared, whyNot, words } from "./dom.js";

const long = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long" });

/** Return a function that does one thing after another, each with what the one before it left; failures are said. */
export function inTurn(state) {
  let turn = Promise.resolve();
  return (act) => {
    turn = turn.then(act).catch((error) => {
      console.error(error);
      tell(find(state), error.status ? whyNot(error) : words.save_failed);
    });
    return turn;
  };
}

/** What a dossier is called: by its meeting and item, "" where these are not known. */
export function titleOf({ meeting, item }) {
  const day = /^\d{4}-\d\d-\d\d$/u.test(meeting) ? new Date(`${meeting}T12:00`) : NaN;
  return item && !Number.isNaN(Number(day)) ? say("title", { date: long.format(day), item }) : "";
}

/** The ways to a dossier that was made: the zip, its guide, its papers, its proof. */
export function links(one) {
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

/** Say in words which fields are other than they were, by their labels; of a change in none of them, that it is one. */
export function changedFields(inputs, keyOf, was, now, more = []) {
  const names = inputs.filter((one) => (was[keyOf(one)] ?? "") !== (now[keyOf(one)] ?? "")).map((one) => one.labels[0].textContent);
  return [...names, ...more].join(", ") || words.change_elsewhere;
}

/** The lines of a unified diff, each with its sign; what stands around them stays. */
export function changes(diff) {
  const signs = { "+": ["ins", words.line_added], "-": ["del", words.line_removed] };
  return diff.split("\n").slice(2).filter((line) => !line.startsWith("@@")).map((line) => {
    const [tag, said] = signs[line[0]] ?? ["span", ""];
    const sign = make("span", { class: "unseen" }, said ? `${said}: ` : "");
    return make("li", { class: tag }, sign, make(tag, {}, line.slice(1) || " "));
  });
}

/** Where a line and a column stand in a text; both count from 1, columns in characters. */
export function offset(text, line, column) {
  const lines = text.split("\n");
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  return start + units(lines[line - 1] ?? "", column - 1);
}

/** A text with the replacements of a finding made. */
export const cured = (text, fix) =>
  fix
    .map((one) => [offset(text, ...one.from), offset(text, ...one.to), one.text])
    .sort((one, other) => other[0] - one[0])
    .reduce((now, [from, to, put]) => now.slice(0, from) + put + now.slice(to), text);

/** A place in this file leads to its text, one in a spec to that brief. */
export function lead(at, where, open, briefs) {
  if (at.file === open?.path && at.line) {
    const button = make("button", { type: "button", class: "to-line" }, where);
    button.addEventListener("click", () => showText(offset(open.text, at.line, at.column), offset(open.text, ...at.end)));
    return button;
  }
  const name = /^briefs\/([^_/][^/]*)\.ya?ml$/u.exec(at.file)?.[1];
  if (!name || !briefs.some((one) => one.name === name)) return wayToShared(at, where);
  return make("a", { href: `/?${new URLSearchParams({ brief: name })}` }, where);
}

function showText(from, to) {
  find("text-details").open = true;
  find("text").focus();
  find("text").setSelectionRange(from, to);
}

/** The way to the field of what a hint names. */
export function toNamed(hint) {
  const field = hint.split("`").map((part, at) => (at % 2 ? find(`field-${part.replace(/:$/u, "")}`) : null)).find(Boolean);
  if (!field) return [];
  const button = make("button", { type: "button", class: "way" }, say("to_field", { name: field.labels[0].textContent }));
  button.addEventListener("click", () => {
    const box = field.closest("details");
    if (box) box.open = true;
    field.focus();
  });
  return [make("p", {}, button)];
}
