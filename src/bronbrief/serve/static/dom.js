// Small helpers. Text always goes in as text: nothing in this app writes HTML.

export const words = JSON.parse(document.getElementById("words").textContent);

export const find = (id) => document.getElementById(id);

/** Fill {fields} of a phrase. */
export const say = (name, values = {}) =>
  words[name].replace(/\{(\w+)\}/g, (_, key) => String(values[key] ?? ""));

/** Make an element: attributes by name, children as text or nodes. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

const SHARED = { "briefs/_defaults.yaml": "archive", "briefs/_council.yaml": "rules" };

/** The way to a line of a file that holds of all briefs, for who may write it; else null. */
export function wayToShared({ file, line }, where) {
  if (!SHARED[file] || document.body.dataset.writes === "false") return null;
  return make("a", { href: `/dossier?line=${line || 1}#${SHARED[file]}`, class: "to-line" }, where);
}

/** The name of a button that leads from a quotation to its source. */
export const wayToSource = (text) => `${words.show_in_source}: ${text.slice(0, 60)}`;

/** Put a text in a live region only when it differs, so that nothing is read out twice. */
export function tell(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

export async function fetchJson(path, values = {}) {
  const query = new URLSearchParams({ ...values, lang: document.documentElement.lang });
  const answer = await fetch(`${path}?${query}`);
  if (!answer.ok) throw Object.assign(new Error(`${answer.status} ${path}`), { status: answer.status });
  return answer.json();
}

/** Ask the server to do something; answer with its status and its JSON, or null. */
export async function send(method, path, values) {
  const query = new URLSearchParams({ lang: document.documentElement.lang });
  const headers = { "Content-Type": "application/json" };
  const answer = await fetch(`${path}?${query}`, { method, headers, body: JSON.stringify(values) });
  const data = await answer.json().catch(() => null);
  return { ok: answer.ok, status: answer.status, data };
}

/** Say why the server did not do what was asked: by its findings, else by what its answer means for the reader. */
export const whyNot = ({ status, data }) =>
  data?.findings?.map((one) => `${one.headline}. ${one.hint}`).join(" ") || words[{ 403: "locked_out", 404: "file_went" }[status] ?? "not_done"];

/** Send a file as it is. */
export async function upload(path, file, values) {
  const query = new URLSearchParams({ ...values, lang: document.documentElement.lang });
  const headers = { "Content-Type": "application/octet-stream" };
  const answer = await fetch(`${path}?${query}`, { method: "POST", headers, body: file });
  const data = await answer.json().catch(() => null);
  return { ok: answer.ok, status: answer.status, data };
}

/** JavaScript counts UTF-16 units, the server characters: these go from one to the other. */
export const characters = (text, units) => [...text.slice(0, units)].length;
export const units = (text, count) => [...text].slice(0, count).join("").length;

/**
 * Replace what an element holds. What had the focus in it is found again by its `data-keep`, if it is still there,
 * with what was typed in it so far.
 */
export function replaceKeeping(holder, ...nodes) {
  const held = holder.contains(document.activeElement) ? document.activeElement : null;
  const top = holder.scrollTop;
  holder.replaceChildren(...nodes);
  holder.scrollTop = top;
  if (!held) return;
  const again = held.dataset.keep && holder.querySelector(`[data-keep="${CSS.escape(held.dataset.keep)}"]`);
  if (again && typeof held.defaultValue === "string" && held.type !== "checkbox" && held.value !== held.defaultValue) {
    again.value = held.value;
    if (held.selectionStart !== null) again.setSelectionRange(held.selectionStart, held.selectionEnd);
    again.addEventListener("blur", () => again.dispatchEvent(new Event("change")), { once: true }); // it was typed elsewhere
  }
  (again || holder.querySelector("[data-keep]"))?.focus({ preventScroll: true });
}
