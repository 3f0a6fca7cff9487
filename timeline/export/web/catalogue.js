// The list below the chart. It came with the page; here it is narrowed to what is searched for, and marked.

import { dateWords, numeral } from "./dates.js";
import { tellers } from "./evidence.js";
import { isEnglish, say } from "./words.js";

export function createCatalogue(section, count, total) {
  const rows = new Map([...section.querySelectorAll("li.event[data-id]")].map((row) => [row.dataset.id, row]));
  const years = [...section.querySelectorAll("section.year")];
  const notes = [...section.querySelectorAll(".notes li")];
  const none = section.querySelector(".no-match");
  let current = null;
  let whole = true;
  return {
    // Dates as the reader's language writes them, and the page's own words in the rows.
    translate(byId) {
      for (const when of section.querySelectorAll(".when")) {
        const words = dateWords(when.textContent);
        if (words !== when.textContent) when.textContent = words;
      }
      for (const gives of section.querySelectorAll(".gives")) gives.textContent = say("Gives {date}.", { date: dateWords(gives.dataset.date) });
      if (isEnglish()) return;
      for (const own of section.querySelectorAll(".year .badge, .year .own, .year h3")) own.textContent = dateWords(say(own.textContent));
      for (const counts of section.querySelectorAll(".year .counts")) {
        const event = byId.get(counts.closest("li").dataset.id);
        const quotes = event.counts.quotes;
        counts.textContent = `${say("{n} quotes", { n: quotes, told: numeral(quotes) })}, ${tellers(event)}`;
      }
      for (const more of section.querySelectorAll(".year .others")) more.textContent = ` ${say("and {n} more", { n: Number(more.dataset.n) })}`;
    },
    narrow(events) {
      count.textContent = events.length === total ? numeral(total) : say("{n} of {total}", { n: events.length, told: numeral(events.length), total: numeral(total) });
      if (none) none.hidden = events.length > 0 || total === 0;
      if (whole && events.length === total) return;
      whole = events.length === total;
      const kept = new Set(events.map((event) => event.id));
      for (const [id, row] of rows) row.hidden = !kept.has(id);
      for (const note of notes) note.hidden = !kept.has(note.dataset.of);
      for (const year of years) year.hidden = year.querySelector("li.event:not([hidden])") === null;
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
          if (!row || event.target.closest(".refs") || event.ctrlKey || event.metaKey || String(window.getSelection())) return;
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
