// The keyboard: j and k walk through the events, / searches, ? helps, Esc goes back.

export function startKeys(actions, search, help) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    const typing = event.target instanceof HTMLElement && event.target.closest("input, select, textarea");
    if (event.key === "Escape") {
      actions.back(typing === search);
      return;
    }
    if (typing) return;
    // The strip below the chart, buttons and lists have arrow keys of their own.
    if (event.key.startsWith("Arrow") && event.target !== document.body && !event.target.closest("#chart, #panel")) return;
    const action = {
      j: () => actions.next(1),
      k: () => actions.next(-1),
      "/": () => search.focus(),
      "?": () => help.showModal(),
      "+": () => actions.zoom(0.6),
      "=": () => actions.zoom(0.6),
      "-": () => actions.zoom(1 / 0.6),
      0: () => actions.home(),
      f: () => actions.filters(),
      ArrowLeft: () => actions.shift(-0.2),
      ArrowRight: () => actions.shift(0.2),
    }[event.key];
    if (!action) return;
    action();
    event.preventDefault();
  });
}
