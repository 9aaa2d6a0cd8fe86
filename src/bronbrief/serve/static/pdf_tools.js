// The tools of the PDF: its pages by number, how large they are, and a search of their words.

import { find, say, tell, words } from "./dom.js";
import { bare, rangeOf } from "./letters.js";
import { goTo, now, onView, pageNow, pagesSeen, PAPER, zoom } from "./pdf.js";

const STEPS = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5];
const panel = find("panel-pdf");
const pages = find("pages");
const number = find("page-number");
const query = find("pdf-query");
let hits = [];
let at = -1;

onView(() => {
  const count = pagesSeen().length;
  find("pdf-tools").hidden = count === 0;
  tell(find("page-count"), say("of_pages", { count }));
  number.max = count;
  if (document.activeElement !== number) number.value = pageNow();
  tell(find("zoom-now"), `${Math.round((now() / PAPER) * 100)} %`);
  if (query.value && pagesSeen().some((sheet) => sheet.letters !== searched.get(sheet))) search({ stay: true });
});

function step(way) {
  const size = now() / PAPER;
  const next = way > 0 ? STEPS.find((one) => one > size + 0.01) : STEPS.findLast((one) => one < size - 0.01);
  if (next) zoom(next * PAPER);
}

find("zoom-out").addEventListener("click", () => step(-1));
find("zoom-in").addEventListener("click", () => step(1));
find("zoom-width").addEventListener("click", () => zoom(0));
find("page-before").addEventListener("click", () => goTo(pageNow() - 1));
find("page-after").addEventListener("click", () => goTo(pageNow() + 1));
number.addEventListener("change", () => goTo(Number(number.value) || 1));
panel.addEventListener("keydown", (event) => {
  const control = event.ctrlKey || event.metaKey;
  if (control && event.key === "f" && document.activeElement !== query) {
    event.preventDefault();
    query.focus();
    query.select();
  }
  if (control || event.altKey || event.target.matches("input")) return;
  const ways = { "+": () => step(1), "=": () => step(1), "-": () => step(-1), "0": () => zoom(0), n: () => goTo(pageNow() + 1), p: () => goTo(pageNow() - 1) };
  ways[event.key]?.();
});

const searched = new Map();

/** Find words in the text of all pages: line breaks and hyphens between them do not count. */
function search({ stay = false } = {}) {
  const wanted = fold(bare(query.value));
  hits = [];
  searched.clear();
  for (const sheet of pagesSeen()) {
    searched.set(sheet, sheet.letters);
    if (!wanted || !sheet.letters) continue;
    const text = fold(sheet.letters.text);
    for (let from = text.indexOf(wanted); from >= 0; from = text.indexOf(wanted, from + wanted.length)) {
      hits.push(rangeOf(sheet.letters, from, from + wanted.length));
    }
  }
  globalThis.CSS.highlights?.set("pdf-found", new Highlight(...hits));
  const first = hits.findIndex((hit) => hit.getBoundingClientRect().bottom > pages.getBoundingClientRect().top);
  show(stay ? Math.min(at, hits.length - 1) : Math.max(first, 0), { stay });
}

/** Small letters, as many of them: a letter that becomes two stays as it is. */
const fold = (text) => [...text].map((one) => (one.toLowerCase().length === one.length ? one.toLowerCase() : one)).join("");

function show(next, { stay = false } = {}) {
  at = hits.length ? (next + hits.length) % hits.length : -1;
  globalThis.CSS.highlights?.set("pdf-now", new Highlight(...hits.slice(at, at + 1)));
  tell(find("pdf-found"), !query.value ? "" : hits.length ? say("hit_of", { number: at + 1, count: hits.length }) : words.found_none);
  if (!stay && hits.length) hits[at].startContainer.parentElement.scrollIntoView({ block: "center", inline: "nearest" });
}

query.addEventListener("input", () => search());
find("pdf-search").addEventListener("submit", (event) => {
  event.preventDefault();
  show(at + 1);
});
find("hit-before").addEventListener("click", () => show(at - 1));
find("hit-after").addEventListener("click", () => show(at + 1));
query.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && query.value) {
    query.value = "";
    search();
  } else if (event.key === "Enter" && event.shiftKey) {
    event.preventDefault();
    show(at - 1);
  }
});
