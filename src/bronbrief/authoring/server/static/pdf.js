// The pages of the PDF, as images that load when they come near the screen and hold their place from the start.

import { fetchJson, find, make, say } from "./dom.js";

const holder = find("pages");
const SCALES = [1, 1.5, 2, 3];
let wanted = "";
let brief = "";

export async function showPdf(name, version) {
  if (name !== brief) {
    holder.replaceChildren();
    [wanted, brief] = ["", name];
  }
  if (!version || version === wanted) return;
  wanted = version;
  const path = `/briefs/${encodeURIComponent(name)}/pages`;
  let answer;
  try {
    answer = await fetchJson(path);
  } catch {
    if (wanted === version) wanted = "";
    return;
  }
  if (brief !== name || wanted !== version) return;
  answer.sizes.forEach(([width, height], at) => replace(path, answer.version, width, height, at, answer.sizes.length));
  while (holder.children.length > answer.sizes.length) holder.lastElementChild.remove();
  holder.dataset.version = version;
}

/** Show a page; the old image stays until the new one has come, so that nothing flickers. */
function replace(path, version, width, height, at, count) {
  const query = new URLSearchParams({ version, scale: scaleFor(width) });
  const old = holder.children[at];
  // What is looked at loads now: an image that may be late never loads before it stands in the page.
  const seen = old ? near(old) : at < 2;
  const attributes = { width, height, loading: seen ? "eager" : "lazy", decoding: "async" };
  const image = make("img", { ...attributes, alt: say("page_of", { number: at + 1, count }) });
  image.src = `${path}/${at + 1}?${query}`;
  if (!old) holder.append(image);
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
