// The timeline below: the exported page's own chart, with the event that is selected.

import { createChart } from "./chart.js";
import { complete, extentOf } from "./island.js";
import { chartTitle } from "./drawing.js";
import { lanesOf } from "./lanes.js";
import { startGestures } from "./gestures.js";
import { byId, make } from "./making.js";
import { listen, select, state } from "./state.js";

const NONE = new Set();
let chart = null;
let timeline = null;
let waiting = 0;
let stale = false;

export async function startStrip() {
  const element = byId("chart");
  try {
    await plotly();
  } catch {
    element.append(make("p", "nothing", "The chart cannot be drawn; the agenda holds the same events."));
    return null;
  }
  timeline = timelineOf();
  chart = createChart(element, timeline, {
    scene: () => ({ lanes: lanesOf(timeline.events, "none", timeline, NONE), selected: selected(), hidden: NONE, paint: "source", most: rows() }),
    moved: () => {},
    chosen: (event) => select(event.id),
    crowded: (events) => select(events[0].id),
  });
  chart.start();
  startGestures(element, chart);
  listen((what) => {
    if (what === "rows" || what === "all") stale = true;
    if (what === "selected" || what === "rows" || what === "all") later();
  });
  new ResizeObserver(() => later()).observe(byId("strip"));
  later();
  return chart;
}

// As many as the part below has room for: on a phone it is a whole screen.
const rows = () => Math.max(4, Math.floor((byId("strip").clientHeight - 70) / 26));

const selected = () => timeline.events.find((event) => event.id === state.selected) || null;

// Why later: a decision shows at once, the picture of all events may follow a moment after.
function later() {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    if (stale) fill();
    const event = selected();
    if (event) chart.reveal(event);
    chart.draw();
  }, 120);
}

function timelineOf() {
  const { title, figure } = state.about;
  const sources = state.sources;
  const colors = new Map([...sources.values()].map((source) => [source.name, source.color]));
  const held = { title, figure, sources, colors, events: [], extent: [0, 365], many: false, rest: [] };
  held.events = eventsOf(sources);
  held.extent = extentOf(held.events, []);
  return held;
}

function fill() {
  stale = false;
  timeline.events = eventsOf(state.sources);
  timeline.extent = extentOf(timeline.events, []);
  timeline.groups = null;
}

const drawn = new Map();

function eventsOf(sources) {
  const rows = [...state.rows.values()].filter((row) => row.shape && row.status !== "rejected");
  return rows
    .sort((one, two) => one.day - two.day)
    .map((row, place) => {
      const known = drawn.get(row.id);
      if (known && known.row === row) return known.event;
      const evidence = row.sources.map((source, index) => ({ source, quote: index === 0 && row.quote ? [row.quote] : null }));
      if (evidence.length === 0) evidence.push({ source: null });
      const event = complete({ ...row, evidence, first: row.first ?? undefined, last: row.last ?? undefined }, place, sources);
      event.label = chartTitle(event);
      drawn.set(row.id, { row, event });
      return event;
    });
}

function plotly() {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = "/page/plotly.min.js";
    script.onload = resolve;
    script.onerror = reject;
    document.head.append(script);
  });
}
