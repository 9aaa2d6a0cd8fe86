// The list of briefs, each with its state.

import { find, make, say, words } from "./dom.js";
import { count } from "./findings.js";

const lang = document.documentElement.lang;
const list = find("briefs");
const filter = find("brief-filter");
/** Briefs from which a list of them is no longer seen at once. */
const MANY = 9;
const time = { hour: "2-digit", minute: "2-digit" };
const today = new Intl.DateTimeFormat(lang, time);
const earlier = new Intl.DateTimeFormat(lang, { day: "numeric", month: "short", ...time });
let pick = () => {};
let inView = "";
let scrolled = false;

for (const way of ["wheel", "touchmove", "pointerdown", "keydown"]) {
  find("pane-briefs").addEventListener(way, () => { scrolled = true; }, { passive: true });
}

/** Call a function with the name of the brief that is chosen from the list. */
export const onChoice = (listener) => { pick = listener; };

export function showBriefs(briefs, chosen) {
  find("no-briefs").hidden = briefs.length > 0;
  const links = new Map([...list.querySelectorAll("a")].map((link) => [link.dataset.name, link]));
  const items = briefs.map((brief) => {
    const link = links.get(brief.name) ?? entry(brief.name);
    link.querySelector(".title").textContent = brief.title;
    link.querySelector(".title").lang = brief.lang || lang;
    link.querySelector(".file").textContent = brief.title === brief.name ? "" : brief.name;
    link.querySelector(".state").textContent = brief.known ? count(brief.counts) || words.in_order : words.unknown;
    link.querySelector(".built").textContent = builtText(brief);
    link.className = !brief.known ? "unknown" : brief.counts.error ? "error" : brief.counts.warning ? "warning" : "good";
    return link.parentElement;
  });
  if (items.length !== list.children.length || items.some((item, at) => item !== list.children[at])) {
    list.replaceChildren(...items);
  }
  filter.parentElement.hidden = briefs.length < MANY;
  sift();
  markChosen(chosen);
}

/** Show the briefs whose title or name holds the words of the filter. */
function sift() {
  const wanted = filter.parentElement.hidden ? [] : filter.value.toLowerCase().split(/\s+/u);
  for (const item of list.children) {
    item.hidden = !wanted.every((word) => item.textContent.toLowerCase().includes(word));
  }
}

filter.addEventListener("input", sift);

/** Mark the brief that is looked at. It stays in view while the list grows, until the reader scrolls. */
export function markChosen(name) {
  for (const link of list.querySelectorAll("a")) {
    if (link.dataset.name !== name) link.removeAttribute("aria-current");
    else {
      link.setAttribute("aria-current", "page");
      if (inView !== name) scrolled = false;
      inView = name;
      if (!scrolled) link.scrollIntoView({ block: "nearest" });
    }
  }
}

export const titleOf = (name) => list.querySelector(`[data-name="${CSS.escape(name)}"] .title`)?.textContent;

function entry(name) {
  const link = make("a", { href: `/?${new URLSearchParams({ brief: name })}`, "data-name": name });
  for (const part of ["title", "file"]) link.append(make("span", { class: part }), " ");
  link.append(make("span", { class: "stands" }, make("span", { class: "state" }), " ", make("span", { class: "built" })));
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    pick(name);
  });
  make("li", {}, link);
  return link;
}

export function builtText(brief) {
  if (!brief.built) return words.never_built;
  const moment = new Date(brief.built * 1000);
  const form = moment.toDateString() === new Date().toDateString() ? today : earlier;
  return say("built", { when: form.format(moment) });
}
