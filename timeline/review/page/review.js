// Puts the page together.

import { ask, trouble } from "./ask.js";
import { startAgenda } from "./agenda.js";
import { idle, redo, undo } from "./deciding.js";
import { openBulk, openExport, openHelp } from "./dialogs.js";
import { startEvent } from "./event.js";
import { startKeys } from "./keys.js";
import { byId } from "./making.js";
import { addSelected, startSource } from "./source.js";
import { choose, listen, load, select, state, take } from "./state.js";
import { startStrip } from "./strip.js";
import { startTheme } from "./theme.js";

const LOOK = 1500;
let looking = true;

function drawTools() {
  const { undo: last, redo: next } = state;
  byId("undo").disabled = !last;
  byId("redo").disabled = !next;
  byId("undo").title = last ? `Undo: ${last} (u)` : "There is nothing to undo";
  byId("redo").title = next ? `Do again: ${next} (Shift+u)` : "There is nothing to do again";
}

function drawNames() {
  const { title, reviewer, share, blind } = state.about;
  document.title = `Review: ${title}`;
  byId("title").textContent = title;
  const parts = [`Reviewer ${reviewer}`];
  if (share[1] > 1) parts.push(`share ${share[0]} of ${share[1]}`);
  if (blind) parts.push("blind: only your own decisions are shown");
  byId("who").textContent = parts.join(" · ");
}

function startTools() {
  byId("undo").addEventListener("click", undo);
  byId("redo").addEventListener("click", redo);
  byId("add").addEventListener("click", addSelected);
  byId("bulk").addEventListener("click", openBulk);
  byId("export").addEventListener("click", () => openExport(state.about.formats));
  byId("help-open").addEventListener("click", openHelp);
  for (const tab of document.querySelectorAll(".panes button")) {
    tab.addEventListener("click", () => {
      document.body.dataset.pane = tab.dataset.pane;
      window.dispatchEvent(new Event("resize"));
    });
  }
  new MutationObserver(drawPanes).observe(document.body, { attributeFilter: ["data-pane"] });
  drawPanes();
}

function drawPanes() {
  for (const tab of document.querySelectorAll(".panes button")) {
    if (tab.dataset.pane === document.body.dataset.pane) tab.setAttribute("aria-current", "page");
    else tab.removeAttribute("aria-current");
  }
}

// Looks for what another tab, or another person, has decided meanwhile.
async function look() {
  try {
    if (!document.hidden && looking) {
      const { changes } = await ask("changes", { step: state.step });
      const moved = !changes || changes.step !== state.step;
      const chosen = state.selected;
      if (moved) await take(changes);
      if (moved && chosen && chosen === state.selected && (!changes || changes.rows.some((row) => row.id === chosen))) await select(chosen);
      if (moved && chosen && !state.rows.has(chosen)) await select(state.shown[0]?.id);
    }
  } catch {
    // It was told; the next look may find the program again.
  }
  setTimeout(look, LOOK);
}

function announce(what) {
  if (what !== "selected" || !state.whole) return;
  const { title, date } = state.whole;
  byId("said").textContent = `${byId("said").textContent.startsWith("Showing") ? "" : byId("said").textContent} Showing ${date ? date.display : "undated"}: ${title.slice(0, 160)}`.trim();
}

// Why: to draw all events takes a second, and the first of them can be read meanwhile.
function shown() {
  return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))));
}

async function start() {
  startTools();
  await load();
  drawNames();
  drawTools();
  listen(drawTools);
  startAgenda();
  startEvent();
  startSource();
  listen(announce);
  startKeys();
  await select(state.shown[0]?.id);
  // For tests, and for whoever looks in from the browser's console.
  window.review = { state, select, choose, idle, first: state.step, rest: () => { looking = false; } };
  performance.mark("ready");
  document.documentElement.dataset.ready = "true";
  await shown();
  const chart = await startStrip();
  startTheme(byId("theme"), () => chart?.draw());
  performance.mark("drawn");
  document.documentElement.dataset.drawn = "true";
  setTimeout(look, LOOK);
}

start().catch((error) => trouble(error.message));
