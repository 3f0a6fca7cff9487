// The list below the chart. It came with the page; here it is narrowed to what is searched for, and marked.

export function createCatalogue(section, count, total) {
  const rows = new Map([...section.querySelectorAll("li.event[data-id]")].map((row) => [row.dataset.id, row]));
  const years = [...section.querySelectorAll("section.year")];
  const none = section.querySelector(".no-match");
  let current = null;
  return {
    narrow(events) {
      const kept = new Set(events.map((event) => event.id));
      for (const [id, row] of rows) row.hidden = !kept.has(id);
      for (const year of years) year.hidden = year.querySelector("li.event:not([hidden])") === null;
      if (none) none.hidden = events.length > 0 || total === 0;
      count.textContent = events.length === total ? String(total) : `${events.length} of ${total}`;
    },
    mark(event) {
      if (current) current.removeAttribute("aria-current");
      current = event ? rows.get(event.id) || null : null;
      if (current) current.setAttribute("aria-current", "true");
    },
    clicked(choose) {
      for (const list of section.querySelectorAll("section.year")) {
        list.addEventListener("click", (event) => {
          const row = event.target.closest("li.event[data-id]");
          if (!row || event.ctrlKey || event.metaKey || String(window.getSelection())) return;
          event.preventDefault();
          choose(row.dataset.id, row);
        });
      }
    },
    reveal(event) {
      const row = rows.get(event.id);
      if (row) row.scrollIntoView({ block: "nearest" });
    },
  };
}
