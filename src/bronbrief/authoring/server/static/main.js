// The app: it hears the state from the server and brings what is seen in step with it.

import { fetchJson, find, make, say, tell, words } from "./dom.js";
import { setContext } from "./excerpt.js";
import { count, showFindings } from "./findings.js";
import { showPane } from "./panes.js";
import { showPdf } from "./pdf.js";
import { highlight, openSource, refreshSources, setQuotations, show } from "./shelf.js";
import { makeTabs } from "./tabs.js";
import { onPoint, showWeb } from "./web.js";

const lang = document.documentElement.lang;
const clock = new Intl.DateTimeFormat(lang, { hour: "2-digit", minute: "2-digit", second: "2-digit" });
const moment = new Intl.DateTimeFormat(lang, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
const forms = makeTabs(find("form-tabs"), (id) => {
  sessionStorage.setItem("form", id);
  if (current) showForms(current);
});
let events = null;
let chosen = "";
let current = null;
let sourcesVersion = null;
let quotationsOf = "";
let quotations = [];
let anchors = {};
let lost = false;

if (sessionStorage.getItem("form") === "tab-pdf") forms.choose("tab-pdf", { silent: true });
setContext(() => ({ source: openSource(), brief: chosen }));

function listen() {
  events?.close();
  events = new EventSource(`/events?${new URLSearchParams({ brief: chosen, lang })}`);
  events.addEventListener("message", (event) => update(JSON.parse(event.data)));
  events.addEventListener("error", () => {
    lost = true;
    tell(find("status"), words.lost);
    document.body.classList.add("lost");
  });
}

function update(state) {
  if (lost) tell(find("status"), words.back_again);
  lost = false;
  document.body.classList.remove("lost");
  showBriefs(state.briefs);
  if (state.sources !== sourcesVersion) {
    sourcesVersion = state.sources;
    refreshSources();
  }
  if (!chosen && state.briefs.length) choose(state.briefs[0].name, { replace: true });
  else if (state.brief?.name === chosen) showBrief(state.brief);
  else if (chosen && !state.briefs.some((brief) => brief.name === chosen)) choose("", { replace: true });
}

function showBriefs(briefs) {
  find("no-briefs").hidden = briefs.length > 0;
  const list = find("briefs");
  const links = new Map([...list.querySelectorAll("a")].map((link) => [link.dataset.name, link]));
  const items = briefs.map((brief) => {
    const link = links.get(brief.name) ?? entry(brief.name);
    const findings = count(brief.counts);
    link.querySelector(".title").textContent = brief.title;
    link.querySelector(".file").textContent = brief.title === brief.name ? "" : brief.name;
    link.querySelector(".state").textContent = !brief.known ? words.unknown : findings || words.in_order;
    link.querySelector(".built").textContent = builtText(brief);
    link.className = !brief.known ? "unknown" : brief.counts.error ? "error" : brief.counts.warning ? "warning" : "good";
    if (brief.name === chosen) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
    return link.parentElement;
  });
  if (items.length !== list.children.length || items.some((item, at) => item !== list.children[at])) {
    list.replaceChildren(...items);
  }
}

function entry(name) {
  const link = make("a", { href: `/?${new URLSearchParams({ brief: name })}`, "data-name": name });
  for (const part of ["title", "file", "state", "built"]) link.append(make("span", { class: part }));
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    choose(name);
    showPane("brief");
  });
  make("li", {}, link);
  return link;
}

const builtText = (brief) =>
  brief.built ? say("built", { when: moment.format(new Date(brief.built * 1000)) }) : words.never_built;

function choose(name, { replace = false } = {}) {
  if (name === chosen && current) return;
  [chosen, current, quotationsOf, quotations] = [name, null, "", []];
  const address = name ? `/?${new URLSearchParams({ brief: name })}` : "/";
  history[replace ? "replaceState" : "pushState"]({}, "", address);
  if (!name) {
    find("title").textContent = words.choose;
    find("forms").hidden = true;
    showFindings([], false);
  }
  listen();
}

function showBrief(brief) {
  const before = current;
  current = brief;
  document.title = `${brief.title} · Bronbrief`;
  find("title").textContent = brief.title;
  find("forms").hidden = false;
  const base = `/briefs/${encodeURIComponent(brief.name)}`;
  link("open-web", brief.html && `${base}/page.html`);
  link("open-pdf", brief.pdf && `${base}/${encodeURIComponent(brief.name)}.pdf`);
  if (!brief.checking || before === null) showFindings(brief.findings, Boolean(brief.html));
  showForms(brief);
  showStand(brief, before);
  if (brief.proven && brief.proven !== quotationsOf) takeQuotations(brief);
}

function link(id, address) {
  const element = find(id);
  element.hidden = !address;
  if (address) element.href = address;
}

function showForms(brief) {
  const web = forms.chosen === "tab-web";
  if (web) showWeb(brief.name, brief.html, brief.title);
  else showPdf(brief.name, brief.pdf);
  const missing = web ? !brief.html : !brief.pdf;
  find("no-page").hidden = !missing;
  find("no-page").textContent = brief.checking || brief.setting ? words.making : words.no_page;
}

/** Say how the brief stands, aloud once it is known: the live region hears each outcome once. */
function showStand(brief, before) {
  const findings = count(brief.counts) || words.in_order;
  const setting = brief.setting && !brief.counts.error;
  find("stand").textContent = brief.checking ? words.making : `${findings} · ${setting ? words.setting : builtText(brief)}`;
  find("stand").className = brief.counts.error ? "error" : brief.counts.warning ? "warning" : "good";
  find("brief").setAttribute("aria-busy", String(brief.checking));
  const settled = !brief.checking && !brief.setting;
  const changed = before && (before.checking || before.setting || before.name !== brief.name);
  if (settled && (changed || before === null)) {
    tell(find("status"), `${findings}. ${say("up_to_date", { when: clock.format(new Date()) })}`);
  }
}

async function takeQuotations(brief) {
  quotationsOf = brief.proven;
  const answer = await fetchJson(`/briefs/${encodeURIComponent(brief.name)}/quotations`);
  if (brief.name !== chosen) return;
  quotations = answer.quotations;
  anchors = answer.sources;
  setQuotations(quotations);
  document.body.dataset.proven = brief.proven;
}

onPoint((ids) => {
  for (const { excerpt, anchor } of ids) {
    const found = quotations.find((one) => one.id === excerpt || one.anchors.includes(anchor));
    if (found) {
      showPane("sources");
      highlight(found);
      return;
    }
    if (anchor && anchors[anchor]) {
      showPane("sources");
      show(anchors[anchor]);
      return;
    }
  }
});

addEventListener("popstate", () => choose(new URLSearchParams(location.search).get("brief") ?? ""));
chosen = new URLSearchParams(location.search).get("brief") ?? "";
listen();
