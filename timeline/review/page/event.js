// The middle: one event, when it was and why, what else it could be, every passage that says so; and the form to correct it.

import { button, byId, counted, field, input, make, shortened, textarea, told } from "./making.js";
import { dateField, monthOf, same, sent, typed, weekday } from "./datefield.js";
import { act, decideOn } from "./deciding.js";
import { listen, neighbour, placeOf, select, state } from "./state.js";

const WHY = {
  undated: "No date: the words do not tell enough",
  ambiguous: "The words can be read in more than one way",
  conflicting: "Not all say the same",
  changed: "Changed since somebody accepted it",
  unsure: "The program is not sure of the date",
  alike: "It may be told twice",
};
const FACTUALITY = ["happened", "ongoing", "planned", "expected", "denied", "hypothetical", "recurring"];
const BASIS = { explicit: "told in full", dct: "counted from the document's own date", mention: "counted from another date in the text", heading: "from a heading", sources: "settled by another source", markup: "from the page's markup", import: "imported", reviewer: "set by a reviewer" };
const STATUS = { candidate: "not reviewed", accepted: "accepted", rejected: "rejected" };
const ACTIONS = [
  ["Accept", "a", "accept", "go"],
  ["Reject", "r", "reject", "stop"],
  ["Edit", "e", "edit", ""],
  ["Merge", "m", "merge", ""],
  ["Split", "s", "split", ""],
  ["Note", "n", "note", ""],
];
let editing = null;

export function startEvent() {
  listen((what) => {
    if (what === "selecting") editing = null;
    if (what === "selected" || (what === "rows" && !editing)) drawEvent();
    if (what === "filter" || what === "rows") drawPlace();
  });
  drawEvent();
}

export const isEditing = () => editing !== null;

// The dates that a key picks: other readings of the words, then what other passages say.
export function choices() {
  const whole = state.whole;
  if (!whole) return [];
  const found = new Map();
  const key = (date) => JSON.stringify(sent(date));
  for (const piece of whole.evidence) for (const date of piece.alternatives) found.set(key(date), { date, from: "another reading" });
  for (const conflict of whole.conflicts) found.set(key(conflict.date), { date: conflict.date, from: conflict.note });
  if (whole.date) found.delete(key(whole.date));
  return [...found.values()].filter(({ date }) => date.start || date.end).slice(0, 9);
}

export function pick(place) {
  const choice = choices()[place];
  if (choice) decideOn("edit", { patch: { date: sent(choice.date) }, accept: true });
}

function drawEvent() {
  const pane = byId("event");
  const whole = state.whole;
  if (!state.selected || !whole) {
    pane.replaceChildren(nothingPart());
    return;
  }
  const body = make("div", "event-body");
  body.append(...(editing ? [formPart(whole)] : factsOf(whole)), ...evidencePart(whole));
  pane.replaceChildren(placePart(), body, ...(editing ? [] : [actionsPart()]));
  if (editing) editing.focus();
}

function drawPlace() {
  const bar = byId("event").querySelector(".place");
  if (bar) bar.replaceWith(placePart());
}

function nothingPart() {
  const open = [...state.rows.values()].filter((row) => row.mine && row.open).length;
  const part = make("div", "event-body nothing");
  part.append(make("h2", "", open === 0 ? "All done" : "Choose an event"));
  const words = open === 0 ? "Every event is reviewed. Undo (u) takes the last decision back; Export writes the timeline." : "j goes to the next, ? tells all keys.";
  part.append(make("p", "", words));
  return part;
}

function placePart() {
  const place = placeOf(state.selected);
  const words = place >= 0 ? `${(place + 1).toLocaleString()} of ${state.shown.length.toLocaleString()}` : "not among those shown";
  return make(
    "div",
    "place",
    make("span", "tabular", words),
    button("Previous", { key: "k", className: "plain", act: () => step(-1) }),
    button("Next", { key: "j", className: "plain", act: () => step(1) }),
  );
}

export function step(by) {
  const next = neighbour(by);
  if (next) select(next.id);
}

function factsOf(whole) {
  const row = state.rows.get(whole.id);
  const parts = [];
  for (const why of row?.why || []) parts.push(make("p", `notice ${why}`, make("strong", "", WHY[why]), whyMore(why, whole)));
  if (row?.aside) parts.push(make("p", "notice aside", make("strong", "", "Set aside"), ` ${whole.evidence[0].reason}. ${whole.date ? "Accept puts it on the timeline" : "With a date (Edit) it goes on the timeline"}; otherwise there is nothing to do.`));
  const head = make("header", "event-head");
  const when = make("div", "when-line");
  if (whole.date) {
    when.append(make("p", "when", whole.date.display), make("p", "muted", weekday(whole.date), make("code", "", whole.date.edtf)));
  } else when.append(make("p", "when", "No date yet"), make("p", "muted", whole.reason));
  head.append(make("div", "", when, told("h2", whole.title.length > 120 ? "long" : "", whole.title), statusLine(whole)));
  if (whole.date) head.append(monthOf(whole.date));
  parts.push(head, ...choicesPart(), ...namesPart(whole));
  if (whole.review?.note) parts.push(make("p", "notice note", make("strong", "", "Note "), whole.review.note));
  return parts;
}

function whyMore(why, whole) {
  if (why === "changed" && whole.before) {
    return make("span", "", ` It was “${whole.before.title}”${whole.before.date ? `, ${whole.before.date}` : ""}; now it is “${whole.title}”, ${whole.date ? whole.date.display : "without a date"}.`);
  }
  if (why === "conflicting" && whole.review?.dissent.length > 0) {
    return make("span", "", ` ${whole.review.dissent.map(({ by, says }) => `${by}: ${says}`).join("; ")}.`);
  }
  if (why === "alike") return alikePart(whole);
  if (why === "conflicting") return make("span", "", ` ${whole.conflicts.map((conflict) => conflict.note).join("; ")}.`);
  return null;
}

// The events that may be this one: each can be looked at, or joined here.
function alikePart(whole) {
  const list = make("span", "alike");
  for (const row of whole.maybe_same.map((id) => state.rows.get(id)).filter((row) => row && row.status !== "rejected")) {
    const see = button(`“${shortened(row.title, 90)}”`, { className: "plain", title: "Show it", act: () => select(row.id) });
    see.dir = "auto";
    list.append(make("span", "", see, `, ${row.date.display} `, button("Merge", { className: "plain", title: "They are one event", act: () => decideOn("merge", { with: [row.id] }) })));
  }
  return list;
}

function statusLine(whole) {
  const words = [STATUS[whole.status]];
  if (whole.edited) words.push("edited");
  if (whole.review) words.push(`by ${whole.review.by}`);
  if (whole.factuality !== "happened") words.push(whole.factuality);
  if (whole.status === "candidate" && whole.date) words.push(`confidence ${Math.round(whole.confidence * 100)} %`);
  const line = make("p", `status ${whole.status}`, words.join(" · "));
  if (whole.review?.was) {
    const { date, title } = whole.review.was;
    const was = [date.display !== whole.date?.display && date.display, title !== whole.title && `“${title}”`].filter(Boolean);
    if (was.length > 0) line.append(make("span", "was", ` The program had ${was.join(", ")}.`));
  }
  return line;
}

function choicesPart() {
  const found = choices();
  if (found.length === 0) return [];
  const list = make("div", "choices", make("span", "label", "Or is it"));
  found.forEach(({ date, from }, place) => {
    list.append(button(date.display, { key: String(place + 1), className: "choice", title: `${from} (accepts it so)`, act: () => pick(place) }));
  });
  return [list];
}

function namesPart(whole) {
  const list = make("dl", "names");
  for (const [name, values] of [["Who", whole.participants], ["Where", whole.places], ["Tags", whole.tags]]) {
    if (values.length > 0) list.append(make("div", "", make("dt", "", name), told("dd", "", values.join(", "))));
  }
  return list.childElementCount > 0 ? [list] : [];
}

function evidencePart(whole) {
  const count = whole.evidence.length;
  const parts = [make("h3", "", count === 1 ? "Its evidence" : `Its evidence: ${counted(count, "passage")}`)];
  parts.push(...whole.evidence.map((piece) => passagePart(piece)));
  if (whole.history.length > 0) parts.push(historyPart(whole.history));
  return parts;
}

function passagePart(piece) {
  const source = state.sources.get(piece.source);
  const part = make("article", "passage");
  const line = make("p", "byline", told("b", `dot c${source ? source.color : 8}`, source ? source.name : "Added by hand"));
  line.append(make("span", "muted", [piece.place, piece.part !== "body" ? piece.part : ""].filter(Boolean).join(" · ")));
  part.append(line);
  if (piece.quote) part.append(quotePart(piece));
  const steps = make("ul", "steps");
  for (const step of piece.why) steps.append(told("li", "", step));
  part.append(make("p", "basis", piece.date ? `${piece.date.display}: ${BASIS[piece.basis]}` : piece.reason || "no date"), steps);
  return part;
}

function quotePart(piece) {
  const quote = make("blockquote");
  quote.dir = "auto";
  const letters = [...piece.quote];
  const [start, end] = piece.date_span && piece.quote_span ? piece.date_span.map((at) => at - piece.quote_span[0]) : [0, 0];
  quote.append(letters.slice(0, start).join(""), start < end ? make("mark", "", letters.slice(start, end).join("")) : "", letters.slice(end).join(""));
  return quote;
}

function historyPart(history) {
  const list = make("ol", "history");
  for (const deed of history) {
    const when = new Date(deed.at).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" });
    list.append(make("li", "", `${deed.by}: ${deed.action}`, deed.what ? ` (${deed.what})` : "", deed.note ? ` “${deed.note}”` : "", make("span", "muted", ` ${when}`)));
  }
  return make("details", "", make("summary", "", `What was decided: ${counted(history.length, "decision")}`), list);
}

function actionsPart() {
  const bar = make("div", "actions");
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", "Decide");
  for (const [label, key, action, kind] of ACTIONS) bar.append(button(label, { key, className: `act ${kind}`, act: () => act(action) }));
  return bar;
}

// The form. Enter saves and accepts, Esc leaves it.

export function edit(focus = "date") {
  if (!state.whole) return;
  editing = { focus: () => byId("event").querySelector(`[name=${focus}]`)?.select() };
  drawEvent();
}

export function stopEditing() {
  editing = null;
  drawEvent();
  byId("event").focus();
}

function formPart(whole) {
  const form = make("form", "edit");
  const source = whole.evidence.find((piece) => piece.source)?.source || null;
  const date = dateField(typed(whole.date), { source });
  const title = input(whole.title, { name: "title" });
  const lists = Object.fromEntries(["participants", "places", "tags"].map((name) => [name, input(whole[name].join(", "), { name, placeholder: "separated by commas" })]));
  const factuality = make("select");
  factuality.name = "factuality";
  for (const word of FACTUALITY) factuality.append(make("option", "", word));
  factuality.value = whole.factuality;
  const note = textarea(whole.review?.note || "");
  note.name = "note";
  const when = field("Date", date.control);
  form.append(make("h2", "said", "Edit this event"), when, date.below, field("Title", title), field("Who", lists.participants), field("Where", lists.places));
  form.append(make("div", "pair", field("Tags", lists.tags), field("Told as", factuality)), field("Note", note));
  const save = async (accept) => {
    if (date.control.value.trim() && !(await date.read())) {
      date.control.focus();
      return;
    }
    const patch = {};
    if (date.control.value.trim() && !same(date.date, whole.date)) patch.date = sent(date.date);
    if (title.value.trim() !== whole.title) patch.title = title.value;
    for (const [name, control] of Object.entries(lists)) {
      const names = control.value.split(",").map((one) => one.trim()).filter(Boolean);
      if (names.join() !== whole[name].join()) patch[name] = names;
    }
    if (factuality.value !== whole.factuality) patch.factuality = factuality.value;
    const words = note.value !== (whole.review?.note || "") ? note.value : null;
    const changed = Object.keys(patch).length > 0;
    if (!changed && words === null && !accept) {
      stopEditing();
      return;
    }
    const done = await decideOn(changed || words !== null ? "edit" : "accept", { patch: changed ? patch : undefined, note: words ?? undefined, accept: changed || words !== null ? accept : undefined, stay: !accept });
    if (done) editing = null;
    if (done && !accept) drawEvent();
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    save(true);
  });
  const buttons = make("div", "buttons");
  const go = button("Save and accept", { key: "Enter", className: "act go" });
  go.type = "submit";
  buttons.append(go, button("Save only", { className: "act", act: () => save(false) }), button("Cancel", { key: "Esc", className: "act", act: stopEditing }));
  form.append(buttons);
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      stopEditing();
    }
    if (event.key === "Enter" && event.ctrlKey) save(true);
  });
  return form;
}
