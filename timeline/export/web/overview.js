// The strip below the chart: how many events lie when, and the window shown, to drag and to stretch.

import { ticks, nameOfWindow } from "./calendar.js";
import { wholeWindow } from "./chart.js";
import { widthOf } from "./labels.js";

const HEIGHT = 62;
const BASE = 40;
const GRIP = 14;
const NARROWEST = 12;
const SVG = "http://www.w3.org/2000/svg";

export function createOverview(strip, timeline, chart) {
  const overview = { events: timeline.events };
  const scale = () => {
    const [low, high] = wholeWindow(timeline.extent);
    const width = strip.clientWidth || 600;
    return { low, high, width, at: (day) => ((day - low) / (high - low)) * width };
  };

  overview.draw = () => {
    if (strip.clientWidth === 0) return;
    const { low, high, width, at } = scale();
    const parts = [...histogram(overview.events, timeline.rest, low, high, width), ...years(low, high, width, at)];
    strip.setAttribute("viewBox", `0 0 ${width} ${HEIGHT}`);
    strip.replaceChildren(...parts, ...windowParts(chart.window, at, width));
    const [start, end] = chart.window;
    strip.setAttribute("aria-valuetext", nameOfWindow(chart.window));
    strip.setAttribute("aria-valuenow", String(Math.round((start + end) / 2)));
    strip.setAttribute("aria-valuemin", String(Math.round(low)));
    strip.setAttribute("aria-valuemax", String(Math.round(high)));
  };

  drag(strip, chart, scale);
  strip.addEventListener("keydown", (event) => {
    const width = chart.window[1] - chart.window[0];
    const moves = { ArrowLeft: () => chart.shift(-width / 5), ArrowRight: () => chart.shift(width / 5) };
    moves.ArrowUp = () => chart.zoom(0.75);
    moves.ArrowDown = () => chart.zoom(4 / 3);
    moves.Home = () => chart.all();
    if (!moves[event.key]) return;
    moves[event.key]();
    event.preventDefault();
  });
  return overview;
}

function histogram(events, rest, low, high, width) {
  const count = Math.max(30, Math.floor(width / 7));
  const bins = new Array(count).fill(0);
  const bin = (day) => Math.min(Math.max(Math.floor(((day - low) / (high - low)) * count), 0), count - 1);
  for (const event of events) {
    const from = Number.isFinite(event.from) ? event.from : event.to - 1;
    const to = Number.isFinite(event.to) ? event.to - 1 : event.from;
    const [first, last] = [bin(from), bin(to)];
    for (let place = first; place <= last; place += 1) bins[place] += 1 / (last - first + 1);
  }
  for (const [day, number] of rest) bins[bin(day + 15)] += number;
  const most = Math.max(...bins, 1);
  const bars = [];
  bins.forEach((value, place) => {
    if (value === 0) return;
    const height = Math.max(2.5, Math.sqrt(value / most) * 30);
    const x = (place * width) / count + 0.75;
    bars.push(node("rect", { x, y: BASE - height, width: width / count - 1.5, height, rx: 1.5, class: "bin" }));
  });
  return bars;
}

function years(low, high, width, at) {
  const parts = [node("line", { x1: 0, x2: width, y1: BASE + 0.5, y2: BASE + 0.5, class: "rule" })];
  for (const tick of ticks(low, high, width)) {
    const x = at(tick.at);
    const words = tick.text.replace("<br>", " ");
    if (x < 0 || x + 6 + widthOf(words) * 0.9 > width) continue;
    parts.push(node("line", { x1: x, x2: x, y1: BASE, y2: BASE + 5, class: "rule" }));
    const text = node("text", { x: x + 4, y: BASE + 15 });
    text.textContent = words;
    parts.push(text);
  }
  return parts;
}

function windowParts([start, end], at, width) {
  const left = Math.max(0, Math.min(at(start), width - NARROWEST));
  const right = Math.min(width, Math.max(at(end), left + NARROWEST));
  return [
    node("rect", { x: left, y: 1, width: right - left, height: BASE, rx: 6, class: "window" }),
    node("rect", { x: left - 1, y: 11, width: 5, height: 20, rx: 2.5, class: "grip" }),
    node("rect", { x: right - 4, y: 11, width: 5, height: 20, rx: 2.5, class: "grip" }),
  ];
}

function drag(strip, chart, scale) {
  let held = null;
  let waiting = false;
  const pixel = (event) => event.clientX - strip.getBoundingClientRect().left;
  strip.addEventListener("pointerdown", (event) => {
    const { low, high, width, at } = scale();
    const x = pixel(event);
    const [start, end] = chart.window;
    const [left, right] = [at(start), at(end)];
    const grip = Math.min(GRIP, Math.max((right - left) / 3, 5));
    let part = "all";
    if (Math.abs(x - left) <= grip) part = "start";
    else if (Math.abs(x - right) <= grip) part = "end";
    held = { part, x, start, end, days: (high - low) / width };
    if (part === "all" && (x < left || x > right)) {
      const middle = low + x * held.days;
      held.start = middle - (end - start) / 2;
      held.end = middle + (end - start) / 2;
      chart.show(held.start, held.end);
    }
    strip.setPointerCapture(event.pointerId);
  });
  strip.addEventListener("pointermove", (event) => {
    if (!held || waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      if (!held) return;
      const days = (pixel(event) - held.x) * held.days;
      if (held.part === "start") chart.show(Math.min(held.start + days, held.end - 4), held.end);
      else if (held.part === "end") chart.show(held.start, Math.max(held.end + days, held.start + 4));
      else chart.show(held.start + days, held.end + days);
    });
  });
  for (const end of ["pointerup", "pointercancel"]) strip.addEventListener(end, () => { held = null; });
}

function node(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
