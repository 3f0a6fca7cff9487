// Brings in what came packed: plotly.js, and with many events the data; or plotly.js from its address.
// The content security policy lets in only the script whose hash the page names.

import { say } from "./words.js";

// Unpacks plotly.js, where it came with the page, while the page does other things.
export function beginLoading(loader) {
  const text = loader.how === "inline" ? unpacked("bundle") : null;
  text?.catch(() => {}); // whoever waits for it tells what went wrong
  return { ...loader, text };
}

// `loader`: as `beginLoading` gives it.
export async function loadPlotly(loader) {
  if (loader.text) run(await loader.text);
  else await fetched(loader);
  if (!window.Plotly) throw new Error(say("the drawing library did not start"));
}

// The text that an element holds gzipped, in base64; the element goes.
export async function unpacked(id) {
  if (typeof DecompressionStream === "undefined") {
    throw new Error(say("this browser is too old for it (Chrome 80, Firefox 113 or Safari 16.4 are not)"));
  }
  const holder = document.getElementById(id);
  const letters = atob(holder.textContent.trim());
  holder.remove();
  // Why a loop: to make the bytes with a function for each takes ten times as long.
  const bytes = new Uint8Array(letters.length);
  for (let place = 0; place < letters.length; place += 1) bytes[place] = letters.charCodeAt(place);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).text();
}

function run(text) {
  const script = document.createElement("script");
  script.textContent = text;
  document.head.append(script);
}

function fetched({ address, integrity }) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    if (integrity) Object.assign(script, { integrity, crossOrigin: "anonymous" });
    script.onload = resolve;
    script.onerror = () => reject(new Error(say("{address} could not be opened", { address })));
    document.head.append(script);
  });
}
