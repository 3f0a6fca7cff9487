// The address keeps what is shown, so that a link or a reload opens the same view: #x=2023-01-01/2024-06-30&q=...&e=...

import { isoDay, parseDay } from "./calendar.js";
import { FILTERS, cleanFilters } from "./filters.js";

export function readAddress() {
  const fields = new URLSearchParams(location.hash.slice(1));
  const ends = (fields.get("x") || "").split("/").map(parseDay);
  const window = ends.length === 2 && ends.every((day) => day !== null) && ends[0] < ends[1] ? ends : null;
  const filters = cleanFilters(Object.fromEntries(fields));
  const hidden = fields.getAll("hide");
  return { window, query: fields.get("q") || "", event: fields.get("e"), hidden, filters, lanes: fields.get("lanes"), paint: fields.get("paint") };
}

// `usual`: the lanes that need not be told.
export function writeAddress({ window, query, event, hidden, filters, lanes, paint }, usual) {
  const fields = new URLSearchParams();
  if (window) fields.set("x", window.map((day) => isoDay(Math.round(day))).join("/"));
  if (query) fields.set("q", query);
  if (lanes && lanes !== usual) fields.set("lanes", lanes);
  if (paint && paint !== "lane") fields.set("paint", paint);
  for (const { key } of FILTERS) if (filters[key] !== undefined) fields.set(key, filters[key]);
  for (const name of hidden) fields.append("hide", name);
  if (event) fields.set("e", event.id);
  const text = fields.toString().replaceAll("%2F", "/");
  try {
    history.replaceState(null, "", text ? `#${text}` : location.pathname + location.search);
  } catch {
    // Some browsers refuse this for files, or when it is asked for too often: the view is the same, only not in the address.
  }
}
