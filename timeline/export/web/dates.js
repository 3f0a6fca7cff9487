// How dates and numbers are written: as the reader's language has it, or as the page's author fixed it.
// The page comes with dates in English words ("3–6 May 2004"); the days, months and years in them are written again here.

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
  [`${DAY} ${MONTH} ${NO_YEAR}`, (d, m) => `${written([2000, m, d], "dayMonth")} (no year)`],
  [`${MONTH}–${MONTH} ${YEAR}`, (m, n, y) => range([y, m, 1], [y, n, 1], "month")],
  [`${MONTH} ${YEAR}`, (m, y) => written([y, m, 1], "month")],
].map(([form, words]) => [new RegExp(`\\b${form}`), words]);
const WRITTEN = {
  day: { day: "numeric", month: "short", year: "numeric" },
  month: { month: "short", year: "numeric" },
  dayMonth: { day: "numeric", month: "short" },
  monthOnly: { month: "short" },
};
const writing = { style: "reader", locale: "en-GB", formats: new Map(), known: new Map() };

// `style`: "reader", or the author's "day", "month" or "iso".
export function useDates(style) {
  writing.style = style;
  writing.locale = FIXED[style] || readersLocale();
  writing.formats.clear();
  writing.known.clear();
}

function readersLocale() {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(navigator.languages || [])[0] || "en-GB";
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
  for (const [form, words] of FORMS) {
    const found = form.exec(text);
    if (!found) continue;
    const [before, after] = [text.slice(0, found.index), text.slice(found.index + found[0].length)];
    return inWords(before) + words(...found.slice(1)) + inWords(after);
  }
  return text;
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
