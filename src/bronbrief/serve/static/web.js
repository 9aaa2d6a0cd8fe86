// The brief as a web page. A new version loads behind the one that is seen and takes its place when it is
// whole and stands where the reader was. The frame may not run scripts; what happens in it is heard from outside.

import { find } from "./dom.js";
import { addButtons } from "./spots.js";

const panel = find("panel-web");
let seen = null;
let wanted = "";
let visible = "";
let brief = "";
let spots = [];
let postponed = null;
let heard = () => {};
let arrived = () => {};

/** Call a function with the ids around what is chosen in the brief, the nearest first, and how: by key or not. */
export const onPoint = (listener) => { heard = listener; };

/** Call a function whenever another page is seen. */
export const onPage = (listener) => { arrived = listener; };

export function showWeb(name, version, title) {
  if (name !== brief) {
    seen?.remove();
    [seen, wanted, visible, brief, spots, postponed] = [null, "", "", name, [], null];
    delete panel.dataset.visible;
    arrived();
  }
  if (!version || version === wanted) return;
  wanted = version;
  load(name, version, title);
}

// A pane that is out of sight has no places: a new version waits for the reader to come back to the old one.
const outOfSight = () => seen !== null && panel.clientHeight === 0;
new ResizeObserver(() => {
  if (postponed && !outOfSight()) load(...postponed);
}).observe(panel);

/** Take what can be chosen in the brief: elements by id or by excerpt, each with the words of its button. */
export function setSpots(found) {
  spots = found;
  if (seen) addButtons(seen.contentDocument, spots);
}

/** Bring the reader back to the place in the brief that they left for a source; false where it is gone. */
export function returnTo(ids) {
  const inside = seen?.contentDocument;
  const place = inside && ids.map((one) => elementOf(inside, one)).find(Boolean);
  if (!place) return false;
  place.scrollIntoView({ block: "center" });
  seen.focus();
  (place.querySelector("button.to-source") ?? place).focus({ preventScroll: true });
  return true;
}

const elementOf = (inside, { anchor, excerpt }) =>
  anchor ? inside.getElementById(anchor) : inside.querySelector(`[data-excerpt="${CSS.escape(excerpt)}"]`);

function load(name, version, title) {
  postponed = outOfSight() ? [name, version, title] : null;
  if (postponed) return;
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-same-origin");
  frame.title = title;
  frame.className = "coming";
  frame.addEventListener("load", () => {
    const stands = version === wanted && name === brief;
    if (stands && frame.contentDocument && !outOfSight()) {
      swap(frame, version);
      return;
    }
    frame.remove();
    if (stands && !frame.contentDocument) wanted = ""; // its file has just gone: what is seen stays
    else if (stands) load(name, version, title);
  }, { once: true });
  frame.src = `/briefs/${encodeURIComponent(name)}/page.html?version=${version}`;
  panel.append(frame);
}

function swap(frame, version) {
  const inside = frame.contentDocument;
  const place = seen ? placeIn(seen) : null;
  const focused = seen !== null && document.activeElement === seen ? focusIn(seen.contentDocument) : null;
  addButtons(inside, spots);
  if (place) restore(frame, place);
  inside.addEventListener("click", point);
  inside.addEventListener("keydown", passOn);
  frame.classList.remove("coming");
  seen?.remove();
  [seen, visible] = [frame, version];
  if (focused) {
    frame.focus();
    focused(inside)?.focus({ preventScroll: true });
  }
  panel.dataset.visible = visible;
  arrived();
}

/** A key that is pressed in the brief counts in the app as well, as if its frame had the focus. */
function passOn(event) {
  if (!seen.dispatchEvent(new KeyboardEvent(event.type, event))) event.preventDefault();
}

/** Remember what has the focus, and return how to find it in the next version: by its id, else as the nth. */
function focusIn(page) {
  const stops = (where) => [...where.querySelectorAll("a[href], button, [tabindex]")];
  const at = stops(page).indexOf(page.activeElement);
  const { id } = page.activeElement ?? {};
  return (next) => (id && next.getElementById(id)) || (at >= 0 && stops(next)[at]) || null;
}

/** Where the reader is: the element with an id that is nearest the top, and how far it stands from it. */
function placeIn(frame) {
  const page = frame.contentDocument;
  let best = null;
  for (const element of page.querySelectorAll("[id]")) {
    const top = element.getBoundingClientRect().top;
    if (top > 120) break;
    best = { id: element.id, top };
  }
  return { best, y: frame.contentWindow.scrollY };
}

function restore(frame, place) {
  const view = frame.contentWindow;
  const element = place.best && frame.contentDocument.getElementById(place.best.id);
  const near = element && element.getBoundingClientRect().top - place.best.top;
  view.scrollTo({ top: element && place.y > 0 ? near : place.y, behavior: "instant" });
}

/** The window in which the brief is seen, or null. */
export const webSeen = () => seen?.contentWindow ?? null;

function point(event) {
  const link = event.target.closest("a[href]");
  if (link) {
    const inside = link.getAttribute("href").startsWith("#");
    if (!inside) {
      event.preventDefault();
      window.open(link.href, "_blank", "noopener");
    }
    return;
  }
  const ids = [];
  for (let at = event.target; at; at = at.parentElement) {
    if (at.dataset?.excerpt) ids.push({ excerpt: at.dataset.excerpt });
    if (at.id) ids.push({ anchor: at.id });
  }
  heard(ids, event.detail === 0, event);
}
