// Puts events into rows so that no mark and no label covers another at this zoom. Pure: numbers in, places out.
//
// In each lane the selected event goes first, then those with most sources, exact ones, weighty ones, early ones. Each tries a
// long label, then shorter ones, then none, right of its mark, left of it at the window's edge, inside a long bar.
// What finds no room is counted in a cluster: nothing is hidden silently.

export const FADE = 84;
const CLUSTER_BIN = 36;
const GAP = 7;
const DOT = 6;
const RING = 2;
const LARGEST = 19;
const SIGN = 16;
const SIGNED = new Set(["planned", "expected", "hypothetical", "denied"]);
const SHORTEST_BAR = 10;
const BOLDER = 1.18;
const BUBBLE = 14;
const LONGEST_LABEL = 440;

// `view`: { start, end (days), width (pixels), rows (most in a lane), labels (widths to try), selected, line (a day or null) }.
// `fit(label, pixels)` cuts a label, `measure(text)` tells its width. Pixels count from the window's left edge.
export function pack(lanes, view, fit, measure) {
  const found = { marks: [], clusters: [], bands: [], rows: 0 };
  let top = view.heading;
  const held = new Map(lanes.map((lane) => [lane, inWindow(lane.events, view).length]));
  const all = [...held.values()].reduce((sum, number) => sum + number, 0);
  for (const lane of lanes) {
    if (lane.counted) {
      top = packCounted(lane, top, view, found);
      continue;
    }
    // Of many lanes, one that holds much of all there is gets twice the rows.
    const rows = lanes.length > 3 && held.get(lane) > all / 3 ? view.rows * 2 : view.rows;
    const packed = packLane(lane, { ...view, rows }, fit, measure);
    for (const mark of packed.marks) found.marks.push({ ...mark, lane, y: top + mark.row + 0.5 });
    for (const cluster of packed.clusters) found.clusters.push({ ...cluster, count: cluster.events.length, lane, y: top + packed.rows - 0.5 });
    found.bands.push({ lane, top, bottom: top + packed.rows });
    top += packed.rows + 0.4 + view.heading;
  }
  found.rows = Math.max(top - 0.4 - view.heading, 1);
  return found;
}

// A lane of what is only counted: one row of bubbles. `counted`: [[day, events], ...], by month.
function packCounted(lane, top, view, found) {
  const scale = view.width / (view.end - view.start);
  const bins = [];
  for (const [day, events] of lane.counted) {
    const middle = (day + 15 - view.start) * scale;
    if (middle < 0 || middle > view.width) continue;
    const last = bins[bins.length - 1];
    if (last && middle - last.first < CLUSTER_BIN) Object.assign(last, { count: last.count + events, to: day + 30 });
    else bins.push({ first: middle, count: events, from: day, to: day + 30 });
  }
  const inside = (pixel) => Math.min(Math.max(pixel, BUBBLE), view.width - BUBBLE);
  for (const bin of bins) found.clusters.push({ ...bin, x: inside(bin.first + CLUSTER_BIN / 4), events: [], lane, y: top + 0.5 });
  found.bands.push({ lane, top, bottom: top + 1 });
  return top + 1.4 + view.heading;
}

// Where a row more holds all that is left, that row is better than one of clusters.
function packLane(lane, view, fit, measure) {
  const found = packRows(lane, view, view.rows, fit, measure);
  if (found.left.length === 0) return { marks: found.marks, clusters: [], rows: Math.max(found.rows.length, 1) };
  const oneRow = found.left.length * 2 * DOT < view.width;
  const roomier = oneRow ? packRows(lane, view, view.rows + 1, fit, measure) : found;
  if (roomier.left.length === 0) return { marks: roomier.marks, clusters: [], rows: roomier.rows.length };
  const [clusters, alone] = clustered(found.left, view);
  const last = found.rows.length;
  const marks = [...found.marks, ...alone.map(({ event, extent }) => unlabelled(event, extent, last))];
  return { marks, clusters, rows: last + 1 };
}

function packRows(lane, view, most, fit, measure) {
  const rows = [];
  const marks = [];
  const left = [];
  for (const event of inWindow(lane.events, view).sort(byWeight(view.selected))) {
    const extent = markExtent(event, view);
    const mark = placed(rows, event, extent, { ...view, rows: most }, fit, measure);
    if (mark) marks.push(mark);
    else left.push({ event, extent });
  }
  return { marks: marks.map((mark) => lengthened(mark, rows[mark.row], view, fit, measure)), left, rows };
}

// A label that was cut takes what room is left beside it in its row.
function lengthened(mark, row, view, fit, measure) {
  if (mark.side !== "left" && mark.side !== "right") return mark;
  const bold = mark.event === view.selected ? BOLDER : 1;
  const others = row.filter((taken) => taken !== mark.taken);
  const line = lineAt(view);
  const room =
    mark.side === "right"
      ? Math.min(view.width, mark.at + mark.textWidth < line ? line : Infinity, ...others.map(([start]) => start).filter((start) => start > mark.at)) - mark.at - GAP
      : mark.at - Math.max(0, mark.at - mark.textWidth > line ? line : 0, ...others.map(([, end]) => end).filter((end) => end < mark.at)) - GAP;
  const text = fit(mark.event.label, Math.min(room, LONGEST_LABEL) / bold);
  if (text.length <= mark.text.length) return mark;
  const textWidth = measure(text) * bold;
  if (mark.side === "right") mark.taken[1] = mark.at + textWidth + 6;
  else mark.taken[0] = mark.at - textWidth - 6;
  return { ...mark, text, textWidth };
}

function unlabelled(event, extent, row) {
  return { event, extent, row, text: "", side: null, at: extent[1], textWidth: 0 };
}

export function inWindow(events, view) {
  return events.filter((event) => event.to > view.start && event.from < view.end);
}

function byWeight(selected) {
  return (one, two) =>
    (two === selected) - (one === selected) ||
    two.count - one.count ||
    (two.shape === "exact") - (one.shape === "exact") ||
    two.importance - one.importance ||
    one.place - two.place;
}

// Whether an event did not simply happen: its mark is a sign of its own, also on a bar.
export function isSigned(event) {
  return SIGNED.has(event.factuality);
}

// A dot's diameter in pixels: it grows with the sources, to a limit; a sign needs more room to be seen.
export function dotSize(event) {
  return (isSigned(event) ? 11 : 9) + Math.min(3 * Math.sqrt(event.count - 1), LARGEST - 9);
}

// Where a mark lies, in pixels, cut to the window.
export function markExtent(event, view) {
  const scale = view.width / (view.end - view.start);
  const at = (day) => (day - view.start) * scale;
  if (event.shape === "exact") {
    const middle = at(event.from + 0.5);
    const radius = Math.max(DOT, dotSize(event) / 2 + RING);
    return [middle - radius, middle + radius];
  }
  if (event.shape === "since") {
    const start = Math.max(at(event.from), 0);
    return [start, start + FADE];
  }
  if (event.shape === "until") {
    const end = Math.min(at(event.to), view.width);
    return [end - FADE, end];
  }
  const start = Math.max(at(event.from), 0);
  return [start, Math.max(Math.min(at(event.to), view.width), start + SHORTEST_BAR)];
}

function placed(rows, event, extent, view, fit, measure) {
  const bare = [extent[0] - 2, extent[1] + 2];
  // Why first: in a crowd most events find no room at all, and to measure labels costs most.
  if (firstFree(rows, bare, view.rows) < 0) return null;
  const chosen = event === view.selected;
  for (const pixels of chosen ? [view.labels[0] * 1.4, ...view.labels] : view.labels) {
    const text = fit(event.label, pixels);
    if (!text) break;
    const textWidth = measure(text) * (chosen ? BOLDER : 1);
    const label = labelled(extent, textWidth, view, event);
    if (!label) continue;
    const row = freeRow(rows, label.taken, view.rows);
    if (row >= 0) return { event, extent, row, text, side: label.side, at: label.at, textWidth, taken: label.taken };
  }
  return unlabelled(event, extent, freeRow(rows, bare, view.rows));
}

// Inside a bar that is long enough, else right of the mark, else left of it.
function labelled([start, end], width, view, event) {
  const taken = [start - 4, end + GAP + width + 6];
  const sign = isSigned(event) ? SIGN : 0;
  if ((event.shape === "imprecise" || event.shape === "span") && end - start > width + sign + 2 * GAP) {
    return { side: "inside", at: Math.max(start, 0) + sign + GAP, taken: [start - 4, end + 4] };
  }
  const right = end + GAP + width <= view.width && { side: "right", at: end + GAP, taken };
  const left = start - GAP - width >= 0 && { side: "left", at: start - GAP, taken: [start - GAP - width - 6, end + 4] };
  const line = lineAt(view);
  const crossed = line > end && line < end + 2 * GAP + width;
  return (crossed && left) || right || left || null;
}

// Where the selected event's line through other lanes lies, in pixels; never, where it has none.
function lineAt(view) {
  return view.line === null ? NaN : ((view.line - view.start) * view.width) / (view.end - view.start);
}

// Takes room in the first row that has it; gives the row, or -1.
function freeRow(rows, taken, most) {
  const row = firstFree(rows, taken, most);
  if (row >= 0) {
    if (!rows[row]) rows[row] = [];
    rows[row].push(taken);
  }
  return row;
}

function firstFree(rows, taken, most) {
  for (let row = 0; row < most; row += 1) {
    if (!rows[row] || rows[row].every(([start, end]) => taken[1] < start || taken[0] > end)) return row;
  }
  return -1;
}

// What found no room, gathered by nearness; a mark with nothing near it stays a mark.
function clustered(left, view) {
  const bins = [];
  const inside = (pixel) => Math.min(Math.max(pixel, BUBBLE), view.width - BUBBLE);
  const sorted = left
    .map(({ event, extent }) => ({ event, extent, middle: inside((extent[0] + extent[1]) / 2) }))
    .sort((one, two) => one.middle - two.middle);
  for (const item of sorted) {
    const last = bins[bins.length - 1];
    if (last && item.middle - last[0].middle < CLUSTER_BIN) last.push(item);
    else bins.push([item]);
  }
  const clusters = bins
    .filter((bin) => bin.length > 1)
    .map((bin) => ({ x: Math.min(bin[0].middle + CLUSTER_BIN / 4, view.width - BUBBLE), events: bin.map((item) => item.event) }));
  const taken = clusters.map(({ x }) => [x - BUBBLE, x + BUBBLE]);
  const alone = [];
  for (const [{ event, extent, middle }] of bins.filter((bin) => bin.length === 1)) {
    const free = taken.every(([start, end]) => extent[1] + 2 < start || extent[0] - 2 > end);
    taken.push(free ? extent : [middle - BUBBLE, middle + BUBBLE]);
    if (free) alone.push({ event, extent });
    else clusters.push({ x: middle, events: [event] });
  }
  return [clusters, alone];
}
