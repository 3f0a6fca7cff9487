// The evidence panel: what happened, when, how that is known, and every passage that says so.
// Everything from a document goes in as text, never as HTML.

import { dateWords, numeral } from "./dates.js";
import { sourceOf } from "./island.js";
import { sourceColor } from "./theme.js";
import { say } from "./words.js";

const ROLE = { refers: "refers to it in passing" };
const PART = { title: "in the title", heading: "in a heading", caption: "in a caption", table: "in a table", quote: "in quoted matter", footnote: "in a footnote", list: "in a list", dateline: "in the dateline" };
const BASIS = { explicit: "told in full", dct: "counted from the document's date, stated or worked out; see the steps", mention: "worked out from another date in the text", heading: "worked out from a heading", sources: "worked out with other sources", markup: "from the page's markup", import: "imported", reviewer: "set by a reviewer" };
const FACTUALITY = { ongoing: "ongoing", planned: "planned, not yet told as done", expected: "expected, not yet told as done", denied: "denied: said not to have happened", hypothetical: "hypothetical: said as something that may or might be", recurring: "recurring" };
const STATUS = { candidate: "not reviewed", accepted: "accepted" };
const SAID = { happened: "Happened", ongoing: "Going on", planned: "Planned for", expected: "Expected", denied: "Said not to have happened", hypothetical: "Only supposed", recurring: "Comes again" };
const PRECISION_WORDS = { half: "to the half-year", quarter: "to the quarter", season: "to the season" };
const MODS = { START: "early in it", MID: "the middle of it", END: "late in it", BEFORE: "before it", AFTER: "after it", ON_OR_BEFORE: "then or before", ON_OR_AFTER: "then or after" };
const LINK_WORDS = 5;

// `told`: { chosen(event), closed(), next(step), place(event) -> "12 of 32" }.
export function createPanel(panel, timeline, told) {
  const bar = make("div", "panel-bar");
  const place = make("span", "place");
  const previous = namedButton("‹", say("Previous event (k)"), () => told.next(-1));
  const next = namedButton("›", say("Next event (j)"), () => told.next(1));
  const close = namedButton("×", say("Close (Esc)"), () => told.closed());
  close.classList.add("close");
  bar.append(place, previous, next, close);
  const body = make("div", "panel-body");
  body.tabIndex = -1;
  const empty = [...panel.childNodes];
  panel.replaceChildren(bar, body);

  const reset = (open) => {
    panel.classList.toggle("open", open);
    body.scrollTop = 0;
  };
  return {
    show(event) {
      place.textContent = told.place(event);
      bar.hidden = false;
      body.replaceChildren(...eventParts(event, timeline));
      reset(true);
    },
    // Events that stand too close to be drawn apart.
    list(events) {
      place.textContent = "";
      bar.hidden = false;
      body.replaceChildren(make("h2", "", say("{n} events close together", { n: events.length })), eventList(events, told));
      reset(true);
    },
    clear() {
      bar.hidden = true;
      body.replaceChildren(...empty);
      reset(false);
    },
    focus: () => body.focus({ preventScroll: true }),
  };
}

function eventParts(event, timeline) {
  const head = make("header", `event-head ${event.factuality}`);
  const when = make("p", "when");
  when.append(make("span", "said-of", SAID[event.factuality] ? say(SAID[event.factuality]) : ""), " ", make("b", "", dateWords(event.date.display)));
  head.append(when);
  const title = make("h2", event.title.length > 160 ? "long" : "", event.title);
  title.dir = "auto";
  head.append(title, facts(event));
  const parts = [head];
  if (FACTUALITY[event.factuality]) parts.push(make("p", `notice ${event.factuality}`, sentence(say(FACTUALITY[event.factuality]))));
  if (event.correction) parts.push(noticePart("correction", `${say("Corrected.")} `, event.correction));
  for (const conflict of event.conflicts || []) parts.push(conflictPart(conflict));
  const alike = (event.maybe_same || []).map((id) => timeline.byId.get(id)).filter(Boolean);
  if (alike.length > 0) parts.push(noticePart("alike", `${say("May be the same as:")} `, ...alike.flatMap(linked)));
  parts.push(...names(event));
  const reports = event.evidence.length;
  parts.push(make("h3", "", reports === 1 ? say("The evidence") : say("The evidence: {passages} passages, {sources}", { passages: reports, sources: counted(event.count, "{n} sources") })));
  event.evidence.forEach((item, index) => parts.push(passage(item, event, timeline, index === 0)));
  return parts;
}

function facts(event) {
  const list = make("dl", "facts");
  const fact = (name, value) => {
    const row = make("div");
    const told = make("dd", "", value);
    row.append(make("dt", "", say(name)), told);
    list.append(row);
    return told;
  };
  fact("Date known", precision(event));
  const share = Math.round(event.confidence * 100);
  const confidence = fact("Sure of the date", `${share} %`);
  const meter = make("span", share < 50 ? "meter low" : share < 75 ? "meter middle" : "meter");
  meter.style.setProperty("--share", `${share}%`);
  confidence.prepend(meter);
  fact("Told by", tellers(event));
  fact("Review", say(STATUS[event.status]) + (event.edited ? `, ${say("edited")}` : ""));
  return list;
}

// "4 publishers, 2 independent": sources in the place of publishers where none is known.
export function tellers({ count, counts }) {
  if (!counts || counts.quotes < 2) return counted(count, "{n} sources");
  const who = counts.publishers > 0 ? counted(counts.publishers, "{n} publishers") : counted(counts.sources, "{n} sources");
  return `${who}, ${counted(counts.independent, "{n} independent")}`;
}

function precision(event) {
  const { date } = event;
  const words = { span: "from – to", since: "open end", until: "open start" };
  const flags = [words[event.shape] || PRECISION_WORDS[date.precision] || `to the ${date.precision}`];
  if (MODS[date.mod]) flags.push(MODS[date.mod]);
  if (date.approximate) flags.push("approximate");
  if (date.uncertain) flags.push("uncertain");
  if (date.calendar === "julian") flags.push("Julian calendar");
  return flags.map((flag) => say(flag)).join(", ");
}

function conflictPart(conflict) {
  return noticePart("conflict", `${say("Sources disagree.")} `, `${say("Also given as {date}.", { date: dateWords(conflict.date.display) })} `, english("span", conflict.note));
}

function noticePart(kind, lead, ...words) {
  const part = make("div", `notice ${kind}`);
  part.dir = "auto";
  part.append(make("strong", "", lead), ...words);
  return part;
}

function linked(event, place) {
  const link = make("a", "", event.title);
  link.href = `#e=${encodeURIComponent(event.id)}`;
  return place === 0 ? [link] : ["; ", link];
}

function names(event) {
  const groups = [["Who", event.participants], ["Where", event.places], ["Tags", event.tags]];
  const list = make("dl", "names");
  for (const [name, values] of groups) {
    if (!values || values.length === 0) continue;
    const row = make("div");
    const told = make("dd", "", values.join(", "));
    told.dir = "auto";
    row.append(make("dt", "", say(name)), told);
    list.append(row);
  }
  return list.childNodes.length > 0 ? [list] : [];
}

function passage(item, event, timeline, first) {
  const source = sourceOf(timeline, item);
  const part = make("article", "passage");
  part.append(byline(source, timeline, item));
  if (item.quote) part.append(quotePart(item));
  const where = [item.place, ...[PART[item.part], ROLE[item.role]].filter(Boolean).map((words) => say(words))].filter(Boolean);
  if (item.attributed_to) where.push(say("attributed to {name}", { name: item.attributed_to }));
  if (item.factuality !== event.factuality) where.push(say(item.factuality === "happened" ? "told as happened" : item.factuality));
  if (where.length > 0) part.append(make("p", "where", sentence(where.join(" · "))));
  if (item.joined) part.append(joinedPart("where joined", item.joined));
  part.append(why(item, event, first));
  if (item.alternatives && item.alternatives.length > 0) {
    const dates = item.alternatives.map((date) => dateWords(date.display)).reduce((one, other) => say("{one} or {other}", { one, other }));
    part.append(make("p", "notice ambiguous", say("Ambiguous: could also be {dates}.", { dates })));
  }
  if (source && source.link) part.append(linkPart(source, item));
  return part;
}

function byline(source, timeline, item) {
  const line = make("p", "byline");
  const dot = make("i");
  const place = source ? timeline.colors.get(source.name) : timeline.figure.palette.length - 1;
  dot.style.background = sourceColor(place);
  const name = make("b", "", source ? source.byline : say("Added by hand"));
  name.dir = "auto";
  line.append(dot, name);
  if (!source) return line;
  const about = make("span", "about");
  about.dir = "auto";
  about.textContent = [source.about, writtenOn(source)].filter(Boolean).join(", ");
  if (!source.link) about.title = source.uri;
  line.append(about);
  return line;
}

function writtenOn({ published }) {
  if (!published) return "";
  return /^(written|updated)/.test(published) ? dateWords(published) : say("written {date}", { date: dateWords(published) });
}

function quotePart(item) {
  const quote = make("blockquote");
  quote.dir = "auto";
  const [before, words, after] = item.quote;
  quote.append(before);
  if (words) quote.append(make("mark", "", words));
  quote.append(after);
  return quote;
}

function why(item, event, open) {
  const part = make("details", "why");
  part.open = open;
  const heading = make("summary", "", say("Why this date"));
  const basis = say(BASIS[item.basis]);
  part.append(heading);
  const steps = make("ol");
  for (const step of item.why || []) {
    const line = english("li", step);
    line.dir = "auto";
    steps.append(line);
  }
  const first = make("p");
  first.dir = "auto";
  const read = { words: item.date_text, date: item.date ? dateWords(item.date.display) : say("no date") };
  first.append(say(item.date_text ? "“{words}” reads as {date}" : "Reads as {date}", read));
  if (item.date && item.date.edtf !== dateWords(item.date.display)) first.append(" (", make("code", "", item.date.edtf), ")");
  first.append(`: ${basis}.`);
  part.append(first);
  if (steps.childNodes.length > 0) part.append(steps);
  if (item.joined) {
    part.append(joinedPart("", item.joined));
  }
  if (item.confidence !== event.confidence) part.append(make("p", "", say("Sure of this reading: {n} %.", { n: Math.round(item.confidence * 100) })));
  return part;
}

// A text fragment opens the page at the quote in browsers that know it; others open the page.
function linkPart(source, item) {
  const link = make("a", "open-source", say("Open the source ↗"));
  link.href = source.uri + (item.text && !source.uri.includes("#") ? fragment(item.text) : "");
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  const line = make("p", "where");
  line.append(link);
  return line;
}

function fragment(quote) {
  const words = quote.trim().split(/\s+/);
  const code = (part) => encodeURIComponent(part.join(" ").toWellFormed?.() ?? part.join(" ")).replace(/-/g, "%2D");
  if (words.length <= LINK_WORDS * 2) return `#:~:text=${code(words)}`;
  return `#:~:text=${code(words.slice(0, LINK_WORDS))},${code(words.slice(-LINK_WORDS))}`;
}

function eventList(events, told) {
  const list = make("ol", "crowd");
  for (const event of [...events].sort((one, two) => one.place - two.place)) {
    const line = make("li");
    const row = namedButton("", "", () => told.chosen(event));
    const title = make("span", "", event.title.slice(0, 300));
    title.dir = "auto";
    row.append(make("small", "", dateWords(event.date.display)), title);
    line.append(row);
    list.append(line);
  }
  return list;
}

export function make(name, className = "", text = null) {
  const node = document.createElement(name);
  if (className) node.className = className;
  if (text !== null) node.textContent = text;
  return node;
}

function namedButton(text, label, click) {
  const node = make("button", "", text);
  node.type = "button";
  if (label) {
    node.setAttribute("aria-label", label);
    node.title = label;
  }
  node.addEventListener("click", click);
  return node;
}

// What the program tells of its own steps is in English in every language of the page.
function english(name, words) {
  const node = make(name, "", words);
  node.lang = "en";
  return node;
}

function joinedPart(kind, words) {
  const part = make("p", kind, `${say("Taken as the same event:")} `);
  part.dir = "auto";
  part.append(english("span", `${words.replace(/\.$/, "")}.`));
  return part;
}

function counted(number, phrase) {
  return say(phrase, { n: number, told: numeral(number) });
}

function sentence(text) {
  if (/^pp?\. /.test(text)) return text;
  return text.charAt(0).toUpperCase() + text.slice(1);
}
