// The right: the whole text of a source, the event's words marked and shown, other dates marked faintly.
// Offsets are code points of the text; the browser counts in UTF-16, so what is selected is counted anew.

import { ask } from "./ask.js";
import { sent } from "./datefield.js";
import { button, byId, make, shortened, told } from "./making.js";
import { openAdd, openSourceDate } from "./dialogs.js";
import { decideOn, say } from "./deciding.js";
import { listen, ownerOf, select, state } from "./state.js";

const texts = new Map();
let shown = null;
let wanted = null;
let selection = null;

export function startSource() {
  const pane = byId("source");
  listen((what, detail) => {
    if ((what === "rows" && detail.fresh) || what === "all") texts.clear();
    if (what === "selected") show();
  });
  // A part that was not to be seen, on a phone, could not be scrolled.
  window.addEventListener("resize", () => {
    if (shown && state.whole) markPassages(pane);
  });
  document.addEventListener("selectionchange", () => {
    selection = selected();
    drawSelection();
  });
  pane.addEventListener("click", async (event) => {
    const date = event.target.closest("[data-date]");
    if (!date || !getSelection().isCollapsed) return;
    const ids = date.dataset.date.split(" ");
    if (ids.some((id) => state.whole?.evidence.some((piece) => piece.id === id))) return;
    select(await ownerOf(ids[0]));
  });
}

export const currentSource = () => (shown ? state.sources.get(shown) : null);

// The event's other sources, in turn.
export function turn(by) {
  const ids = sourcesOf(state.whole);
  if (ids.length < 2) return;
  wanted = ids[(ids.indexOf(shown) + by + ids.length) % ids.length];
  show();
}

const sourcesOf = (whole) => [...new Set((whole?.evidence || []).map((piece) => piece.source).filter(Boolean))];

async function show() {
  const pane = byId("source");
  const ids = sourcesOf(state.whole);
  const id = ids.includes(wanted) ? wanted : ids[0] || null;
  if (!id) {
    shown = null;
    pane.replaceChildren(make("p", "nothing", state.whole ? "Added by hand, without a source." : ""));
    return;
  }
  if (!texts.has(id)) {
    if (texts.size > 20) texts.clear();
    texts.set(id, await ask("source", { id }));
    shown = null;
    if (!sourcesOf(state.whole).includes(id)) return;
  }
  if (shown !== id || !pane.querySelector(".text")) {
    shown = id;
    pane.replaceChildren(make("div", "source-head"), textPart(texts.get(id)), make("div", "selected"));
  }
  drawHead(pane.querySelector(".source-head"), ids, state.sources.get(id));
  markPassages(pane);
}

function drawHead(head, ids, source) {
  const tabs = make("div", "tabs");
  tabs.setAttribute("role", "tablist");
  tabs.setAttribute("aria-label", "The event's sources");
  for (const id of ids) {
    const tab = button(shortened(state.sources.get(id).name, 34), { className: `tab c${state.sources.get(id).color}`, act: () => {
      wanted = id;
      show();
    } });
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-selected", String(id === source.id));
    tab.tabIndex = id === source.id ? 0 : -1;
    tabs.append(tab);
  }
  tabs.addEventListener("keydown", (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    turn(by);
    requestAnimationFrame(() => byId("source").querySelector("[aria-selected=true]")?.focus());
  });
  const title = told("p", "source-title", source.title);
  const line = make("p", "muted", source.published ? source.published.display : "no date");
  line.append(" ", button("Correct date…", { className: "plain", act: () => openSourceDate(source) }));
  if (source.link) {
    const link = make("a", "", "Open the original");
    Object.assign(link, { href: source.link, target: "_blank", rel: "noopener noreferrer" });
    line.append(" ", link);
  }
  head.replaceChildren(...(ids.length > 1 ? [tabs] : []), title, line);
}

function textPart(text) {
  const part = make("div", "text");
  part.tabIndex = 0;
  part.setAttribute("role", "document");
  part.setAttribute("aria-label", "The text as it was read");
  for (const stretch of text.stretches) {
    const span = make("span", "", stretch.text);
    span.dataset.at = stretch.at;
    if (stretch.in) span.dataset.in = stretch.in.join(" ");
    if (stretch.date) {
      span.dataset.date = stretch.date.join(" ");
      span.className = "date";
    }
    part.append(span);
  }
  return part;
}

function markPassages(pane) {
  const text = pane.querySelector(".text");
  if (!text) return;
  const ids = new Set((state.whole?.evidence || []).map((piece) => piece.id));
  const has = (names) => (names || "").split(" ").some((id) => ids.has(id));
  let first = null;
  for (const span of text.querySelectorAll("[data-in], [data-date]")) {
    const quoted = has(span.dataset.in);
    const dated = has(span.dataset.date);
    span.classList.toggle("quoted", quoted);
    span.classList.toggle("told", dated);
    if (dated) span.setAttribute("role", "mark");
    else span.removeAttribute("role");
    if (dated && !first) first = span;
    else if (quoted && !first) first = span;
  }
  const target = text.querySelector(".told") || first;
  if (target) text.scrollTop = target.offsetTop - text.offsetTop - text.clientHeight / 3;
}

// What is selected in the text, in code points; null where nothing is.
function selected() {
  const chosen = getSelection();
  const text = byId("source").querySelector(".text");
  if (!text || chosen.isCollapsed || chosen.rangeCount === 0) return null;
  const range = chosen.getRangeAt(0);
  if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return null;
  const [start, end] = [pointOf(range.startContainer, range.startOffset, text), pointOf(range.endContainer, range.endOffset, text)];
  if (start === null || end === null || start >= end) return null;
  return { source: shown, span: [start, end], words: chosen.toString() };
}

function pointOf(node, offset, text) {
  if (node.nodeType === Node.TEXT_NODE) return Number(node.parentElement.dataset.at) + [...node.data.slice(0, offset)].length;
  if (node === text) {
    const after = text.children[offset];
    if (after) return Number(after.dataset.at);
    const last = text.lastElementChild;
    return last ? Number(last.dataset.at) + [...last.textContent].length : null;
  }
  return Number(node.dataset.at) + (offset > 0 ? [...node.textContent].length : 0);
}

function drawSelection() {
  const bar = byId("source").querySelector(".selected");
  if (!bar) return;
  bar.replaceChildren();
  if (!selection) return;
  bar.append(
    told("span", "", `“${shortened(selection.words, 60)}”`),
    button("Add event", { key: "+", className: "act go", act: addSelected }),
    button("These are the date's words", { key: "d", className: "act", act: respanSelected }),
  );
}

export async function addSelected() {
  const chosen = selection;
  if (!chosen) {
    openAdd(null, currentSource());
    return;
  }
  const read = await ask("selection", { source: chosen.source, span: chosen.span }).catch((error) => say(error.message, true));
  if (!read) return;
  openAdd({ source: chosen.source, words: read.words, date: read.date, quote_span: read.whole ? null : chosen.span, date_span: read.date_span });
}

// The words that were selected become those of the event's date, and are read anew.
export async function respanSelected() {
  const chosen = selection;
  if (!chosen || !state.whole) return;
  const read = await ask("selection", { source: chosen.source, span: chosen.span }).catch((error) => say(error.message, true));
  if (!read) return;
  const patch = { source: chosen.source, date_span: chosen.span };
  if (read.date && read.whole) patch.date = sent(read.date);
  getSelection().removeAllRanges();
  texts.clear();
  if (await decideOn("edit", { patch, stay: true })) say(read.date && read.whole ? `The date is read as ${read.date.display}` : "These are the date's words now; the date is as it was");
}
