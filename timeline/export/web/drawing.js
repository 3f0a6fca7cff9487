// Turns packed marks into Plotly's traces and layout. The looks come from the figure that Python made; here are places,
// colours of the theme and words. The axis is linear in days: Plotly's date axis ends at four-digit years.

import { ticks, nameOfDay } from "./calendar.js";
import { color, sourceColor, isDark } from "./theme.js";
import { plain, wrapped, fitted, LABEL_SIZE } from "./labels.js";
import { FADE, dotSize } from "./packing.js";

export const RIGHT = 14;
const ROW = 26;
const BOTTOM = 10;
const TOP = -0.3;
const LANE_LINE = 17;
const QUOTE_LENGTH = 150;
const PREFIX = { planned: "Planned", expected: "Expected", denied: "Denied", hypothetical: "Hypothetical" };
const SYMBOLS = { planned: "diamond", expected: "diamond", hypothetical: "diamond", denied: "circle-x" };
const SHAPE_WORDS = { since: "open end", until: "open start" };

// The title as the chart writes it: what did not simply happen says so.
export function chartTitle(event) {
  const prefix = PREFIX[event.factuality];
  return prefix ? `${prefix}: ${event.title}` : event.title;
}

// `scene`: { packed, view, colorOf(event) -> palette place, echoes: [y], phone, touch, gutter }.
export function traces(scene, figure) {
  const { packed } = scene;
  const of = (...shapes) => packed.marks.filter((mark) => shapes.includes(mark.event.shape));
  return [
    hitAreas(scene, figure),
    bars(scene, figure, "imprecise", of("imprecise")),
    bars(scene, figure, "span", of("span")),
    fades(scene, figure, of("since", "until")),
    dots(scene, figure, of("exact")),
    clusters(scene, figure),
    echoes(scene, figure),
    labels(scene, figure),
  ];
}

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
      ticktext: found.map((tick) => tick.text),
      tickfont: { color: color("--muted"), size: 12 },
      gridcolor: color("--grid"),
      ticklabelstandoff: 4,
      tickangle: 0,
    },
    yaxis: {
      ...base.yaxis,
      range: [packed.rows + 0.15, TOP],
      tickvals: phone ? [] : packed.bands.map((band) => (band.top + band.bottom) / 2),
      ticktext: phone ? [] : packed.bands.map((band) => laneName(band, gutter)),
      tickfont: { color: ink, size: LABEL_SIZE },
      ticklabelstandoff: 10,
    },
    annotations: phone ? packed.bands.filter((band) => band.lane.name).map((band) => laneHeading(band, view)) : [],
    shapes: [...packed.bands.map(bandShape), ...yearLines(found, view), ...selectionLine(scene)],
  };
}

function at(view, pixels) {
  return view.start + (pixels / view.width) * (view.end - view.start);
}

function alpha(hex, opacity) {
  return hex + Math.round(opacity * 255).toString(16).padStart(2, "0");
}

function hitAreas(scene, figure) {
  const { view } = scene;
  const marks = scene.packed.marks.filter((mark) => mark.text && mark.side !== "inside");
  const start = (mark) => (mark.side === "left" ? mark.at - mark.textWidth : mark.extent[1]);
  return {
    ...figure.traces.hit,
    base: marks.map((mark) => at(view, start(mark))),
    x: marks.map((mark) => at(view, mark.textWidth + 8) - view.start),
    y: marks.map((mark) => mark.y),
    ...told(marks),
  };
}

function bars(scene, figure, name, marks) {
  const { view } = scene;
  const style = figure.traces[name];
  const colors = marks.map((mark) => sourceColor(scene.colorOf(mark.event)));
  const chosen = marks.map((mark) => mark.event === view.selected);
  const ground = colors.map((hex) => alpha(hex, name === "imprecise" ? 0.12 : isDark() ? 0.5 : 0.38));
  const hatching = { ...style.marker.pattern, fillmode: "replace", bgcolor: ground, fgcolor: colors, fgopacity: isDark() ? 0.7 : 0.5 };
  return {
    ...style,
    base: marks.map((mark) => at(view, beyond(mark, view)[0])),
    x: marks.map((mark) => at(view, beyond(mark, view)[1] - beyond(mark, view)[0]) - view.start),
    y: marks.map((mark) => mark.y),
    marker: {
      ...style.marker,
      opacity: 1,
      // Why one clear colour under hatching: a list of colours here would take the place of the pattern's own.
      ...(name === "imprecise" ? { color: "rgba(0,0,0,0)", pattern: hatching } : { color: ground }),
      line: {
        color: colors.map((hex, place) => (chosen[place] ? color("--selected") : alpha(hex, 0.8))),
        width: chosen.map((is) => (is ? 2.5 : 1.2)),
      },
    },
    ...told(marks),
  };
}

// A bar that the window cuts is drawn past its edge, so that no rounded end tells a false end.
function beyond({ event, extent }, view) {
  const past = view.width;
  return [event.from < view.start ? extent[0] - past : extent[0], event.to > view.end ? extent[1] + past : extent[1]];
}

// A bar whose open side fades out, in a few steps.
function fades(scene, figure, marks) {
  const { view } = scene;
  const style = figure.traces.open;
  const steps = figure.fades;
  const pieces = marks.flatMap((mark) => Array.from({ length: steps }, (_, step) => ({ mark, step })));
  const place = ({ mark, step }) => (mark.event.shape === "since" ? step : steps - 1 - step);
  return {
    ...style,
    // Why whole pixels: between two pieces a part of a pixel shows as a seam.
    base: pieces.map(({ mark, step }) => at(view, Math.round(mark.extent[0]) + (step * FADE) / steps)),
    x: pieces.map(() => at(view, FADE / steps) - view.start),
    y: pieces.map(({ mark }) => mark.y),
    marker: {
      ...style.marker,
      opacity: 1,
      color: pieces.map((piece) => {
        const chosen = piece.mark.event === view.selected;
        const hex = chosen ? color("--selected") : sourceColor(scene.colorOf(piece.mark.event));
        return alpha(hex, 0.75 * (1 - place(piece) / steps) ** 1.4);
      }),
    },
    ...told(pieces.map((piece) => piece.mark)),
  };
}

function dots(scene, figure, marks) {
  const style = figure.traces.exact;
  const colors = marks.map((mark) => sourceColor(scene.colorOf(mark.event)));
  const chosen = marks.map((mark) => mark.event === scene.view.selected);
  return {
    ...style,
    x: marks.map((mark) => mark.event.from + 0.5),
    y: marks.map((mark) => mark.y),
    marker: {
      ...style.marker,
      size: marks.map((mark) => dotSize(mark.event)),
      symbol: marks.map((mark) => SYMBOLS[mark.event.factuality] || "circle"),
      color: marks.map((mark, place) => (mark.event.status === "accepted" ? colors[place] : color("--card"))),
      line: {
        color: colors.map((hex, place) => (chosen[place] ? color("--selected") : hex)),
        width: marks.map((mark, place) => (chosen[place] ? 3 : mark.event.factuality === "denied" ? 1.5 : 2.2)),
      },
    },
    ...told(marks),
  };
}

function clusters(scene, figure) {
  const { packed, view } = scene;
  const style = figure.traces.cluster;
  const laneColor = (cluster) => sourceColor(cluster.lane.color ?? figure.palette.length - 1);
  return {
    ...style,
    mode: "markers+text",
    x: packed.clusters.map((cluster) => at(view, cluster.x)),
    y: packed.clusters.map((cluster) => cluster.y),
    text: packed.clusters.map((cluster) => String(cluster.events.length)),
    textfont: { size: 11, color: color("--ink") },
    textposition: "middle center",
    hovertext: packed.clusters.map(clusterHover),
    hovertemplate: "%{hovertext}<extra></extra>",
    customdata: packed.clusters.map((_, place) => `cluster ${place}`),
    marker: {
      ...style.marker,
      opacity: 1,
      symbol: "circle",
      size: packed.clusters.map((cluster) => Math.min(18 + 2 * Math.log2(cluster.events.length), 25)),
      color: packed.clusters.map((cluster) => alpha(laneColor(cluster), isDark() ? 0.35 : 0.2)),
      line: { color: packed.clusters.map(laneColor), width: 1 },
    },
  };
}

// Where the selected event's line crosses the other lanes that report it.
function echoes(scene, figure) {
  const style = figure.traces.echo;
  const event = scene.view.selected;
  return {
    ...style,
    x: scene.echoes.map(() => lineDay(event)),
    y: scene.echoes,
    hoverinfo: "skip",
    hovertemplate: null,
    marker: { ...style.marker, opacity: 1, symbol: "circle", size: 7, color: color("--selected"), line: { width: 0 } },
  };
}

function labels(scene, figure) {
  const { view } = scene;
  const marks = scene.packed.marks.filter((mark) => mark.text);
  return {
    ...figure.traces.label,
    uid: "label",
    x: marks.map((mark) => at(view, mark.at)),
    y: marks.map((mark) => mark.y),
    text: marks.map((mark) => labelText(mark, view)),
    textposition: marks.map((mark) => (mark.side === "left" ? "middle left" : "middle right")),
    textfont: { size: LABEL_SIZE, color: color("--ink"), family: figure.layout.font.family },
  };
}

function labelText({ event, text }, view) {
  let words = plain(text);
  if (PREFIX[event.factuality]) words = `<i>${words}</i>`;
  return event === view.selected ? `<b>${words}</b>` : words;
}

function told(marks) {
  return { customdata: marks.map((mark) => mark.event.id), text: marks.map((mark) => hover(mark.event)) };
}

function hover(event) {
  if (event.hover) return event.hover;
  const open = SHAPE_WORDS[event.shape];
  const precision = event.shape === "exact" ? "" : ` · ${open || event.date.precision}`;
  const lines = [`<b>${plain(event.date.display)}</b>${plain(precision)}`];
  lines.push(...wrapped(chartTitle(event).slice(0, 240), 360, 3).map(plain));
  const quoted = event.evidence.find((item) => item.quote);
  if (quoted) {
    const quote = quoted.quote.length > QUOTE_LENGTH ? `${quoted.quote.slice(0, QUOTE_LENGTH - 1)}…` : quoted.quote;
    lines.push("", ...wrapped(`“${quote}”`, 360, 4).map((line) => `<i>${plain(line)}</i>`));
  }
  lines.push(plain(event.names[0].slice(0, 60)) + (event.names.length > 1 ? ` and ${event.names.length - 1} more` : ""));
  event.hover = lines.join("<br>");
  return event.hover;
}

function clusterHover(cluster) {
  const first = Math.min(...cluster.events.map((event) => event.near));
  const last = Math.max(...cluster.events.map((event) => event.near));
  const [from, to] = [nameOfDay(first, 0), nameOfDay(last, 0)];
  return `<b>${cluster.events.length} events</b><br>${from === to ? from : `${from} – ${to}`}<br>Click to see them`;
}

function laneName({ lane, top, bottom }, gutter) {
  const most = Math.max(1, Math.min(3, Math.floor(((bottom - top) * ROW) / LANE_LINE)));
  const lines = wrapped(lane.name, gutter - 44, most).map(plain).join("<br>");
  return lane.color === null ? lines : `${lines} <span style="color:${sourceColor(lane.color)}">●</span>`;
}

function laneHeading(band, view) {
  const lane = band.lane;
  const dot = lane.color === null ? "" : `<span style="color:${sourceColor(lane.color)}">●</span> `;
  return {
    xref: "paper",
    x: 0,
    xanchor: "left",
    xshift: 4,
    y: band.top - 0.36,
    yanchor: "middle",
    text: `${dot}<b>${plain(fitted(lane.name, view.width * 0.85, 3))}</b>`,
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

export function lineDay(event) {
  return event.shape === "exact" ? event.from + 0.5 : event.near;
}
