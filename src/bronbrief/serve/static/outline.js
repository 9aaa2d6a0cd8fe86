// The outline of a brief: its headings, each of which leads to its place in the web page or the PDF.

import { find, make } from "./dom.js";
import { lettersOf } from "./letters.js";
import { placeOfText } from "./lines.js";
import { onPage, webSeen } from "./web.js";

const box = find("outline");
const list = find("outline-list");
const HEADINGS = "main :is(h2, h3, h4)";

/** List the headings of the page that is seen; a brief with few of them needs no outline. */
export function showOutline() {
  const headings = [...(webSeen()?.document.querySelectorAll(HEADINGS) ?? [])];
  box.hidden = headings.length < 3;
  list.replaceChildren(...headings.map((heading) => {
    const button = make("button", { type: "button" }, heading.textContent.trim());
    button.addEventListener("click", () => lead(heading));
    return make("li", { class: heading.localName, lang: heading.ownerDocument.documentElement.lang }, button);
  }));
}

function lead(heading) {
  close();
  const onPaper = !find("panel-pdf").hidden && placeOfText(lettersOf(find("pages"), ".spot"), heading.textContent);
  const place = onPaper ? onPaper.startContainer.parentElement : heading;
  place.scrollIntoView({ block: "start", behavior: "instant" });
  (onPaper ? find("pages") : webSeen().frameElement).focus({ preventScroll: true });
}

function close() {
  box.open = false;
}

onPage(showOutline);
box.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !box.open) return;
  close();
  box.querySelector("summary").focus();
});
document.addEventListener("click", (event) => {
  if (!box.contains(event.target)) close();
});
addEventListener("blur", close); // into the frame of the brief
