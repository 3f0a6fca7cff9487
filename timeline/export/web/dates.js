// How dates and numbers are written: as the reader's language has it, or as the page's author fixed it.
// The page comes with dates in English words ("3–6 May 2004", "early 1850"); they are written again here.

import { isEnglish, say } from "./words.js";

const ENGLISH = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const FIXED = { day: "en-GB", month: "en-US", iso: "en-GB" };
const MONTH = `(${ENGLISH.join("|")})`;
const DAY = "(\\d{1,2})";
const YEAR = "(\\d{1,6})(?! BC|\\d)";
const NO_YEAR = "\\(no year\\)";
// Ranges first: what is left of a text around one form is looked at again, never what was written.
const FORMS = [
  [`${DAY}–${DAY} ${MONTH} ${YEAR}`, (a, b, m, y) => range([y, m, a], [y, m, b], "day")],
  [`${DAY} ${MONTH} – ${DAY} ${MONTH} ${YEAR}`, (a, m, b, n, y) => range([y, m, a], [y, n, b], "day")],
  [`${DAY} ${MONTH} ${YEAR} – ${DAY} ${MONTH} ${YEAR}`, (a, m, y, b, n, z) => range([y, m, a], [z, n, b], "day")],
  [`${DAY} ${MONTH} ${YEAR}`, (d, m, y) => written([y, m, d], "day")],
  [`${DAY} ${MONTH} ${NO_YEAR}`, (d, m) => say("{date} (no year)", { date: written([2000, m, d], "dayMonth") })],
  [`${MONTH}–${MONTH} ${YEAR}`, (m, n, y) => range([y, m, 1], [y, n, 1], "month")],
  [`${MONTH} ${YEAR}`, (m, y) => written([y, m, 1], "month")],
].map(([form, words]) => [new RegExp(`\\b${form}`), words]);
// What bends a date, from the outside in, and periods that no calendar's field names.
const BENT = [
  [/^perhaps (.+)$/, "perhaps {date}"],
  [/^(.+) \(Julian\)$/, "{date} (Julian)"],
  [/^from (.+)$/, "from {date}"],
  [/^until (.+)$/, "until {date}"],
  [/^before (.+)$/, "before {date}"],
  [/^after (.+)$/, "after {date}"],
  [/^by (.+)$/, "by {date}"],
  [/^c\. (.+)$/, "c. {date}"],
  [/^early (.+)$/, "early {date}"],
  [/^mid-(.+)$/, "mid-{date}"],
  [/^late (.+)$/, "late {date}"],
  [/^week of (.+)$/, "week of {date}"],
  [/^weekend of (.+)$/, "weekend of {date}"],
  [/^written (.+)$/, "written {date}"],
  [/^updated (.+)$/, "updated {date}"],
  ...["daytime", "morning", "midday", "afternoon", "evening", "night"].map((part) => [new RegExp(`^(.+), ${part}$`), `{date}, ${part}`]),
];
const NAMED = [
  [/^(spring|summer|autumn|winter) (.+)$/, (season, year) => say(`${season} {year}`, { year: inWords(year) })],
  [/^Q(\d) (.+)$/, (number, year) => say("Q{n} {year}", { n: Number(number), year: inWords(year) })],
  [/^(first|second) half of (.+)$/, (half, year) => say(`${half} half of {year}`, { year: inWords(year) })],
  [/^(\d+)(?:st|nd|rd|th) (century|millennium)$/, (number, unit) => say(`{n} ${unit}`, { n: Number(number), roman: roman(Number(number)) })],
  [/^(\d+)s$/, (number) => say("{n}s", { n: Number(number), told: number })],
  [/^(.+) BC$/, (year) => say("{year} BC", { year: inWords(year) })],
  [/^AD (\d+)$/, (year) => say("AD {year}", { year })],
  [/^(.+) – (.+)$/, (from, to) => `${inWords(from)} – ${inWords(to)}`],
];
const WRITTEN = {
  day: { day: "numeric", month: "short", year: "numeric" },
  month: { month: "short", year: "numeric" },
  dayMonth: { day: "numeric", month: "short" },
  monthOnly: { month: "short" },
};
const writing = { style: "reader", locale: "en-GB", formats: new Map(), known: new Map() };

// `style`: "reader", or the author's "day", "month" or "iso"; `language`: the one that the author chose, or "reader".
export function useDates(style, language = "reader") {
  writing.style = style;
  writing.locale = FIXED[style] || readersLocale(language);
  writing.formats.clear();
  writing.known.clear();
}

function readersLocale(language) {
  const wanted = (navigator.languages || []).filter((one) => language === "reader" || one.split("-")[0] === language);
  try {
    return Intl.DateTimeFormat.supportedLocalesOf([...wanted, ...(language === "reader" || language === "en" ? [] : [language])])[0] || "en-GB";
  } catch {
    return "en-GB";
  }
}

// A date as it came with the page, in the reader's way.
export function dateWords(display) {
  if (writing.style !== "reader") return display;
  if (!writing.known.has(display)) writing.known.set(display, inWords(display));
  return writing.known.get(display);
}

function inWords(text) {
  const both = /^(.+), updated (.+)$/.exec(text);
  if (both) return `${inWords(both[1])}, ${say("updated {date}", { date: inWords(both[2]) })}`;
  for (const [form, phrase] of isEnglish() ? [] : BENT) {
    const found = form.exec(text);
    if (found) return say(phrase, { date: inWords(found[1]) });
  }
  for (const [form, words] of FORMS) {
    const found = form.exec(text);
    if (!found) continue;
    const [before, after] = [text.slice(0, found.index), text.slice(found.index + found[0].length)];
    return inWords(before) + words(...found.slice(1)) + inWords(after);
  }
  for (const [form, words] of isEnglish() ? [] : NAMED) {
    const found = form.exec(text);
    if (found) return words(...found.slice(1));
  }
  return text;
}

function roman(number) {
  let left = number;
  let letters = "";
  for (const [value, letter] of [[10, "X"], [9, "IX"], [5, "V"], [4, "IV"], [1, "I"]]) {
    for (; left >= value; left -= value) letters += letter;
  }
  return letters;
}

// "7 Oct", "Oct 7": a day of a tick.
export function dayMonth(month, day) {
  return format("dayMonth").format(Date.UTC(2000, month - 1, day));
}

export function monthName(month) {
  return format("monthOnly").format(Date.UTC(2001, month - 1, 15));
}

export function monthYear(year, month) {
  return format("month").format(utc([year, month, 1]));
}

export function dayMonthYear(year, month, day) {
  return format("day").format(utc([year, month, day]));
}

export function dateStyle() {
  return writing.style;
}

export function numeral(number) {
  return number.toLocaleString(writing.locale);
}

function written(date, fields) {
  return format(fields).format(utc(date));
}

function range(from, to, fields) {
  return format(fields).formatRange(utc(from), utc(to));
}

function utc([year, month, day]) {
  const date = new Date(Date.UTC(2000, (Number(month) || ENGLISH.indexOf(month) + 1) - 1, Number(day)));
  date.setUTCFullYear(Number(year));
  return date;
}

// Why these digits and this calendar: the years on the axis are Gregorian and drawn by us.
function format(fields) {
  if (!writing.formats.has(fields)) {
    const options = { ...WRITTEN[fields], timeZone: "UTC", calendar: "gregory", numberingSystem: "latn" };
    writing.formats.set(fields, new Intl.DateTimeFormat(writing.locale, options));
  }
  return writing.formats.get(fields);
}
