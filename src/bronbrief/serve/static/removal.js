// Taking a source out of the workspace: what goes is named first, and a source that a brief quotes stays.

import { titleOf } from "./briefs.js";
import { fetchJson, find, make, say, send, tell, whyNot, words } from "./dom.js";
import { leave, onRemoval } from "./sources.js";

const dialog = find("remove-source");
const wrong = find("remove-source-wrong");
let asked = null;

onRemoval(async (id) => {
  const found = await fetchJson(`/sources/${encodeURIComponent(id)}/removal`).catch(() => null);
  if (!found) return tell(find("search-state"), words.save_failed);
  const { files, briefs } = found;
  asked = { id, files };
  const way = (name) => make("a", { href: `/?${new URLSearchParams({ brief: name, source: id })}` }, titleOf(name) ?? name);
  const named = briefs.length ? briefs.map(way) : Object.keys(files).map((path) => make("code", {}, path));
  find("remove-source-says").replaceChildren(
    make("p", {}, briefs.length ? words.still_quoted : words.files_that_go),
    make("ul", {}, ...named.map((one) => make("li", {}, one))),
  );
  find("remove-source-go").hidden = briefs.length > 0;
  tell(wrong, "");
  return dialog.showModal();
});

dialog.querySelector("form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const answer = await send("POST", `/sources/${encodeURIComponent(asked.id)}/removal`, { files: asked.files }).catch(() => null);
  if (!answer?.ok) return tell(wrong, answer ? whyNot(answer) : words.save_failed);
  dialog.close();
  await leave();
  return tell(find("search-state"), say("source_removed", asked));
});
