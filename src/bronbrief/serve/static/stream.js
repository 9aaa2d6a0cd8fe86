// The stream of states from the server: it finds the server again, and leaves room for other tabs.

const AGAIN = 1500;
const others = new BroadcastChannel("bronbrief");
let events = null;
let address = "";
let heard = () => {};
let lost = () => {};

/** Call `onState` with every state, and `onLost` whenever there is no server to be heard: with `true` if one refuses. */
export function hear(onState, onLost) {
  [heard, lost] = [onState, onLost];
}

export function listen(values) {
  address = `/events?${new URLSearchParams(values)}`;
  open();
  others.postMessage("here");
}

function open() {
  events?.close();
  const mine = events = new EventSource(address);
  mine.addEventListener("message", (event) => heard(JSON.parse(event.data)));
  mine.addEventListener("error", () => {
    lost();
    if (mine.readyState === EventSource.CLOSED) askWhy(mine);
    // Whoever answers with something else than a stream ends it for good: another program took the port.
    if (mine.readyState === EventSource.CLOSED) setTimeout(() => mine === events && open(), AGAIN);
  });
}

/** A stream does not tell with which status it was refused. */
async function askWhy(mine) {
  const answer = await fetch(address, { method: "HEAD" }).catch(() => null);
  if (mine === events && answer?.status === 403) lost(true);
}

// A browser keeps six connections to one server, and a stream takes one: with six briefs in six tabs nothing
// would load any more. So a tab that nobody sees gives up its stream when another one needs one.
others.addEventListener("message", () => {
  if (!document.hidden || !events) return;
  events.close();
  events = null;
});
document.addEventListener("visibilitychange", () => {
  if (!document.hidden && !events && address) {
    open();
    others.postMessage("here");
  }
});
