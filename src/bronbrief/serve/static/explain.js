// What explains a finding: a dialog over what is seen, and in a hint the way to do it here instead of in a terminal.

import { fetchJson, find, make, words } from "./dom.js";

let dialog = null;

/** A link to the explanation of a code: it opens over the page; the page of help is behind it. */
export function explainLink(code) {
  const link = make("a", { href: `/help#${code}`, class: "explain" }, `${words.more}: `, make("code", {}, code));
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    explain(code).catch(() => location.assign(link.href));
  });
  return link;
}

async function explain(code) {
  const said = await fetchJson(`/explain/${encodeURIComponent(code)}`);
  dialog ??= document.body.appendChild(make("dialog", { id: "explanation", "aria-labelledby": "explanation-heading" }));
  const close = make("button", { type: "button" }, words.close_dialog);
  close.addEventListener("click", () => dialog.close());
  dialog.replaceChildren(make(
    "div",
    { class: "explanation" },
    make("h2", { id: "explanation-heading", tabindex: "-1" }, ...coded(said.headline.replace(/\{\w+\}/g, "…"))),
    make("p", { class: "note" }, make("code", {}, code)),
    make("h3", {}, words.cause), make("p", {}, ...coded(said.cause)),
    make("h3", {}, words.cure), make("p", {}, ...coded(said.cure)),
    make("p", { class: "ways-out" }, close, " ", make("a", { href: `/help#${code}` }, words.all_findings)),
  ));
  dialog.showModal();
  find("explanation-heading").focus();
}

/** What stands between backticks is code. */
export const coded = (text) => text.split("`").map((part, at) => (at % 2 ? make("code", {}, part) : part));

/** What the app does that a hint names as a command: its word, what does it on this page, the page that has it. */
const WAYS = {
  add: ["add_source", "#add-source", "/", true],
  new: ["new_brief", "#make-brief", "/", true],
  find: ["search", "a[href='#query']", "/", false],
  sources: ["sources", "a[href='#query']", "/", false],
  verify: ["view_verify", "", "/verify", false],
  dossier: ["view_dossier", "", "/dossier", true],
};

/** The words of a hint: behind each command that the app can do comes the way to that, behind each key its label. */
export const hinted = (text) =>
  text.split("`").flatMap((part, at) => (at % 2 ? [make("code", {}, part), ...labelOf(part), ...wayOf(part)] : [part]));

/** What a key is called in the form, where that is seen. */
function labelOf(part) {
  const name = part.replace(/:$/u, "");
  const field = find(JSON.stringify([name]))?.labels?.[0]?.textContent;
  const label = field ?? words[{ accept: "accepted", key_messages: "key_messages", excerpts: "excerpts", sections: "sections" }[name]];
  return label ? [` (“${label}”)`] : [];
}

function wayOf(command) {
  const [, name, rest] = /^bronbrief (\w+) ?(\S*)/u.exec(command) ?? [];
  if (name === "explain" && /^[a-z-]+$/u.test(rest)) return [" ", explainLink(rest)];
  if (!WAYS[name]) return [];
  const [word, selector, page, writes] = WAYS[name];
  if (writes && document.body.dataset.writes === "false") return [];
  const here = selector && document.querySelector(selector);
  if (!here) return [" ", make("a", { class: "way", href: page }, words[word])];
  const button = make("button", { type: "button", class: "way" }, words[word]);
  button.addEventListener("click", () => here.click());
  return [" ", button];
}
