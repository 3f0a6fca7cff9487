// What the page knows: rows of all events, the one that is selected, what is shown of them. Parts listen for changes.

import { ask } from "./ask.js";

const RANK = ["undated", "ambiguous", "conflicting", "changed", "unsure", "alike"];
const FAR = 1e12;

export const FILTERS = {
  todo: { name: "To do", test: (row) => row.open },
  uncertain: { name: "Uncertain", test: (row) => row.open && row.why.length > 0 },
  accepted: { name: "Accepted", test: (row) => row.status === "accepted" },
  rejected: { name: "Rejected", test: (row) => row.status === "rejected" },
  all: { name: "All", test: (row) => !row.aside },
  aside: { name: "Set aside", test: (row) => row.aside },
};

export const state = {
  rows: new Map(),
  sources: new Map(),
  step: 0,
  selected: null,
  whole: null,
  filter: "todo",
  query: "",
  source: "",
  shown: [],
  undo: null,
  redo: null,
  lost: [],
  asleep: 0,
};
const listeners = new Set();
const wholes = new Map();

export function listen(listener) {
  listeners.add(listener);
}

function tell(what, detail = null) {
  for (const listener of listeners) listener(what, detail);
}

export async function load() {
  const told = await ask("state");
  Object.assign(state, { about: told, step: told.step });
  state.sources = new Map(told.sources.map((source) => [source.id, source]));
  state.rows = new Map(told.rows.map((row) => [row.id, prepared(row)]));
  standing(told);
  narrow();
}

// Takes in what changed; `null` means that it was too long ago to tell, and all is asked for again.
export async function take(changes) {
  if (!changes) {
    await load();
    tell("all");
    return;
  }
  if (changes.step === state.step) {
    standing(changes);
    tell("standing");
    return;
  }
  const fresh = changes.rows.some((row) => !state.rows.has(row.id)) || changes.gone.length > 0;
  for (const id of changes.gone) {
    state.rows.delete(id);
    wholes.delete(id);
  }
  for (const row of changes.rows) {
    state.rows.set(row.id, prepared(row));
    wholes.delete(row.id);
  }
  state.step = changes.step;
  standing(changes);
  narrow();
  tell("rows", { changed: changes.rows.map((row) => row.id), fresh });
}

function standing(told) {
  for (const name of ["undo", "redo", "lost", "asleep"]) if (name in told) state[name] = told[name];
}

export function takeSources(sources) {
  state.sources = new Map(sources.map((source) => [source.id, source]));
  wholes.clear();
}

function prepared(row) {
  const rank = row.why.length === 0 ? RANK.length + Number(row.aside) : Math.min(...row.why.map((why) => RANK.indexOf(why)));
  const day = row.first ?? row.last ?? FAR;
  return { ...row, rank, day, words: null };
}

const byAgenda = (one, two) => one.rank - two.rank || one.day - two.day || (one.id < two.id ? -1 : 1);
const byTime = (one, two) => one.day - two.day || (one.id < two.id ? -1 : 1);

// The rows that the filters leave, in the order of work or of time.
export function narrow() {
  const words = folded(state.query).split(/\s+/).filter(Boolean);
  const { test } = FILTERS[state.filter];
  const fits = (row) =>
    row.mine && test(row) && (!state.source || row.sources.includes(state.source)) && words.every((word) => wordsOf(row).includes(word));
  const working = state.filter === "todo" || state.filter === "uncertain";
  state.shown = [...state.rows.values()].filter(fits).sort(working ? byAgenda : byTime);
}

export function wordsOf(row) {
  if (row.words === null) {
    const names = row.sources.map((id) => state.sources.get(id)?.name || "");
    row.words = folded([row.title, row.date.display, row.date.edtf || "", row.quote || "", row.factuality, ...row.names, ...(row.tags || []), ...names].join(" "));
  }
  return row.words;
}

export const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

export function choose(change) {
  Object.assign(state, change);
  narrow();
  tell("filter");
}

// Shows an event; the answer may come when another was chosen meanwhile, and is dropped then.
export async function select(id) {
  const row = state.rows.get(id) || null;
  state.selected = row ? row.id : null;
  if (!row) {
    state.whole = null;
    tell("selected");
    return;
  }
  tell("selecting");
  const whole = await wholeOf(row);
  if (state.selected !== row.id) return;
  state.whole = whole;
  tell("selected");
  const next = neighbour(1);
  if (next) wholeOf(next).catch(() => {});
}

async function wholeOf(row) {
  const known = wholes.get(row.id);
  if (known && known.mark === row.mark) return known;
  const whole = await ask("event", { id: row.id });
  if (wholes.size > 200) wholes.clear();
  wholes.set(row.id, whole);
  return whole;
}

// The event that a passage belongs to now.
export async function ownerOf(passage) {
  return (await ask("event", { id: passage })).id;
}

export function neighbour(by) {
  const place = state.shown.findIndex((row) => row.id === state.selected);
  if (place >= 0) return state.shown[place + by] || null;
  return by > 0 ? state.shown[0] || null : state.shown[state.shown.length - 1] || null;
}

// Where to go on after a decision: the next that waits, from the place where the decided one stood.
export function following(place) {
  const waiting = state.shown.filter((row) => row.open);
  if (waiting.length === 0) return null;
  return state.shown.slice(Math.max(place, 0)).find((row) => row.open && row.id !== state.selected) || waiting[0];
}

export const placeOf = (id) => state.shown.findIndex((row) => row.id === id);
