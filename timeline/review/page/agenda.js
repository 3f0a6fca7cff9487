// The agenda: filters, progress, and a list of which only the part on the screen is laid out.

import { FILTERS, choose, listen, placeOf, select, state } from "./state.js";
import { byId, counted, make, told } from "./making.js";

const HEIGHT = 64;
const BEYOND = 6;
const WHY = {
  undated: "undated",
  ambiguous: "ambiguous",
  conflicting: "conflict",
  changed: "changed",
  unsure: "unsure",
  alike: "told twice?",
};
const STATUS = { accepted: "✓", rejected: "✕", candidate: "" };

export function startAgenda() {
  const list = byId("list");
  const room = list.querySelector(".room");
  startFilters();
  const draw = () => drawRows(list, room);
  list.addEventListener("scroll", () => requestAnimationFrame(draw), { passive: true });
  new ResizeObserver(draw).observe(list);
  room.addEventListener("click", (event) => {
    const row = event.target.closest("[data-id]");
    if (!row) return;
    select(row.dataset.id);
    document.body.dataset.pane = "event";
  });
  listen((what) => {
    if (what === "rows" || what === "filter" || what === "all" || what === "standing") {
      drawProgress();
      drawFilters();
    }
    if (what === "selecting" || what === "selected" || what === "all") reveal(list);
    draw();
  });
  drawProgress();
  drawFilters();
  draw();
}

function startFilters() {
  const search = byId("search");
  let waiting = 0;
  search.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => choose({ query: search.value.trim() }), 80);
  });
  search.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      search.value = "";
      choose({ query: "" });
      search.blur();
    }
    if (event.key === "Enter" && state.shown.length > 0) {
      select(state.shown[0].id);
      search.blur();
    }
  });
  const group = document.querySelector(".filters");
  for (const [key, { name }] of Object.entries(FILTERS)) {
    const chip = make("button", "chip", make("span", "", name), make("b", "tabular"));
    chip.type = "button";
    chip.dataset.filter = key;
    chip.addEventListener("click", () => choose({ filter: key }));
    group.append(chip);
  }
  const bySource = byId("by-source");
  const every = make("option", "", "All sources");
  every.value = "";
  bySource.append(every);
  for (const source of state.sources.values()) {
    const option = make("option", "", source.name);
    option.value = source.id;
    bySource.append(option);
  }
  bySource.parentElement.hidden = state.sources.size < 2;
  bySource.addEventListener("change", () => choose({ source: bySource.value }));
}

function drawFilters() {
  const mine = [...state.rows.values()].filter((row) => row.mine);
  for (const chip of document.querySelectorAll(".filters .chip")) {
    const key = chip.dataset.filter;
    chip.setAttribute("aria-pressed", String(state.filter === key));
    const count = mine.filter(FILTERS[key].test).length;
    chip.querySelector("b").textContent = count.toLocaleString();
    chip.hidden = key === "aside" && count === 0 && state.filter !== key;
  }
  const open = state.shown.filter((row) => row.open).length;
  const bulk = byId("bulk");
  bulk.hidden = open === 0;
  bulk.textContent = `Accept the ${counted(open, "event")} shown…`;
}

function drawProgress() {
  const mine = [...state.rows.values()].filter((row) => row.mine && !row.aside);
  const done = mine.filter((row) => !row.open).length;
  const uncertain = mine.filter((row) => row.open && row.why.length > 0).length;
  const bar = byId("progress");
  Object.assign(bar, { max: Math.max(mine.length, 1), value: done });
  const parts = [`${done.toLocaleString()} of ${mine.length.toLocaleString()} reviewed`];
  if (uncertain > 0) parts.push(`${uncertain.toLocaleString()} uncertain left`);
  byId("progress-words").textContent = parts.join("; ");
}

function drawRows(list, room) {
  const rows = state.shown;
  room.style.height = `${rows.length * HEIGHT}px`;
  const first = Math.max(0, Math.floor(list.scrollTop / HEIGHT) - BEYOND);
  const last = Math.min(rows.length, Math.ceil((list.scrollTop + list.clientHeight) / HEIGHT) + BEYOND);
  const parts = rows.slice(first, last).map((row, index) => rowPart(row, first + index, rows.length));
  if (rows.length === 0) parts.push(make("p", "nothing", emptyWords()));
  room.replaceChildren(...parts);
  const chosen = placeOf(state.selected);
  if (chosen >= first && chosen < last) list.setAttribute("aria-activedescendant", `row-${state.selected}`);
  else list.removeAttribute("aria-activedescendant");
}

function emptyWords() {
  if (state.query || state.source) return "No event matches.";
  return state.filter === "todo" ? "All done: every event is reviewed." : "Nothing here.";
}

function rowPart(row, place, of) {
  const part = make("div", `row ${row.status}`);
  part.id = `row-${row.id}`;
  part.dataset.id = row.id;
  part.style.top = `${place * HEIGHT}px`;
  part.setAttribute("role", "option");
  part.setAttribute("aria-selected", String(row.id === state.selected));
  part.setAttribute("aria-posinset", String(place + 1));
  part.setAttribute("aria-setsize", String(of));
  const head = make("p", "when", told("span", "date", row.date.display));
  for (const why of row.why) head.append(make("span", `why ${why}`, WHY[why]));
  if (STATUS[row.status]) head.append(mark(row));
  part.append(head, told("p", "what", row.title));
  return part;
}

function mark(row) {
  const sign = make("span", `sign ${row.status}`, STATUS[row.status]);
  sign.setAttribute("role", "img");
  sign.setAttribute("aria-label", row.status);
  return sign;
}

function reveal(list) {
  const place = placeOf(state.selected);
  if (place < 0) return;
  const top = place * HEIGHT;
  if (top < list.scrollTop) list.scrollTop = top - HEIGHT;
  else if (top + HEIGHT > list.scrollTop + list.clientHeight) list.scrollTop = top + 2 * HEIGHT - list.clientHeight;
}
