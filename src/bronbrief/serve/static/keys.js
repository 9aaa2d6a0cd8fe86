// Keys that hold everywhere in the app: "/" searches the sources, Ctrl+P opens what can be printed.

import { find } from "./dom.js";
import { showPane } from "./panes.js";

const types = (element) => element.matches("input:not([type=button]), select, textarea, #editor");

addEventListener("keydown", (event) => {
  const control = event.ctrlKey || event.metaKey;
  if (event.key === "/" && !control && !event.altKey && !types(event.target)) {
    event.preventDefault();
    showPane("sources");
    find("query").focus();
  }
  const pdf = find("open-pdf");
  if (event.key === "p" && control && !event.shiftKey && !event.altKey && !pdf.hidden) {
    event.preventDefault();
    pdf.click();
  }
});
