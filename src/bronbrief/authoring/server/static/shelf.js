// The pane of sources: their list, what a search finds, and one source opened to be read and quoted from.

import { characters, fetchJson, find, make, say, tell, units, words } from "./dom.js";
import { forgetSelection } from "./excerpt.js";

const shelf = find("shelf");
const query = find("query");
const state = find("search-state");
let listing = { sources: [], total: 0 };
let open = null;
let highlighted = [];
let quotations = [];
let asked = 0;

export const openSource = () => open;

/** Take the list of sources anew, and the source that is open. */
export async function refreshSources() {
  listing = await fetchJson("/sources");
  if (open) await show(open.id, { keep: true });
  else if (query.value.trim()) await search();
  else showList();
}

export function setQuotations(found) {
  quotations = found;
  if (open) show(open.id, { keep: true });
}

/** Open a source and highlight stretches of it: [passage, start, end], in characters. */
export async function show(id, { stretches = null, keep = false, focus = false } = {}) {
  const turn = ++asked;
  if (stretches || !keep) highlighted = stretches ?? [];
  let source;
  try {
    source = await fetchJson(`/sources/${encodeURIComponent(id)}`);
  } catch {
    if (turn === asked && !keep) tell(state, words.no_source);
    return;
  }
  if (turn !== asked) return;
  const same = open && keep && JSON.stringify(source) === JSON.stringify(open) && shelf.querySelector(".passages");
  open = source;
  if (same) {
    shelf.querySelector(".quoted")?.replaceWith(quotedList());
    return;
  }
  forgetSelection();
  tell(state, "");
  shelf.replaceChildren(...opened());
  const mark = shelf.querySelector("mark");
  if (mark) mark.scrollIntoView({ block: "center" });
  else if (!keep) shelf.scrollTop = 0;
  if (focus) shelf.querySelector("h3").focus();
}

function opened() {
  const back = make("button", { type: "button", class: "back" }, `← ${words.all_sources}`);
  back.addEventListener("click", () => {
    open = null;
    forgetSelection();
    if (query.value.trim()) search();
    else showList();
    shelf.querySelector("button")?.focus();
  });
  return [
    back,
    make("h3", { tabindex: "-1", lang: open.lang }, open.title),
    make("p", { class: "about" }, make("code", {}, open.id), open.about ? ` · ${open.about}` : ""),
    quotedList(),
    make("p", { class: "note" }, words.how),
    make("div", { class: "passages", lang: open.lang }, ...open.passages.map(passage)),
  ];
}

/** The quotations that the brief takes from this source, as buttons: the way to them without a mouse. */
function quotedList() {
  const mine = quotations.filter((one) => one.source === open.id);
  const list = make("details", { class: "quoted", hidden: mine.length === 0 });
  list.append(make("summary", {}, `${words.quoted} (${mine.length})`));
  list.append(make("ul", {}, ...mine.map((one) => {
    const button = make("button", { type: "button" }, make("span", { class: "locator" }, one.locator), ` ${one.text}`);
    button.addEventListener("click", () => highlight(one));
    return make("li", { lang: open.lang }, button);
  })));
  return list;
}

/** Show a quotation in its source. */
export async function highlight(quotation, { focus = false } = {}) {
  await show(quotation.source, { stretches: quotation.stretches, focus });
  tell(state, say("shown_in_source", { source: open?.title ?? quotation.source, locator: quotation.locator }));
}

function passage(one) {
  const cite = make(
    "button",
    { type: "button", class: "cite", "data-cite": one.index, "aria-label": say("quote_passage", one) },
    one.locator,
  );
  const text = make("p", { class: "words", "data-passage": one.index, id: `passage-${one.index}` });
  text.append(...pieces(one.text, highlighted.filter(([index]) => index === one.index)));
  return make("div", { class: `passage ${one.unit.toLowerCase()}` }, cite, text);
}

/** Cut a text into pieces, those within stretches marked. */
function pieces(text, stretches) {
  const parts = [];
  let at = 0;
  for (const [, start, end] of [...stretches].sort((a, b) => a[1] - b[1])) {
    const [from, to] = [Math.max(units(text, start), at), units(text, end)];
    if (to <= from) continue;
    parts.push(text.slice(at, from), make("mark", {}, text.slice(from, to)));
    at = to;
  }
  return [...parts, text.slice(at)].filter((part) => part !== "");
}

function showList() {
  asked += 1;
  const entries = listing.sources.map((source) => entry(source.id, source.title, source.about));
  const more = listing.total > listing.sources.length;
  shelf.replaceChildren(
    make("ul", { class: "sources" }, ...entries),
    ...(more ? [make("p", { class: "note" }, say("more_sources", { count: listing.total }))] : []),
  );
  tell(state, "");
}

function entry(id, title, about) {
  const button = make("button", { type: "button", "data-source": id });
  button.append(make("span", { class: "title" }, title), make("span", { class: "about" }, about || id));
  button.addEventListener("click", () => show(id, { focus: true }));
  return make("li", {}, button);
}

async function search() {
  const text = query.value.trim();
  const turn = ++asked;
  if (!text) {
    open = null;
    forgetSelection();
    showList();
    return;
  }
  const { hits } = await fetchJson("/search", { text });
  if (turn !== asked) return;
  open = null;
  forgetSelection();
  const counted = hits.length === 1 ? words.found_one : say("found", { count: hits.length });
  tell(state, hits.length ? counted : words.found_none);
  shelf.replaceChildren(make("ul", { class: "hits" }, ...hits.map(hit)));
}

function hit(one) {
  const stretches = one.marks.map(([start, end]) => [one.passage, start, end]);
  const button = make("button", { type: "button", "data-source": one.source });
  const title = listing.sources.find((source) => source.id === one.source)?.title ?? one.source;
  button.append(
    make("span", { class: "title" }, title),
    make("span", { class: "locator" }, one.locator),
    make("span", { class: "about" }, ...around(one.text, stretches)),
  );
  button.addEventListener("click", () => show(one.source, { stretches, focus: true }));
  return make("li", {}, button);
}

/** The words around the first mark. */
function around(text, stretches) {
  const first = stretches.length ? units(text, stretches[0][1]) : 0;
  const start = Math.max(0, text.lastIndexOf(" ", Math.max(0, first - 60)));
  const shift = characters(text, start);
  const shown = text.slice(start, start + 220);
  const moved = stretches.map(([at, from, to]) => [at, from - shift, to - shift]);
  return [start > 0 ? "…" : "", ...pieces(shown, moved), start + 220 < text.length ? "…" : ""];
}

let timer = 0;
query.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(search, 120);
});
find("search").addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(timer);
  search();
});
