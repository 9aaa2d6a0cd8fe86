// One page of the PDF: a drawing of it, its text over that, and over both its links and the buttons of quotations.

import { make, say, wayToSource } from "./dom.js";
import { lettersOf, rangeOf, stretches } from "./letters.js";
import { linksOf } from "./pdf_links.js";

/** Pixels of a page at most: one of any size is drawn within what a browser can hold. */
const MOST_PIXELS = 16_000_000;

export class Sheet {
  constructor(number, onSpot) {
    this.element = make("div", { class: "sheet", role: "group", "data-page": number });
    [this.number, this.onSpot] = [number, onSpot];
    [this.page, this.canvas, this.layer, this.letters, this.task] = [null, null, null, null, null];
    this.links = [];
    this.drawn = ""; // of which version, at which scale
  }

  /** Be a page of a version. What was drawn of the one before stays until this one is. */
  take(page, version, count) {
    [this.page, this.version] = [page, version];
    const { width, height } = page.getViewport({ scale: 1 });
    [this.width, this.height] = [width, height];
    this.element.setAttribute("aria-label", say("page_of", { number: this.number, count }));
  }

  /** Be so large, in whole pixels: between two of them a drawing is blurred. */
  size(scale) {
    this.element.style.width = `${Math.floor(this.width * scale)}px`;
    this.element.style.height = `${Math.floor(this.height * scale)}px`;
  }

  /** Draw the page at a scale: pixels of the screen to a point. */
  async draw(scale, ratio) {
    const { version } = this;
    const wanted = `${version} ${scale} ${ratio}`;
    if (wanted === this.drawn) return;
    this.drawn = wanted;
    this.task?.cancel();
    const most = Math.sqrt(MOST_PIXELS / (this.width * this.height));
    const viewport = this.page.getViewport({ scale: Math.min(scale * ratio, most) });
    const [width, height] = [viewport.width, viewport.height].map((size) => Math.max(1, Math.floor(size)));
    const canvas = make("canvas", { width, height, "aria-hidden": "true" });
    try {
      this.task = this.page.render({ canvas, viewport });
      await this.task.promise;
    } catch {
      if (this.drawn === wanted) this.drawn = "";
      return; // another drawing took its place, another version came, or the file is not whole
    }
    if (this.drawn !== wanted) return;
    canvas.dataset.version = version;
    if (this.canvas) this.canvas.replaceWith(canvas);
    else this.element.prepend(canvas);
    this.canvas = canvas;
  }

  /** Let go of the drawing of a page that is far away. */
  forget() {
    this.task?.cancel();
    this.canvas?.remove();
    [this.canvas, this.drawn] = [null, ""];
  }

  /** Set the text of the page over it, so that it can be selected, copied and searched. */
  async setText(TextLayer) {
    if (this.textOf === this.version) return;
    this.textOf = this.version;
    const { page } = this;
    const container = make("div", { class: "text-layer" });
    try {
      const text = { textContentSource: page.streamTextContent(), container, viewport: page.getViewport({ scale: 1 }) };
      await new TextLayer(text).render();
    } catch {
      return; // another version came
    }
    if (page !== this.page) return;
    if (this.layer) this.layer.replaceWith(container);
    else this.element.append(container);
    [this.layer, this.letters] = [container, lettersOf(container)];
    this.placed = null;
  }

  /** Know the links of the page; `lead` is called with the destination of an inner one. */
  async setLinks(lead) {
    if (this.linksOf === this.version) return;
    this.linksOf = this.version;
    const { page } = this;
    const links = await linksOf(page, lead).catch(() => []); // another version came
    if (page !== this.page) return;
    this.links = links.map(({ name, boxes, element }, at) => {
      Object.assign(element, { className: "over link", ariaLabel: name });
      element.dataset.keep = `link-${at}`;
      return laid(element, boxes);
    });
    this.placed = null;
  }

  /** The lines of its text: from where to where they go, as parts of its width, and how many letters they have. */
  lines() {
    const area = this.element.getBoundingClientRect();
    return [...(this.layer?.querySelectorAll("span") ?? [])].map((span) => {
      const { left, right } = span.getBoundingClientRect();
      return { left: (left - area.left) / area.width, right: (right - area.left) / area.width, letters: span.textContent.length };
    });
  }

  /** Lay links and the buttons of quotations over the page. What has the focus keeps it, where it still stands. */
  place(quotations) {
    if (!this.letters || this.placed === quotations || !this.element.offsetWidth) return;
    this.placed = quotations;
    const spots = quotations.flatMap(({ id, text }) => stretches(this.letters.text, text).map((ends) => this.spot(id, text, this.boxes(...ends))));
    const held = this.element.contains(document.activeElement) ? document.activeElement.dataset.keep : null;
    this.element.querySelectorAll(".over").forEach((one) => one.remove());
    this.element.append(...[...spots, ...this.links].sort((one, other) => placeOf(one, "y") - placeOf(other, "y") || placeOf(one, "x") - placeOf(other, "x")));
    if (held) this.element.querySelector(`[data-keep="${CSS.escape(held)}"]`)?.focus({ preventScroll: true });
  }

  spotOf(id) {
    return this.element.querySelector(`[data-excerpt="${CSS.escape(id)}"]`);
  }

  /** A box for each line of a stretch of letters, as parts of the page: left, top, right, bottom. */
  boxes(from, to) {
    const area = this.element.getBoundingClientRect();
    const lines = [];
    for (const { left, top, right, bottom } of rangeOf(this.letters, from, to).getClientRects()) {
      const line = lines.at(-1);
      const middle = (top + bottom) / 2;
      if (line && line[1] < middle && middle < line[3]) {
        [line[0], line[1], line[2], line[3]] = [Math.min(line[0], left), Math.min(line[1], top), Math.max(line[2], right), Math.max(line[3], bottom)];
      } else lines.push([left, top, right, bottom]);
    }
    const part = (value, side) => (value - area[side]) / area[side === "left" ? "width" : "height"];
    return lines.map(([left, top, right, bottom]) => [part(left, "left"), part(top, "top"), part(right, "left"), part(bottom, "top")]);
  }

  /** The button of a quotation. */
  spot(id, text, boxes) {
    const button = make("button", { type: "button", class: "over spot", "data-excerpt": id, "data-keep": id, "aria-label": wayToSource(text) });
    button.addEventListener("click", (event) => this.onSpot([{ excerpt: id, page: this.number - 1 }], event.detail === 0));
    return laid(button, boxes);
  }
}

/** Lay an element over its lines, as large as all of them; only the lines themselves can be pointed at. */
function laid(element, boxes) {
  const ends = [0, 1].map((side) => Math.min(...boxes.map((box) => box[side])));
  const sizes = [2, 3].map((side, at) => Math.max(...boxes.map((box) => box[side])) - ends[at]);
  lay(element, [...ends, ...sizes]);
  for (const [left, top, right, bottom] of boxes) {
    const line = make("span", {});
    lay(line, [left - ends[0], top - ends[1], right - left, bottom - top]);
    element.append(line);
  }
  return element;
}

/** Say where an element stands and how large it is, in parts of the page. */
function lay(element, parts) {
  ["x", "y", "w", "h"].forEach((side, number) => element.style.setProperty(`--${side}`, `${parts[number] * 100}cq${number % 2 ? "h" : "w"}`));
}

/** How far across ("x") or down ("y") the page an element begins, as a part of it. */
export const placeOf = (element, side) => Number.parseFloat(element.style.getPropertyValue(`--${side}`)) / 100;
