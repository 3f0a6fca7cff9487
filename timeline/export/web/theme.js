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
  printLight(changed);
}

// Paper is white: the chart is drawn in the light colours while the page is printed.
function printLight(changed) {
  let media = darkSheet.media;
  window.addEventListener("beforeprint", () => {
    media = darkSheet.media;
    darkSheet.media = "not all";
    changed();
  });
  window.addEventListener("afterprint", () => {
    darkSheet.media = media;
    changed();
  });
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
