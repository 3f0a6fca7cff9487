// What stands above the chart: search, lanes, colours, filters, sources to show and hide; and the chart's own menus.
// Each takes what it shows and tells what was asked for; none of them knows the state.

import { FILTERS } from "./filters.js";
import { laneChoices, sourceGroups, titlesOf } from "./lanes.js";
import { marksOf } from "./marks.js";
import { numeral } from "./dates.js";
import { make } from "./evidence.js";
import { say } from "./words.js";

export const byId = (id) => document.getElementById(id);

// A chip for each source that has a colour of its own; pressed where it is shown.
export function startChips(timeline, hidden, toggled) {
  const groups = sourceGroups(timeline);
  const chips = new Map();
  if (groups.length < 2) return { show: () => {} };
  for (const group of groups) {
    const chip = make("button", "chip");
    chip.type = "button";
    const name = make("span", "", group.name);
    name.dir = "auto";
    chip.append(make("i", `c${group.color}`), name);
    chip.title = `${say("Show or hide {name}:", { name: group.name })}\n${titlesOf(timeline, group)}`;
    chip.addEventListener("click", () => toggled(group.key));
    byId("chips").append(chip);
    chips.set(group.key, chip);
  }
  const show = (now) => {
    for (const [key, chip] of chips) chip.setAttribute("aria-pressed", String(!now.has(key)));
  };
  show(hidden);
  return { show };
}

// The two choices of the bar. Without sources to tell apart, colour by source is not offered.
export function startChoices(timeline, changed) {
  const kept = new Set([...laneChoices(timeline), "none"]);
  for (const option of [...byId("lanes").options]) if (!kept.has(option.value)) option.remove();
  for (const name of ["lanes", "paint"]) byId(name).addEventListener("change", () => changed(name, byId(name).value));
  return {
    has: (name, value) => [...byId(name).options].some((option) => option.value === value),
    show(lanes, paint) {
      byId("lanes").value = lanes;
      byId("paint").value = paint;
    },
  };
}

// The bar stays in sight: what stays in sight below it must know how high it is.
export function watchHeight() {
  const bar = document.querySelector(".controls");
  const note = () => {
    const height = bar.classList.contains("open") ? 0 : bar.offsetHeight;
    document.documentElement.style.setProperty("--controls", `${height}px`);
  };
  new ResizeObserver(note).observe(bar);
}

// The panel of filters and the pills that say which hold. `changed(key, value | undefined)`.
export function startFilters(timeline, changed, cleared) {
  const panel = byId("filters");
  const opener = byId("filters-open");
  const fields = new Map();
  for (const filter of FILTERS) {
    const values = filter.values(timeline.events);
    if (values.length < (filter.key === "told" ? 1 : 2)) continue;
    const field = filter.slider ? sliderField(filter, changed) : choiceField(filter, values, changed);
    fields.set(filter.key, field);
    panel.append(field.node);
  }
  const clear = button(say("Clear all"), "tool wide", cleared);
  panel.append(clear);
  opener.hidden = fields.size === 0;
  const toggle = (open) => {
    panel.hidden = !open;
    opener.setAttribute("aria-expanded", String(open));
    panel.parentElement.classList.toggle("open", open);
  };
  opener.addEventListener("click", () => toggle(panel.hidden));
  return {
    open() {
      toggle(true);
      panel.querySelector("select, input")?.focus();
    },
    close() {
      if (panel.hidden) return false;
      const inside = panel.contains(document.activeElement);
      toggle(false);
      if (inside) opener.focus();
      return true;
    },
    show(set) {
      for (const [key, field] of fields) field.show(set[key]);
      const held = FILTERS.filter((filter) => set[filter.key] !== undefined);
      opener.textContent = held.length > 0 ? say("Filters ({n})", { n: held.length }) : say("Filters");
      clear.hidden = held.length === 0;
      showPills(held, set, changed);
    },
  };
}

function choiceField(filter, values, changed) {
  const node = make("label", "field");
  const select = make("select");
  select.append(option("", say("any")));
  for (const entry of values) {
    const { value, count } = typeof entry === "string" ? { value: entry, count: null } : entry;
    select.append(option(value, count === null ? filter.word(value) : `${filter.word(value).slice(0, 60)} (${numeral(count)})`));
  }
  select.addEventListener("change", () => changed(filter.key, select.value || undefined));
  node.append(make("span", "", say(filter.name)), select);
  return {
    node,
    show(value) {
      if (value !== undefined && ![...select.options].some((one) => one.value === value)) select.append(option(value, filter.word(value)));
      select.value = value || "";
    },
  };
}

function sliderField(filter, changed) {
  const node = make("label", "field");
  const slider = make("input");
  Object.assign(slider, { type: "range", min: "0", max: "100", step: "5", value: "0" });
  const told = make("output");
  const show = () => {
    told.textContent = slider.value === "0" ? say("any") : filter.word(slider.value);
    slider.setAttribute("aria-valuetext", told.textContent);
  };
  let waiting = 0;
  slider.addEventListener("input", () => {
    show();
    clearTimeout(waiting);
    waiting = setTimeout(() => changed(filter.key, slider.value === "0" ? undefined : slider.value), 90);
  });
  const name = make("span", "", `${say(filter.name)} `);
  name.append(told);
  node.append(name, slider);
  return {
    node,
    show(value) {
      slider.value = value || "0";
      show();
    },
  };
}

function showPills(held, set, changed) {
  const pills = held.map((filter) => {
    const line = make("li");
    const words = `${say(filter.name)}: ${filter.word(set[filter.key])}`;
    const pill = button("", "pill", () => changed(filter.key, undefined));
    const told = make("span", "", words);
    told.dir = "auto";
    const cross = make("span", "", "×");
    cross.setAttribute("aria-hidden", "true");
    pill.append(told, cross);
    pill.setAttribute("aria-label", say("{words}. Remove this filter", { words }));
    line.append(pill);
    return line;
  });
  byId("pills").replaceChildren(...pills);
  byId("pills").hidden = pills.length === 0;
}

export function startSearch(changed, slow) {
  const search = byId("search");
  let waiting = 0;
  search.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => changed(search.value.trim()), slow ? 180 : 60);
  });
  return search;
}

// The menu of pictures. `saved(format, whole)`.
export function startPictures(saved) {
  const menu = byId("pictures");
  const opener = byId("picture");
  const toggle = (open) => {
    menu.hidden = !open;
    opener.setAttribute("aria-expanded", String(open));
  };
  opener.addEventListener("click", () => {
    toggle(menu.hidden);
    if (!menu.hidden) menu.querySelector("button").focus();
  });
  menu.addEventListener("click", (event) => {
    const choice = event.target.closest("button[data-picture]");
    if (!choice) return;
    toggle(false);
    opener.focus();
    saved(choice.dataset.picture, choice.dataset.range !== "shown");
  });
  document.addEventListener("pointerdown", (event) => {
    if (!menu.hidden && !menu.contains(event.target) && !opener.contains(event.target)) toggle(false);
  });
  return {
    close() {
      if (menu.hidden) return false;
      toggle(false);
      opener.focus();
      return true;
    },
  };
}

// The legend explains what this timeline has, and nothing else.
export function showLegend(timeline, paint) {
  const has = marksOf(timeline);
  for (const line of byId("legend").children) line.hidden = !has[line.dataset.mark];
  byId("legend").classList.toggle("by-review", paint === "status");
}

// What has no place on the chart is told under it, with a way to it.
export function showUnplaced(count) {
  const note = byId("unplaced");
  note.hidden = count === 0;
  if (count === 0) return;
  const link = make("a", "", say("{n} undated", { n: count, told: numeral(count) }));
  link.href = "#undated";
  link.addEventListener("click", (event) => {
    event.preventDefault();
    const section = byId("undated");
    section.open = true;
    section.scrollIntoView({ block: "start" });
    section.querySelector("summary").focus({ preventScroll: true });
  });
  note.replaceChildren(link, document.createTextNode(say(": told without a year, or too vaguely to draw.")));
}

function option(value, words) {
  const made = make("option", "", words);
  made.value = value;
  return made;
}

function button(text, className, click) {
  const made = make("button", className, text);
  made.type = "button";
  made.addEventListener("click", click);
  return made;
}
