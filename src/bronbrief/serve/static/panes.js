// On a narrow screen all panes are tabs; on a wide one they stand side by side, sources and text in one place.

import { find } from "./dom.js";
import { makeTabs } from "./tabs.js";

const narrow = matchMedia("(max-width: 899px)");
const list = find("pane-tabs");
const aside = find("side-tabs");
if (document.body.dataset.writes === "false") {
  for (const id of ["tab-text", "side-tabs"]) find(id).remove();
  for (const id of ["make-brief", "add-source"]) find(id).parentElement.hidden = true;
}
const tabs = makeTabs(list, arrangeSide);
const side = aside.isConnected ? makeTabs(aside) : null;

/** What holds sources and text takes room only where one of them is seen. */
function arrangeSide() {
  find("side").hidden = narrow.matches && find("pane-sources").hidden && find("pane-text").hidden;
}

function arrange() {
  list.hidden = !narrow.matches;
  for (const pane of tabs.panels) {
    if (narrow.matches) {
      pane.setAttribute("role", "tabpanel");
      pane.setAttribute("aria-labelledby", pane.id.replace("pane", "tab"));
    } else {
      pane.removeAttribute("role");
      pane.removeAttribute("aria-labelledby");
      pane.hidden = pane.id === "pane-text";
    }
  }
  if (side) aside.hidden = narrow.matches;
  if (narrow.matches) tabs.choose(tabs.chosen);
  else side?.choose(side.chosen);
  for (const pane of narrow.matches || !side ? [] : side.panels) {
    pane.setAttribute("role", "tabpanel");
    pane.setAttribute("aria-labelledby", pane.id.replace("pane", "side"));
  }
  arrangeSide();
}

narrow.addEventListener("change", arrange);
tabs.choose("tab-brief", { silent: true });
arrange();

/** Bring a pane into view: "briefs", "brief", "sources" or "text". Tell whether another one went. */
export function showPane(name) {
  const [all, id] = narrow.matches ? [tabs, `tab-${name}`] : [side, `side-${name}`];
  if (!all || !all.has(id) || all.chosen === id) return false;
  all.choose(id);
  return true;
}

for (const link of document.querySelectorAll("a[data-pane]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    showPane(link.dataset.pane);
    find(link.hash.slice(1)).focus();
  });
}
