// What events can be narrowed by. Each filter has a key for the address, a name, a test and words for what it holds.
// Names and words are said when they are shown. Pure: the page's state is a plain object { who: "Alder Rail", sure: 70, ... } with what is not set left out.

import { say } from "./words.js";

export const KIND_WORDS = { happened: "happened", ongoing: "goes on", planned: "planned", expected: "expected", denied: "denied", hypothetical: "hypothetical", recurring: "recurring" };
const REVIEW_WORDS = { candidate: "not reviewed", accepted: "accepted", disputed: "sources disagree" };
const EXACT = ["day", "month", "year"];
const EXACT_WORDS = { day: "to the day", month: "to the month or better", year: "to the year or better" };
const EXACT_DAYS = { day: 1, month: 31, year: 366 };
const MOST_VALUES = 200;

export const FILTERS = [
  choice("who", "Who", (event) => event.participants),
  choice("where", "Where", (event) => event.places),
  choice("tag", "Tag", (event) => event.tags),
  choice("kind", "What is said", (event) => [event.factuality], KIND_WORDS),
  choice("status", "Review", (event) => [event.status, ...(event.conflicts.length > 0 ? ["disputed"] : [])], REVIEW_WORDS),
  {
    key: "exact",
    name: "Date known",
    values: () => EXACT,
    word: (value) => say(EXACT_WORDS[value] || value),
    test: (event, value) => event.to - event.from <= (EXACT_DAYS[value] || Infinity),
  },
  {
    key: "told",
    name: "Told by",
    values: (events) => ["2", "3", "5"].filter((least) => events.some((event) => event.count >= Number(least))),
    word: (value) => say("{n} sources or more", { n: Number(value) }),
    test: (event, value) => event.count >= Number(value),
  },
  least("sure", "Sure of the date", (event) => event.confidence),
  least("weight", "Importance", (event) => event.importance),
];

function choice(key, name, of, words = {}) {
  return {
    key,
    name,
    counted: true,
    values(events) {
      const counts = new Map();
      for (const event of events) for (const value of of(event)) counts.set(value, (counts.get(value) || 0) + 1);
      return [...counts].sort((one, two) => two[1] - one[1]).slice(0, MOST_VALUES).map(([value, count]) => ({ value, count }));
    },
    word: (value) => (value in words ? say(words[value]) : value),
    test: (event, value) => of(event).includes(value),
  };
}

// A slider: shows what reaches so many hundredths.
function least(key, name, of) {
  return {
    key,
    name,
    slider: true,
    values(events) {
      const found = events.map(of);
      return found.length > 0 && Math.max(...found.slice(0, 5000)) > Math.min(...found.slice(0, 5000)) ? ["0", "1"] : [];
    },
    word: (value) => say("at least {n} %", { n: Number(value) }),
    test: (event, value) => Math.round(of(event) * 100) >= Number(value),
  };
}

// Whether an event passes all that is set.
export function passes(event, set) {
  return FILTERS.every((filter) => set[filter.key] === undefined || filter.test(event, set[filter.key]));
}

// The filters of an address that are known and make sense.
export function cleanFilters(fields) {
  const set = {};
  for (const filter of FILTERS) {
    const value = fields[filter.key];
    if (!value) continue;
    if (filter.slider && !(Number(value) > 0 && Number(value) <= 100)) continue;
    set[filter.key] = value;
  }
  return set;
}
