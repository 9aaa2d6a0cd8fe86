// The page that proves files: what is dropped or chosen is sent, looked over, and said in plain words.

import { card } from "./card.js";
import { fetchJson, find, make, say, tell, upload, words } from "./dom.js";
import { onFiles } from "./drop.js";

const MOST = 256 * 1024 * 1024;
const MARKS = { proven: "✓", wrong: "✗", unchecked: "–" };
const WEIGHT = { wrong: 0, unchecked: 1, proven: 2 };
let turn = 0;

find("choose").addEventListener("click", () => find("files").click());
find("files").addEventListener("change", (event) => {
  prove([...event.target.files]);
  event.target.value = "";
});
onFiles(prove, (over) => find("drop").classList.toggle("over", over));

/** Send files and show what is proven of them; a later question takes the place of an earlier one. */
async function prove(files) {
  if (!files.length) return;
  const mine = ++turn;
  find("outcome").hidden = true;
  if (files.length > 20 || files.reduce((sum, file) => sum + file.size, 0) > MOST) return fail(words.too_large);
  find("busy").hidden = false;
  tell(find("status"), words.busy);
  let answer = null;
  try {
    answer = await upload("/verify", new Blob(files), { files: JSON.stringify(files.map((file) => [file.name, file.size])) });
  } catch {
    // a file that went, or a server
  }
  if (mine !== turn) return undefined;
  find("busy").hidden = true;
  tell(find("status"), "");
  if (!answer?.ok) return fail(answer?.status === 413 ? words.too_large : words.not_sent);
  return show(answer.data);
}

function fail(why) {
  find("outcome").hidden = false;
  find("outcome").dataset.standing = "unchecked";
  tell(find("outcome-heading"), why);
  find("proof").replaceChildren();
  find("outcome").querySelector(".limits").hidden = true;
  find("outcome-heading").focus();
}

function show(found) {
  find("outcome").hidden = false;
  find("outcome").dataset.standing = worst(found.verified);
  tell(find("outcome-heading"), found.verdict);
  find("proof").replaceChildren(...found.verified.map(file));
  find("outcome").querySelector(".limits").hidden = false;
  find("limits").replaceChildren(...found.limits.map((line) => make("p", {}, line)));
  find("outcome-heading").focus();
}

const worst = (some) => some.map((one) => one.standing).sort((one, other) => WEIGHT[one] - WEIGHT[other])[0];

const stands = (standing, words_of = standing) =>
  make("span", { class: `stands ${standing}` }, make("span", { "aria-hidden": "true" }, MARKS[standing]), " ", words[words_of]);

function file(one) {
  return make(
    "article",
    { class: "panel" },
    make("h3", {}, one.name),
    one.listed === null ? null : make("p", {}, stands("proven", "as_listed"), " ", say("listed", { count: one.listed })),
    ...findings(one.findings),
    ...one.briefs.flatMap(brief),
  );
}

const FILES = { unchanged: "proven", changed: "wrong", unchecked: "unchecked" };

function brief(one) {
  const sorted = [...one.quotations].sort((first, second) => WEIGHT[first.standing] - WEIGHT[second.standing]);
  return [
    make("h4", { lang: one.lang || null }, one.title),
    make("ul", { class: "files" }, ...one.files.map((each) => make("li", {}, stands(FILES[each.state], `file_${each.state}`), " ", make("span", { class: "name" }, each.name.split("/").at(-1))))),
    ...findings(one.findings),
    make("p", { class: "tally" }, tally(one.quotations)),
    make("ol", { class: "quotations" }, ...sorted.map((each) => quotation(each, one.lang))),
  ];
}

function tally(quotations) {
  const counted = ["proven", "wrong", "unchecked"]
    .map((standing) => [standing, quotations.filter((one) => one.standing === standing).length])
    .filter(([, count]) => count);
  return [say("quotations", { count: quotations.length }), counted.map(([standing, count]) => `${count} ${words[`count_${standing}`]}`).join(", ")].join(": ");
}

function quotation(one, lang) {
  return make(
    "li",
    { class: "quotation" },
    make("p", { class: "quotation-head" }, stands(one.standing), " ", make("strong", {}, one.label)),
    make("p", { class: "note" }, one.standing === "proven" ? words.source_says : words.recorded),
    make("blockquote", { lang: lang || null }, one.exact),
    make("p", { class: "note" }, `${one.source}, ${one.locator}`),
    ...findings(one.findings),
    one.findings.some(({ detail }) => /\[-|\{\+/u.test(detail)) ? make("p", { class: "note" }, words.difference) : null,
  );
}

const findings = (some) => (some.length ? [make("ol", { class: "cards" }, ...some.map((one) => card([one])))] : []);

/** What was made in this workspace is fetched, and proven like any other file. */
async function proveHere(address, name) {
  const answer = await fetch(address).catch(() => null);
  if (!answer?.ok) return fail(words.not_sent);
  return prove([new File([await answer.blob()], name)]);
}

async function offer() {
  const { made, briefs } = await fetchJson("/dossiers");
  const choices = [
    ...made.map(({ name }) => [say("a_dossier", { name }), `/dossiers/made/${encodeURIComponent(name)}.zip`, `${name}.zip`]),
    ...briefs.filter((one) => one.built).map(({ name, title }) => {
      const part = encodeURIComponent(name);
      return [title === name ? name : `${title} (${name})`, `/briefs/${part}/${part}.pdf`, `${name}.pdf`];
    }),
  ];
  find("from-here").hidden = !choices.length;
  find("here").replaceChildren(...choices.map(([said], at) => make("option", { value: at }, said)));
  find("from-here").addEventListener("submit", (event) => {
    event.preventDefault();
    const [, address, name] = choices[find("here").selectedIndex];
    proveHere(address, name);
  });
  const name = new URLSearchParams(location.search).get("dossier");
  if (name) await proveHere(`/dossiers/made/${encodeURIComponent(name)}.zip`, `${name}.zip`);
}

offer();
