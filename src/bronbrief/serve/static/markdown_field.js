// A field of running text: Markdown, with buttons for who does not know it by heart.

import { find, make, say, words } from "./dom.js";

const dialog = find("pick");
let excerpts = [];
let last = null;

/** Know which excerpts there are to choose from. */
export const offer = (found) => { excerpts = found; };

/** Where the cursor was last in a field of running text: its path, its text with words put in there, and how to go on. */
export function lastSpot() {
  const area = last && find(last.id);
  if (!area) return null;
  const [start, end] = area === document.activeElement ? [area.selectionStart, area.selectionEnd] : last.selection;
  return {
    path: last.path,
    area,
    with: (put) => area.value.slice(0, start) + put + area.value.slice(end),
    /** Put the cursor past words that were put in, in the field that is there by then. */
    past: (put) => find(last.id)?.setSelectionRange(start + put.length, start + put.length),
  };
}

/** Make the field: its buttons, and the area that `onInput` hears of. */
export function markdownField({ path, label, short = false }, id, onInput) {
  const area = make("textarea", { id, rows: short ? 2 : 5, "data-keep": id, spellcheck: "true" });
  const remember = () => { last = { id, path, selection: [area.selectionStart, area.selectionEnd] }; };
  for (const event of ["focus", "blur"]) area.addEventListener(event, remember);
  area.addEventListener("input", () => onInput(area.value));
  area.addEventListener("change", () => onInput(area.value, true));
  const button = (name, title, act, look = "") => {
    const made = make("button", { type: "button", class: look, title, "aria-label": title, "data-keep": `${name}:${id}` }, look ? words[name][0] : words[name]);
    made.addEventListener("click", () => act(area));
    return made;
  };
  const type = (start, end, put, select = put.length) => {
    area.setRangeText(put, start, end, "end");
    area.setSelectionRange(start + put.length - select, start + put.length);
    area.focus();
    onInput(area.value);
  };
  const around = (mark, sample) => (of) => {
    const [start, end] = [of.selectionStart, of.selectionEnd];
    const inner = of.value.slice(start, end) || sample;
    type(start, end, `${mark}${inner}${mark}`);
    of.setSelectionRange(start + mark.length, start + mark.length + inner.length);
  };
  const bold = around("**", words.bold_sample);
  const italic = around("*", words.italic_sample);
  const choose = (heading, reference) => async (of) => {
    const [start, end] = [of.selectionStart, of.selectionEnd];
    const name = await pick(heading);
    if (name) type(start, end, reference(name), 0);
    else of.focus();
  };
  area.addEventListener("keydown", (event) => {
    const wraps = event.ctrlKey || event.metaKey ? { b: bold, i: italic }[event.key.toLowerCase()] : null;
    if (!wraps) return;
    event.preventDefault();
    wraps(area);
  });
  const tools = make(
    "div",
    { class: "marks", role: "group", "aria-label": say("marks", { name: label }) },
    button("bold", words.bold, bold, "bold"),
    button("italic", words.italic, italic, "italic"),
    button("bullets", words.bullets, (of) => listed(of, type)),
    button("quote", words.quote_title, choose(words.pick_quote, (name) => `![[${name}]]`)),
    button("cite", words.cite_title, choose(words.pick_cite, (name) => `[@${name}]`)),
  );
  return { node: make("div", { class: "markdown" }, tools, area), area };
}

/** Make the lines of the selection a list, an empty line before it. */
function listed(area, type) {
  const start = area.value.lastIndexOf("\n", area.selectionStart - 1) + 1;
  const found = area.value.indexOf("\n", area.selectionEnd);
  const end = found < 0 ? area.value.length : found;
  const lines = area.value.slice(start, end).split("\n").map((line) => (/^\s*[-*] /.test(line) ? line : `- ${line}`));
  const apart = start > 1 && !/\n\n$|^$/.test(area.value.slice(0, start)) && !/^\s*[-*] /.test(area.value.slice(0, start).split("\n").at(-2)) ? "\n" : "";
  type(start, end, apart + lines.join("\n"), 0);
}

/** Ask for one of the excerpts; answer with its name, or nothing. */
function pick(heading) {
  find("pick-heading").textContent = heading;
  find("no-picks").hidden = excerpts.length > 0;
  return new Promise((done) => {
    let chosen = "";
    find("picks").replaceChildren(...excerpts.map((source) => make("li", {}, make("p", { class: "note" }, source.title), make("ul", {}, ...source.excerpts.map((one) => {
      const button = make("button", { type: "button" }, one.words || one.name, " ", make("code", {}, one.name));
      button.addEventListener("click", () => { chosen = one.name; dialog.close(); });
      return make("li", {}, button);
    })))));
    dialog.addEventListener("close", () => done(chosen), { once: true });
    dialog.showModal();
  });
}
