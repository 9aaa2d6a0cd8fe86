// What can be chosen in the brief, for whoever has no mouse: a button that is seen once it has the focus.
// The brief itself knows nothing of it; its own policy allows no style but this kind, made by a script.

const STYLE = `
  html { scroll-behavior: auto !important; }
  [data-spot] { cursor: pointer; }
  [data-spot]:has(> .to-source:focus) { outline: 3px solid #2c7da0; outline-offset: 4px; }
  .to-source {
    user-select: none; -webkit-user-select: none;
    position: absolute; inset-inline-start: 12px; z-index: 9; margin-top: 1.6em; scroll-margin: 16px; padding: 4px 12px;
    border: 2px solid #ffffff; border-radius: 6px; background: #1f4e5f; color: #ffffff;
    font: 600 14px/1.5 system-ui, sans-serif; text-indent: 0;
  }
  .to-source:focus { outline: 3px solid #2c7da0; }
  .to-source:not(:focus) { width: 1px; height: 1px; padding: 0; border: 0; overflow: hidden; clip-path: inset(50%); }
  ::highlight(here) { background: #ffe27a; color: #16262c; }
  @media print { .to-source { display: none; } }
`;

/** Give each spot its button: `excerpt` or `anchor` says where, `label` what the button says, `name` its whole name. */
export function addButtons(page, spots) {
  if (!page.adoptedStyleSheets.length) {
    const sheet = new page.defaultView.CSSStyleSheet();
    sheet.replaceSync(STYLE);
    page.adoptedStyleSheets = [sheet];
  }
  for (const spot of spots) {
    for (const element of elements(page, spot)) {
      if (element.closest("[data-spot]") || element.querySelector("[data-spot]")) continue;
      const button = page.createElement("button");
      Object.assign(button, { type: "button", className: "to-source", textContent: spot.label, ariaLabel: spot.name });
      button.lang = document.documentElement.lang;
      element.dataset.spot = "";
      element.append(button);
    }
  }
}

function elements(page, { anchor, excerpt }) {
  if (excerpt) return page.querySelectorAll(`[data-excerpt="${CSS.escape(excerpt)}"]`);
  return [page.getElementById(anchor)].filter(Boolean);
}
