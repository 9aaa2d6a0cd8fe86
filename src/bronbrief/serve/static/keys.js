// Keys that hold everywhere in the app: Ctrl+S saves, "/" searches the sources, Ctrl+P opens what can be printed,
// F8 goes to the findings and back.

import { find } from "./dom.js";
import { save } from "./editor.js";
import { toFindings } from "./findings.js";
import { showPane } from "./panes.js";

const types = (element) => element.matches("input:not([type=button]), select, textarea, #editor");

addEventListener("keydown", (event) => {
  const control = event.ctrlKey || event.metaKey;
  if (event.key === "/" && !control && !event.altKey && !types(event.target)) {
    event.preventDefault();
    showPane("sources");
    find("query").focus();
  }
  if (event.key === "F8" && !document.querySelector("dialog[open]")) {
    event.preventDefault();
    toFindings();
  }
  if (!control || event.shiftKey || event.altKey) return;
  const key = event.key.toLowerCase();
  const pdf = find("open-pdf");
  if (key === "p" && !pdf.hidden) {
    event.preventDefault();
    pdf.click();
  }
  if (key === "s" && document.body.dataset.writes !== "false") {
    event.preventDefault();
    save();
  }
});
