// Days of the proleptic Gregorian calendar as numbers since 1970-01-01, of any size, and the ticks of a time axis.
// Why not `Date`: it ends at year 275760, knows time zones and reads "0044" in its own ways.
// Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms".

import { dateStyle, dayMonth, dayMonthYear, monthName, monthYear } from "./dates.js";
import { say } from "./words.js";

const DAY_STEPS = [
  { days: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31], length: 1 },
  { days: [1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29], length: 2 },
  { days: [1, 8, 15, 22], length: 7.6 },
  { days: [1, 15], length: 15.2 },
];
const MONTH_STEPS = [1, 2, 3, 6];
const ROUND = [1, 2, 5];

export function dayNumber(year, month = 1, day = 1) {
  const shifted = year - (month <= 2 ? 1 : 0);
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

export function civil(number) {
  const shifted = Math.floor(number) + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const part = Math.floor((5 * dayOfYear + 2) / 153);
  const month = part + (part < 10 ? 3 : -9);
  const day = dayOfYear - Math.floor((153 * part + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

export function isoDay(number) {
  const { year, month, day } = civil(number);
  const digits = String(Math.abs(year)).padStart(4, "0");
  return `${year < 0 ? "-" : ""}${digits}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

export function parseDay(text) {
  const found = /^(-?\d{4,})-(\d\d)-(\d\d)$/.exec(text);
  return found ? dayNumber(Number(found[1]), Number(found[2]), Number(found[3])) : null;
}

export function yearName(year) {
  if (year < 1) return say("{year} BC", { year: 1 - year });
  return year < 100 ? say("AD {year}", { year }) : String(year);
}

// "Mar 2023" or, in a wide window, "2023": how the ends of a window are named.
export function nameOfDay(number, width) {
  const { year, month, day } = civil(number);
  if (width > 365 * 12) return yearName(year);
  if (dateStyle() === "iso") return isoDay(number).slice(0, width > 150 ? -3 : undefined);
  if (year < 1) return width > 150 ? `${monthName(month)} ${yearName(year)}` : `${dayMonth(month, day)} ${yearName(year)}`;
  return width > 150 ? monthYear(year, month) : dayMonthYear(year, month, day);
}

// The window's name: its ends.
export function nameOfWindow([start, end]) {
  const width = end - start;
  const [from, to] = [nameOfDay(start, width), nameOfDay(end, width)];
  return from === to ? from : `${from} – ${to}`;
}

// Ticks for the window [start, end) drawn `pixels` wide, and one window more on either side, so that a drag shows them.
export function ticks(start, end, pixels) {
  const wanted = ((end - start) / pixels) * 60;
  const margin = end - start;
  const days = DAY_STEPS.find((step) => step.length >= wanted * 1.25);
  const months = MONTH_STEPS.find((step) => step * 30.4 >= wanted);
  let found;
  if (days) found = dayTicks(start - margin, end + margin, days.days);
  else if (months) found = monthTicks(start - margin, end + margin, months);
  else return yearTicks(start - margin, end + margin, roundYears(((end - start) / pixels / 365.25) * yearWidth(start, end)));
  return withYears(found, start, end);
}

function dayTicks(from, to, wantedDays) {
  const found = [];
  for (let at = Math.ceil(from); at <= to; at += 1) {
    const { year, month, day } = civil(at);
    if (wantedDays.includes(day)) found.push({ at, text: dayMonth(month, day), year, major: month === 1 && day === 1 });
  }
  return found;
}

function monthTicks(from, to, step) {
  const found = [];
  const last = civil(to);
  let { year, month } = civil(from);
  month = Math.floor((month - 1) / step) * step + 1;
  while (year < last.year || (year === last.year && month <= last.month)) {
    found.push({ at: dayNumber(year, month), text: monthName(month), year, major: month === 1 });
    month += step;
    if (month > 12) {
      month -= 12;
      year += 1;
    }
  }
  return found;
}

// Why by era: 500 BC is the year -499, and readers expect round numbers.
function yearTicks(from, to, step) {
  const found = [];
  const [first, last] = [civil(from).year, civil(to).year];
  const push = (year) => found.push({ at: dayNumber(year), text: yearName(year), major: false });
  for (let bce = Math.floor((1 - first) / step) * step; bce > 0 && 1 - bce <= last; bce -= step) push(1 - bce);
  for (let year = Math.max(step === 1 ? 1 : 0, Math.ceil(Math.max(first, 0) / step) * step); year <= last; year += step) {
    if (year === 0) push(1);
    else push(year);
  }
  return found;
}

// About how many pixels the longest year's name in the window needs.
function yearWidth(start, end) {
  const letters = Math.max(yearName(civil(start).year).length, yearName(civil(end).year).length);
  return Math.max(60, letters * 8 + 24);
}

function roundYears(wanted) {
  for (let power = 1; ; power *= 10) {
    for (const digit of ROUND) if (digit * power >= wanted) return digit * power;
  }
}

// The year goes under the first tick in the window and under the first tick of each year.
function withYears(found, start, end) {
  const first = found.find((tick) => tick.at >= start && tick.at < end);
  let year = null;
  for (const tick of found) {
    if (tick === first || (tick.year !== year && year !== null)) tick.text += `<br>${yearName(tick.year)}`;
    year = tick.year;
  }
  return found;
}
