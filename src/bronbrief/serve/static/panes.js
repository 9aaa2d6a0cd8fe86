// On a narrow screen the three panes become tabs; on a wide one they stand side by side.

import { find } from "./dom.js";
import { makeTabs } from "./tabs.js";

const narrow = matchMedia("(max-width: 899px)");
const list = find("pane-tabs");
const tabs = makeTabs(list);

function arrange() {
  list.hidden = !narrow.matches;
  for (const pane of tabs.panels) {
    if (narrow.matches) {
      pane.setAttribute("role", "tabpanel");
      pane.setAttribute("aria-labelledby", pane.id.replace("pane", "tab"));
    } else {
      pane.removeAttribute("role");
      pane.removeAttribute("aria-labelledby");
      pane.hidden = false;
    }
  }
  if (narrow.matches) tabs.choose(tabs.chosen);
}

narrow.addEventListener("change", arrange);
tabs.choose("tab-brief", { silent: true });
arrange();

/** Bring a pane into view where only one fits: "briefs", "brief" or "sources". Tell whether another one went. */
export function showPane(name) {
  const changes = narrow.matches && tabs.chosen !== `tab-${name}`;
  if (narrow.matches) tabs.choose(`tab-${name}`);
  return changes;
}

for (const link of document.querySelectorAll("a[data-pane]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    showPane(link.dataset.pane);
    find(link.hash.slice(1)).focus();
  });
}
