// The date field: what is typed is read by the program while it is typed, and shown as words and on a calendar.

import { civil, dayNumber } from "./calendar.js";
import { ask } from "./ask.js";
import { input, make } from "./making.js";

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const PAUSE = 120;

// A field with its reading below. `read()` gives the date once it is known, or null.
export function dateField(value, { source = null, placeholder = "2023-12-24, 2023-11, 24 December 2023" } = {}) {
  const control = input(value, { placeholder, name: "date" });
  control.classList.add("edtf");
  control.setAttribute("aria-describedby", "date-reading");
  const reading = make("div", "reading");
  reading.id = "date-reading";
  reading.setAttribute("aria-live", "polite");
  const calendar = make("div", "calendar-room");
  let waiting = 0;
  let latest = 0;
  let date = null;
  let newest = null;
  // Whoever asks gets what the last reading says, of what is in the field now.
  const read = () => {
    clearTimeout(waiting);
    newest = reread();
    return newest;
  };
  const reread = async () => {
    const number = (latest += 1);
    const typed = control.value.trim();
    if (!typed) {
      date = null;
      reading.replaceChildren();
      calendar.replaceChildren();
      return null;
    }
    const told = await ask("reading", { text: typed, source }).catch((error) => ({ date: null, problem: error.message }));
    if (number !== latest) return newest;
    date = told.date;
    control.setAttribute("aria-invalid", String(!date));
    reading.replaceChildren(date ? readingPart(date) : make("span", "problem", told.problem));
    calendar.replaceChildren(...(date ? [monthOf(date)] : []));
    return date;
  };
  control.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(read, PAUSE);
  });
  read();
  return { control, below: make("div", "date-below", reading, calendar), read, get date() { return date; } };
}

// A date as it is sent to be decided, with what EDTF alone does not say of it.
export const sent = ({ edtf, timex, mod }) => ({ edtf, timex, mod });

export const same = (one, other) => one?.edtf === other?.edtf && one?.timex === other?.timex && one?.mod === other?.mod;

// A date as it stands in a field to be changed: EDTF where that says all of it.
export const typed = (date) => (!date ? "" : date.mod && date.mod !== "APPROX" || /W\d\d|T[A-Z]{2}$/.test(date.timex) ? date.display : date.edtf);

function readingPart(date) {
  return make("span", "", make("b", "", date.display), ` ${weekday(date)}`, make("code", "", date.edtf));
}

// "Sunday" of a day, else how long it lasts.
export function weekday(date) {
  if (date.first === null || date.last === null) return date.first === null ? "open start " : "open end ";
  if (date.first === date.last) return `${new Intl.DateTimeFormat("en", { weekday: "long", timeZone: "UTC" }).format(dayOf(date.first))} `;
  return `${date.precision}, ${(date.last - date.first + 1).toLocaleString()} days `;
}

// Any day of the same weekday that `Date` knows.
function dayOf(number) {
  return new Date((((number % 7) + 7) % 7) * 86400000);
}

// The month in which a date begins, with its days marked.
export function monthOf(date) {
  const anchor = date.first ?? date.last;
  const { year, month } = civil(anchor);
  const start = dayNumber(year, month);
  const end = month === 12 ? dayNumber(year + 1, 1) : dayNumber(year, month + 1);
  const table = make("table", "calendar");
  table.setAttribute("aria-hidden", "true");
  const name = year > 0 ? `${MONTHS[month - 1]} ${year}` : `${MONTHS[month - 1]} ${1 - year} BCE`;
  const before = date.first === null || date.first < start ? "← " : "";
  const after = date.last === null || date.last >= end ? " →" : "";
  table.append(make("caption", "", `${before}${name}${after}`));
  table.append(make("thead", "", make("tr", "", ...DAYS.map((day) => make("th", "", day.slice(0, 2))))));
  const body = make("tbody");
  let week = make("tr");
  const blank = (((start + 3) % 7) + 7) % 7;
  for (let count = 0; count < blank; count += 1) week.append(make("td"));
  for (let day = start; day < end; day += 1) {
    const inside = (date.first === null || day >= date.first) && (date.last === null || day <= date.last);
    week.append(make("td", inside ? "in" : "", String(day - start + 1)));
    if (week.children.length === 7) {
      body.append(week);
      week = make("tr");
    }
  }
  if (week.children.length > 0) body.append(week);
  table.append(body);
  return table;
}
