// The ground that the marks of the chart stand on: the time axis with its ticks, the lanes and their names.

import { ticks } from "./calendar.js";
import { color, sourceColor } from "./theme.js";
import { plain, wrapped, fitted, widthOf, LABEL_SIZE } from "./labels.js";
import { lineDay } from "./drawing.js";

export const RIGHT = 14;
const ROW = 26;
const BOTTOM = 10;
const TOP = -0.3;
const LANE_LINE = 17;
const TICK_SHARE = 0.96;

// `scene` as for the traces, and { phone, touch, gutter, laneColors }.
export function layout(scene, figure, width) {
  const { packed, view, phone, gutter } = scene;
  const base = figure.layout;
  const found = ticks(view.start, view.end, view.width);
  const ink = color("--ink");
  const top = found.some((tick) => tick.text.includes("<br>")) ? 44 : 28;
  return {
    ...base,
    width,
    height: Math.max(packed.rows * ROW + top + BOTTOM, 150),
    margin: { l: gutter, r: RIGHT, t: top, b: BOTTOM },
    font: { ...base.font, color: ink },
    hovermode: scene.touch ? false : base.hovermode,
    dragmode: scene.touch ? false : base.dragmode,
    hoverlabel: { ...base.hoverlabel, bgcolor: color("--card"), bordercolor: color("--line-strong"), font: { ...base.hoverlabel.font, color: ink } },
    xaxis: {
      ...base.xaxis,
      type: "linear",
      range: [view.start, view.end],
      tickmode: "array",
      tickvals: found.map((tick) => tick.at),
      ticktext: found.map((tick) => (isWhole(tick, view, gutter) ? tick.text : "")),
      tickfont: { color: color("--muted"), size: 12 },
      gridcolor: color("--grid"),
      ticklabelstandoff: 4,
      tickangle: 0,
    },
    yaxis: {
      ...base.yaxis,
      range: [packed.rows + 0.15, TOP],
      tickvals: phone ? [] : packed.bands.map((band) => (band.top + band.bottom) / 2),
      ticktext: phone ? [] : packed.bands.map((band) => laneName(band, scene)),
      tickfont: { color: ink, size: LABEL_SIZE },
      ticklabelstandoff: 10,
    },
    annotations: phone ? packed.bands.filter((band) => band.lane.name).map((band) => laneHeading(band, scene)) : [],
    shapes: [...packed.bands.map(bandShape), ...yearLines(found, view), ...selectionLine(scene)],
  };
}

// Whether a tick's words, which stand centred on it, keep inside the drawing.
function isWhole(tick, view, gutter) {
  const words = Math.max(...tick.text.split("<br>").map(widthOf)) * TICK_SHARE;
  const x = ((tick.at - view.start) / (view.end - view.start)) * view.width;
  const outside = x < 0 || x > view.width;
  return outside || (x + words / 2 < view.width + RIGHT - 2 && x - words / 2 > 2 - gutter);
}

function laneDot(lane, { laneColors }) {
  return laneColors && lane.color !== null ? `<span style="color:${sourceColor(lane.color)}">●</span>` : "";
}

function laneName(band, scene) {
  const { lane, top, bottom } = band;
  if (!lane.name) return "";
  const most = Math.max(1, Math.min(3, Math.floor(((bottom - top) * ROW) / LANE_LINE)));
  const lines = wrapped(lane.name, scene.gutter - 44, most).map(plain).join("<br>");
  return `${lines} ${laneDot(lane, scene)}`.trim();
}

function laneHeading(band, scene) {
  const { lane } = band;
  return {
    xref: "paper",
    x: 0,
    xanchor: "left",
    xshift: 4,
    y: band.top - 0.36,
    yanchor: "middle",
    text: `${laneDot(lane, scene)} <b>${plain(fitted(lane.name, scene.view.width * 0.85, 3))}</b>`.trim(),
    font: { size: 11.5, color: color("--muted") },
    showarrow: false,
  };
}

function bandShape(band, place, bands) {
  const heading = place === 0 ? Math.min(band.top, 0.75) : Math.min(band.top - bands[place - 1].bottom - 0.4, 0.75);
  return {
    type: "rect",
    xref: "paper",
    x0: 0,
    x1: 1,
    y0: band.top - 0.12 - Math.max(heading, 0),
    y1: band.bottom + 0.12,
    fillcolor: color(place % 2 ? "--band-odd" : "--band"),
    line: { width: 0 },
    layer: "below",
  };
}

function yearLines(found, view) {
  const inside = found.filter((tick) => tick.major && tick.at > view.start && tick.at < view.end);
  return inside.map((tick) => ({
    type: "line",
    x0: tick.at,
    x1: tick.at,
    yref: "paper",
    y0: 0,
    y1: 1,
    line: { color: color("--line-strong"), width: 1 },
    layer: "below",
  }));
}

function selectionLine(scene) {
  const event = scene.view.selected;
  if (!event || scene.echoes.length === 0) return [];
  const home = scene.packed.marks.find((mark) => mark.event === event);
  const ends = [...scene.echoes, ...(home ? [home.y] : [])];
  const line = { color: color("--selected"), width: 1.3, dash: "dot" };
  const day = lineDay(event);
  return [{ type: "line", x0: day, x1: day, y0: Math.min(...ends), y1: Math.max(...ends), line, layer: "below" }];
}
