// The chart: owns the Plotly plot, the window of time it shows and what a click means.

import { traces, chartTitle } from "./drawing.js";
import { layout } from "./ground.js";
import { sceneOf } from "./scene.js";
import { useFont } from "./labels.js";

const SHORTEST_WINDOW = 4;
const SETTLE = 70;
const FINGER = 26;

// `told`: { scene() -> { lanes, selected, hidden, paint }, moved(window), chosen(event), crowded(events) }.
export function createChart(element, timeline, told) {
  const { figure, extent } = timeline;
  const chart = { window: homeWindow(timeline), packed: null, ready: false };
  useFont(figure.layout.font.family);
  for (const event of timeline.events) event.label = chartTitle(event);

  chart.draw = () => {
    if (!chart.ready || chart.held || element.clientWidth === 0) return;
    const scene = sceneOf(timeline, chart.window, element.clientWidth, told.scene());
    chart.packed = scene.packed;
    chart.plotWidth = scene.view.width;
    chart.gutter = scene.gutter;
    window.Plotly.react(element, traces(scene, figure), layout(scene, figure, element.clientWidth), figure.config);
    if (!chart.wired) wire(chart, element, timeline, told);
  };

  chart.show = (start, end) => {
    const next = bounded(start, end, extent);
    if (next[0] === chart.window[0] && next[1] === chart.window[1]) return;
    chart.window = next;
    chart.draw();
    told.moved(next);
  };

  chart.zoom = (factor, around = null) => {
    const [start, end] = chart.window;
    const middle = around === null ? (start + end) / 2 : around;
    chart.show(middle - (middle - start) * factor, middle + (end - middle) * factor);
  };

  chart.shift = (days) => chart.show(chart.window[0] + days, chart.window[1] + days);

  chart.reveal = (event) => {
    const [start, end] = chart.window;
    if (event.to > start && event.from < end) return;
    const width = end - start;
    chart.show(event.near - width / 2, event.near + width / 2);
  };

  // Shows all of these events, with room for their labels.
  chart.frame = (events) => {
    const [low, high] = bounds(events);
    const margin = Math.max((high - low) * 0.12, 2);
    chart.show(low - margin, high + margin * 2.2);
  };

  // Where the event's mark stands on the screen, from the top; null where it is not drawn.
  chart.heightOf = (event) => {
    const mark = chart.packed && chart.packed.marks.find((candidate) => candidate.event === event);
    if (!mark || !element._fullLayout) return null;
    return element.getBoundingClientRect().top + element._fullLayout.yaxis._offset + element._fullLayout.yaxis.d2p(mark.y);
  };

  // What a fingertip at a place on the screen means: the nearest mark or label within its reach.
  chart.tap = (clientX, clientY) => {
    const box = element.getBoundingClientRect();
    const { xaxis, yaxis } = element._fullLayout;
    const x = clientX - box.left - xaxis._offset;
    const distance = (start, end, y) => Math.max(start - x, x - end, 0) + Math.abs(clientY - box.top - yaxis._offset - yaxis.d2p(y)) * 1.5;
    const reach = ({ extent, side, at, textWidth }) =>
      side === "left" ? [at - textWidth, extent[1]] : [extent[0], Math.max(extent[1], side === "right" ? at + textWidth : 0)];
    const found = [
      ...chart.packed.marks.map((mark) => ({ mark, far: distance(...reach(mark), mark.y) })),
      ...chart.packed.clusters.map((cluster) => ({ cluster, far: distance(cluster.x - 12, cluster.x + 12, cluster.y) })),
    ].reduce((best, one) => (one.far < best.far ? one : best), { far: FINGER });
    if (found.mark) told.chosen(found.mark.event);
    else if (found.cluster) open(chart, found.cluster, told);
  };

  chart.home = () => chart.show(...homeWindow(timeline));
  chart.all = () => chart.show(...wholeWindow(extent));
  chart.start = () => {
    chart.ready = true;
    chart.draw();
  };
  return chart;
}

// The shortest window that holds 85 % of the events, so that one early outlier does not squash the rest.
export function homeWindow(timeline) {
  const whole = wholeWindow(timeline.extent);
  const days = [...timeline.events.map((event) => event.near), ...timeline.rest.map(([day]) => day)].sort((one, two) => one - two);
  const wanted = Math.ceil(days.length * 0.85);
  if (days.length < 8) return whole;
  let best = [days[0], days[days.length - 1]];
  for (let place = 0; place + wanted <= days.length; place += 1) {
    const [low, high] = [days[place], days[place + wanted - 1]];
    if (high - low < best[1] - best[0]) best = [low, high];
  }
  const width = Math.max(best[1] - best[0], 20);
  if (width > 0.6 * (whole[1] - whole[0])) return whole;
  return [best[0] - width * 0.06, best[0] + width * 1.2];
}

export function wholeWindow([low, high]) {
  const width = Math.max(high - low, 10);
  return [low - width * 0.04, low + width * 1.16];
}

function bounds(events) {
  const days = events.flatMap((event) => [event.from, event.to]).filter(Number.isFinite);
  return [Math.min(...days), Math.max(...days)];
}

// Never narrower than a few days, never far wider than the events, never beyond them.
function bounded(start, end, [low, high]) {
  const whole = Math.max(high - low, 10);
  const width = Math.min(Math.max(end - start, SHORTEST_WINDOW), whole * 1.6);
  const middle = Math.min(Math.max((start + end) / 2, low - width * 0.35), high + width * 0.35);
  return [middle - width / 2, middle + width / 2];
}

function wire(chart, element, timeline, told) {
  chart.wired = true;
  let settling = 0;
  element.on("plotly_relayout", () => {
    const [start, end] = element._fullLayout.xaxis.range.map(Number);
    if (Math.abs(start - chart.window[0]) + Math.abs(end - chart.window[1]) < (end - start) * 1e-6) return;
    clearTimeout(settling);
    settling = setTimeout(() => {
      chart.window = bounded(start, end, timeline.extent);
      chart.draw();
      told.moved(chart.window);
    }, SETTLE);
  });
  element.on("plotly_click", ({ points }) => {
    const name = String(points[0].customdata);
    const cluster = /^cluster (\d+)$/.exec(name);
    if (cluster) open(chart, chart.packed.clusters[Number(cluster[1])], told);
    else told.chosen(timeline.byId.get(name));
  });
}

// A cluster is zoomed into; where its events cannot be told apart any more, they are listed.
function open(chart, cluster, told) {
  if (cluster.events.length === 0) {
    if (chart.window[1] - chart.window[0] > (cluster.to - cluster.from) * 1.5) chart.show(cluster.from - 10, cluster.to + 10);
    return;
  }
  const [low, high] = bounds(cluster.events);
  const [start, end] = chart.window;
  const apart = new Set(cluster.events.map((event) => event.near)).size > 1;
  const narrower = (high - low) * 1.4 < (end - start) * 0.8 && end - start > SHORTEST_WINDOW * 1.5;
  if (apart && narrower) chart.frame(cluster.events);
  else told.crowded(cluster.events);
}
