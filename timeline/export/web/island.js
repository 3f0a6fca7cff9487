// The data that came with the page, as the rest of the script uses it.
// An event's `from` and `to` are days, half-open; an open side is infinite.

import { dateWords } from "./dates.js";

// What the page does not write because it nearly always holds; `island.py` has the same.
const DATE = { mod: null, calendar: "gregorian", approximate: false, uncertain: false, kind: "point", precision: "day" };
const EVENT = { status: "candidate", edited: false, factuality: "happened", participants: [], places: [], tags: [], conflicts: [], first: null, last: null };
const EVIDENCE = { source: null, quote: null, factuality: "happened", role: "reports", part: "body", basis: "explicit", why: [], alternatives: [], attributed_to: null, place: "" };
const MANY = 8;
// A key, and said in the reader's language where it is shown.
export const BY_HAND = "Added by hand";

// `text`: the island's JSON.
export function readIsland(text) {
  const island = JSON.parse(text);
  const sources = new Map(island.sources.map((source) => [source.id, source]));
  const colors = new Map(island.names.map((entry) => [entry.name, entry.color]));
  const events = island.events.map((event, place) => complete(event, place, sources));
  const rest = island.rest && island.rest.months ? island.rest.months : [];
  const byId = new Map();
  for (const event of events) {
    for (const item of event.evidence) byId.set(item.id, event);
  }
  for (const event of events) byId.set(event.id, event);
  return { ...island, sources, colors, events, rest, byId, many: sources.size > MANY, extent: extentOf(events, rest) };
}

export function sourceOf(timeline, evidence) {
  return timeline.sources.get(evidence.source) || null;
}

export function complete(event, place, sources) {
  const date = { ...DATE, ...event.date };
  const evidence = event.evidence.map((item) => ({
    ...EVIDENCE,
    ...item,
    date: item.date === 0 ? null : item.date ? { ...DATE, ...item.date } : date,
    text: item.quote ? item.quote.join("") : "",
  }));
  const from = event.first === undefined ? -Infinity : event.first;
  const to = event.last === undefined ? Infinity : event.last + 1;
  const told = [...new Set(evidence.map((item) => sources.get(item.source)).filter(Boolean))];
  const names = told.length === 0 ? [BY_HAND] : [...new Set(told.map((source) => source.name))];
  return {
    ...EVENT,
    ...event,
    date,
    evidence,
    place,
    from,
    to,
    names,
    works: told.map((source) => source.work),
    houses: [...new Set(told.map((source) => source.house).filter(Boolean))],
    count: Math.max(told.length, 1),
    near: nearest(from, to),
    words: null,
  };
}

// The day by which an event is sorted and found: its first known one.
function nearest(from, to) {
  if (Number.isFinite(from)) return Number.isFinite(to) ? (from + to) / 2 : from;
  return Number.isFinite(to) ? to : 0;
}

export function extentOf(events, rest) {
  let low = Infinity;
  let high = -Infinity;
  const touch = (day) => {
    if (!Number.isFinite(day)) return;
    low = Math.min(low, day);
    high = Math.max(high, day);
  };
  for (const event of events) {
    touch(event.from);
    touch(event.to);
  }
  for (const [day] of rest) {
    touch(day);
    touch(day + 31);
  }
  return Number.isFinite(low) ? [low, high] : [0, 365];
}

// The words that a search looks in, folded; made when first asked for.
export function searchWords(event) {
  if (event.words === null) {
    const { display, edtf } = event.date;
    const parts = [event.title, display, dateWords(display), edtf, event.factuality, ...event.names];
    parts.push(...event.participants, ...event.places, ...event.tags);
    for (const item of event.evidence) parts.push(item.text, item.attributed_to || "");
    event.words = fold(parts.join(" "));
  }
  return event.words;
}

export function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
