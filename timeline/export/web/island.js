// The data that came with the page, as the rest of the script uses it.
// An event's `from` and `to` are days, half-open; an open side is infinite.

export function readIsland() {
  const island = JSON.parse(document.getElementById("island").textContent);
  const sources = new Map(island.sources.map((source) => [source.id, source]));
  const colors = new Map(island.names.map((entry) => [entry.name, entry.color]));
  const events = island.events.map((event, place) => withDays(event, place, sources));
  return { ...island, sources, colors, events, extent: extentOf(events) };
}

export function sourceOf(timeline, evidence) {
  return timeline.sources.get(evidence.source) || null;
}

function withDays(event, place, sources) {
  const from = event.first === null ? -Infinity : event.first;
  const to = event.last === null ? Infinity : event.last + 1;
  const names = new Set();
  for (const item of event.evidence) if (sources.has(item.source)) names.add(sources.get(item.source).name);
  if (names.size === 0) names.add("Added by hand");
  const count = new Set(event.evidence.map((item) => item.source)).size;
  return { ...event, place, from, to, names: [...names], count, near: nearest(from, to), words: null };
}

// The day by which an event is sorted and found: its first known one.
function nearest(from, to) {
  if (Number.isFinite(from)) return Number.isFinite(to) ? (from + to) / 2 : from;
  return Number.isFinite(to) ? to : 0;
}

function extentOf(events) {
  let low = Infinity;
  let high = -Infinity;
  for (const event of events) {
    for (const day of [event.from, event.to]) {
      if (!Number.isFinite(day)) continue;
      low = Math.min(low, day);
      high = Math.max(high, day);
    }
  }
  return Number.isFinite(low) ? [low, high] : [0, 365];
}

// The words that a search looks in, folded; made when first asked for.
export function searchWords(event) {
  if (event.words === null) {
    const parts = [event.title, event.date.display, event.date.edtf, event.factuality, ...event.names];
    parts.push(...(event.participants || []), ...(event.places || []), ...(event.tags || []));
    for (const item of event.evidence) parts.push(item.quote || "", item.attributed_to || "");
    event.words = fold(parts.join(" "));
  }
  return event.words;
}

export function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
