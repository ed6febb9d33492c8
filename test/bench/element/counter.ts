/** The counter that a newsroom's developer would write in an afternoon: a number, its label, and a line by Chart.js. */
import Chart from "chart.js/auto";
import type { Summary } from "../../../worker/contract/summary.ts";

const { service } = document.querySelector<HTMLScriptElement>("script[data-service]")!.dataset;
const answer = await fetch(`${service}/v1/summary?lang=en`);
const { headline, series, text } = (await answer.json()) as Summary;
document.querySelector("#number")!.textContent = String(headline.value);
document.querySelector("#label")!.textContent = text.label;
new Chart(document.querySelector<HTMLCanvasElement>("#chart")!, {
  type: "line",
  data: {
    labels: series.values.map((_, week) => week),
    datasets: [{ label: text.label, data: series.values }],
  },
});
