// Which lane an event stands in. A lane is { name, key, color } with `color` a place in the palette, or null.

const MOST_LANES = 9;
const MOST_TITLES = 8;
const OTHERS = "\u0000others";
export const LANE_FIELDS = { source: "names", participant: "participants", place: "places", tag: "tags" };
const WITHOUT = { participant: "No one named", place: "No place named", tag: "No tag" };

// What each lane is called, with its events; an event stands once, in the first of its lanes that is shown.
export function lanesOf(events, by, timeline, hidden) {
  if (by === "none") return [{ key: "all", name: "", color: null, events }];
  if (by === "source") return sourceLanes(events, timeline, hidden);
  return fieldLanes(events, by);
}

// The names that have a colour of their own, and last one for all the rest: the chips.
export function sourceGroups(timeline) {
  const groups = new Map();
  const last = timeline.figure.palette.length - 1;
  const used = new Set(timeline.events.flatMap((event) => event.names));
  for (const name of used.has("Added by hand") ? [...timeline.colors.keys(), "Added by hand"] : timeline.colors.keys()) {
    if (!used.has(name)) continue;
    const place = timeline.colors.has(name) ? timeline.colors.get(name) : last;
    const key = place < last ? name : OTHERS;
    if (!groups.has(key)) groups.set(key, { key, color: place, names: [] });
    groups.get(key).names.push(name);
  }
  const named = [...groups.values()].map((group) => ({
    ...group,
    name: group.names.length === 1 ? group.names[0] : `${group.names.length} other sources`,
  }));
  return named.sort((one, two) => (one.key === OTHERS) - (two.key === OTHERS));
}

// What a group's name stands for, in full: its sources' titles where the name is not one of them.
export function titlesOf(timeline, group) {
  const titles = [...timeline.sources.values()].filter((source) => group.names.includes(source.name)).map((source) => source.title);
  const [some, more] = [titles.slice(0, MOST_TITLES), titles.length - MOST_TITLES];
  return [...some, ...(more > 0 ? [`and ${more} more`] : [])].join("\n");
}

export function groupOf(timeline, name) {
  const last = timeline.figure.palette.length - 1;
  return timeline.colors.has(name) && timeline.colors.get(name) < last ? name : OTHERS;
}

export function colorOf(timeline, event, hidden) {
  const last = timeline.figure.palette.length - 1;
  const name = shownName(timeline, event, hidden);
  return timeline.colors.has(name) ? timeline.colors.get(name) : last;
}

export function isShown(timeline, event, hidden) {
  return hidden.size === 0 || event.names.some((name) => !hidden.has(groupOf(timeline, name)));
}

export function shownName(timeline, event, hidden) {
  return event.names.find((name) => !hidden.has(groupOf(timeline, name))) || event.names[0];
}

function sourceLanes(events, timeline, hidden) {
  const lanes = new Map(sourceGroups(timeline).map((group) => [group.key, { ...group, events: [] }]));
  for (const event of events) lanes.get(groupOf(timeline, shownName(timeline, event, hidden))).events.push(event);
  return [...lanes.values()].filter((lane) => lane.events.length > 0);
}

function fieldLanes(events, by) {
  const counts = new Map();
  for (const event of events) {
    for (const name of event[LANE_FIELDS[by]] || []) counts.set(name, (counts.get(name) || 0) + 1);
  }
  const kept = [...counts.keys()].sort((one, two) => counts.get(two) - counts.get(one)).slice(0, MOST_LANES - 2);
  const lanes = new Map(kept.map((name) => [name, { key: name, name, color: null, events: [] }]));
  const others = { key: OTHERS, name: "Others", color: null, events: [] };
  const without = { key: "", name: WITHOUT[by], color: null, events: [] };
  for (const event of events) {
    const names = event[LANE_FIELDS[by]] || [];
    const name = kept.find((candidate) => names.includes(candidate));
    if (name !== undefined) lanes.get(name).events.push(event);
    else (names.length > 0 ? others : without).events.push(event);
  }
  return [...lanes.values(), others, without].filter((lane) => lane.events.length > 0);
}
