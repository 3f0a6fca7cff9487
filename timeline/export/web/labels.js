// How wide words are, and how they are cut to a width.

export const LABEL_SIZE = 12.5;
const SHORTEST = 10;
const canvas = document.createElement("canvas").getContext("2d");
const widths = new Map();
let family = "";

export function useFont(name) {
  family = name;
  canvas.font = `${LABEL_SIZE}px ${family}`;
  widths.clear();
}

export function widthOf(text) {
  if (!widths.has(text)) {
    if (widths.size > 20000) widths.clear();
    widths.set(text, canvas.measureText(text).width);
  }
  return widths.get(text);
}

// The text, or it cut to `pixels` at a word, with an ellipsis; "" where fewer than `least` characters would be left to read.
export function fitted(text, pixels, least = SHORTEST) {
  const line = text.length > 200 ? text.slice(0, 200) : text;
  if (line === text && widthOf(line) <= pixels) return line;
  let low = 0;
  let high = line.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (canvas.measureText(`${line.slice(0, middle)}…`).width <= pixels) low = middle;
    else high = middle - 1;
  }
  const word = line.lastIndexOf(" ", low);
  const cut = word > low * 0.6 ? word : low;
  const kept = wholeCharacters(line.slice(0, cut)).replace(/[\s,;:.–—-]+$/u, "");
  return kept.length < least ? "" : `${kept}…`;
}

// Words in at most `lines` lines of `pixels`.
export function wrapped(text, pixels, lines) {
  const words = text.split(/\s+/);
  const found = [""];
  while (words.length > 0) {
    const word = words.shift();
    const longer = found[found.length - 1] ? `${found[found.length - 1]} ${word}` : word;
    if (widthOf(longer) <= pixels || !found[found.length - 1]) found[found.length - 1] = longer;
    else if (found.length < lines) found.push(word);
    else {
      found[found.length - 1] = `${longer} ${words.join(" ")}`;
      break;
    }
  }
  return found.map((line) => (widthOf(line) <= pixels ? line : fitted(line, pixels, 3) || `${line.slice(0, 6)}…`));
}

// Never half a surrogate pair at the end.
function wholeCharacters(text) {
  return /[\ud800-\udbff]$/.test(text) ? text.slice(0, -1) : text;
}

// Text for Plotly's little HTML, shown as it is.
export function plain(text) {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
