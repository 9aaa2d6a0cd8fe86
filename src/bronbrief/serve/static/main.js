// The app: it hears the state from the server and brings what is seen in step with it.

import { asked, note } from "./address.js";
import { builtText, markChosen, onChoice, showBriefs, titleOf } from "./briefs.js";
import { fetchJson, find, make, say, tell, wayToSource, words } from "./dom.js";
import { carry, follow, underline } from "./editor.js";
import { close, setContext } from "./excerpt.js";
import { count, showFindings } from "./findings.js";
import { setFound } from "./form.js";
import "./keys.js";
import { onNew } from "./new.js";
import "./outline.js";
import { showPane } from "./panes.js";
import { onSpot, returnToSpot, setQuotations as setQuotationsOnPaper, showPdf } from "./pdf.js";
import "./pdf_tools.js";
import "./removal.js";
import { highlight, leaveForBrief, onReturn, openAsked, openSource, refreshSources, setQuotations, show } from "./sources.js";
import { hear, listen } from "./stream.js";
import { makeTabs } from "./tabs.js";
import { clicked, setBrief } from "./to_text.js";
import { inForm, preferForm } from "./ways.js";
import { onPoint, returnTo, setSpots, showWeb } from "./web.js";

const lang = document.documentElement.lang;
const clock = new Intl.DateTimeFormat(lang, { hour: "2-digit", minute: "2-digit", second: "2-digit" });
const forms = makeTabs(find("form-tabs"), (id) => {
  note({ form: id === "tab-pdf" ? "pdf" : "" });
  if (current) showForms(current);
});
let chosen = asked().brief;
let current = null;
let sourcesVersion = null;
let quotationsOf = "";
let quotations = [];
let anchors = {};
let lost = false;

if (asked().form === "pdf") forms.choose("tab-pdf", { silent: true });
setContext(() => ({ source: openSource(), brief: chosen }));

function update(state) {
  if (lost) tell(find("status"), words.back_again);
  document.body.classList.remove("lost");
  showBriefs(state.briefs, chosen);
  if (lost || state.sources !== sourcesVersion) { // what was asked while the server was away is asked again
    lost = false;
    sourcesVersion = state.sources;
    refreshSources();
  }
  const there = state.briefs.some((brief) => brief.name === chosen);
  if (!chosen && state.briefs.length) choose(state.briefs[0].name, "replaceState");
  else if (state.brief?.name === chosen) showBrief(state.brief);
  else if (there) listen({ brief: chosen, lang });
  else showGone(state.briefs);
}

function noConnection(refused = false) {
  lost = true;
  if (refused || find("status").textContent !== words.locked_out) tell(find("status"), refused ? words.locked_out : words.lost);
  document.body.classList.add("lost");
}

/** Look at a brief. `history` names how the address changes: "pushState", "replaceState", or not at all. */
function choose(name, history = "pushState") {
  if (name === chosen && current) return;
  [chosen, current] = [name, null];
  setBrief(null);
  takeQuotations(null);
  if (history) note({ brief: name }, history);
  markChosen(name);
  find("title").textContent = titleOf(name) ?? (name || words.choose);
  find("stand").textContent = find("stand").className = "";
  for (const id of ["open-web", "open-pdf"]) link(id, "");
  showFindings([], false);
  setFound([], "");
  showForms({ name, html: "", pdf: "", checking: true });
  listen({ brief: name, lang });
}

/** Say that there is no brief of that name, or none at all. What was last seen of it stays. */
function showGone(briefs) {
  const count = briefs.length;
  const why = chosen ? say("gone", { file: `briefs/${chosen}.yaml` }) : words.no_briefs;
  showFindings([], false);
  find("title").textContent = current?.title ?? (chosen || words.no_brief);
  find("stand").className = chosen ? "error" : "";
  find("stand").textContent = chosen || count ? why : "";
  const renamed = current && briefs.find((one) => one.title === current.title);
  if (renamed) {
    const way = make("button", { type: "button", class: "to-line" }, say("goes_on_as", { file: `briefs/${renamed.name}.yaml` }));
    way.addEventListener("click", () => {
      carry(chosen, renamed.name);
      choose(renamed.name, "replaceState");
    });
    find("stand").append(" ", way);
  }
  for (const id of ["open-web", "open-pdf"]) link(id, "");
  if (!current) find("forms").hidden = true;
  find("brief").setAttribute("aria-busy", "false");
  tell(find("status"), why);
}

function showBrief(brief) {
  const before = current;
  current = brief;
  document.title = `${brief.title} · Bronbrief`;
  find("title").textContent = brief.title;
  find("title").lang = brief.lang || lang;
  find("forms").hidden = false;
  const base = `/briefs/${encodeURIComponent(brief.name)}`;
  link("open-web", brief.html && `${base}/page.html`);
  link("open-pdf", brief.pdf && `${base}/${encodeURIComponent(brief.name)}.pdf`);
  if (!brief.checking || before === null) showFindings(brief.findings, Boolean(brief.html));
  showForms(brief);
  if (!brief.checking) {
    underline(brief.findings);
    setFound(brief.findings, brief.spec);
  }
  follow(brief);
  setBrief(brief);
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
  if (web || !brief.html) showWeb(brief.name, brief.html, brief.title);
  if (!web || !brief.pdf) showPdf(brief.name, brief.pdf);
  const missing = web ? !brief.html : !brief.pdf;
  find("forms").classList.toggle("missing", missing);
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
    tell(find("status"), `${capital(findings)}. ${say("up_to_date", { when: clock.format(new Date()) })}`);
  }
}

const capital = (text) => text[0].toUpperCase() + text.slice(1);

/** Learn what a brief quotes, so that each quotation leads to its source; null forgets the last one's. */
async function takeQuotations(brief) {
  quotationsOf = brief?.proven ?? "";
  const none = { quotations: [], sources: {} };
  const answer = brief ? await fetchJson(`/briefs/${encodeURIComponent(brief.name)}/quotations`).catch(() => null) : none;
  if (!answer) {
    if (quotationsOf === brief.proven) quotationsOf = "";
    return;
  }
  if (quotationsOf !== (brief?.proven ?? "")) return;
  ({ quotations, sources: anchors } = answer);
  setQuotations(quotations);
  setSpots([...quotations.flatMap(quotationSpots), ...Object.keys(anchors).map(sourceSpot)]);
  setQuotationsOnPaper(quotations);
  if (brief) document.body.dataset.proven = brief.proven;
  else delete document.body.dataset.proven;
}

function quotationSpots(one) {
  const [label, name] = [words.show_in_source, wayToSource(one.text)];
  return [{ excerpt: one.id, label, name }, ...one.anchors.map((anchor) => ({ anchor, label, name }))];
}

const sourceSpot = (anchor) => ({ anchor, label: words.show_source, name: `${words.show_source}: ${anchors[anchor]}` });

function leadToSource(ids, byKey) {
  for (const { excerpt, anchor } of ids) {
    const found = quotations.find((one) => one.id === excerpt || one.anchors.includes(anchor));
    const id = found ? found.source : anchors[anchor];
    if (!id) continue;
    const focus = showPane("sources") || byKey;
    if (found) highlight(found, { focus, from: ids });
    else show(id, { focus, from: ids });
    return true;
  }
  return false;
}

onPoint((ids, byKey, event) => leadToSource(ids, byKey) || clicked(event));
onSpot(leadToSource);

onReturn((ids) => {
  showPane("brief");
  const onPaper = ids[0].page !== undefined;
  forms.choose(onPaper ? "tab-pdf" : "tab-web");
  if (!(onPaper ? returnToSpot(ids[0]) : returnTo(ids))) find("brief").focus();
});

find("pane-sources").addEventListener("keydown", (event) => {
  if (event.key === "Escape" && event.target.id !== "query" && !close()) leaveForBrief();
});

onChoice((name) => {
  choose(name);
  if (showPane("brief")) find("brief").focus();
});

onNew((name) => {
  choose(name);
  preferForm();
  showPane("text");
  find(inForm() ? "write-form" : "write-text").focus();
});

hear(update, noConnection);
addEventListener("popstate", () => {
  const { brief, form } = asked();
  choose(brief, "");
  forms.choose(form === "pdf" ? "tab-pdf" : "tab-web");
});
openAsked();
listen({ brief: chosen, lang });
