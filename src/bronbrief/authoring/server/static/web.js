// The brief as a web page. A new version loads behind the one that is seen and takes its place when it is
// whole and stands where the reader was. The frame may not run scripts; clicks are heard from outside.

import { find } from "./dom.js";

const panel = find("panel-web");
let seen = null;
let wanted = "";
let visible = "";
let brief = "";
let heard = () => {};

/** Call a function with the ids around what is clicked in the brief: the nearest first. */
export const onPoint = (listener) => { heard = listener; };

export function showWeb(name, version, title) {
  if (name !== brief) {
    seen?.remove();
    [seen, wanted, visible, brief] = [null, "", "", name];
  }
  if (!version || version === wanted) return;
  wanted = version;
  load(name, version, title);
}

function load(name, version, title) {
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-same-origin");
  frame.title = title;
  frame.className = "coming";
  frame.addEventListener("load", () => {
    if (version !== wanted || name !== brief) frame.remove();
    else swap(frame, version);
  }, { once: true });
  frame.src = `/briefs/${encodeURIComponent(name)}/page.html?version=${version}`;
  panel.append(frame);
}

function swap(frame, version) {
  const inside = frame.contentDocument;
  const place = seen ? placeIn(seen) : null;
  const focused = seen !== null && document.activeElement === seen;
  if (place) restore(frame, place);
  inside.addEventListener("click", point);
  for (const one of inside.querySelectorAll("[data-excerpt], .quotation-block")) one.style.cursor = "pointer";
  frame.classList.remove("coming");
  seen?.remove();
  [seen, visible] = [frame, version];
  if (focused) frame.focus();
  panel.dataset.visible = visible;
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
  heard(ids);
}
