// What is seen, as the address of the page has it: so a place can be sent to somebody, kept, and loaded again.

const KEYS = ["brief", "form", "source", "passage", "search"];

/** What the address asks for: the brief, "pdf", a source, the number of a passage of it, words to search. */
export function asked() {
  const query = new URLSearchParams(location.search);
  return Object.fromEntries(KEYS.map((key) => [key, query.get(key) ?? ""]));
}

/** Have the address say something else. `how` names how: "replaceState", or "pushState" for a step of its own. */
export function note(values, how = "replaceState") {
  const query = new URLSearchParams(Object.entries({ ...asked(), ...values }).filter(([, value]) => value !== ""));
  const address = query.size ? `/?${query}` : "/";
  if (address !== `${location.pathname}${location.search}`) history[how]({}, "", address);
}
