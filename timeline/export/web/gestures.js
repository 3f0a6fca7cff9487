// Fingers and wheels on the chart. One finger drags it sideways and still scrolls the page up and down; two pinch.
// The wheel scrolls the page until the chart has been clicked, so that nobody is caught in it; with Ctrl it zooms always.

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

function touch(element, chart) {
  const fingers = new Map();
  let waiting = false;
  const dayAt = (pixel) => {
    const [start, end] = chart.window;
    return start + ((pixel - element.getBoundingClientRect().left - chart.gutter) / chart.plotWidth) * (end - start);
  };
  const soon = (move) => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      move();
    });
  };
  element.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "touch") fingers.set(event.pointerId, event.clientX);
  });
  element.addEventListener("pointermove", (event) => {
    const before = fingers.get(event.pointerId);
    if (before === undefined || !chart.plotWidth || Math.abs(event.clientX - before) < 3) return;
    const other = [...fingers].find(([id]) => id !== event.pointerId);
    soon(() => {
      fingers.set(event.pointerId, event.clientX);
      if (!other) chart.shift(dayAt(before) - dayAt(event.clientX));
      else chart.zoom(pinch(before, event.clientX, other[1]), dayAt((event.clientX + other[1]) / 2));
    });
  });
  for (const end of ["pointerup", "pointercancel", "pointerleave"]) {
    element.addEventListener(end, (event) => fingers.delete(event.pointerId));
  }
}

function pinch(before, now, other) {
  return Math.max(Math.abs(before - other), 12) / Math.max(Math.abs(now - other), 12);
}
