// Puts the page together: one state, and what happens when it changes.

import { readIsland, searchWords, fold } from "./island.js";
import { lanesOf, sourceGroups, titlesOf, isShown, colorOf, LANE_FIELDS } from "./lanes.js";
import { createChart } from "./chart.js";
import { createOverview } from "./overview.js";
import { createPanel, make } from "./evidence.js";
import { createCatalogue } from "./catalogue.js";
import { readAddress, writeAddress } from "./address.js";
import { startGestures } from "./gestures.js";
import { startKeys } from "./keys.js";
import { startTheme } from "./theme.js";
import { loadPlotly } from "./loading.js";
import { nameOfWindow } from "./calendar.js";

const byId = (id) => document.getElementById(id);
const timeline = readIsland();
const state = { query: "", hidden: new Set(), lanes: "source", selected: null, shown: timeline.events, touched: false };
const wide = window.matchMedia("(min-width: 981px)");

const chart = createChart(byId("chart"), timeline, {
  scene: () => ({
    lanes: lanesOf(state.shown, state.lanes, timeline, state.hidden),
    selected: state.selected,
    colorOf: (event) => colorOf(timeline, event, state.hidden),
    hidden: state.hidden,
  }),
  moved: () => {
    state.touched = true;
    drawAround();
    remember();
  },
  chosen: (event) => {
    select(event);
    lift(chart.heightOf(event));
  },
  crowded: (events) => {
    select(null);
    panel.list(events);
  },
});
const overview = createOverview(byId("overview"), timeline, chart);
const panel = createPanel(byId("panel"), timeline, {
  chosen: (event) => select(event),
  closed: () => select(null),
  next: (by) => step(by),
  place: (event) => `${state.shown.indexOf(event) + 1} of ${state.shown.length}`,
});
const catalogue = createCatalogue(byId("list"), byId("list-count"), timeline.events.length);

function select(event, { keep = false } = {}) {
  state.selected = event;
  if (!keep) state.touched = true;
  if (event) panel.show(event);
  else panel.clear();
  catalogue.mark(event);
  byId("said").textContent = event ? `${event.date.display}: ${event.title.slice(0, 200)}` : "";
  if (event && !keep) chart.reveal(event);
  chart.draw();
  remember();
}

// Scrolls so that a place on the screen is not behind the sheet of evidence, which on a phone covers the lower part.
function lift(height) {
  if (wide.matches || height === null) return;
  const room = window.innerHeight - byId("panel").offsetHeight;
  if (height > room - 30) window.scrollBy({ top: height - room / 2, behavior: "instant" });
}

function step(by) {
  if (state.shown.length === 0) return;
  const place = state.shown.indexOf(state.selected);
  const next = place < 0 ? (by > 0 ? 0 : state.shown.length - 1) : place + by;
  const event = state.shown[Math.min(Math.max(next, 0), state.shown.length - 1)];
  select(event);
  // Who looks at the chart is not taken away from it.
  if (byId("chart-card").getBoundingClientRect().bottom < window.innerHeight / 2) catalogue.reveal(event);
}

// Narrows everything to what is searched for and not hidden.
function narrow() {
  const words = fold(state.query).split(/\s+/).filter(Boolean);
  const matches = (event) => words.length === 0 || words.every((word) => searchWords(event).includes(word));
  state.shown = timeline.events.filter((event) => isShown(timeline, event, state.hidden) && matches(event));
  if (state.selected && !state.shown.includes(state.selected)) {
    state.selected = null;
    panel.clear();
    catalogue.mark(null);
  }
  overview.events = state.shown;
  catalogue.narrow(state.shown);
  byId("nothing").hidden = state.shown.length > 0 || timeline.events.length === 0;
  chart.draw();
  drawAround();
}

function drawAround() {
  overview.draw();
  const [start, end] = chart.window;
  const earlier = state.shown.filter((event) => event.to <= start);
  const later = state.shown.filter((event) => event.from >= end);
  hint(byId("earlier"), earlier.length, (count) => `← ${count.toLocaleString()} earlier`);
  hint(byId("later"), later.length, (count) => `${count.toLocaleString()} later →`);
  byId("window").textContent = nameOfWindow(chart.window);
}

function hint(button, count, words) {
  button.classList.toggle("none", count === 0);
  button.disabled = count === 0;
  button.textContent = count === 0 ? "" : words(count);
}

// Moves the window, as wide as it is, to the nearest events that lie outside it.
function walk(step) {
  const [start, end] = chart.window;
  const width = end - start;
  if (step < 0) {
    const last = Math.max(...state.shown.filter((event) => event.to <= start).map((event) => event.to));
    chart.show(last - width * 0.8, last + width * 0.2);
  } else {
    const first = Math.min(...state.shown.filter((event) => event.from >= end).map((event) => event.from));
    chart.show(first - width * 0.1, first + width * 0.9);
  }
}

function remember() {
  if (!state.touched) return;
  writeAddress({ window: chart.window, query: state.query, event: state.selected, hidden: state.hidden, lanes: state.lanes });
}

function startChips() {
  const groups = sourceGroups(timeline);
  if (groups.length < 2) return;
  for (const group of groups) {
    const chip = make("button", "chip");
    chip.type = "button";
    const dot = make("i", `c${group.color}`);
    const name = make("span", "", group.name);
    name.dir = "auto";
    chip.append(dot, name);
    chip.title = `Show or hide ${group.name}:\n${titlesOf(timeline, group)}`;
    chip.setAttribute("aria-pressed", String(!state.hidden.has(group.key)));
    chip.addEventListener("click", () => {
      if (!state.hidden.delete(group.key)) state.hidden.add(group.key);
      chip.setAttribute("aria-pressed", String(!state.hidden.has(group.key)));
      state.touched = true;
      narrow();
      remember();
    });
    byId("chips").append(chip);
  }
}

function startLanes() {
  const choice = byId("lanes");
  for (const option of [...choice.options]) {
    const field = LANE_FIELDS[option.value];
    if (field && option.value !== "source" && !timeline.events.some((event) => (event[field] || []).length > 0)) option.remove();
  }
  if (![...choice.options].some((option) => option.value === state.lanes)) state.lanes = "source";
  choice.value = state.lanes;
  choice.addEventListener("change", () => {
    state.lanes = choice.value;
    state.touched = true;
    chart.draw();
    remember();
  });
}

function startSearch() {
  const search = byId("search");
  search.value = state.query;
  let waiting = 0;
  search.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      state.query = search.value.trim();
      state.touched = true;
      narrow();
      remember();
    }, timeline.events.length > 2000 ? 180 : 60);
  });
}

function startButtons() {
  byId("zoom-in").addEventListener("click", () => chart.zoom(0.6));
  byId("zoom-out").addEventListener("click", () => chart.zoom(1 / 0.6));
  byId("fit").addEventListener("click", () => chart.all());
  byId("earlier").addEventListener("click", () => walk(-1));
  byId("later").addEventListener("click", () => walk(1));
  byId("help-open").addEventListener("click", () => byId("help").showModal());
  byId("picture").addEventListener("click", () => chart.save());
}

// The legend explains what this timeline has, and nothing else.
function startLegend() {
  const events = timeline.events;
  const some = (test) => events.some(test);
  const has = {
    ring: some((event) => event.shape === "exact" && event.status !== "accepted"),
    dot: some((event) => event.shape === "exact" && event.status === "accepted"),
    sources: some((event) => event.count > 1),
    diamond: some((event) => ["planned", "expected", "hypothetical"].includes(event.factuality)),
    cross: some((event) => event.factuality === "denied"),
    hatch: some((event) => event.shape === "imprecise"),
    span: some((event) => event.shape === "span"),
    open: some((event) => event.shape === "since" || event.shape === "until"),
    cluster: events.length > 24,
  };
  for (const line of byId("legend").children) line.hidden = !has[line.dataset.mark];
}

function goBack(fromSearch) {
  const search = byId("search");
  if (fromSearch && search.value) {
    search.value = "";
    search.dispatchEvent(new Event("input"));
  } else if (fromSearch) search.blur();
  else select(null);
}

function restore() {
  const address = readAddress();
  state.query = address.query;
  state.hidden = new Set(address.hidden);
  if (address.lanes && (LANE_FIELDS[address.lanes] || address.lanes === "none")) state.lanes = address.lanes;
  if (address.window) chart.window = address.window;
  state.touched = location.hash.length > 1;
  return address.event && timeline.events.find((event) => event.id === address.event || event.evidence.some((item) => item.id === address.event));
}

// Where a reader may start: of what the opening window shows, what most sources report, then what weighs most, then what
// lies nearest to the middle. The window is chosen first and does not move for it.
function lead() {
  const [start, end] = chart.window;
  const far = (event) => Math.abs(event.near - (start + end) / 2);
  const shown = state.shown.filter((event) => event.near >= start && event.near < end);
  const better = (one, two) => two.count - one.count || two.importance - one.importance || far(one) - far(two) || one.place - two.place;
  return shown.sort(better)[0] || null;
}

async function startChart() {
  const holder = byId("chart");
  try {
    await loadPlotly(timeline.loader);
  } catch (error) {
    holder.replaceChildren(make("p", "broken", `The chart cannot be shown: ${error.message}. The list below is complete.`));
    return;
  }
  holder.replaceChildren();
  chart.start();
  startGestures(holder, chart);
  drawAround();
  new ResizeObserver(() => requestAnimationFrame(() => {
    chart.draw();
    overview.draw();
  })).observe(byId("chart-card"));
  document.documentElement.dataset.ready = "true";
}

function start() {
  const chosen = restore();
  document.documentElement.classList.add("scripted");
  document.documentElement.classList.toggle("eventless", timeline.events.length === 0);
  startChips();
  startLanes();
  startSearch();
  startButtons();
  startLegend();
  startTheme(byId("theme"), () => {
    chart.draw();
    overview.draw();
    if (state.selected) panel.show(state.selected);
  });
  startKeys({ next: step, back: goBack, zoom: chart.zoom, home: chart.home }, byId("search"), byId("help"));
  catalogue.clicked((id, row) => {
    select(timeline.events.find((event) => event.id === id));
    lift(row.getBoundingClientRect().bottom);
  });
  window.addEventListener("hashchange", () => {
    const event = restore();
    byId("search").value = state.query;
    narrow();
    if (event) select(event);
  });
  narrow();
  if (chosen) select(chosen);
  else if (wide.matches) select(lead(), { keep: true });
  else panel.clear();
  if (timeline.events.length > 0) startChart();
  else document.documentElement.dataset.ready = "true";
}

start();
