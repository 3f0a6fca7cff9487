// Fingers and wheels on the chart. One finger drags it sideways and still scrolls the page up and down; two pinch.
// The wheel scrolls the page until the chart has been clicked, so that nobody is caught in it; with Ctrl it zooms always.

const TAP = 9;

export function startGestures(element, chart) {
  guardWheel(element);
  touch(element, chart);
}

function guardWheel(element) {
  let engaged = false;
  element.addEventListener("pointerdown", () => { engaged = true; }, { capture: true });
  element.addEventListener("pointerleave", () => { engaged = false; });
  const guard = (event) => {
    if (!engaged && !event.ctrlKey && !event.metaKey) event.stopImmediatePropagation();
  };
  element.addEventListener("wheel", guard, { capture: true, passive: true });
}

// Why Plotly is kept out: it takes every touch for itself, and then the page cannot be scrolled over the chart.
function touch(element, chart) {
  const fingers = new Map();
  let waiting = false;
  let tapped = null;
  const dayAt = (pixel) => {
    const [start, end] = chart.window;
    return start + ((pixel - element.getBoundingClientRect().left - chart.gutter) / chart.plotWidth) * (end - start);
  };
  element.addEventListener("touchstart", (event) => event.stopImmediatePropagation(), { capture: true, passive: true });
  element.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "touch") return;
    fingers.set(event.pointerId, event.clientX);
    tapped = fingers.size === 1 ? { x: event.clientX, y: event.clientY } : null;
  });
  element.addEventListener("pointermove", (event) => {
    const before = fingers.get(event.pointerId);
    if (before === undefined || !chart.plotWidth) return;
    if (tapped && Math.hypot(event.clientX - tapped.x, event.clientY - tapped.y) > TAP) tapped = null;
    if (tapped || waiting || Math.abs(event.clientX - before) < 2) return;
    waiting = true;
    const other = [...fingers].find(([id]) => id !== event.pointerId);
    requestAnimationFrame(() => {
      waiting = false;
      if (!fingers.has(event.pointerId)) return;
      fingers.set(event.pointerId, event.clientX);
      if (!other) chart.shift(dayAt(before) - dayAt(event.clientX));
      else chart.zoom(pinch(before, event.clientX, other[1]), dayAt((event.clientX + other[1]) / 2));
    });
  });
  element.addEventListener("pointerup", (event) => {
    if (event.pointerType === "touch" && tapped) chart.tap(tapped.x, tapped.y);
    tapped = null;
  });
  for (const end of ["pointerup", "pointercancel"]) {
    element.addEventListener(end, (event) => {
      fingers.delete(event.pointerId);
      if (end === "pointercancel") tapped = null;
    });
  }
}

function pinch(before, now, other) {
  return Math.max(Math.abs(before - other), 12) / Math.max(Math.abs(now - other), 12);
}
