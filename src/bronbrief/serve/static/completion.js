// What may come next in a spec: keys and values from the workspace's schema, names of sources and excerpts.

import { fetchJson, words } from "./dom.js";

let schema = {};

/** Learn the schema anew, with the names of templates and sources that there are now. */
export async function learn() {
  try {
    schema = await fetchJson("/schema");
  } catch {
    // what was known before will do
  }
}

/** Complete at the cursor, for CodeMirror's autocompletion. */
export function complete(context) {
  const line = context.state.doc.lineAt(context.pos);
  const before = line.text.slice(0, context.pos - line.from);
  const reference = /(!\[\[|\[@|;\s*@)([\w-]*)$/.exec(before);
  if (reference) return named(context, reference[2], reference[1] === "![[");
  const [, indent, dash, rest] = /^(\s*)((?:- +)*)(.*)$/.exec(before);
  const column = indent.length + dash.length;
  const pair = /^([\w-]+):\s+(\[?(?:.*,\s*)?)?([\w.-]*)$/.exec(rest);
  const owner = [...above(context.state.doc, line.number, column), ...(dash ? ["[]"] : [])];
  if (pair) return options(context, pair[3], values([...owner, pair[1]], Boolean(pair[2])));
  if (!/^[\w-]*$/.test(rest) || !(rest || context.explicit)) return null;
  return options(context, rest, keys(owner, keysBeside(context.state.doc, line.number, column)));
}

function options(context, typed, found) {
  return found.length ? { from: context.pos - typed.length, options: found, validFor: /^[\w.-]*$/ } : null;
}

function named(context, typed, whole) {
  const text = context.state.doc.toString();
  const below = /^excerpts:[^\n]*\n((?:(?:[ #][^\n]*)?\n)*)/m.exec(text)?.[1] ?? "";
  const excerpts = [...below.matchAll(/^ {2}([\w-]+):/gm)].map((one) => ({ label: one[1], type: "variable", detail: words.excerpt }));
  const sources = whole ? [] : sourceNames().map((label) => ({ label, type: "namespace", detail: words.source }));
  return options(context, typed, [...excerpts, ...sources]);
}

const sourceNames = () => resolve(schema.properties?.excerpts).flatMap((node) => resolve(node.additionalProperties))
  .flatMap((node) => resolve(node.properties?.source)).flatMap((node) => node.enum ?? []);

/** The keys and lists that a line at a column lies in, from the top: names, and "[]" for an item. */
function above(doc, number, column) {
  const path = [];
  let limit = column;
  for (let at = number - 1; at > 0 && limit > 0; at -= 1) {
    const [, indent, dash, rest] = /^(\s*)((?:- +)*)(.*)$/.exec(doc.line(at).text);
    if (!rest && !dash || rest.startsWith("#")) continue;
    const start = indent.length + dash.length;
    const key = /^["']?([\w-]+)["']?:(?:\s|$)/.exec(rest)?.[1];
    if (start < limit && key) {
      path.unshift(key);
      limit = start;
    }
    if (dash && indent.length < limit && start <= limit) {
      path.unshift("[]");
      limit = indent.length;
    }
  }
  return path;
}

function keysBeside(doc, number, column) {
  const found = new Set();
  for (const step of [-1, 1]) {
    for (let at = number + step; at > 0 && at <= doc.lines; at += step) {
      const [, indent, dash, rest] = /^(\s*)((?:- +)*)(.*)$/.exec(doc.line(at).text);
      const start = indent.length + dash.length;
      if (rest && start < column || (dash && step > 0 && start <= column)) break;
      const key = /^([\w-]+):/.exec(rest)?.[1];
      if (key && start === column) found.add(key);
      if (dash && start === column) break;
    }
  }
  return found;
}

/** A node of the schema as the alternatives that it stands for. */
function resolve(node) {
  if (!node || typeof node !== "object") return [];
  if (node.$ref) return resolve(node.$ref.slice(2).split("/").reduce((part, key) => part?.[key], schema));
  const several = [...(node.anyOf ?? []), ...(node.allOf ?? []), ...(node.properties ? [] : node.oneOf ?? [])];
  return [node, ...several.flatMap(resolve)];
}

const step = (nodes, key) => nodes.flatMap((node) =>
  key === "[]" ? resolve(node.items) : resolve(node.properties?.[key] ?? node.additionalProperties));

const at = (path) => path.reduce(step, resolve(schema));

function keys(path, taken) {
  const found = new Map();
  for (const node of at(path)) {
    for (const [key, one] of Object.entries(node.properties ?? {})) {
      const info = one.description ?? resolve(one).find((part) => part.description)?.description;
      if (!taken.has(key)) found.set(key, { label: key, type: "property", apply: `${key}: `, info });
    }
  }
  return [...found.values()];
}

function values(path, listed) {
  const nodes = at(path);
  const all = listed ? [...nodes, ...step(nodes, "[]")] : nodes;
  const found = new Set(all.flatMap((node) => [
    ...(node.enum ?? []), ...(node.const === undefined ? [] : [node.const]),
    ...(node.type === "boolean" ? ["true", "false"] : []),
  ]));
  return [...found].map((label) => ({ label: String(label), type: "constant" }));
}
