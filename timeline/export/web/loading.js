// Brings plotly.js in: opened from the bytes that came with the page, or from its address.
// The content security policy lets in only the script whose hash the page names.

export async function loadPlotly(loader) {
  if (loader.how === "inline") run(await inflated(document.getElementById("bundle")));
  else await fetched(loader);
  if (!window.Plotly) throw new Error("the drawing library did not start");
}

async function inflated(holder) {
  if (typeof DecompressionStream === "undefined") {
    throw new Error("this browser is too old for it (Chrome 80, Firefox 113 or Safari 16.4 are not)");
  }
  const bytes = Uint8Array.from(atob(holder.textContent.trim()), (letter) => letter.charCodeAt(0));
  holder.remove();
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
    script.onerror = () => reject(new Error(`${address} could not be opened`));
    document.head.append(script);
  });
}
