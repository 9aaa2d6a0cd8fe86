// The two ways of writing, as text and in a form, each in its tab; the browser remembers which one was chosen.

import { find } from "./dom.js";
import { makeTabs } from "./tabs.js";

let heard = () => {};
const ways = makeTabs(find("write-tabs"), (id) => {
  localStorage.setItem("way", id);
  heard(id);
});
if (localStorage.getItem("way") === "write-form") ways.choose("write-form", { silent: true });

export const inForm = () => ways.chosen === "write-form";

/** Write in another way: "write-text" or "write-form". */
export const chooseWay = (id) => { if (ways.chosen !== id) ways.choose(id); };

/** Call a function with the way that was chosen. */
export const onWay = (listener) => { heard = listener; };
