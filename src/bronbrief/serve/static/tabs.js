// Tabs as the ARIA Authoring Practices describe them: arrows, Home and End move, the panel follows.

export function makeTabs(list, onChange) {
  const tabs = [...list.querySelectorAll("[role=tab]")];
  const panels = tabs.map((tab) => document.getElementById(tab.getAttribute("aria-controls")));
  let chosen = 0;

  function choose(at, { focus = false, silent = false } = {}) {
    chosen = (at + tabs.length) % tabs.length;
    tabs.forEach((tab, number) => {
      tab.setAttribute("aria-selected", String(number === chosen));
      tab.tabIndex = number === chosen ? 0 : -1;
      panels[number].hidden = number !== chosen;
    });
    if (focus) tabs[chosen].focus();
    if (!silent) onChange?.(tabs[chosen].id);
  }

  tabs.forEach((tab, number) => tab.addEventListener("click", () => choose(number)));
  list.addEventListener("keydown", (event) => {
    const moves = { ArrowRight: chosen + 1, ArrowLeft: chosen - 1, Home: 0, End: tabs.length - 1 };
    if (!(event.key in moves)) return;
    event.preventDefault();
    choose(moves[event.key], { focus: true });
  });
  choose(0, { silent: true });
  return {
    panels,
    get chosen() { return tabs[chosen].id; },
    has: (id) => tabs.some((tab) => tab.id === id),
    choose: (id, options) => choose(tabs.findIndex((tab) => tab.id === id), options),
  };
}
