// From a selection in a source to the excerpt for a spec: how often the words stand there, and the YAML.

import { note } from "./address.js";
import { characters, fetchJson, find, say, tell, words } from "./dom.js";
import { putExcerpt } from "./editor.js";
import { inForm } from "./ways.js";

const box = find("excerpt");
const content = find("sources");
const yaml = find("excerpt-yaml");
let selection = null;
let asked = 0;
let goesIn = false;
/** The excerpt that is to quote what is selected; "" makes a new one. */
let instead = "";
let context = () => ({ source: null, brief: "" });

/** Say where selections are made: the source that is open, and the brief that is looked at. */
export const setContext = (getter) => { context = getter; };

export function forgetSelection() {
  asked += 1;
  selection = null;
  box.hidden = true;
  instead = "";
  find("put").textContent = words.put;
}

/** Have an excerpt quote what is selected from here on, beginning with the words between two nodes, if there are. */
export function quoteInstead(name, first, last) {
  instead = name;
  find("put").textContent = words.put_instead;
  if (first) getSelection().setBaseAndExtent(first, 0, last, last.childNodes.length);
}

async function pick(first, start, last, end) {
  const turn = ++asked;
  const { source, brief } = context();
  if (!source) return;
  selection = { source, range: [first, start, last, end] }; // at once: who nudges fast nudges from here
  let found;
  try {
    found = await fetchJson(`/sources/${encodeURIComponent(source.id)}/excerpt`, { first, start, last, end, brief, sha256: source.sha256 });
  } catch {
    if (turn === asked) forgetSelection();
    return;
  }
  if (turn !== asked) return;
  selection = { source, range: found.selected };
  showExcerpt(found);
}

function showExcerpt(found) {
  box.hidden = false;
  const where = found.places === 1 ? words.one_place : say("places", { count: found.places });
  const refused = found.refusals.map((one) => `${one.headline}. ${one.hint}`).join(" ");
  tell(find("excerpt-state"), found.yaml ? `${where} ${words.proven}` : `${words.not_quotable} ${refused}`);
  tell(find("excerpt-edges"), edges(found.text));
  box.classList.toggle("refused", !found.yaml);
  const asYaml = found.yaml && !inForm();
  yaml.hidden = find("copy").hidden = find("paste").hidden = !asYaml;
  find("put").hidden = !found.yaml || document.body.dataset.writes === "false";
  tell(yaml, found.yaml);
  tell(find("copy-state"), "");
  keepInView();
  if (goesIn) find("excerpt-heading").focus();
  goesIn = false;
}

/** Say how a selection begins and ends, so that who trims it hears or sees what that did. */
function edges(text) {
  const all = text.split(/\s+/u).filter(Boolean);
  if (all.length < 7) return say("whole", { words: all.join(" ") });
  return say("from_to", { first: all.slice(0, 3).join(" "), last: all.slice(-3).join(" "), count: all.length });
}

/** The box takes room from the source: what was selected stays in sight, its beginning before its end. */
function keepInView() {
  const chosen = getSelection();
  if (!chosen.rangeCount || !content.contains(chosen.anchorNode)) return;
  const [part, area] = [chosen.getRangeAt(0).getBoundingClientRect(), content.getBoundingClientRect()];
  const head = content.querySelector(".ways").offsetHeight; // it stays while the rest scrolls
  const below = Math.min(part.bottom + 8 - area.bottom, part.top - head - area.top);
  if (below > 0) content.scrollTop += below;
}

/** Read the browser's selection as a stretch of passages; null where it lies elsewhere. */
function read() {
  const chosen = getSelection();
  if (!chosen.rangeCount || chosen.isCollapsed) return null;
  const range = chosen.getRangeAt(0);
  const touched = [...document.querySelectorAll(".words")].filter((text) => range.intersectsNode(text));
  const lit = touched.filter((text) => within(range, text).toString() !== "");
  if (!lit.length) return null;
  const [first, last] = [lit[0], lit.at(-1)];
  const before = document.createRange();
  before.selectNodeContents(first);
  if (first.contains(range.startContainer)) before.setEnd(range.startContainer, range.startOffset);
  else before.collapse(true);
  const upto = within(range, last);
  upto.setStart(last, 0);
  const length = (part, text) => characters(text.textContent, part.toString().length);
  return [first.dataset.passage, length(before, first), last.dataset.passage, length(upto, last)].map(Number);
}

function within(range, text) {
  const part = document.createRange();
  part.selectNodeContents(text);
  if (text.contains(range.startContainer)) part.setStart(range.startContainer, range.startOffset);
  if (text.contains(range.endContainer)) part.setEnd(range.endContainer, range.endOffset);
  return part;
}

let timer = 0;
document.addEventListener("selectionchange", () => {
  clearTimeout(timer);
  timer = setTimeout(() => {
    const stretch = read();
    if (stretch && String(stretch) !== String(selection?.range)) pick(...stretch);
  }, 150);
});

/** A word or a sentence more or less at one end, for whoever cannot or will not drag. */
function nudge(edge, step, unit) {
  if (!selection) return;
  let [first, start, last, end] = selection.range;
  const { passages, lang } = selection.source;
  const begins = edge === "begin";
  let [at, here] = [passages.findIndex((one) => one.index === (begins ? first : last)), begins ? start : end];
  let next;
  for (; next === undefined && passages[at]; at += next === undefined ? step : 0) {
    const { text } = passages[at];
    const spans = unit === "sentence" ? sentences(text, lang) : wordsOf(text);
    const ends = spans.map((span) => characters(text, span[begins ? 0 : 1]));
    next = step > 0 ? ends.find((one) => one > here) : ends.findLast((one) => one < here);
    here = step > 0 ? -1 : Infinity; // past the end of a passage its neighbour goes on
  }
  if (next === undefined) return;
  if (begins) [first, start] = [passages[at].index, next];
  else [last, end] = [passages[at].index, next];
  if (first > last) return;
  if (first === last && start >= end) return;
  reveal(first, start, last, end);
  pick(first, start, last, end);
}

const wordsOf = (text) => [...text.matchAll(/\S+/gu)].map((one) => [one.index, one.index + one[0].length]);

/** From where to where each sentence goes; a browser that knows of none takes the whole as one. */
function sentences(text, lang) {
  if (!Intl.Segmenter) return [[0, text.length]];
  const found = [...new Intl.Segmenter(lang, { granularity: "sentence" }).segment(text)];
  return found.map(({ index, segment }) => [index, index + segment.trimEnd().length]);
}

/** Show a stretch as the browser's own selection. */
function reveal(first, start, last, end) {
  const range = document.createRange();
  range.setStart(...pointAt(first, start));
  range.setEnd(...pointAt(last, end));
  const chosen = getSelection();
  chosen.removeAllRanges();
  chosen.addRange(range);
}

function pointAt(passage, count) {
  const text = find(`passage-${passage}`);
  let left = [...text.textContent].slice(0, count).join("").length;
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    if (left <= walker.currentNode.length) return [walker.currentNode, left];
    left -= walker.currentNode.length;
  }
  return [text, text.childNodes.length];
}

for (const edge of ["begin", "end"]) {
  for (const [way, step] of [["earlier", -1], ["later", 1]]) {
    find(`${edge}-${way}`).addEventListener("click", () => nudge(edge, step, "word"));
    find(`${edge}-${way}-sentence`).addEventListener("click", () => nudge(edge, step, "sentence"));
  }
}

content.addEventListener("click", (event) => {
  const cite = event.target.closest("[data-cite]");
  if (!cite) return;
  const index = Number(cite.dataset.cite);
  const length = [...find(`passage-${index}`).textContent].length;
  reveal(index, 0, index, length);
  note({ passage: String(index) });
  goesIn = event.detail === 0; // who came by key would have to pass all other passages to get there
  pick(index, 0, index, length);
});

find("excerpt-close").addEventListener("click", close);

/** Close the box and go back to the passage; false where it is not open. */
export function close() {
  if (box.hidden) return false;
  const back = selection && document.querySelector(`[data-cite="${selection.range[0]}"]`);
  getSelection().removeAllRanges();
  forgetSelection();
  back?.focus();
  return true;
}

find("copy").addEventListener("click", async () => {
  try {
    await navigator.clipboard.writeText(yaml.textContent);
    tell(find("copy-state"), words.copied);
  } catch {
    getSelection().selectAllChildren(yaml);
    tell(find("copy-state"), words.copy_by_hand);
  }
});

find("put").addEventListener("click", async () => {
  if (!selection) return;
  try {
    tell(find("copy-state"), await putExcerpt(selection.source, selection.range, instead));
  } catch {
    tell(find("copy-state"), words.save_failed);
  }
});
