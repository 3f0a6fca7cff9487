// One drawing of the chart as data: which window, how wide, what is packed where. Pure but for the theme's colours.

import { pack, inWindow } from "./packing.js";
import { fitted, widthOf } from "./labels.js";
import { color, sourceColor } from "./theme.js";
import { lineDay } from "./drawing.js";
import { RIGHT } from "./ground.js";
import { groupOf, sourceColorOf } from "./lanes.js";

// How far above a lane's first row the selected event's line ends in a dot, so that no label runs under it.
const ABOVE = 0.14;
// With so few events in the window, every lane may grow until each has its label.
const FEW = 40;
const PHONE = 560;

// `shown`: { lanes, selected, hidden, paint: "lane" | "source" | "status", most: rows }. `width`: of the whole drawing, in pixels.
export function sceneOf(timeline, [start, end], width, shown) {
  const { lanes, selected, most = 22 } = shown;
  const phone = width < PHONE;
  const named = lanes.some((lane) => lane.name);
  const widest = Math.max(0, ...lanes.map((lane) => widthOf(lane.name)));
  const gutter = phone ? 12 : named ? Math.round(Math.min(176, Math.max(96, widest + 48))) : 16;
  const inside = lanes.reduce((count, lane) => count + inWindow(lane.events, { start, end }).length, 0);
  const least = inside <= FEW ? 6 : 4;
  // `most` is the caller's limit, where it has one.
  const room = Math.min(most, inside <= FEW ? 22 : 12);
  const rows = Math.max(Math.min(least, most), Math.min(room, Math.floor((phone ? 14 : 22) / Math.max(lanes.length, 1))));
  const view = {
    start,
    end,
    width: width - gutter - RIGHT,
    rows,
    selected,
    line: crosses(lanes, selected) ? lineDay(selected) : null,
    labels: phone ? [210, 150, 100] : [280, 200, 150, 110],
    heading: phone && named ? 0.8 : 0,
  };
  const packed = pack(lanes, view, fitted, widthOf);
  const touch = window.matchMedia("(hover: none) and (pointer: coarse)").matches;
  const echoes = echoRows(packed, timeline, shown);
  return { packed, view, phone, touch, gutter, echoes, paint: painter(timeline, shown), laneColors: shown.paint === "lane" };
}

// The colour of a mark or a cluster.
function painter(timeline, { paint, hidden }) {
  const last = timeline.figure.palette.length - 1;
  const status = { accepted: "--accepted", candidate: "--candidate" };
  if (paint === "status") return ({ event }) => color(event ? status[event.status] : `--source-${last}`);
  if (paint === "source") return ({ event }) => sourceColor(event ? sourceColorOf(timeline, event, hidden) : last);
  return ({ lane }) => sourceColor(lane.color === null ? 0 : lane.color);
}

// Whether a line joins the selected event to other lanes: labels then keep clear of it where they can.
function crosses(lanes, selected) {
  return selected !== null && selected.names.length > 1 && lanes.length > 1 && Number.isFinite(lineDay(selected));
}

// The top edges of the other lanes whose source reports the selected event too.
function echoRows(packed, timeline, { selected, hidden }) {
  if (!selected || selected.names.length < 2) return [];
  const home = packed.marks.find((mark) => mark.event === selected);
  const groups = new Set(selected.names.map((name) => groupOf(timeline, name)).filter((key) => !hidden.has(key)));
  if (!Number.isFinite(lineDay(selected)) || selected.from > selected.to) return [];
  const others = packed.bands.filter((band) => groups.has(band.lane.key) && (!home || band.lane !== home.lane));
  return others.map((band) => band.top - ABOVE);
}
