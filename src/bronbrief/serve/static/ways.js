// The two ways of writing, in a form and as text, each in its tab; the browser remembers which one was chosen.

import { find } from "./dom.js";
import { makeTabs } from "./tabs.js";

let heard = () => {};
const ways = makeTabs(find("write-tabs"), (id) => {
  localStorage.setItem("way", id);
  heard(id);
});

export const inForm = () => ways.chosen === "write-form";

/** Write in another way for now: "write-text" or "write-form". */
export function chooseWay(id) {
  if (ways.chosen === id) return;
  ways.choose(id, { silent: true });
  heard(id);
}

/** Write in the form, unless the reader chose the text before. */
export function preferForm() {
  if (document.body.dataset.writes !== "false" && localStorage.getItem("way") !== "write-text") chooseWay("write-form");
}

preferForm();

/** Call a function with the way that was chosen. */
export const onWay = (listener) => { heard = listener; };
