// The PDF as a document. A new version is drawn page by page over the one that is seen, so that nothing
// flickers; pages are drawn when they come near the screen, the text of all of them is set after that.

import { find } from "./dom.js";
import { openPdf } from "./pdf_file.js";
import { destinationOf } from "./pdf_links.js";
import { placeOf, Sheet } from "./pdf_sheet.js";

const holder = find("pages");
/** Pixels of the screen to a point where a page is as large as on paper. */
export const PAPER = 96 / 72;
const [LEAST, MOST] = [PAPER / 4, PAPER * 5];
/** Width of a pane in which a page leaves out its margins to be read. */
const NARROW = 600;

let sheets = [];
let quotations = [];
let open = null;
let [brief, wanted] = ["", ""];
let column = [0.07, 0.93];
let scale = 0; // 0: as wide as the pane
let heard = () => {};
let changed = () => {};

/** Call a function with the quotation that is chosen on a page, as a list of ids, and how: by key or not. */
export const onSpot = (listener) => { heard = listener; };

/** Call a function whenever other pages, another one or another size are seen. */
export const onView = (listener) => { changed = listener; };

export const pagesSeen = () => sheets;

export async function showPdf(name, version) {
  if (name !== brief) {
    holder.replaceChildren();
    open?.close();
    [wanted, brief, sheets, open] = ["", name, [], null];
    delete holder.dataset.version;
  }
  if (!version || version === wanted) return;
  wanted = version;
  const stale = () => brief !== name || wanted !== version;
  let next = null;
  try {
    const path = `/briefs/${encodeURIComponent(name)}`;
    const answer = await fetch(`${path}/${encodeURIComponent(name)}.pdf?${new URLSearchParams({ version })}`);
    if (answer.ok) next = await openPdf(await answer.arrayBuffer());
  } catch {
    // no file that can be read; the next version will be
  }
  if (stale()) next?.close();
  else if (next) await take(next, version, stale);
  else wanted = "";
}

/** Have the pages of a version in place of those of the one before. */
async function take(next, version, stale) {
  const before = open;
  open = next;
  const { pages } = next;
  sheets.splice(pages.length).forEach((sheet) => sheet.element.remove());
  while (sheets.length < pages.length) {
    sheets.push(new Sheet(sheets.length + 1, (...what) => heard(...what)));
    holder.append(sheets.at(-1).element);
  }
  pages.forEach((page, at) => sheets[at].take(page, version, pages.length));
  fit();
  await drawSeen();
  before?.close();
  if (stale()) return;
  for (const sheet of [...sheets].sort((one, other) => near(other) - near(one))) {
    await sheet.setText(next.TextLayer);
    if (stale()) return;
    sheet.place(quotations);
    if (near(sheet)) holder.dataset.version = version;
  }
  await settleColumn();
  holder.dataset.version = version;
  changed();
  for (const sheet of sheets) {
    await sheet.setLinks(lead);
    if (stale()) return;
    sheet.place(quotations);
  }
}

/** Go to the place of a link; who came by key goes on from there. */
async function lead(dest, byKey) {
  const place = await destinationOf(dest, open.file).catch(() => null);
  if (!place) return; // a link to nowhere
  const [number, part, across] = place;
  const { element } = sheets[number - 1];
  goTo(number, part);
  const far = element.getBoundingClientRect().left + across * element.offsetWidth - holder.getBoundingClientRect().left;
  if (across !== null && (far < 0 || far > holder.clientWidth * 0.7)) holder.scrollLeft += far - 12;
  const next = [...element.querySelectorAll(".over")].find((one) => placeOf(one, "y") > part - 0.01);
  if (byKey) (next ?? holder).focus({ preventScroll: true });
  later();
}

/** Learn what the brief quotes: each quotation leads to its source. */
export function setQuotations(found) {
  quotations = found;
  placeAll();
}

const placeAll = () => sheets.forEach((sheet) => sheet.place(quotations));

/** Tell whether a page is seen, or is less than a part of the screen away from it. */
const near = (sheet, part = 0.5) => {
  const { top, bottom, height } = sheet.element.getBoundingClientRect();
  return height > 0 && bottom > -innerHeight * part && top < innerHeight * (1 + part);
};

/** Draw what is seen, then what may be seen next; let go of the rest. */
async function drawSeen() {
  for (const part of [0, 0.5]) await Promise.all(sheets.filter((sheet) => near(sheet, part)).map((sheet) => sheet.draw(now(), Math.min(devicePixelRatio, 3))));
  if (holder.offsetWidth) sheets.filter((sheet) => !near(sheet)).forEach((sheet) => sheet.forget());
}

/** The scale now: pixels of the screen to a point. */
export const now = () => Math.min(Math.max(scale || asWide(), LEAST), MOST);

const narrow = () => holder.clientWidth < NARROW;

/** As wide as the pane; where that is small, only the column that is read. */
function asWide() {
  const [left, right] = narrow() ? column : [0, 1];
  const width = Math.max(...sheets.map((sheet) => sheet.width), 1) * (right - left);
  return Math.min((holder.clientWidth - (narrow() ? 20 : 36)) / width, PAPER * 1.1);
}

/** The column that most of the text stands in, as parts of the width of a page: its left and its right. */
function mainColumn() {
  const lines = sheets.slice(0, 4).flatMap((sheet) => sheet.lines());
  const weights = new Map();
  for (const { left, letters } of lines) weights.set(Math.round(left * 60), (weights.get(Math.round(left * 60)) ?? 0) + letters);
  const [most] = [...weights].sort((one, other) => other[1] - one[1])[0] ?? [0];
  const mine = lines.filter(({ left }) => Math.abs(left * 60 - most) < 1);
  return mine.length ? [Math.min(...mine.map(({ left }) => left)), Math.max(...mine.map(({ right }) => right))] : [0, 1];
}

/** Learn which column is read. A reader who has come further than the beginning stays there. */
async function settleColumn() {
  column = mainColumn();
  if (!narrow() || scale) return;
  fit();
  if (holder.scrollTop < 9) acrossTo(column);
  await drawSeen();
}

const acrossTo = ([left, right]) => { holder.scrollLeft = (left + right) / 2 * holder.scrollWidth - holder.clientWidth / 2; };

function fit() {
  if (!sheets.length || !holder.clientWidth) return;
  const [sheet, part, across] = placeNow();
  holder.style.setProperty("--total-scale-factor", now());
  sheets.forEach((one) => one.size(now()));
  if (sheet) goTo(sheet.number, part);
  holder.scrollLeft = across * holder.scrollWidth - holder.clientWidth / 2;
  changed();
}

/** Where the reader is: a page, how far down it the pane begins, and what stands in the middle across. */
function placeNow() {
  const top = Math.max(holder.getBoundingClientRect().top, 0);
  const sheet = sheets.find((one) => one.element.getBoundingClientRect().bottom > top + 1);
  const box = sheet?.element.getBoundingClientRect();
  const across = holder.scrollWidth > holder.clientWidth ? (holder.scrollLeft + holder.clientWidth / 2) / holder.scrollWidth : 0.5;
  return [box?.height ? sheet : null, box ? (top - box.top) / box.height : 0, across];
}

/** The number of the page that is read. */
export function pageNow() {
  const middle = holder.getBoundingClientRect().top + Math.min(holder.clientHeight, innerHeight) * 0.4;
  return (sheets.find((one) => one.element.getBoundingClientRect().bottom > middle) ?? sheets.at(-1))?.number ?? 0;
}

/** Go to a page, or to a part of its height. */
export function goTo(number, part = 0) {
  const sheet = sheets[Math.min(Math.max(number, 1), sheets.length) - 1];
  if (!sheet) return;
  const scroller = holder.scrollHeight > holder.clientHeight + 1 ? holder : document.scrollingElement;
  const top = scroller === holder ? holder.getBoundingClientRect().top : 0;
  const box = sheet.element.getBoundingClientRect();
  scroller.scrollBy({ top: box.top + part * box.height - top, behavior: "instant" });
}

/** Show the pages larger or smaller; 0 is as wide as the pane. */
export function zoom(to) {
  scale = to && Math.min(Math.max(to, LEAST), MOST);
  fit();
  if (!to && narrow()) acrossTo(column);
  later();
}

let timer = 0;
function later() {
  clearTimeout(timer);
  timer = setTimeout(drawSeen, 60);
}

new ResizeObserver(() => {
  fit();
  placeAll();
  later();
}).observe(holder);
document.addEventListener("scroll", () => {
  later();
  changed();
}, { capture: true, passive: true });

/** Bring the reader back to a quotation on a page; false where it is gone. */
export function returnToSpot({ excerpt, page }) {
  const button = sheets[page]?.spotOf(excerpt);
  button?.scrollIntoView({ block: "center" });
  button?.focus({ preventScroll: true });
  return Boolean(button);
}
