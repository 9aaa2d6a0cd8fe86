// From what is seen of the brief to its line in the text, and from the cursor in the text to what is seen.

import { fetchJson } from "./dom.js";
import { bare, letterAt, most, rangeOf } from "./letters.js";

/** Letters by which a text is found: what comes after them may be broken off by a note or the end of a page. */
const SURE = 60;
/** Letters that notes, and the heads and feet of pages, may put between those of a text. */
const MORE = 200;

let known = { version: "", texts: [] };

/** What a version of a brief prints: texts, each with its line and column in the spec. */
export async function textsOf({ name, proven }) {
  if (known.version !== proven) {
    const found = await fetchJson(`/briefs/${encodeURIComponent(name)}/lines`).catch(() => null);
    known = { version: proven, texts: (found ?? []).map(([text, line, column]) => ({ letters: bare(text), line, column })) };
  }
  return known.texts;
}

/** Where texts stand among the letters of what is seen: each from where to where, in that order. */
function stretchesOf(texts, letters) {
  const begins = new Set(letters.starts);
  const same = new Map();
  for (const one of texts) same.set(one.letters, [...(same.get(one.letters) ?? []), one]);
  return [...same].flatMap(([wanted, ones]) => {
    const found = occurrences(letters.text, wanted, begins);
    return found.map((from, at) => ({ from, to: from + wanted.length, text: ones[Math.min(at, ones.length - 1)] }));
  }).sort((one, other) => one.from - other.from);
}

/** Where a text begins: at the beginning of a piece of the page, else anywhere, if it is no single word. */
function occurrences(page, wanted, begins) {
  const head = wanted.slice(0, SURE);
  const sure = page.includes(head) ? head.length : most(head.length, (count) => page.includes(head.slice(0, count)));
  if (sure < Math.min(head.length, 12)) return [];
  const found = [];
  for (let at = page.indexOf(head.slice(0, sure)); at >= 0; at = page.indexOf(head.slice(0, sure), at + sure)) found.push(at);
  const first = found.filter((at) => begins.has(at));
  return first.length ? first : wanted.length > 20 ? found : [];
}

/** The text that is printed at a place of what is seen, or null. */
export function textAt(texts, letters, node, offset) {
  // Beyond the end of a line the browser names the place after its last letter.
  const at = Math.max(letterAt(letters, node, 0), letterAt(letters, node, offset) - 1);
  if (at < 0) return null;
  const all = stretchesOf(texts, letters);
  const before = all.findLast(({ from }) => from <= at);
  return before && at < before.to + MORE ? before.text : null;
}

/** The text that an element prints: the first that begins in it, else the one that it stands in. */
export function textOf(texts, letters, element) {
  const inside = letters.nodes.filter((node) => element.contains(node));
  if (!inside.length) return null;
  const [first, last] = [letterAt(letters, inside[0], 0), letterAt(letters, inside.at(-1), inside.at(-1).length)];
  const begins = stretchesOf(texts, letters).find(({ from }) => from >= first && from < last);
  return begins?.text ?? textAt(texts, letters, inside[0], 0);
}

/** The first text that begins below the top of the window: what a reader without a mouse looks at. */
export function textSeen(texts, letters, top) {
  return stretchesOf(texts, letters).find(({ from }) => rangeOf(letters, from, from + 1).getBoundingClientRect().top >= top)?.text ?? null;
}

/** Where a heading is printed; null where it is not. */
export function placeOfText(letters, text) {
  const [from] = occurrences(letters.text, bare(text), new Set(letters.starts));
  return from === undefined ? null : rangeOf(letters, from, from + 1);
}

/** Where the text is printed that stands nearest to the cursor; null where none is. */
export function rangeAt(texts, letters, line, column) {
  const far = ({ text }) => (text.line === line ? Number(text.column > column) / 2 : Math.abs(text.line - line) + Number(text.line < line) / 2);
  const best = stretchesOf(texts, letters).reduce((nearest, one) => (nearest && far(nearest) <= far(one) ? nearest : one), null);
  return best && rangeOf(letters, best.from, Math.min(best.to, letters.text.length));
}
