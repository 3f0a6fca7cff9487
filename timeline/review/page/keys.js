// The keyboard. Keys rest while something is typed, and while a dialog asks.

import { act, redo, undo } from "./deciding.js";
import { isOpen, openHelp } from "./dialogs.js";
import { isEditing, pick, step, stopEditing } from "./event.js";
import { addSelected, respanSelected, turn } from "./source.js";
import { byId } from "./making.js";

const ACTIONS = {
  a: () => act("accept"),
  r: () => act("reject"),
  e: () => act("edit"),
  m: () => act("merge"),
  s: () => act("split"),
  n: () => act("note"),
  u: () => undo(),
  U: () => redo(),
  j: () => step(1),
  k: () => step(-1),
  d: () => respanSelected(),
  "+": () => addSelected(),
  "[": () => turn(-1),
  "]": () => turn(1),
  "?": () => openHelp(),
  "/": () => search(),
};

export function startKeys() {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isOpen()) return;
    if (event.target instanceof HTMLElement && event.target.closest("input, select, textarea")) return;
    if (event.key === "Escape" && isEditing()) {
      stopEditing();
      return;
    }
    if (isEditing()) return;
    const listed = event.target.id === "list" && { ArrowDown: () => step(1), ArrowUp: () => step(-1) }[event.key];
    const work = listed || (/^[1-9]$/.test(event.key) ? () => pick(Number(event.key) - 1) : ACTIONS[event.key]);
    if (!work || (event.repeat && !"jk".includes(event.key) && !listed)) return;
    event.preventDefault();
    work();
  });
}

function search() {
  document.body.dataset.pane = "agenda";
  byId("search").focus();
  byId("search").select();
}
