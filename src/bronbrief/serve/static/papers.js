// The papers of a dossier in their order: each is moved by drag, by buttons and by keys.

import { find, make, say, tell, words } from "./dom.js";

let act = () => {};
/** Call a function with each action that the reader takes, made of the briefs at its turn; it answers once the text has it. */
export const onAction = (listener) => { act = listener; };

/** An action on one brief, wherever it stands by then; none if it is gone. */
const on = (brief, at, action) => act((briefs) => {
  const now = briefs[at]?.brief === brief ? at : briefs.findIndex((one) => one.brief === brief);
  return now < 0 ? null : action(now, briefs.length);
});

/** One brief of the list: its place, number and role, and the ways to move it. */
export function paper(one, at, all, briefs) {
  const known = briefs.find((each) => one.brief === each.name || one.brief === `briefs/${each.name}.yaml`);
  const title = known?.title ?? one.brief;
  const id = `paper-${at}`;
  const button = (key, sign, name, enabled, does) => {
    const made = make("button", { type: "button", class: "sign", "aria-label": say(name, { title }), title: say(name, { title }), "aria-disabled": String(!enabled), "data-keep": `${key}-${one.brief}` }, sign);
    made.addEventListener("click", () => { if (enabled) does(); });
    return made;
  };
  const annex = make("input", { id: `${id}-annex`, inputmode: "numeric", maxlength: 3, autocomplete: "off", value: one.annex, placeholder: words.by_itself, "data-keep": `annex-${one.brief}` });
  annex.addEventListener("change", () => {
    const value = annex.value.trim();
    on(one.brief, at, (now) => ({ do: "annex", at: now, value }));
  });
  const main = make("input", { id: `${id}-main`, type: "checkbox", checked: one.main === "true", "data-keep": `main-${one.brief}` });
  main.addEventListener("change", () => {
    const value = main.checked ? "true" : "";
    on(one.brief, at, (now) => ({ do: "main", at: now, value }));
  });
  const item = make(
    "li",
    { class: "paper", draggable: all.length > 1 ? "true" : null, "data-at": at },
    make("span", { class: "grip", "aria-hidden": "true" }, all.length > 1 ? "⠿" : ""),
    make("span", { class: "paper-title", lang: known?.lang || null }, title, known ? null : make("span", { class: "wrong" }, ` ${words.unknown_brief}`)),
    make("span", { class: "moves" },
      button("up", "↑", "move_up", at > 0, () => move(one.brief, at, title, -1)),
      button("down", "↓", "move_down", at < all.length - 1, () => move(one.brief, at, title, 1)),
      button("remove", "×", "remove", true, () => remove(one.brief, at, title))),
    make("span", { class: "facts" },
      make("span", { class: "fact" }, make("label", { for: `${id}-annex` }, words.annex), annex),
      make("span", { class: "fact" }, main, make("label", { for: `${id}-main` }, words.main_paper))),
  );
  item.addEventListener("keydown", (event) => {
    const step = event.altKey ? { ArrowUp: -1, ArrowDown: 1 }[event.key] : 0;
    if (!step || !all[at + step]) return;
    event.preventDefault();
    move(one.brief, at, title, step);
  });
  drags(item, one.brief, at, title);
  return item;
}

/** Move a brief by so many places, and say where it stands. */
async function move(brief, at, title, step) {
  let place = 0;
  await on(brief, at, (now, count) => {
    if (now + step < 0 || now + step >= count) return null;
    place = now + step + 1;
    return { do: "move", at: now, to: now + step };
  });
  if (place) tell(find("status"), say("moved", { title, place, count: find("papers").children.length }));
}

async function remove(brief, at, title) {
  await on(brief, at, (now) => ({ do: "remove", at: now }));
  tell(find("status"), say("removed", { title }));
  if (!find("papers").contains(document.activeElement)) find("add-brief").focus();
}

let dragged = null;
function drags(item, brief, at, title) {
  item.addEventListener("dragstart", (event) => {
    dragged = { brief, at, title };
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", title);
  });
  item.addEventListener("dragend", () => { dragged = null; mark(null); });
  item.addEventListener("dragover", (event) => {
    if (!dragged) return;
    event.preventDefault();
    mark(item, at > dragged.at ? "after" : "before");
  });
  item.addEventListener("drop", (event) => {
    if (!dragged) return;
    event.preventDefault();
    const { brief: moved, at: from, title: called } = dragged;
    mark(null);
    if (from !== at) move(moved, from, called, at - from);
  });
}

function mark(item, side = "") {
  for (const one of find("papers").children) one.classList.remove("before", "after");
  if (item) item.classList.add(side);
}
