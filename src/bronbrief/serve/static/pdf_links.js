// The links of a page of the PDF: inner ones lead to their place, outer ones open in a tab of their own, if safe.

import { make } from "./dom.js";

/** Points that a link is high at least: that of a raised number is as high as its letters, and those are small. */
const LEAST = 10;

/** The links of a page: each an element, and a box for each line of it. `lead` is called with a destination. */
export async function linksOf(page, lead) {
  const viewport = page.getViewport({ scale: 1 });
  const found = [];
  for (const { subtype, url, dest, rect, contentsObj } of await page.getAnnotations()) {
    const address = safe(url);
    if (subtype !== "Link" || (!address && !dest)) continue;
    const name = contentsObj?.str || address;
    const same = JSON.stringify([name, address, dest]);
    if (found.at(-1)?.same !== same) found.push({ same, name, boxes: [], element: address ? outer(address) : inner(dest, lead) });
    found.at(-1).boxes.push(boxOf(viewport, rect)); // one that is broken has a box on each line
  }
  return found;
}

/** The kinds of address that a brief may lead to, and nothing else does: neither a script nor a file is opened. */
const OPENED = new Set(["http:", "https:", "mailto:", "tel:"]);

function safe(address) {
  const url = address && URL.parse(address);
  return OPENED.has(url?.protocol) ? url.href : "";
}

/** A box as parts of the page: left, top, right, bottom. */
function boxOf(viewport, rect) {
  const [left, top, right, bottom] = viewport.convertToViewportRectangle(rect);
  const more = Math.max(LEAST - Math.abs(bottom - top), 0) / 2;
  const [x, y] = [[left, right], [top, bottom]].map((ends) => ends.sort((one, other) => one - other));
  return [x[0] / viewport.width, (y[0] - more) / viewport.height, x[1] / viewport.width, (y[1] + more) / viewport.height];
}

const outer = (href) => make("a", { href, target: "_blank", rel: "noopener noreferrer" });

function inner(dest, lead) {
  const link = make("a", { href: "#pages" });
  link.addEventListener("click", (event) => {
    event.preventDefault();
    lead(dest, event.detail === 0);
  });
  return link;
}

/** The number of the page that a destination is on, and how far down and across it (ISO 32000-1, 12.3.2). */
export async function destinationOf(dest, file) {
  const [page, { name }, ...values] = typeof dest === "string" ? await file.getDestination(dest) : dest;
  const number = (typeof page === "object" ? await file.getPageIndex(page) : page) + 1;
  const [left, top] = name === "XYZ" ? values : name === "FitH" ? [null, values[0]] : [];
  const viewport = (await file.getPage(number)).getViewport({ scale: 1 });
  const [x, y] = viewport.convertToViewportPoint(left ?? 0, top ?? 0);
  return [number, typeof top === "number" ? y / viewport.height : 0, typeof left === "number" ? x / viewport.width : null];
}
