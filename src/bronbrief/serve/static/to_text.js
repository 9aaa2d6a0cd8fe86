// The ways between the brief and its text: a click, F2 and two buttons, for the web page and the PDF alike.

import { find, tell, words } from "./dom.js";
import { goToSaved, onCursor } from "./editor.js";
import { lettersOf } from "./letters.js";
import { rangeAt, textAt, textOf, textSeen, textsOf } from "./lines.js";
import { showPane } from "./panes.js";
import { webSeen } from "./web.js";

/** What no text of the spec is printed in: buttons of ours, and ways through the page. */
const OURS = ".to-source, .skip, .outline, script, style, .spot";
/** Milliseconds in which a second click comes, of who selects a word. */
const TWICE = 250;

const pages = find("pages");
const writes = document.body.dataset.writes !== "false";
let brief = null;
let timer = 0;

find("show-in-text").hidden = !writes;

/** Hear which brief is looked at. */
export const setBrief = (looked) => { brief = looked; };

/** What is seen of the brief: its letters, the window that it stands in, and where that begins. */
function seen() {
  if (!find("panel-pdf").hidden) return { letters: lettersOf(pages, OURS), view: window, top: pages.getBoundingClientRect().top };
  const view = webSeen();
  return view && { letters: lettersOf(view.document.body, OURS), view, top: 0 };
}

/** Go to the line of what was clicked; a second click, or words that were selected, are something else. */
export function clicked(event) {
  clearTimeout(timer);
  if (!writes || event.detail !== 1) return;
  const page = event.target.ownerDocument;
  const { clientX, clientY } = event;
  const place = page.caretRangeFromPoint?.(clientX, clientY) ?? caret(page.caretPositionFromPoint?.(clientX, clientY));
  const now = place && seen(); // by then another version of the page may stand there
  if (now) timer = setTimeout(() => { if (page.getSelection()?.isCollapsed !== false) lead(now, place); }, TWICE);
}

const caret = (place) => place && { startContainer: place.offsetNode, startOffset: place.offset };

async function lead({ letters }, { startContainer, startOffset }) {
  const text = brief && textAt(await textsOf(brief), letters, startContainer, startOffset);
  if (text) goToSaved(text.line, text.column);
}

/** Go to the line of what has the focus in the brief, else of what stands at the top of the window. */
async function leadFromView() {
  const now = seen();
  if (!writes || !now || !brief) return;
  const texts = await textsOf(brief);
  const focused = now.view !== window && now.view.document.activeElement.closest("[data-spot], a");
  const text = (focused && textOf(texts, now.letters, focused)) || textSeen(texts, now.letters, now.top);
  if (text) goToSaved(text.line, text.column);
  else tell(find("status"), words.not_in_text);
}

find("show-in-text").addEventListener("click", leadFromView);

find("brief").addEventListener("keydown", (event) => {
  if (event.key !== "F2") return;
  event.preventDefault();
  leadFromView();
});
pages.addEventListener("click", (event) => {
  if (event.target.closest(".text-layer")) clicked(event);
});

onCursor(async (line, column) => {
  showPane("brief");
  const now = seen();
  const range = now && brief && rangeAt(await textsOf(brief), now.letters, line, column);
  if (!range) {
    tell(find("status"), words.not_in_brief);
    return;
  }
  now.view.CSS.highlights?.set(now.view === window ? "pdf-now" : "here", new now.view.Highlight(range));
  range.startContainer.parentElement.scrollIntoView({ block: "center", behavior: "instant" });
});
