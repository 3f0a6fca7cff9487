// Brings in what came packed: plotly.js, and with many events the data; or plotly.js from its address.
// The content security policy lets in only the script whose hash the page names.

export async function loadPlotly(loader) {
  if (loader.how === "inline") run(await unpacked("bundle"));
  else await fetched(loader);
  if (!window.Plotly) throw new Error("the drawing library did not start");
}

// The text that an element holds gzipped, in base64; the element goes.
export async function unpacked(id) {
  if (typeof DecompressionStream === "undefined") {
    throw new Error("this browser is too old for it (Chrome 80, Firefox 113 or Safari 16.4 are not)");
  }
  const holder = document.getElementById(id);
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
