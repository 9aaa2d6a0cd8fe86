// The parts of the form, made from what the server says of the text: head, key messages, sections, excerpts.

import { find, make, replaceKeeping, say, words } from "./dom.js";
import { adder, elsewhere, field, list, tools } from "./form_fields.js";
import { offer } from "./markdown_field.js";
import { showPane } from "./panes.js";
import { quoteAnew } from "./sources.js";

/** Make the form. Answer with its nodes, and with what gives each field its value, by path. */
export function formParts(form, context) {
  const made = { ...context, fields: new Map() };
  const messages = { name: (number) => say("key_message", { number }), add: words.add_message };
  const nodes = [
    part(words.basics, make("div", { class: "grid" }, ...form.basics.map((one) => field(one, made)))),
    council(form, made),
    part(words.key_messages, list({ ...form.messages, label: words.key_messages }, made, messages)),
    part(words.sections, sections({ ...form.sections, label: words.sections }, made)),
    part(words.excerpts, make("div", { class: "quotations" })),
    form.accepted.length ? part(words.accepted, make("p", { class: "note" }, words.accepted_note), ...form.accepted.map((one) => field(one, made))) : null,
  ];
  return { nodes: nodes.filter(Boolean), fields: made.fields };
}

/** Show what changes without the form becoming another: lines of the head that are filled in, and the excerpts. */
export function tally(holder, form, made) {
  offer(form.excerpts);
  const count = form.council.filter((one) => one.value || one.items?.length || one.kind === "elsewhere").length;
  holder.querySelector(".filled").textContent = count ? say("council_filled", { count }) : "";
  replaceKeeping(holder.querySelector(".quotations"), ...excerpts(form.excerpts, made));
}

const part = (heading, ...children) => make("section", { class: "part" }, make("h3", {}, heading), ...children);

function council(form, made) {
  const summary = make("summary", { "data-keep": "council" }, make("h3", {}, words.council), " ", make("span", { class: "filled note" }), make("span", { class: "flawed" }));
  const box = make("details", { class: "part", open: sessionStorage.getItem("council") === "open" }, summary);
  box.addEventListener("toggle", () => sessionStorage.setItem("council", box.open ? "open" : ""));
  box.append(make("div", { class: "grid" }, ...form.council.map((one) => field(one, made))));
  return box;
}

function sections(one, made, above = "") {
  if (one.kind === "elsewhere") return elsewhere(one, made);
  const items = one.items.map((item, at) => {
    const label = say("section", { number: `${above}${at + 1}` });
    if (item.kind === "elsewhere") return make("li", { class: "item" }, elsewhere({ ...item, label }, made));
    const buttons = tools(item.path, at, one.items.length, label, made, !above);
    const role = item.role ? make("span", { class: "note" }, say("role_is", { role: item.role })) : null;
    return make(
      "li",
      { class: "item section", "data-path": made.key(item.path) },
      make("div", { class: "item-head" }, make("h4", {}, label), role, buttons),
      field(item.heading, made),
      ...item.blocks.map((block) => field(block, made)),
      make("div", { class: "more" }, ...item.more.map((block) => adder(block, block.label, `${say("add_item_to", { name: label })}: ${block.label}`, made))),
      item.sections ? sections({ ...item.sections, label }, made, `${above}${at + 1}.`) : null,
    );
  });
  const add = above ? words.add_inner : words.add_section;
  return make("div", { "data-path": made.key(one.path) }, make("ol", { class: "items" }, ...items), adder({ ...one, first: "heading" }, add, above ? `${add}: ${one.label}` : add, made));
}

function excerpts(sources, made) {
  const pick = make("button", { type: "button", class: "add", "data-keep": "pick-in-source" }, `+ ${words.pick_in_source}`);
  pick.addEventListener("click", () => {
    showPane("sources");
    find("query").focus();
  });
  const groups = sources.map((source) => make("li", {}, make("h4", {}, source.title), make("ul", {}, ...source.excerpts.map((one) => excerpt(one, source.source, made)))));
  return [sources.length ? make("ul", { class: "excerpts" }, ...groups) : make("p", { class: "note" }, words.no_excerpts), pick];
}

function excerpt(one, source, made) {
  const name = say("excerpt_named", { name: one.name });
  const used = one.uses === 0 ? words.unused : one.uses === 1 ? words.used_once : say("used", { count: one.uses });
  const line = make("button", { type: "button", class: "to-line", "aria-label": say("in_the_text_of", { name }), "data-keep": `line:${made.key(one.path)}` }, words.in_the_text);
  line.addEventListener("click", () => made.toLine(one.path));
  const anew = make("button", { type: "button", class: "to-line", "aria-label": say("in_the_source_of", { name }), "data-keep": `anew:${made.key(one.path)}` }, words.in_the_source);
  anew.addEventListener("click", () => quoteAnew(one.name, source));
  const remove = make("button", { type: "button", class: "plain", "aria-label": say("remove_it", { name }), hidden: one.uses > 0 }, words.remove);
  remove.addEventListener("click", () => made.act([{ kind: "remove", path: one.path }], { focus: "pick-in-source", said: say("removed", { name }) }));
  return make(
    "li",
    { class: "item", "data-path": made.key(one.path) },
    make("p", { class: "quoted-words" }, one.words),
    make("p", { class: "note" }, make("code", {}, one.name), ` · ${used}`),
    make("p", {}, anew, " ", line, " ", remove),
  );
}
