// Which lane an event stands in. A lane is { name, key, color, events } with `color` a place in the palette, or null.

import { BY_HAND } from "./island.js";
import { say } from "./words.js";

const MOST_LANES = 9;
const MOST_TITLES = 8;
const OTHERS = "\u0000others";
const WITHOUT = { source: BY_HAND, publisher: "No publisher told", participant: "No one named", place: "No place named", tag: "No tag" };

// By what lanes can be made: the event's field, which with many sources is another for some.
const FIELDS = { source: "names", publisher: "houses", participant: "participants", place: "places", tag: "tags" };
const FIELDS_OF_MANY = { ...FIELDS, source: "works", publisher: "names" };

export function laneField(timeline, by) {
  return (timeline.many ? FIELDS_OF_MANY : FIELDS)[by] || null;
}

export function usualLanes(timeline) {
  return timeline.many ? "publisher" : "source";
}

// The choices that tell anything apart: more than one value in this timeline.
export function laneChoices(timeline) {
  const some = (by) => timeline.events.some((event) => event[laneField(timeline, by)].length > 0);
  const sets = (by) => new Set(timeline.events.map((event) => event[laneField(timeline, by)].join("\n")));
  const same = !timeline.many && sets("publisher").size >= sets("source").size && timeline.sources.size > 0;
  return Object.keys(FIELDS).filter((by) => by === usualLanes(timeline) || (some(by) && !(by === "publisher" && (same || sets(by).size < 2))));
}

// What each lane is called, with its events; an event stands once, in the first of its lanes that is shown.
export function lanesOf(events, by, timeline, hidden) {
  if (by === "none") return [{ key: "all", name: "", color: null, events }];
  const field = laneField(timeline, by);
  return field === "names" ? nameLanes(events, timeline, hidden) : fieldLanes(events, by, field, timeline);
}

// The names that have a colour of their own, and last one for all the rest: the chips.
export function sourceGroups(timeline) {
  if (timeline.groups) return timeline.groups;
  const groups = new Map();
  const last = timeline.figure.palette.length - 1;
  const used = new Set(timeline.events.flatMap((event) => event.names));
  for (const name of used.has(BY_HAND) ? [...timeline.colors.keys(), BY_HAND] : timeline.colors.keys()) {
    if (!used.has(name)) continue;
    const place = timeline.colors.has(name) ? timeline.colors.get(name) : last;
    const key = place < last ? name : OTHERS;
    if (!groups.has(key)) groups.set(key, { key, color: place, names: [] });
    groups.get(key).names.push(name);
  }
  const named = [...groups.values()].map((group) => ({
    ...group,
    name: group.names.length === 1 ? shownAs(group.names[0]) : say("{n} others", { n: group.names.length }),
  }));
  timeline.groups = named.sort((one, two) => (one.key === OTHERS) - (two.key === OTHERS));
  return timeline.groups;
}

// A source's name as it is shown: the one name that is the page's own is said in the reader's language.
export const shownAs = (name) => (name === BY_HAND ? say(name) : name);

// What a group's name stands for, in full: its sources' titles where the name is not one of them.
export function titlesOf(timeline, group) {
  const titles = [...timeline.sources.values()].filter((source) => group.names.includes(source.name)).map((source) => source.title);
  const [some, more] = [titles.slice(0, MOST_TITLES), titles.length - MOST_TITLES];
  return [...some, ...(more > 0 ? [say("and {n} more", { n: more })] : [])].join("\n");
}

export function groupOf(timeline, name) {
  const last = timeline.figure.palette.length - 1;
  return timeline.colors.has(name) && timeline.colors.get(name) < last ? name : OTHERS;
}

// The place in the palette of the source that tells an event first, of those shown.
export function sourceColorOf(timeline, event, hidden) {
  const last = timeline.figure.palette.length - 1;
  const name = shownName(timeline, event, hidden);
  return timeline.colors.has(name) ? timeline.colors.get(name) : last;
}

export function isShown(timeline, event, hidden) {
  return hidden.size === 0 || event.names.some((name) => !hidden.has(groupOf(timeline, name)));
}

function shownName(timeline, event, hidden) {
  return event.names.find((name) => !hidden.has(groupOf(timeline, name))) || event.names[0];
}

function nameLanes(events, timeline, hidden) {
  const lanes = new Map(sourceGroups(timeline).map((group) => [group.key, { ...group, events: [] }]));
  for (const event of events) lanes.get(groupOf(timeline, shownName(timeline, event, hidden))).events.push(event);
  return [...lanes.values()].filter((lane) => lane.events.length > 0);
}

// Why ranked over all events: a lane keeps its place and colour while a search narrows what is shown.
function ranked(timeline, field) {
  timeline.ranks = timeline.ranks || new Map();
  if (!timeline.ranks.has(field)) {
    const counts = new Map();
    for (const event of timeline.events) for (const name of event[field]) counts.set(name, (counts.get(name) || 0) + 1);
    timeline.ranks.set(field, [...counts.keys()].sort((one, two) => counts.get(two) - counts.get(one)));
  }
  return timeline.ranks.get(field);
}

function fieldLanes(events, by, field, timeline) {
  const names = ranked(timeline, field);
  const kept = names.slice(0, names.length > MOST_LANES - 1 ? MOST_LANES - 2 : MOST_LANES - 1);
  const last = timeline.figure.palette.length - 1;
  const lanes = new Map(kept.map((name, place) => [name, { key: name, name, color: place % last, events: [] }]));
  const others = { key: OTHERS, name: say("{n} others", { n: names.length - kept.length }), color: last, events: [] };
  const without = { key: "", name: say(WITHOUT[by]), color: last, events: [] };
  for (const event of events) {
    const name = kept.find((candidate) => event[field].includes(candidate));
    if (name !== undefined) lanes.get(name).events.push(event);
    else (event[field].length > 0 ? others : without).events.push(event);
  }
  return [...lanes.values(), others, without].filter((lane) => lane.events.length > 0);
}
