// The page that explains each finding: all of them, and the ones that hold some words.

import { find, say, words } from "./dom.js";

const query = find("help-query");
const areas = [...document.querySelectorAll(".area")];
const articles = [...document.querySelectorAll(".explained")];
const texts = new Map(articles.map((one) => [one, `${one.id} ${one.textContent}`.toLocaleLowerCase()]));

function show() {
  const asked = query.value.toLocaleLowerCase().split(/\s+/u).filter(Boolean);
  let count = 0;
  for (const one of articles) {
    one.hidden = !asked.every((word) => texts.get(one).includes(word));
    count += one.hidden ? 0 : 1;
  }
  for (const area of areas) area.hidden = !area.querySelector(".explained:not([hidden])");
  find("help-count").textContent = asked.length ? (count === 1 ? words.one_shown : say("shown", { count })) : say("all", { count });
}

/** Show the finding that the address names, whatever was searched for. */
function open() {
  const target = find(decodeURIComponent(location.hash.slice(1)));
  if (!target?.classList.contains("explained")) return;
  query.value = "";
  show();
  target.scrollIntoView({ block: "start", behavior: "instant" });
  target.focus({ preventScroll: true });
}

query.addEventListener("input", show);
addEventListener("hashchange", open);
show();
open();
