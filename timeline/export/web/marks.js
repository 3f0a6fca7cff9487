// Which marks a timeline has: the legend and the pictures explain these and no others.

import { isDoubtful } from "./drawing.js";

export function marksOf({ events }) {
  const some = (test) => events.some(test);
  const exact = (event) => event.shape === "exact";
  return {
    ring: some((event) => exact(event) && event.status !== "accepted"),
    dot: some((event) => exact(event) && event.status === "accepted"),
    sources: some((event) => event.count > 1),
    arrow: some((event) => event.factuality === "planned" || event.factuality === "expected"),
    diamond: some((event) => event.factuality === "hypothetical"),
    cross: some((event) => event.factuality === "denied"),
    hatch: some((event) => event.shape === "imprecise" && !event.date.approximate),
    about: some((event) => event.shape === "imprecise" && event.date.approximate),
    doubt: some((event) => exact(event) && isDoubtful(event)),
    span: some((event) => event.shape === "span"),
    open: some((event) => event.shape === "since" || event.shape === "until"),
    cluster: events.length > 24,
  };
}
