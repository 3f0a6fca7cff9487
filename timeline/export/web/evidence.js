// The evidence panel: what happened, when, how that is known, and every passage that says so.
// Everything from a document goes in as text, never as HTML.

import { dateWords } from "./dates.js";
import { sourceOf } from "./island.js";
import { sourceColor } from "./theme.js";

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
  const previous = namedButton("‹", "Previous event (k)", () => told.next(-1));
  const next = namedButton("›", "Next event (j)", () => told.next(1));
  const close = namedButton("×", "Close (Esc)", () => told.closed());
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
      body.replaceChildren(make("h2", "", `${events.length} events close together`), eventList(events, told));
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
  when.append(make("span", "said-of", SAID[event.factuality] || ""), " ", make("b", "", dateWords(event.date.display)));
  head.append(when);
  const title = make("h2", event.title.length > 160 ? "long" : "", event.title);
  title.dir = "auto";
  head.append(title, facts(event));
  const parts = [head];
  if (FACTUALITY[event.factuality]) parts.push(make("p", `notice ${event.factuality}`, sentence(FACTUALITY[event.factuality])));
  if (event.correction) parts.push(noticePart("correction", "Corrected. ", event.correction));
  for (const conflict of event.conflicts || []) parts.push(conflictPart(conflict));
  const alike = (event.maybe_same || []).map((id) => timeline.byId.get(id)).filter(Boolean);
  if (alike.length > 0) parts.push(noticePart("alike", "May be the same as: ", ...alike.flatMap(linked)));
  parts.push(...names(event));
  const reports = event.evidence.length;
  parts.push(make("h3", "", reports === 1 ? "The evidence" : `The evidence: ${reports} passages, ${counted(event.count, "source")}`));
  event.evidence.forEach((item, index) => parts.push(passage(item, event, timeline, index === 0)));
  return parts;
}

function facts(event) {
  const list = make("dl", "facts");
  const fact = (name, value) => {
    const row = make("div");
    const told = make("dd", "", value);
    row.append(make("dt", "", name), told);
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
  fact("Review", STATUS[event.status] + (event.edited ? ", edited" : ""));
  return list;
}

// "4 publishers, 2 independent": sources in the place of publishers where none is known.
function tellers({ count, counts }) {
  if (!counts || counts.quotes < 2) return counted(count, "source");
  const who = counts.publishers > 0 ? counted(counts.publishers, "publisher") : counted(counts.sources, "source");
  return `${who}, ${counts.independent} independent`;
}

function precision(event) {
  const { date } = event;
  const words = { span: "from – to", since: "open end", until: "open start" };
  const flags = [words[event.shape] || PRECISION_WORDS[date.precision] || `to the ${date.precision}`];
  if (MODS[date.mod]) flags.push(MODS[date.mod]);
  if (date.approximate) flags.push("approximate");
  if (date.uncertain) flags.push("uncertain");
  if (date.calendar === "julian") flags.push("Julian calendar");
  return flags.join(", ");
}

function conflictPart(conflict) {
  return noticePart("conflict", "Sources disagree. ", `Also given as ${dateWords(conflict.date.display)}. ${conflict.note}`);
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
    row.append(make("dt", "", name), told);
    list.append(row);
  }
  return list.childNodes.length > 0 ? [list] : [];
}

function passage(item, event, timeline, first) {
  const source = sourceOf(timeline, item);
  const part = make("article", "passage");
  part.append(byline(source, timeline, item));
  if (item.quote) part.append(quotePart(item));
  const where = [item.place, PART[item.part], ROLE[item.role]].filter(Boolean);
  if (item.attributed_to) where.push(`attributed to ${item.attributed_to}`);
  if (item.factuality !== event.factuality) where.push(item.factuality === "happened" ? "told as happened" : item.factuality);
  if (where.length > 0) part.append(make("p", "where", sentence(where.join(" · "))));
  if (item.joined) part.append(make("p", "where joined", `Taken as the same event: ${item.joined}.`.replace("..", ".")));
  part.append(why(item, event, first));
  if (item.alternatives && item.alternatives.length > 0) {
    const others = item.alternatives.map((date) => dateWords(date.display)).join(", or ");
    part.append(make("p", "notice ambiguous", `Ambiguous: could also be ${others}.`));
  }
  if (source && source.link) part.append(linkPart(source, item));
  return part;
}

function byline(source, timeline, item) {
  const line = make("p", "byline");
  const dot = make("i");
  const place = source ? timeline.colors.get(source.name) : timeline.figure.palette.length - 1;
  dot.style.background = sourceColor(place);
  const name = make("b", "", source ? source.byline : "Added by hand");
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
  const words = dateWords(published);
  return /^(written|updated)/.test(words) ? words : `written ${words}`;
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
  const heading = make("summary", "", "Why this date");
  const basis = BASIS[item.basis];
  part.append(heading);
  const steps = make("ol");
  for (const step of item.why || []) {
    const line = make("li", "", step);
    line.dir = "auto";
    steps.append(line);
  }
  const first = make("p");
  first.dir = "auto";
  first.append(item.date_text ? `“${item.date_text}” reads as ` : "Reads as ", item.date ? dateWords(item.date.display) : "no date");
  if (item.date && item.date.edtf !== dateWords(item.date.display)) first.append(" (", make("code", "", item.date.edtf), ")");
  first.append(`: ${basis}.`);
  part.append(first);
  if (steps.childNodes.length > 0) part.append(steps);
  if (item.joined) {
    const joined = make("p", "", `Taken for the same event: ${item.joined}.`);
    joined.dir = "auto";
    part.append(joined);
  }
  if (item.confidence !== event.confidence) part.append(make("p", "", `Sure of this reading: ${Math.round(item.confidence * 100)} %.`));
  return part;
}

// A text fragment opens the page at the quote in browsers that know it; others open the page.
function linkPart(source, item) {
  const link = make("a", "open-source", "Open the source ↗");
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

function counted(number, word) {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}

function sentence(text) {
  if (/^pp?\. /.test(text)) return text;
  return text.charAt(0).toUpperCase() + text.slice(1);
}
