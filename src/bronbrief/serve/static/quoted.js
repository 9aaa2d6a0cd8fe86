// The quotations that the brief takes from the open source, as buttons.

import { make, replaceKeeping, words } from "./dom.js";

const list = make("ul", {});
const summary = make("summary", { "data-keep": "quoted" });
const box = make("details", { class: "quoted", hidden: true }, summary, list);
let shown = "";

/** Bring the list up to date and return it; open or folded, it stays as the reader left it. */
export function quotedList(source, quotations, onChoose) {
  const mine = quotations.filter((one) => one.source === source.id);
  const now = JSON.stringify([source.id, mine]);
  if (now === shown) return box;
  shown = now;
  box.hidden = mine.length === 0;
  summary.textContent = `${words.quoted} (${mine.length})`;
  replaceKeeping(list, ...mine.map((one) => {
    const button = make("button", { type: "button", "data-keep": `quoted-${one.id}` });
    button.append(make("span", { class: "locator" }, one.locator), ` ${one.text}`);
    button.addEventListener("click", () => onChoose(one));
    return make("li", { lang: source.lang }, button);
  }));
  return box;
}
