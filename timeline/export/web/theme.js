// Light or dark. The dark colours are one style sheet; the toggle says when it holds, the system says so otherwise.

const STORE = "timeline-theme";
const SYSTEM = "screen and (prefers-color-scheme: dark)";
const darkSheet = document.getElementById("dark");
const systemDark = window.matchMedia("(prefers-color-scheme: dark)");
const cachedColors = new Map();

export function isDark() {
  return darkSheet.media === "screen" || (darkSheet.media === SYSTEM && systemDark.matches);
}

export function color(name) {
  if (!cachedColors.has(name)) {
    cachedColors.set(name, getComputedStyle(document.documentElement).getPropertyValue(name).trim());
  }
  return cachedColors.get(name);
}

export function sourceColor(place) {
  return color(`--source-${place}`);
}

// A colour over a ground, as if it were `share` opaque.
export function mixed(ink, ground, share) {
  const parts = (hex) => [1, 3, 5].map((place) => parseInt(hex.slice(place, place + 2), 16));
  const [over, under] = [parts(ink), parts(ground)];
  return `#${over.map((part, place) => Math.round(part * share + under[place] * (1 - share)).toString(16).padStart(2, "0")).join("")}`;
}

export function startTheme(button, redraw) {
  const changed = () => {
    cachedColors.clear();
    button.setAttribute("aria-pressed", String(isDark()));
    redraw();
  };
  const chosen = stored();
  if (chosen) setDark(chosen === "dark");
  button.setAttribute("aria-pressed", String(isDark()));
  button.addEventListener("click", () => {
    setDark(!isDark());
    store(isDark() ? "dark" : "light");
    changed();
  });
  systemDark.addEventListener("change", changed);
}

// Paper is white: what is drawn while `work` runs has the light colours.
export function inLight(work) {
  const media = darkSheet.media;
  darkSheet.media = "not all";
  cachedColors.clear();
  const done = work();
  darkSheet.media = media;
  cachedColors.clear();
  return done;
}

function setDark(dark) {
  darkSheet.media = dark ? "screen" : "not all";
}

// A page opened from a file may be refused storage; the choice then lasts as long as the page.
function stored() {
  try {
    return localStorage.getItem(STORE);
  } catch {
    return null;
  }
}

function store(value) {
  try {
    localStorage.setItem(STORE, value);
  } catch {
    // Nothing to do: see above.
  }
}
