// The letters of what is printed, and where each stands: lines are broken elsewhere than in the source, so
// white space and hyphens do not count.

/** Letters of a quotation that continues on another page: fewer may stand on a page by chance. */
const ENOUGH = 24;
/** Letters up to which words count as a quotation only between quotation marks. */
const SHORT = 16;
/** Letters of running heads and feet at most: but for these, a broken quotation is first or last on a page. */
const FURNITURE = 160;
/** Letters between two pieces of one quotation at most: a bracket's words, the number of a note. */
const APART = 12;

const IGNORED = /[\s\u0002\u00ad\u200b\u2010\u2011-]/u;
const [OPENING, CLOSING] = ["‘“\"'„«", "’”\"'»"];

/** The letters of a text that count. */
export const bare = (text) => text.replace(new RegExp(IGNORED, "gu"), "");

/** The letters in an element, but for parts that a selector leaves out; `starts` are those that begin a text node. */
export function lettersOf(element, leftOut = "") {
  const nodes = [];
  const starts = [];
  let text = "";
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const letters = bare(node.data);
    if (!letters || (leftOut && node.parentElement.closest(leftOut))) continue;
    nodes.push(node);
    starts.push(text.length);
    text += letters;
  }
  return { element, text, nodes, starts };
}

/** Which letter stands at or after a place in the page; -1 where the page has none there. */
export function letterAt({ nodes, starts }, node, offset) {
  const found = nodes.indexOf(node);
  return found < 0 ? -1 : starts[found] + bare(node.data.slice(0, offset)).length;
}

/** The range of letters `from` to `to`. */
export function rangeOf(letters, from, to) {
  const range = letters.element.ownerDocument.createRange();
  range.setStart(...placeOf(letters, from));
  const [node, offset] = placeOf(letters, to - 1);
  range.setEnd(node, offset + 1);
  return range;
}

function placeOf({ nodes, starts }, number) {
  const at = starts.findLastIndex((start) => start <= number);
  let left = number - starts[at];
  const { data } = nodes[at];
  for (let offset = 0; offset < data.length; offset += 1) {
    if (IGNORED.test(data[offset])) continue;
    if (left === 0) return [nodes[at], offset];
    left -= 1;
  }
  return [nodes[at], Math.max(0, data.length - 1)];
}

/** From where to where a quotation stands among the letters of a page, or as much of it as there is. */
export function stretches(page, quotation) {
  const pieces = quotation.split(/\[[^\]]*\]/u).map(bare).filter(Boolean);
  if (!pieces.length) return [];
  let at = page.indexOf(pieces[0]);
  if (at < 0) return inPart(page, pieces.join(""));
  const found = [];
  while (at >= 0) {
    let end = at + pieces[0].length;
    for (const piece of pieces.slice(1)) {
      const next = page.indexOf(piece, end);
      if (next < 0 || next - end > APART) break;
      end = next + piece.length;
    }
    const marked = at > 0 && OPENING.includes(page[at - 1]) && end < page.length && CLOSING.includes(page[end]);
    if (end - at > SHORT || marked) found.push([at, end]);
    at = page.indexOf(pieces[0], end);
  }
  return found;
}

/** Where a quotation begins that goes on overleaf, or ends that began there. */
function inPart(page, quotation) {
  const begins = most(quotation.length, (count) => page.includes(quotation.slice(0, count)));
  const ends = most(quotation.length, (count) => page.includes(quotation.slice(quotation.length - count)));
  const found = [];
  const first = page.lastIndexOf(quotation.slice(0, begins));
  if (begins >= ENOUGH && page.length - first - begins <= FURNITURE) found.push([first, first + begins]);
  const last = page.indexOf(quotation.slice(quotation.length - ends));
  if (ends >= ENOUGH && last <= FURNITURE) found.push([last, last + ends]);
  return found;
}

/** The largest count up to a length that holds, where each smaller one does too. */
export function most(length, holds) {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
