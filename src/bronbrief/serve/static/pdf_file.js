// PDF files, opened by pdf.js in a worker. The app's policy lets one program be started that way, this one.

const PROGRAM = "/static/pdf.worker.min.mjs";
const policy = globalThis.trustedTypes?.createPolicy("pdf-worker", { createScriptURL: () => PROGRAM });
let reader = null;

async function start() {
  const { getDocument, PDFWorker, TextLayer } = await import("./pdf.min.mjs");
  const port = new Worker(policy ? policy.createScriptURL("") : PROGRAM, { type: "module" });
  return { getDocument, TextLayer, worker: new PDFWorker({ port }) };
}

/** Open a PDF: its pages, what sets their text, and how to let go of it. */
export async function openPdf(data) {
  reader ??= start();
  const { getDocument, TextLayer, worker } = await reader;
  const task = getDocument({ data, worker, useWasm: false, enableXfa: false, stopAtErrors: false, verbosity: 0 });
  const file = await task.promise;
  const numbers = Array.from({ length: file.numPages }, (_, at) => at + 1);
  return { file, TextLayer, pages: await Promise.all(numbers.map((number) => file.getPage(number))), close: () => task.destroy() };
}
