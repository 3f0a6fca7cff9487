// Puts the page together: one state, and what happens when it changes.

import { dateWords, numeral, useDates } from "./dates.js";
import { readIsland, searchWords, fold } from "./island.js";
import { lanesOf, isShown, usualLanes } from "./lanes.js";
import { passes } from "./filters.js";
import { createChart } from "./chart.js";
import { drawOnly, savePicture, startPrinting } from "./picture.js";
import { createOverview } from "./overview.js";
import { createPanel, make } from "./evidence.js";
import { createCatalogue } from "./catalogue.js";
import { readAddress, writeAddress } from "./address.js";
import { startGestures } from "./gestures.js";
import { startKeys } from "./keys.js";
import { startTheme } from "./theme.js";
import { beginLoading, loadPlotly, unpacked } from "./loading.js";
import { nameOfWindow } from "./calendar.js";
import { byId, startChips, startChoices, startFilters, startPictures, startSearch, showLegend, showUnplaced, watchHeight } from "./controls.js";
import { startEmbedded } from "./embedded.js";
import { say, sayAll, useWords } from "./words.js";

const settings = JSON.parse(byId("settings").textContent);
const wide = window.matchMedia("(min-width: 981px)");

function createPage(timeline, loader) {
  const usual = usualLanes(timeline);
  const state = { query: "", hidden: new Set(), filters: {}, lanes: usual, paint: "lane", selected: null, shown: timeline.events, touched: false };

  const scene = () => ({ lanes: lanesNow(), selected: state.selected, hidden: state.hidden, paint: state.paint });
  const chart = createChart(byId("chart"), timeline, {
    scene,
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
    place: (event) => say("{n} of {total}", { n: state.shown.indexOf(event) + 1, told: numeral(state.shown.indexOf(event) + 1), total: numeral(state.shown.length) }),
  });
  const catalogue = createCatalogue(byId("list"), byId("list-count"), timeline.events.length);
  const tell = startEmbedded((id) => select((id && timeline.byId.get(id)) || null));

  const chips = startChips(timeline, state.hidden, (key) => {
    if (!state.hidden.delete(key)) state.hidden.add(key);
    changed();
  });
  const choices = startChoices(timeline, (name, value) => {
    state[name] = value;
    state.touched = true;
    showControls();
    chart.draw();
    remember();
  });
  const filters = startFilters(timeline, setFilter, () => {
    state.filters = {};
    changed();
  });
  const search = startSearch((query) => {
    state.query = query;
    changed();
  }, timeline.events.length > 2000);
  const pictures = startPictures((format, whole) => {
    if (format === "pdf") window.print();
    else savePicture(timeline, format, whole ? null : chart.window, scene());
  });

  function lanesNow() {
    const lanes = lanesOf(state.shown, state.lanes, timeline, state.hidden);
    if (timeline.rest.length === 0) return lanes;
    const last = timeline.figure.palette.length - 1;
    return [...lanes, { key: "rest", name: say("All others, counted"), color: last, events: [], counted: timeline.rest }];
  }

  function setFilter(key, value) {
    if (value === undefined) delete state.filters[key];
    else state.filters[key] = value;
    changed();
  }

  // After what narrows the events: all that shows them is drawn again.
  function changed() {
    state.touched = true;
    showControls();
    narrow();
    remember();
  }

  function showControls() {
    chips.show(state.hidden);
    choices.show(state.lanes, state.paint);
    filters.show(state.filters);
    showLegend(timeline, state.paint);
    // Where colours tell something else than the source, the dots of the sources have none.
    const ofSources = state.paint === "source" || (state.paint === "lane" && state.lanes === usual);
    document.documentElement.classList.toggle("plain-sources", !ofSources);
  }

  function select(event, { keep = false } = {}) {
    state.selected = event;
    if (!keep) state.touched = true;
    if (event) panel.show(event);
    else panel.clear();
    catalogue.mark(event);
    byId("said").textContent = event ? `${dateWords(event.date.display)}: ${event.title.slice(0, 200)}` : "";
    if (event && !keep) chart.reveal(event);
    chart.draw();
    remember();
    if (!keep) tell(event ? event.id : null);
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

  // Narrows everything to what is searched for, not hidden and not filtered out.
  function narrow() {
    const words = fold(state.query).split(/\s+/).filter(Boolean);
    const matches = (event) => words.every((word) => searchWords(event).includes(word));
    state.shown = timeline.events.filter(
      (event) => isShown(timeline, event, state.hidden) && passes(event, state.filters) && matches(event),
    );
    if (state.selected && !state.shown.includes(state.selected)) {
      state.selected = null;
      panel.clear();
      catalogue.mark(null);
    }
    overview.events = state.shown;
    catalogue.narrow(state.shown);
    byId("nothing").hidden = state.shown.length > 0 || timeline.events.length === 0;
    const note = document.querySelector(".shown-now");
    note.hidden = state.shown.length === timeline.events.length;
    note.textContent = note.hidden ? "" : say("{n} of {total} events shown", { n: state.shown.length, told: numeral(state.shown.length), total: numeral(timeline.events.length) });
    chart.draw();
    drawAround();
  }

  function drawAround() {
    overview.draw();
    const [start, end] = chart.window;
    let [earlier, later] = [0, 0];
    for (const event of state.shown) {
      if (event.to <= start) earlier += 1;
      else if (event.from >= end) later += 1;
    }
    hint(byId("earlier"), earlier, "← {n} earlier");
    hint(byId("later"), later, "{n} later →");
    byId("window").textContent = nameOfWindow(within(chart.window, timeline.extent));
  }

  // Moves the window, as wide as it is, to the nearest events that lie outside it.
  function walk(step) {
    const [start, end] = chart.window;
    const width = end - start;
    let nearest = step < 0 ? -Infinity : Infinity;
    for (const event of state.shown) {
      if (step < 0 && event.to <= start) nearest = Math.max(nearest, event.to);
      if (step > 0 && event.from >= end) nearest = Math.min(nearest, event.from);
    }
    if (step < 0) chart.show(nearest - width * 0.8, nearest + width * 0.2);
    else chart.show(nearest - width * 0.1, nearest + width * 0.9);
  }

  function remember() {
    if (!state.touched) return;
    writeAddress({ ...state, window: chart.window, event: state.selected }, usual);
  }

  function goBack(fromSearch) {
    if (pictures.close() || filters.close()) return;
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
    state.filters = address.filters;
    state.lanes = choices.has("lanes", address.lanes) ? address.lanes : usual;
    state.paint = choices.has("paint", address.paint) ? address.paint : "lane";
    if (address.window) chart.window = address.window;
    state.touched = location.hash.length > 1;
    search.value = state.query;
    showControls();
    return (address.event && timeline.byId.get(address.event)) || null;
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

  async function drawChart() {
    const holder = byId("chart");
    try {
      await loadPlotly(loader);
    } catch (error) {
      holder.replaceChildren(make("p", "broken", say("The chart cannot be shown: {why}. The list below is complete.", { why: error.message })));
      return;
    }
    if (settings.drawn) {
      await drawOnly(timeline, settings.drawn, { ...scene(), selected: null });
      return;
    }
    holder.replaceChildren();
    chart.start();
    startGestures(holder, chart);
    startPrinting(holder, timeline, scene, chart);
    drawAround();
    let width = holder.clientWidth;
    new ResizeObserver(() => requestAnimationFrame(() => {
      if (holder.clientWidth === width) return;
      width = holder.clientWidth;
      chart.draw();
      overview.draw();
    })).observe(byId("chart-card"));
    document.documentElement.dataset.ready = String(Math.round(performance.now()));
  }

  function startButtons() {
    byId("zoom-in").addEventListener("click", () => chart.zoom(0.6));
    byId("zoom-out").addEventListener("click", () => chart.zoom(1 / 0.6));
    byId("fit").addEventListener("click", () => chart.all());
    byId("earlier").addEventListener("click", () => walk(-1));
    byId("later").addEventListener("click", () => walk(1));
    byId("help-open").addEventListener("click", () => byId("help").showModal());
    startTheme(byId("theme"), () => {
      chart.draw();
      overview.draw();
      if (state.selected) panel.show(state.selected);
    });
    const shift = (share) => chart.shift((chart.window[1] - chart.window[0]) * share);
    startKeys({ next: step, back: goBack, zoom: chart.zoom, home: chart.home, shift, filters: filters.open }, search, byId("help"));
    catalogue.clicked((id, row) => {
      select(timeline.byId.get(id) || null);
      lift(row.getBoundingClientRect().bottom);
    });
  }

  const chosen = restore();
  document.documentElement.classList.toggle("eventless", timeline.events.length === 0);
  startButtons();
  showUnplaced(timeline.unplaced);
  watchHeight();
  catalogue.translate(timeline.byId);
  window.addEventListener("hashchange", () => {
    if (location.hash && !location.hash.includes("=")) return;
    const event = restore();
    narrow();
    if (event) select(event);
  });
  narrow();
  if (chosen) select(chosen);
  else if (wide.matches && !settings.embed) select(lead(), { keep: true });
  else panel.clear();
  if (timeline.events.length > 0) drawChart();
  else document.documentElement.dataset.ready = String(Math.round(performance.now()));
}

// The part of a window that the events lie in: the margins around them have no name.
function within([start, end], [low, high]) {
  return start < high && end > low ? [Math.max(start, low), Math.min(end, high) - 1] : [start, end];
}

function hint(button, count, words) {
  button.classList.toggle("none", count === 0);
  button.disabled = count === 0;
  button.textContent = count === 0 ? "" : say(words, { n: count, told: numeral(count) });
}

async function start() {
  const loader = beginLoading(settings.plotly);
  const language = useWords(settings.words, settings.language);
  useDates(settings.dates, settings.language === "reader" ? "reader" : language);
  sayAll(document.body);
  try {
    createPage(readIsland(settings.packed ? await unpacked("island") : byId("island").textContent), loader);
  } catch (error) {
    document.documentElement.classList.remove("scripted");
    document.querySelector("main").before(make("p", "noscript", say("The chart cannot be shown: {why}. The list below is complete.", { why: error.message })));
    throw error;
  }
}

start();
