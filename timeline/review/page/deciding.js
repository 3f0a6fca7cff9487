// Decides: asks the program to keep it, shows what came of it, and goes on to the next. Nothing is shown before it is kept.

import { ask, Refused } from "./ask.js";
import { byId, shortened } from "./making.js";
import { following, placeOf, select, state, take, takeSources } from "./state.js";
import { openMerge, openNote, openSplit } from "./dialogs.js";
import { edit } from "./event.js";

const DONE = { accept: "Accepted", reject: "Rejected", edit: "Corrected", merge: "Merged", split: "Split", note: "Noted" };
let busy = Promise.resolve();
let waiting = 0;
let fading = 0;

// What a key or a button of the event stands for.
export function act(action) {
  if (!state.whole) return;
  if (action === "accept" || action === "reject") decideOn(action);
  else if (action === "edit") edit();
  else if (action === "merge") openMerge();
  else if (action === "split") openSplit();
  else if (action === "note") openNote();
}

// Decides on the selected event. `stay`: it stays selected. Gives whether it was kept.
export function decideOn(action, { stay = false, with: others = [], ...more } = {}) {
  return inTurn(async () => {
    const row = state.rows.get(state.selected);
    if (!row) return false;
    const place = placeOf(row.id);
    const rows = [row, ...others.map((id) => state.rows.get(id)).filter(Boolean)];
    const began = performance.now();
    const answer = await sent("decide", { action, events: rows.map(({ id, mark }) => ({ id, mark })), ...more });
    if (!answer) return false;
    await take(answer.changes);
    say(`${DONE[action]}: ${shortened(row.title, 80)}`);
    const next = stay || action === "split" || action === "merge" || action === "note" ? state.rows.get(answer.show) : following(place);
    await select(next ? next.id : null);
    performance.measure("decision", { start: began });
    return true;
  });
}

export function decideAll(rows) {
  return inTurn(async () => {
    const answer = await sent("decide", { action: "accept", events: rows.map(({ id, mark }) => ({ id, mark })) });
    if (!answer) return false;
    await take(answer.changes);
    say(`Accepted ${answer.count.toLocaleString()} events`);
    const next = following(0);
    await select(next ? next.id : null);
    return true;
  });
}

export function addEvent(patch, note) {
  return inTurn(async () => {
    const answer = await sent("add", { patch, note: note || undefined });
    if (!answer) return false;
    await take(answer.changes);
    say(`Added: ${shortened(patch.title, 80)}`);
    await select(answer.show);
    return true;
  });
}

export function dateSource(source, date) {
  return inTurn(async () => {
    const answer = await sent("date-source", { source, date });
    if (!answer) return false;
    takeSources(answer.sources);
    await take(answer.changes);
    say("The source's date is corrected, and all that counts from it");
    await select(state.selected && state.rows.has(state.selected) ? state.selected : following(0)?.id);
    return true;
  });
}

export const undo = () => back("undo", "Undone");
export const redo = () => back("redo", "Done again");

function back(name, word) {
  return inTurn(async () => {
    const answer = await sent(name);
    if (!answer) return false;
    if (!answer.done) {
      say(name === "undo" ? "There is nothing to undo" : "There is nothing to do again");
      return false;
    }
    takeSources(answer.sources);
    await take(answer.changes);
    say(`${word}: ${answer.done}`);
    const shown = answer.changes?.rows.map((row) => row.id) || [];
    const next = shown.includes(state.selected) ? state.selected : shown[0] || state.selected;
    await select(state.rows.has(next) ? next : following(0)?.id);
    return true;
  });
}

// Whether all that was asked for is done.
export const idle = () => waiting === 0;

// One after the other, so that two quick keys are two decisions on two events.
function inTurn(work) {
  waiting += 1;
  const turn = busy.then(work, work).catch((error) => {
    say(error.message, true);
    return false;
  });
  busy = turn.then(() => {
    waiting -= 1;
  });
  return turn;
}

async function sent(name, body = {}) {
  try {
    return await ask(name, { ...body, step: state.step });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.changes) {
      await take(error.changes);
      if (state.selected) await select(state.rows.has(state.selected) ? state.selected : following(0)?.id);
    }
    say(error.message, true);
    return null;
  }
}

export function say(words, wrong = false) {
  byId("said").textContent = words;
  const toast = byId("toast");
  toast.textContent = words;
  toast.classList.toggle("wrong", wrong);
  toast.hidden = false;
  clearTimeout(fading);
  fading = setTimeout(() => {
    toast.hidden = true;
  }, wrong ? 8000 : 2600);
}
