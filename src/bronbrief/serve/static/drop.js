// Files that are dropped anywhere on a page; without this the browser would show them in place of it.

/** Call a function with files that are dropped; `mark` shows that they would be taken here. */
export function onFiles(take, mark = () => {}) {
  for (const kind of ["dragover", "drop"]) {
    addEventListener(kind, (event) => {
      if (![...event.dataTransfer.types].includes("Files")) return;
      event.preventDefault();
      mark(kind === "dragover");
      if (kind === "drop") take([...event.dataTransfer.files]);
    });
  }
  addEventListener("dragleave", (event) => { if (!event.relatedTarget) mark(false); });
}
