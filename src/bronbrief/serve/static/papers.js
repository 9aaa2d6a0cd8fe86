// The papers of a dossier in their order: each is moved by drag, by buttons and by keys.

import { find, make, say, tell, words } from "./dom.js";

let act = () => {};
/** Call a function with each action that the reader takes; it answers once the text has it. */
export const onAction = (listener) => { act = listener; };

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
  annex.addEventListener("change", () => act({ do: "annex", at, value: annex.value.trim() }));
  const main = make("input", { id: `${id}-main`, type: "checkbox", checked: one.main === "true", "data-keep": `main-${one.brief}` });
  main.addEventListener("change", () => act({ do: "main", at, value: main.checked ? "true" : "" }));
  const item = make(
    "li",
    { class: "paper", draggable: all.length > 1 ? "true" : null, "data-at": at },
    make("span", { class: "grip", "aria-hidden": "true" }, all.length > 1 ? "⠿" : ""),
    make("span", { class: "paper-title", lang: known?.lang || null }, title, known ? null : make("span", { class: "wrong" }, ` ${words.unknown_brief}`)),
    make("span", { class: "moves" },
      button("up", "↑", "move_up", at > 0, () => move(at, at - 1, title)),
      button("down", "↓", "move_down", at < all.length - 1, () => move(at, at + 1, title)),
      button("remove", "×", "remove", true, () => remove(at, title))),
    make("span", { class: "facts" },
      make("span", { class: "fact" }, make("label", { for: `${id}-annex` }, words.annex), annex),
      make("span", { class: "fact" }, main, make("label", { for: `${id}-main` }, words.main_paper))),
  );
  item.addEventListener("keydown", (event) => {
    const step = event.altKey ? { ArrowUp: -1, ArrowDown: 1 }[event.key] : 0;
    if (!step || !all[at + step]) return;
    event.preventDefault();
    move(at, at + step, title);
  });
  drags(item, at, title);
  return item;
}

async function move(at, to, title) {
  await act({ do: "move", at, to });
  tell(find("status"), say("moved", { title, place: to + 1, count: find("papers").children.length }));
}

async function remove(at, title) {
  await act({ do: "remove", at });
  tell(find("status"), say("removed", { title }));
  if (!find("papers").contains(document.activeElement)) find("add-brief").focus();
}

let dragged = null;
function drags(item, at, title) {
  item.addEventListener("dragstart", (event) => {
    dragged = { at, title };
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
    const { at: from, title: moved } = dragged;
    mark(null);
    if (from !== at) move(from, at, moved);
  });
}

function mark(item, side = "") {
  for (const one of find("papers").children) one.classList.remove("before", "after");
  if (item) item.classList.add(side);
}
