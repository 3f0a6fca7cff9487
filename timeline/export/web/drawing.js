// Turns packed marks into Plotly's traces. The looks come from the figure that Python made; here are places, colours of
// the theme and words. The axis is linear in days: Plotly's date axis ends at four-digit years.
// Knows nothing of the page: what it needs is in the scene.

import { nameOfDay } from "./calendar.js";
import { dateWords, numeral } from "./dates.js";
import { color, mixed, isDark } from "./theme.js";
import { plain, wrapped, LABEL_SIZE } from "./labels.js";
import { FADE, dotSize, isSigned } from "./packing.js";
import { shownAs } from "./lanes.js";
import { say } from "./words.js";

const QUOTE_LENGTH = 150;
const PREFIX = { planned: "Planned", expected: "Expected", denied: "Denied", hypothetical: "Hypothetical" };
const SYMBOLS = { planned: "triangle-right", expected: "triangle-right", hypothetical: "diamond", denied: "circle-x" };
const SHAPE_WORDS = { since: "open end", until: "open start" };
const DASH = "2.4px,1.8px";

// The title as the chart writes it: what did not simply happen says so.
export function chartTitle(event) {
  const prefix = PREFIX[event.factuality];
  return prefix ? `${say(prefix)}: ${event.title}` : event.title;
}

export function isDoubtful(event) {
  return event.date.approximate || event.date.uncertain;
}

// `scene`: { packed, view, paint(mark) -> colour, echoes: [y] }.
export function traces(scene, figure) {
  const { packed } = scene;
  const of = (...shapes) => packed.marks.filter((mark) => shapes.includes(mark.event.shape));
  return [
    hitAreas(scene, figure),
    bars(scene, figure, "imprecise", of("imprecise")),
    bars(scene, figure, "span", of("span")),
    fades(scene, figure, of("since", "until")),
    dots(scene, figure, of("exact")),
    signs(scene, figure, of("imprecise", "span", "since", "until").filter((mark) => isSigned(mark.event))),
    clusters(scene, figure),
    echoes(scene, figure),
    labels(scene, figure),
  ];
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

// What is told as "about" is dotted and has no edge, what is only not told more exactly is hatched.
function bars(scene, figure, name, marks) {
  const { view } = scene;
  const style = figure.traces[name];
  const colors = marks.map(scene.paint);
  const chosen = marks.map((mark) => mark.event === view.selected);
  const about = marks.map((mark) => mark.event.date.approximate);
  const hatched = name === "imprecise";
  const ground = colors.map((hex) => alpha(hex, hatched ? 0.12 : isDark() ? 0.5 : 0.38));
  const pattern = {
    ...style.marker.pattern,
    shape: about.map((is) => (is ? "." : hatched ? "/" : "")),
    solidity: about.map((is) => (is ? 0.3 : 0.28)),
    fillmode: "replace",
    bgcolor: ground.map((ink, place) => (about[place] ? alpha(colors[place], 0.08) : ink)),
    fgcolor: colors,
    fgopacity: isDark() ? 0.7 : 0.5,
  };
  return {
    ...style,
    base: marks.map((mark) => at(view, beyond(mark, view)[0])),
    x: marks.map((mark) => at(view, beyond(mark, view)[1] - beyond(mark, view)[0]) - view.start),
    y: marks.map((mark) => mark.y),
    marker: {
      ...style.marker,
      opacity: 1,
      // Why one clear colour under hatching: a list of colours here would take the place of the pattern's own.
      ...(hatched ? { color: "rgba(0,0,0,0)", pattern } : { color: ground }),
      line: {
        color: colors.map((hex, place) => (chosen[place] ? color("--selected") : alpha(hex, about[place] && hatched ? 0 : 0.8))),
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
        const hex = chosen ? color("--selected") : scene.paint(piece.mark);
        return alpha(hex, 0.75 * (1 - place(piece) / steps) ** 1.4);
      }),
    },
    ...told(pieces.map((piece) => piece.mark)),
  };
}

function dots(scene, figure, marks) {
  const style = figure.traces.exact;
  return { ...style, x: marks.map((mark) => mark.event.from + 0.5), ...pointLooks(scene, style, marks) };
}

// The sign of what did not simply happen, at the known end of its bar.
function signs(scene, figure, marks) {
  const style = figure.traces.exact;
  const place = ({ event, extent: [start, end] }) => {
    const inset = Math.min(9, (end - start) / 2);
    return event.shape === "until" ? end - inset : start + inset;
  };
  return { ...style, name: "sign", x: marks.map((mark) => at(scene.view, place(mark))), ...pointLooks(scene, style, marks) };
}

function pointLooks(scene, style, marks) {
  const colors = marks.map(scene.paint);
  const chosen = marks.map((mark) => mark.event === scene.view.selected);
  return {
    y: marks.map((mark) => mark.y),
    marker: {
      ...style.marker,
      size: marks.map((mark) => (mark.event.shape === "exact" ? dotSize(mark.event) : 11)),
      symbol: marks.map((mark) => SYMBOLS[mark.event.factuality] || "circle"),
      color: marks.map((mark, place) => (mark.event.status === "accepted" && !isDoubtful(mark.event) ? colors[place] : color("--card"))),
      line: {
        color: colors.map((hex, place) => (chosen[place] ? color("--selected") : hex)),
        width: marks.map((mark, place) => (chosen[place] ? 3 : mark.event.factuality === "denied" ? 1.5 : 2.2)),
        dash: marks.map((mark) => (mark.event.shape === "exact" && isDoubtful(mark.event) ? DASH : "solid")),
      },
    },
    ...told(marks),
  };
}

// Why opaque: lines of the ground and of the selected event must not cross the number.
function clusters(scene, figure) {
  const { packed, view } = scene;
  const style = figure.traces.cluster;
  const inks = packed.clusters.map((cluster) => scene.paint(cluster));
  return {
    ...style,
    mode: "markers+text",
    x: packed.clusters.map((cluster) => at(view, cluster.x)),
    y: packed.clusters.map((cluster) => cluster.y),
    text: packed.clusters.map((cluster) => shortCount(cluster.count)),
    textfont: { size: packed.clusters.map((cluster) => (cluster.count > 99 ? 10 : 11)), color: color("--ink") },
    textposition: "middle center",
    hovertext: packed.clusters.map(clusterHover),
    hovertemplate: "%{hovertext}<extra></extra>",
    customdata: packed.clusters.map((_, place) => `cluster ${place}`),
    marker: {
      ...style.marker,
      opacity: 1,
      symbol: "circle",
      size: packed.clusters.map((cluster) => Math.min(18 + 2 * Math.log2(cluster.count), 25)),
      color: inks.map((ink) => mixed(ink, color("--card"), isDark() ? 0.35 : 0.2)),
      line: { color: inks, width: 1 },
    },
  };
}

// At most three signs: 999, 1k, 12k.
function shortCount(count) {
  return count < 1000 ? String(count) : `${Math.round(count / 1000)}k`;
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
  const some = (test, one, other) => marks.map((mark) => (test(mark.event) ? one : other));
  return {
    ...figure.traces.label,
    uid: "label",
    x: marks.map((mark) => at(view, mark.at)),
    y: marks.map((mark) => mark.y),
    text: marks.map((mark) => plain(mark.text)),
    textposition: marks.map((mark) => (mark.side === "left" ? "middle left" : "middle right")),
    textfont: {
      size: LABEL_SIZE,
      family: figure.layout.font.family,
      color: some(isSigned, color("--muted"), color("--ink")),
      style: some(isSigned, "italic", "normal"),
      weight: some((event) => event === view.selected, 700, 400),
    },
  };
}

function told(marks) {
  return { customdata: marks.map((mark) => mark.event.id), text: marks.map((mark) => hover(mark.event)) };
}

function hover(event) {
  if (event.hover) return event.hover;
  const open = SHAPE_WORDS[event.shape];
  const precision = event.shape === "exact" ? "" : ` · ${say(open || event.date.precision)}`;
  const lines = [`<b>${plain(dateWords(event.date.display))}</b>${plain(precision)}`];
  lines.push(...wrapped(chartTitle(event).slice(0, 240), 360, 3).map(plain));
  const quoted = event.evidence.find((item) => item.text);
  if (quoted) {
    const quote = quoted.text.length > QUOTE_LENGTH ? `${quoted.text.slice(0, QUOTE_LENGTH - 1)}…` : quoted.text;
    lines.push("", ...wrapped(`“${quote}”`, 360, 4).map((line) => `<i>${plain(line)}</i>`));
  }
  const others = event.names.length - 1;
  lines.push(plain(shownAs(event.names[0]).slice(0, 60)) + (others > 0 ? ` ${say("and {n} more", { n: others })}` : ""));
  event.hover = lines.join("<br>");
  return event.hover;
}

function clusterHover(cluster) {
  const days = cluster.events.map((event) => event.near);
  const [first, last] = cluster.events.length > 0 ? [Math.min(...days), Math.max(...days)] : [cluster.from, cluster.to];
  const [from, to] = [nameOfDay(first, 0), nameOfDay(last, 0)];
  const asked = say(cluster.events.length > 0 ? "Click to see them" : "Counted only: see the note above the list");
  return `<b>${say("{n} events", { n: cluster.count, told: numeral(cluster.count) })}</b><br>${from === to ? from : `${from} – ${to}`}<br>${asked}`;
}

export function lineDay(event) {
  return event.shape === "exact" ? event.from + 0.5 : event.near;
}
