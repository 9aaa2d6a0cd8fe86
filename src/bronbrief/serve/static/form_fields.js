// The fields of the form and its lists, each made for the path of its value; `made` is how they reach the text.

import { make, say, words } from "./dom.js";
import { markdownField } from "./markdown_field.js";

const WIDE = new Set(["title", "subtitle", "template"]);

/** The field of a value, with its label and what belongs in it. */
export function field(one, made) {
  const { label } = one;
  const id = made.key(one.path);
  if (one.kind === "elsewhere") return elsewhere(one, made);
  if (one.kind === "markdown") return running(one, made);
  if (one.kind === "list" || one.kind === "groups") {
    const names = { name: (number) => say("item", { name: label, number: one.names?.[number - 1] || number }), add: words.add_item };
    return make("div", { class: "field wide", role: "group", "aria-label": label }, make("span", { class: "label" }, label), help(one, id), list(one, made, names));
  }
  if (one.kind === "group") return group(one, made);
  const input = control(one, made);
  const shared = one.shared ? make("span", { class: "note", id: `${id}-shared` }, say("shared_value", { value: one.shared })) : null;
  const described = [one.help && `${id}-help`, shared && `${id}-shared`].filter(Boolean).join(" ");
  if (described) input.setAttribute("aria-describedby", described);
  const name = make("label", { for: id }, label);
  const head = one.kind === "switch" ? make("span", { class: "switch" }, input, name) : name;
  const after = one.kind === "switch" ? null : input;
  const wide = one.kind === "long" || WIDE.has(one.path.join("."));
  return make("div", { class: wide ? "field wide" : "field" }, head, after, help(one, id), shared);
}

/** The fields of a mapping; a block can be taken away. */
function group(one, made) {
  const remove = one.block ? make("span", { class: "tools" }, remover(one.path, one.label, `add:${made.key(one.path)}`, false, made)) : null;
  const head = make("div", { class: "item-head" }, make("span", { class: "label" }, one.label), remove);
  return make("div", { class: "field wide item", role: "group", "aria-label": one.label, "data-path": made.key(one.path) }, head, help(one, made.key(one.path)), ...one.fields.map((part) => field(part, made)));
}

const help = (one, id) => (one.help ? make("span", { class: "note", id: `${id}-help` }, one.help) : null);

function control(one, made) {
  const id = made.key(one.path);
  const keep = { id, "data-keep": id };
  let input;
  if (one.kind === "choice") {
    const choices = one.choices.map(([value, text]) => make("option", { value }, text));
    input = make("select", keep, make("option", { value: "" }, words.none_chosen), ...choices);
  } else if (one.kind === "long") input = make("textarea", { ...keep, rows: 2 });
  else if (one.kind === "switch") input = make("input", { ...keep, type: "checkbox" });
  else input = make("input", { ...keep, type: one.kind === "date" ? "date" : "text", autocomplete: "off" });
  const value = () => (one.kind === "switch" ? (input.checked ? "true" : "") : input.value);
  input.addEventListener("input", () => made.type(one.path, value()));
  input.addEventListener("change", () => made.type(one.path, value(), true));
  made.fields.set(id, (next) => give(input, one.kind, next));
  return input;
}

/** Give a control its value; the cursor stays where it was, and spaces that are only typed so far stay too. */
function give(input, kind, value) {
  if (kind === "switch") input.checked = value === "true";
  else if (input.value.trimEnd() !== value.trimEnd()) {
    if (kind === "choice" && ![...input.options].some((one) => one.value === value)) input.append(make("option", { value }, value));
    const at = kind === "text" || kind === "long" ? input.selectionStart : null;
    input.value = value;
    if (at !== null && input === document.activeElement) input.setSelectionRange(at, at);
  }
}

/** A field of running text with its buttons; a short one is named by its place in a list. */
function running(one, made) {
  const id = made.key(one.path);
  const { node, area } = markdownField(one, id, (value, now) => made.type(one.path, value, now));
  made.fields.set(id, (value) => give(area, "long", value));
  if (!one.short) return make("div", { class: "field" }, make("label", { for: id }, one.label), node);
  area.setAttribute("aria-label", one.label);
  return node;
}

/** A list whose items are added, taken away and moved; `name` names an item by its number, `add` the last button. */
export function list(one, made, { name, add }) {
  const items = one.items.map((item, at) => {
    const label = name(at + 1);
    const head = make("div", { class: "item-head" }, make("span", { class: "label" }, label), tools(item.path, at, one.items.length, label, made));
    return make("li", { class: "item", "data-path": made.key(item.path) }, head, ...inside({ ...item, label }, one.of, made));
  });
  const label = add === words.add_item ? say("add_item_to", { name: one.label }) : add;
  return make("div", { "data-path": made.key(one.path) }, items.length ? make("ol", { class: "items" }, ...items) : null, adder(one, add, label, made));
}

function inside(item, of, made) {
  if (item.kind === "elsewhere") return [elsewhere(item, made)];
  if (item.kind === "group") return item.fields.map((part) => field(part, made));
  if (item.kind === "list") return [list(item, made, { name: (number) => say("item", { name: item.label, number }), add: words.add_item })];
  if (of === "markdown") return [running({ ...item, short: true }, made)];
  const input = control(item, made);
  input.setAttribute("aria-label", item.label);
  return [input];
}

/** The button that adds to a list, or adds a block; the reader goes on in what is new. */
export function adder(one, text, label, made) {
  const path = one.add ?? [...one.path, one.items.length];
  const button = make("button", { type: "button", class: "add", "data-keep": `add:${made.key(one.path)}`, "aria-label": label }, `+ ${text}`);
  const focus = made.key(one.add ? one.first : [...path, ...(one.first ? [one.first] : [])]);
  button.addEventListener("click", () => made.act([{ kind: "insert", path, value: "" }], { focus }));
  return button;
}

/** The buttons that move an item up or down, or take it away; the last of what is needed stays. */
export function tools(path, at, count, name, made, needed = false) {
  const above = path.slice(0, -1);
  const move = (kind, to) => () => made.act([{ kind: "move", path, to }], { focus: `${kind}:${made.key([...above, to])}`, said: say("moved", { name }) });
  return make(
    "span",
    { class: "tools" },
    tool("up", "↑", path, name, made, at === 0, move("up", at - 1)),
    tool("down", "↓", path, name, made, at === count - 1, move("down", at + 1)),
    remover(path, name, `add:${made.key(above)}`, needed && count === 1, made),
  );
}

const remover = (path, name, focus, disabled, made) =>
  tool("remove", "×", path, name, made, disabled, () => made.act([{ kind: "remove", path }], { focus, said: say("removed", { name }) }));

function tool(kind, sign, path, name, made, disabled, act) {
  const one = make("button", {
    type: "button", class: kind, title: words[kind], "aria-label": say(`${kind}_it`, { name }),
    "data-keep": `${kind}:${made.key(path)}`, disabled,
  }, sign);
  one.addEventListener("click", act);
  return one;
}

/** What the form does not show, with the way to its line. */
export function elsewhere(one, made) {
  const button = make("button", { type: "button", class: "to-line", "aria-label": say("in_the_text_of", { name: one.label }), "data-keep": `line:${made.key(one.path)}` }, words.in_the_text);
  button.addEventListener("click", () => made.toLine(one.path));
  return make("p", { class: "elsewhere", "data-path": made.key(one.path) }, make("span", { class: "label" }, one.label), " ", button);
}
