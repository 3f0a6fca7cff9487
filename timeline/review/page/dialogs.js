// What asks before it acts: merge, split, note, accepting many, adding, a source's date, export, the keys.

import { ask } from "./ask.js";
import { button, counted, field, input, make, shortened, textarea, told } from "./making.js";
import { dateField, sent, typed } from "./datefield.js";
import { addEvent, dateSource, decideAll, decideOn, say } from "./deciding.js";
import { folded, state, wordsOf } from "./state.js";

const MOST = 60;
const KEYS = [
  ["a", "accept, and go on to the next"],
  ["r", "reject, and go on"],
  ["e", "edit date, title, names, tags, note (Enter saves and accepts)"],
  ["1 … 9", "pick another reading of the date, and accept it"],
  ["m", "merge with another event"],
  ["s", "split: passages that tell another event"],
  ["n", "note"],
  ["u  U", "undo, redo: through everything, bulk actions too"],
  ["j  k", "next, previous"],
  ["/", "search"],
  ["+", "add an event; or select its words in the source first"],
  ["d", "with words selected in the source: these are the date's words"],
  ["[  ]", "the event's other sources"],
  ["Esc", "leave a field or a dialog"],
];

export const isOpen = () => document.querySelector("dialog[open]") !== null;

// A dialog with a heading. It is removed when it closes, and the focus goes back to where it was.
function open(heading, ...parts) {
  const before = document.activeElement;
  const dialog = make("dialog", "", make("h2", "", heading), ...parts);
  dialog.setAttribute("aria-label", heading);
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (before?.isConnected) before.focus();
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

function endings(dialog, label, work) {
  const buttons = make("div", "buttons", button(label, { key: "Enter", className: "act go", act: work }), button("Cancel", { key: "Esc", className: "act", act: () => dialog.close() }));
  dialog.append(buttons);
  dialog.addEventListener("keydown", (event) => {
    const plain = event.key === "Enter" && !event.shiftKey && event.target.tagName !== "BUTTON";
    if (!plain) return;
    event.preventDefault();
    work();
  });
  return buttons.firstChild;
}

export function openMerge() {
  const here = state.rows.get(state.selected);
  const search = input("", { placeholder: "Search, or choose with ↑ ↓" });
  search.setAttribute("role", "combobox");
  search.setAttribute("aria-expanded", "true");
  search.setAttribute("aria-controls", "merge-list");
  const list = make("div", "options");
  list.id = "merge-list";
  list.setAttribute("role", "listbox");
  const dialog = open("Merge with", told("p", "muted", `“${shortened(here.title, 140)}”, ${here.date.display}, tells the same event as:`), search, list);
  const far = (row) => (Number.isFinite(row.first ?? row.last) && Number.isFinite(here.first ?? here.last) ? Math.abs(row.day - here.day) : 1e9);
  const others = [...state.rows.values()].filter((row) => row.id !== here.id && row.status !== "rejected" && !row.aside).sort((one, two) => far(one) - far(two));
  let found = [];
  let chosen = 0;
  const draw = () => {
    const words = folded(search.value).split(/\s+/).filter(Boolean);
    found = others.filter((row) => words.every((word) => wordsOf(row).includes(word))).slice(0, MOST);
    chosen = Math.min(chosen, Math.max(found.length - 1, 0));
    list.replaceChildren(...found.map((row, place) => option(row, place)));
    if (found.length === 0) list.append(make("p", "muted", "No event matches."));
    const current = list.children[chosen];
    search.setAttribute("aria-activedescendant", current?.id || "");
    current?.scrollIntoView({ block: "nearest" });
  };
  const option = (row, place) => {
    const part = make("div", "option", told("b", "", row.date.display), told("span", "", row.title));
    part.id = `merge-${place}`;
    part.setAttribute("role", "option");
    part.setAttribute("aria-selected", String(place === chosen));
    part.addEventListener("click", () => {
      chosen = place;
      draw();
    });
    return part;
  };
  search.addEventListener("input", () => {
    chosen = 0;
    draw();
  });
  search.addEventListener("keydown", (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    chosen = Math.min(Math.max(chosen + by, 0), found.length - 1);
    draw();
  });
  endings(dialog, "Merge", () => {
    const other = found[chosen];
    dialog.close();
    if (other) decideOn("merge", { with: [other.id] });
  });
  draw();
  search.focus();
}

export function openSplit() {
  const pieces = state.whole.evidence;
  if (pieces.length < 2) {
    say("Only one passage tells this event: there is nothing to split");
    return;
  }
  const boxes = pieces.map((piece, place) => {
    const box = make("input");
    Object.assign(box, { type: "checkbox", checked: place === pieces.length - 1, value: piece.id });
    const source = state.sources.get(piece.source);
    const words = make("span", "", told("b", "", `${source ? source.name : "Added by hand"}: `), told("span", "", shortened(piece.quote || piece.date_text || "", 220)));
    return make("label", "check", box, words);
  });
  const dialog = open("Split", make("p", "muted", "Passages that tell another event:"), ...boxes);
  endings(dialog, "Split", () => {
    const chosen = [...dialog.querySelectorAll("input:checked")].map((box) => box.value);
    if (chosen.length === 0 || chosen.length === pieces.length) {
      say("Choose some of the passages, not all", true);
      return;
    }
    dialog.close();
    decideOn("split", { passages: chosen });
  });
  dialog.querySelector("input").focus();
}

export function openNote() {
  const note = textarea(state.whole.review?.note || "", 4);
  const dialog = open("Note", field("It travels with the event", note, "Shift+Enter begins a new line"));
  endings(dialog, "Save", () => {
    dialog.close();
    decideOn("note", { note: note.value, stay: true });
  });
  note.focus();
}

export function openBulk() {
  const rows = state.shown.filter((row) => row.open);
  if (rows.length === 0) return;
  const uncertain = rows.filter((row) => row.why.length > 0).length;
  const list = make("ol", "options");
  list.tabIndex = 0;
  list.setAttribute("aria-label", "The events that are accepted");
  for (const row of rows.slice(0, 500)) list.append(make("li", "", told("b", "", `${row.date.display} `), told("span", "", row.title)));
  if (rows.length > 500) list.append(make("li", "muted", `and ${(rows.length - 500).toLocaleString()} more`));
  const words = uncertain > 0 ? `${counted(uncertain, "of them")} `.replace("of thems", "of them") + "uncertain. " : "";
  const dialog = open(`Accept ${counted(rows.length, "event")}?`, make("p", "muted", `${words}These and no others; one undo takes all of them back.`), list);
  const go = endings(dialog, `Accept ${rows.length.toLocaleString()}`, () => {
    dialog.close();
    decideAll(rows);
  });
  go.focus();
}

// `marked`: { source, quote_span | date_span, words, date } of what was selected in a source, or nothing.
export function openAdd(marked = null, text = null) {
  const date = dateField(typed(marked?.date), { source: marked?.source || null });
  const title = input("", { name: "title" });
  const names = ["participants", "places", "tags"].map((name) => [name, input("", { name, placeholder: "separated by commas" })]);
  const quote = marked ? told("blockquote", "", marked.words) : textarea("", 2);
  const where = marked ? field("Words of the source", quote) : field("Words of the source (if it has them)", quote, text ? `as they stand in “${shortened(text.title, 60)}”` : "");
  const dialog = open("Add an event", make("div", "", field("Date", date.control), date.below), field("What happened", title), where);
  dialog.append(...names.map(([name, control]) => field({ participants: "Who", places: "Where", tags: "Tags" }[name], control)));
  endings(dialog, "Add", async () => {
    if (!(await date.read())) {
      date.control.focus();
      return;
    }
    if (!title.value.trim()) {
      title.focus();
      say("Say in a few words what happened", true);
      return;
    }
    const patch = { title: title.value, date: sent(date.date) };
    for (const [name, control] of names) {
      const list = control.value.split(",").map((one) => one.trim()).filter(Boolean);
      if (list.length > 0) patch[name] = list;
    }
    if (marked) Object.assign(patch, { source: marked.source }, marked.quote_span && { quote_span: marked.quote_span }, marked.date_span && { date_span: marked.date_span });
    else if (quote.value.trim() && text) Object.assign(patch, { source: text.id, quote: quote.value.trim() });
    if (await addEvent(patch)) dialog.close();
  });
  (marked?.date ? title : date.control).focus();
}

export function openSourceDate(source) {
  const date = dateField(typed(source.published), { placeholder: "2023-12-24" });
  const preview = make("div", "preview");
  preview.setAttribute("aria-live", "polite");
  const known = make("ul", "steps", ...source.why.map((step) => told("li", "", step)));
  const dialog = open("When was it written?", told("p", "muted", source.title), known, field("Date", date.control), date.below, preview);
  let latest = 0;
  const foresee = async () => {
    const number = (latest += 1);
    const typed = date.control.value.trim();
    if (!typed) return;
    const told = await ask("foresee", { source: source.id, date: typed }).catch(() => null);
    if (number === latest) preview.replaceChildren(...(told ? previewParts(told.dates) : []));
  };
  let waiting = 0;
  date.control.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(foresee, 350);
  });
  endings(dialog, "Correct", async () => {
    if (!(await date.read())) return;
    if (await dateSource(source.id, date.date.edtf)) dialog.close();
  });
  date.control.select();
}

function previewParts(dates) {
  if (dates.length === 0) return [make("p", "muted", "No date depends on it.")];
  const table = make("table", "changes", make("thead", "", make("tr", "", make("th", "", "Words"), make("th", "", "Now"), make("th", "", "Then"))));
  const body = make("tbody");
  for (const { words, before, after } of dates) {
    body.append(make("tr", "", told("td", "", words), make("td", "", before?.display || "no date"), make("td", "", after?.display || "no date")));
  }
  table.append(body);
  return [make("p", "", `${counted(dates.length, "date")} would change:`), table];
}

export function openExport(formats) {
  const links = Object.entries(formats).map(([name, file]) => {
    const link = make("a", "act", name);
    Object.assign(link, { href: `/api/export/${name}`, download: "", title: file });
    return link;
  });
  const dialog = open("Export", make("p", "muted", "With all decisions. What was rejected is left out, but where a format tells each event's status."), make("div", "buttons formats", ...links));
  const write = button("Write timeline.json and the page into the folder", {
    className: "act go",
    act: async () => {
      const answer = await ask("write", { step: state.step }).catch((error) => say(error.message, true));
      if (answer) say(`Wrote ${answer.written.join(", ")} into ${answer.folder}`);
      dialog.close();
    },
  });
  dialog.append(make("div", "buttons", write, button("Close", { key: "Esc", className: "act", act: () => dialog.close() })));
}

export function openHelp() {
  const list = make("dl", "keys", ...KEYS.map(([keys, words]) => make("div", "", make("dt", "", ...keys.split("  ").map((key) => make("kbd", "", key))), make("dd", "", words))));
  const dialog = open("Keys", list, ...lostParts(), make("p", "muted", "Every decision is kept at once. Clicking only shows; nothing is decided by it."));
  dialog.append(make("div", "buttons", button("Close", { key: "Esc", className: "act", act: () => dialog.close() })));
}

function lostParts() {
  const parts = [];
  if (state.asleep > 0) parts.push(make("p", "", `${counted(state.asleep, "decision")} on documents that were not read this time ${state.asleep === 1 ? "waits" : "wait"}.`));
  if (state.lost.length > 0) parts.push(make("p", "", "Decisions whose evidence is lost:"), make("ul", "steps", ...state.lost.map((line) => told("li", "", line))));
  return parts;
}
