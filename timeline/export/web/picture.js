// The chart as a file that stands alone: with its title, its sources' colours and, for PNG, enough points for print.

import { traces } from "./drawing.js";
import { layout } from "./ground.js";
import { sceneOf } from "./scene.js";
import { wholeWindow } from "./chart.js";
import { nameOfWindow } from "./calendar.js";
import { fitted, plain } from "./labels.js";
import { color, inLight } from "./theme.js";
import { marksOf } from "./marks.js";
import { say } from "./words.js";

const WIDTH = 1600;
const PAPER = 690;
const HEADLINE = 58;
const FOOT = 30;
const KEY = {
  ring: "○ not reviewed",
  dot: "● accepted",
  arrow: "▷ planned or expected",
  diamond: "◇ hypothetical",
  cross: "⊗ denied",
  hatch: "▨ some time in this span",
  about: "░ about this time",
  doubt: "◌ about, or perhaps, this day",
};

// A figure of the chart for a file; `range`: the days it shows, or null for the whole time.
export function pictureOf(timeline, range, shown, width = WIDTH) {
  const scene = { ...sceneOf(timeline, range || wholeWindow(timeline.extent), width, shown), touch: false };
  const plot = layout(scene, timeline.figure, width);
  const height = plot.height + HEADLINE + FOOT;
  const [first, end] = range || timeline.extent;
  const words = `<b>${plain(fitted(timeline.title, width * 0.6, 3) || say("Timeline"))}</b><br><span style="font-size:12px">${plain(nameOfWindow([first, end - 1]))}</span>`;
  const title = { text: words, x: 0.012, xanchor: "left", y: 1 - 24 / height, yref: "container", yanchor: "top", font: { size: 18 } };
  return {
    data: traces(scene, timeline.figure),
    layout: {
      ...plot,
      title,
      margin: { ...plot.margin, t: plot.margin.t + HEADLINE, b: plot.margin.b + FOOT },
      height,
      annotations: [...plot.annotations, keyLine(timeline, plot)],
      paper_bgcolor: color("--card"),
    },
    config: timeline.figure.config,
  };
}

// What the marks mean, under the chart.
function keyLine(timeline, plot) {
  const has = marksOf(timeline);
  const words = Object.keys(KEY).filter((mark) => has[mark]).map((mark) => `${KEY[mark][0]} ${say(KEY[mark].slice(2))}`).join("     ");
  return {
    xref: "paper",
    yref: "paper",
    x: 0,
    y: 0,
    xanchor: "left",
    yanchor: "top",
    yshift: -plot.margin.b - 2,
    text: words,
    font: { size: 11.5, color: color("--muted") },
    showarrow: false,
  };
}

// Saves it: `format` is "png" or "svg".
export function savePicture(timeline, format, range, shown) {
  const picture = pictureOf(timeline, range, shown);
  const { width, height } = picture.layout;
  return window.Plotly.downloadImage(picture, { format, filename: "timeline", width, height, scale: format === "png" ? 2 : 1 });
}

// Instead of the page, the picture as text: what a browser without a window is asked for. It ends with the page ready.
export async function drawOnly(timeline, format, shown) {
  const picture = inLight(() => pictureOf(timeline, null, shown));
  const { width, height } = picture.layout;
  const address = await window.Plotly.toImage(picture, { format, width, height, scale: format === "png" ? 2 : 1 });
  const drawn = document.createElement("pre");
  drawn.id = "drawn";
  drawn.textContent = format === "svg" ? decodeURIComponent(address.slice(address.indexOf(",") + 1)) : address;
  document.body.replaceChildren(drawn);
}

// While the page is printed, the chart shows the whole time in the light colours, as wide as the paper.
export function startPrinting(holder, timeline, shown, chart) {
  const draw = () => {
    const scene = sceneOf(timeline, wholeWindow(timeline.extent), PAPER, { ...shown(), selected: null });
    window.Plotly.react(holder, traces(scene, timeline.figure), layout(scene, timeline.figure, PAPER), timeline.figure.config);
  };
  window.addEventListener("beforeprint", () => {
    // Why held: the paper's width would have the chart drawn again as on the screen.
    chart.held = true;
    inLight(draw);
  });
  window.addEventListener("afterprint", () => {
    chart.held = false;
    chart.draw();
  });
}
