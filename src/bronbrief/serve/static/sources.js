// The pane of sources: their list, what a search finds, and one source opened to be read and quoted from.

import { asked as askedOf, note } from "./address.js";
import { characters, fetchJson, find, make, replaceKeeping, say, tell, units, words } from "./dom.js";
import { forgetSelection, quoteInstead } from "./excerpt.js";
import { showPane } from "./panes.js";
import { quotedList } from "./quoted.js";

const content = find("sources");
const query = find("query");
const state = find("search-state");
let listing = { sources: [], total: 0 };
let open = null;
let highlighted = [];
let origin = null;
let quotations = [];
let asked = 0;
let opening = 0;
let goBack = () => {};

/** Go back to the place in the brief that led here; false where none did. */
export function leaveForBrief() {
  if (open && origin) goBack(origin);
  return Boolean(open && origin);
}

export const openSource = () => open;

/** Call a function with the place in the brief that the reader came from, when they want to go back there. */
export const onReturn = (listener) => { goBack = listener; };

/** Take the list of sources anew, and the source that is open. */
export async function refreshSources() {
  try {
    listing = await fetchJson("/sources");
  } catch {
    return; // the server went; it tells of its sources when it is back
  }
  if (opening) return;
  if (open) await show(open.id, { keep: true });
  else if (query.value.trim()) await search();
  else showList(state.textContent); // what was said of a source that is not there stays
}

export function setQuotations(found) {
  quotations = found;
  if (open) quoted();
}

const quoted = () => quotedList(open, quotations, (one) => highlight(one, { focus: true }));

/**
 * Open a source and highlight stretches of it: [passage, start, end], in characters; or the passage at a `locator`. `from` is the place in
 * the brief to go back to; `keep` leaves the reader where they are, in a source that may have changed.
 */
export async function show(id, { stretches = [], locator = "", keep = false, focus = false, from = null } = {}) {
  const turn = ++asked;
  let source;
  opening += 1;
  try {
    source = await fetchJson(`/sources/${encodeURIComponent(id)}`);
  } catch {
    if (turn === asked && !keep) tell(state, words.no_source);
    return;
  } finally {
    opening -= 1;
  }
  if (turn !== asked) return;
  if (keep && JSON.stringify(source) === JSON.stringify(open)) return;
  const at = source.passages.find((one) => one.locator === locator);
  [open, highlighted] = [source, at ? [[at.index, 0, Infinity]] : stretches];
  if (!keep) origin = from;
  forgetSelection();
  tell(state, "");
  replaceKeeping(content, ...opened());
  if (keep) return;
  note({ source: id, passage: String(highlighted[0]?.[0] ?? ""), search: query.value.trim() });
  reveal(focus);
}

/** Open what the address asks for: a source, at a passage of it, or a search. */
export async function openAsked() {
  const { source, passage, search: wanted } = askedOf();
  query.value = wanted;
  if (source) {
    showPane("sources");
    await show(source, { stretches: /^\d+$/u.test(passage) ? [[Number(passage), 0, Infinity]] : [] });
  } else if (wanted) await search();
}

/** Go to the first highlight, or to the top. The focus goes along where it was asked for. */
function reveal(focus) {
  const mark = content.querySelector("mark");
  if (mark) mark.scrollIntoView({ block: "center" });
  else content.scrollTop = 0;
  const target = mark?.closest(".passage").querySelector(".cite") ?? content.querySelector("h3");
  if (focus) target.focus({ preventScroll: true });
}

function opened() {
  const back = make("button", { type: "button", class: "back", "data-keep": "back" }, `← ${words.all_sources}`);
  back.addEventListener("click", leave);
  const ways = make("p", { class: "ways" }, back);
  if (origin) {
    const there = make(
      "button",
      { type: "button", class: "return", "data-keep": "return", "aria-keyshortcuts": "Escape" },
      words.back_to_brief,
      make("kbd", {}, "Esc"),
    );
    there.addEventListener("click", leaveForBrief);
    ways.append(there);
  }
  return [
    ways,
    make("h3", { tabindex: "-1", lang: open.lang, "data-keep": "title" }, open.title),
    make("p", { class: "about" }, make("code", {}, open.id), open.about ? ` · ${open.about}` : "", " ", ...actions(open.id)),
    quoted(),
    make("p", { class: "note" }, words.how),
    make("div", { class: "passages", lang: open.lang }, ...open.passages.map(passage)),
  ];
}

let giveFacts = () => {};
/** Call a function with the source whose facts the reader wants to add or correct. */
export const onFacts = (listener) => { giveFacts = listener; };

let remove = () => {};
/** Call a function with the source that the reader wants to take out of the workspace. */
export const onRemoval = (listener) => { remove = listener; };

function actions(id) {
  if (document.body.dataset.writes === "false") return [];
  return [["facts", words.give_facts, giveFacts], ["removal", `${words.remove_source} …`, remove]].map(([key, label, act]) => {
    const button = make("button", { type: "button", class: "to-line", "data-keep": key }, label);
    button.addEventListener("click", () => act(id));
    return button;
  });
}

/** Go back from the open source to the list, or to what a search found. */
export async function leave() {
  const { id } = open;
  open = null;
  note({ source: "", passage: "" });
  forgetSelection();
  if (query.value.trim()) await search();
  else showList();
  const entry = content.querySelector(`[data-source="${CSS.escape(id)}"]`) ?? content.querySelector("button") ?? query;
  entry.focus();
}

/** Show a quotation in its source. */
export async function highlight(quotation, { focus = false, from = null } = {}) {
  const back = from ?? [{ excerpt: quotation.id }, ...quotation.anchors.map((anchor) => ({ anchor }))];
  await show(quotation.source, { stretches: quotation.stretches, focus, from: back });
  tell(state, say("shown_in_source", { source: open?.title ?? quotation.source, locator: quotation.locator }));
}

/** Open the source of an excerpt with its words selected, for it to quote more, fewer or others. */
export async function quoteAnew(name, source) {
  const known = quotations.find((one) => one.id === name && one.source === source);
  showPane("sources");
  await (known ? highlight(known, { focus: true }) : show(source, { focus: true }));
  const marks = content.querySelectorAll("mark");
  if (open?.id === source) quoteInstead(name, marks[0], marks[marks.length - 1]);
}

function passage(one) {
  const cite = make(
    "button",
    {
      type: "button",
      class: "cite",
      "data-cite": one.index,
      "data-keep": `cite-${one.index}`,
      "aria-label": say("quote_passage", one),
    },
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

function showList(said = "") {
  asked += 1;
  const entries = listing.sources.map((source) => entry(source.id, source.title, source.about));
  const more = listing.total > listing.sources.length;
  const note = listing.total ? more && say("more_sources", { count: listing.total }) : words.no_sources;
  replaceKeeping(
    content,
    ...(entries.length ? [make("ul", { class: "sources" }, ...entries)] : []),
    ...(note ? [make("p", { class: "note" }, note)] : []),
  );
  tell(state, said);
}

function entry(id, title, about) {
  const button = make("button", { type: "button", "data-source": id, "data-keep": id });
  button.append(make("span", { class: "title" }, title), make("span", { class: "about" }, about || id));
  button.addEventListener("click", () => show(id, { focus: true }));
  return make("li", {}, button);
}

async function search() {
  const text = query.value.trim();
  const turn = ++asked;
  note({ source: "", passage: "", search: text });
  if (!text) {
    open = null;
    forgetSelection();
    showList();
    return;
  }
  // The first search of many sources takes seconds: it reads them all.
  const slow = setTimeout(() => turn === asked && tell(state, words.searching), 400);
  let found = null;
  try {
    found = await fetchJson("/search", { text, lang: document.documentElement.lang });
  } catch {
    if (turn === asked) tell(state, words.lost);
  }
  clearTimeout(slow);
  if (turn !== asked || !found) return;
  const { sources, hits, remarks } = found;
  open = null;
  forgetSelection();
  tell(state, [counted(sources.length, hits.length), ...(sources.length ? [] : remarks)].join(" "));
  const lists = [
    sources.length && make("ul", { class: "sources" }, ...sources.map((one) => entry(one.id, one.title, one.about))),
    hits.length && make("ul", { class: "hits" }, ...hits.map(hit)),
  ];
  replaceKeeping(content, ...lists.filter(Boolean));
}

/** The server tells no more than the first so many. */
const atLeast = (count, limit) => (count < limit ? count : `${limit}+`);

function counted(sources, hits) {
  const parts = [
    sources && (sources === 1 ? words.named_one : say("named", { count: atLeast(sources, 10) })),
    hits && (hits === 1 ? words.found_one : say("found", { count: atLeast(hits, 40) })),
  ];
  return parts.filter(Boolean).join(", ") || words.found_none;
}

function hit(one) {
  const stretches = one.marks.map(([start, end]) => [one.passage, start, end]);
  const button = make("button", {
    type: "button",
    "data-source": one.source,
    "data-keep": `${one.source}/${one.passage}`,
  });
  button.append(
    make("span", { class: "title" }, one.title),
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

async function typed() {
  await search();
  if (!open) content.scrollTop = 0;
}

let timer = 0;
query.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(typed, 120);
});
find("search").addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(timer);
  typed();
});
