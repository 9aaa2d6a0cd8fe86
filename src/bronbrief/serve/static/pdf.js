// The pages of the PDF, as images that load when they come near the screen and hold their place from the start.
// Over each lie buttons where quotations stand, which lead to their sources.

import { fetchJson, find, make, say, wayToSource } from "./dom.js";

const holder = find("pages");
const SCALES = [1, 1.5, 2, 3];
let wanted = "";
let brief = "";
let heard = () => {};

/** Call a function with the quotation that is chosen on a page, as a list of ids, and how: by key or not. */
export const onSpot = (listener) => { heard = listener; };

export async function showPdf(name, version) {
  if (name !== brief) {
    holder.replaceChildren();
    [wanted, brief] = ["", name];
  }
  if (!version || version === wanted) return;
  wanted = version;
  let answer;
  try {
    answer = await fetchJson(path());
  } catch {
    if (wanted === version) wanted = "";
    return;
  }
  if (brief !== name || wanted !== version) return;
  answer.sizes.forEach(([width, height], at) => replace(answer.version, width, height, at, answer.sizes.length));
  while (holder.children.length > answer.sizes.length) holder.lastElementChild.remove();
  holder.dataset.version = version;
}

const path = () => `/briefs/${encodeURIComponent(brief)}/pages`;

/** Show a page; the old image stays until the new one has come, so that nothing flickers. */
function replace(version, width, height, at, count) {
  const sheet = holder.children[at] ?? holder.appendChild(make("div", { class: "sheet" }));
  const query = new URLSearchParams({ version, scale: scaleFor(width) });
  const old = sheet.querySelector("img");
  // What is looked at loads now: an image that may be late never loads before it stands in the page.
  const seen = old ? near(old) : at < 2;
  const attributes = { width, height, loading: seen ? "eager" : "lazy", decoding: "async" };
  const image = make("img", { ...attributes, alt: say("page_of", { number: at + 1, count }) });
  image.addEventListener("load", () => place(sheet, at), { once: true });
  image.src = `${path()}/${at + 1}?${query}`;
  if (!old) sheet.prepend(image);
  else if (!seen) old.replaceWith(image);
  else image.decode().then(() => old.isConnected && old.replaceWith(image), () => old.replaceWith(image));
}

const near = (image) => {
  const box = image.getBoundingClientRect();
  return box.height > 0 && box.bottom > -200 && box.top < innerHeight + 200;
};

function scaleFor(width) {
  const pixels = (holder.clientWidth || 600) * Math.min(devicePixelRatio, 3);
  return SCALES.find((scale) => width * scale >= pixels) ?? SCALES.at(-1);
}

/** Ask anew where quotations stand, on the pages that are there: what the brief quotes is known only now. */
export function placeAgain() {
  [...holder.children].forEach((sheet, at) => sheet.querySelector("img")?.complete && place(sheet, at));
}

/** Lay the buttons over a page. The one that has the focus keeps it, where its quotation still stands. */
async function place(sheet, at) {
  const version = wanted;
  let places = [];
  try {
    places = await fetchJson(`${path()}/${at + 1}/places`);
  } catch {
    return; // there is another version by now, and its image will ask
  }
  if (version !== wanted || !sheet.isConnected) return;
  const held = sheet.contains(document.activeElement) ? document.activeElement.dataset.excerpt : null;
  sheet.querySelectorAll("button").forEach((button) => button.remove());
  sheet.append(...places.map((one) => spot(one, at)));
  if (held) spotOf(sheet, held)?.focus({ preventScroll: true });
}

const spotOf = (sheet, id) => sheet?.querySelector(`[data-excerpt="${CSS.escape(id)}"]`);

/** A button as large as all lines of a quotation; only the lines themselves can be pointed at. */
function spot({ id, text, boxes }, at) {
  const [left, top] = [Math.min(...boxes.map((box) => box[0])), Math.min(...boxes.map((box) => box[1]))];
  const width = Math.max(...boxes.map((box) => box[0] + box[2])) - left;
  const height = Math.max(...boxes.map((box) => box[1] + box[3])) - top;
  const label = wayToSource(text);
  const button = make("button", { type: "button", class: "spot", "data-excerpt": id, "aria-label": label });
  lay(button, [left, top, width, height]);
  for (const box of boxes) {
    const line = make("span", {});
    lay(line, [(box[0] - left) / width, (box[1] - top) / height, box[2] / width, box[3] / height]);
    button.append(line);
  }
  button.addEventListener("click", (event) => heard([{ excerpt: id, page: at }], event.detail === 0));
  return button;
}

function lay(element, parts) {
  ["left", "top", "width", "height"].forEach((side, number) => { element.style[side] = `${parts[number] * 100}%`; });
}

/** Bring the reader back to a quotation on a page; false where it is gone. */
export function returnToSpot({ excerpt, page }) {
  const button = spotOf(holder.children[page], excerpt);
  button?.scrollIntoView({ block: "center" });
  button?.focus({ preventScroll: true });
  return Boolean(button);
}
