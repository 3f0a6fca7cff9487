// The chart as a file that stands alone: with its title, its sources' colours and, for PNG, enough points for print.

import { traces } from "./drawing.js";
import { layout } from "./ground.js";
import { sceneOf } from "./scene.js";
import { wholeWindow } from "./chart.js";
import { nameOfWindow } from "./calendar.js";
import { fitted, plain } from "./labels.js";
import { color, inLight } from "./theme.js";

const WIDTH = 1600;
const PAPER = 690;
const HEADLINE = 58;

// A figure of the chart for a file; `range`: the days it shows.
export function pictureOf(timeline, range, shown, width = WIDTH) {
  const scene = { ...sceneOf(timeline, range, width, shown), touch: false };
  const plot = layout(scene, timeline.figure, width);
  const margin = { ...plot.margin, t: plot.margin.t + HEADLINE };
  const words = `<b>${plain(fitted(timeline.title, width * 0.6, 3) || "Timeline")}</b><br><span style="font-size:12px">${plain(nameOfWindow(range))}</span>`;
  const title = { text: words, x: 0.012, xanchor: "left", y: 1, yref: "container", yanchor: "top", pad: { t: 14 }, font: { size: 18 } };
  return { data: traces(scene, timeline.figure), layout: { ...plot, title, margin, height: plot.height + HEADLINE, paper_bgcolor: color("--card") }, config: timeline.figure.config };
}

// Saves it: `format` is "png" or "svg".
export function savePicture(timeline, format, range, shown) {
  const picture = pictureOf(timeline, range || wholeWindow(timeline.extent), shown);
  const { width, height } = picture.layout;
  return window.Plotly.downloadImage(picture, { format, filename: "timeline", width, height, scale: format === "png" ? 2 : 1 });
}

// While the page is printed, the chart shows the whole time in the light colours, as wide as the paper.
export function startPrinting(holder, timeline, shown, chart) {
  const draw = () => {
    const { data, layout: plot, config } = pictureOf(timeline, wholeWindow(timeline.extent), { ...shown(), selected: null }, PAPER);
    const own = { title: { text: "" }, margin: { ...plot.margin, t: plot.margin.t - HEADLINE }, height: plot.height - HEADLINE };
    window.Plotly.react(holder, data, { ...plot, ...own }, config);
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
