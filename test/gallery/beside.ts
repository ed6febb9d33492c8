import "../../widget/stats/index.ts";
import "./gallery.css";
import { LANGS } from "../../worker/contract/terms.ts";
import { CONVENTIONS } from "./conventions.ts";
import { serveGallery, sourceOf } from "./service.ts";
import { answerOf, type Scene } from "./states.ts";

/** The same series in our drawing and in each convention, at the same width and height. */
const SERIES: readonly Scene[] = ["week", "month", "total", "figures"];
const WIDTHS = [300, 160];

const asked = new URLSearchParams(location.search);
const lang = LANGS.find((one) => one === asked.get("lang")) ?? "en";
const main = document.querySelector("main")!;

function cell(name: string, content: HTMLElement, width: number): HTMLElement {
  const cell = document.createElement("div");
  cell.style.inlineSize = `${width}px`;
  const caption = document.createElement("p");
  caption.className = "name";
  caption.textContent = name;
  cell.append(caption, content);
  return cell;
}

function ours(scene: Scene): HTMLElement {
  const element = document.createElement("desertion-stats");
  element.setAttribute("src", sourceOf(scene, "default", "monday", "ltr"));
  element.lang = lang;
  return element;
}

serveGallery(globalThis, location.href);
for (const width of WIDTHS) {
  for (const scene of SERIES) {
    const summary = answerOf(scene, lang, "default", "monday");
    if (typeof summary === "string") continue;
    const heading = document.createElement("h2");
    heading.textContent = `${scene}, ${width} pixels`;
    const row = document.createElement("section");
    row.className = "sheet beside";
    row.append(cell("ours", ours(scene), width));
    for (const { name, after, draw } of CONVENTIONS) {
      const card = document.createElement("figure");
      const { heading, qualifier, number, label } = summary.text;
      for (const [words, kind] of [
        [heading, "heading"],
        [`${qualifier} ${number}`.trim(), "number"],
        [label.split(" · ")[0] ?? label, "label"],
      ] as const) {
        const line = document.createElement("p");
        line.className = kind;
        line.textContent = words;
        card.append(line);
      }
      card.insertAdjacentHTML(
        "beforeend",
        `<svg width="${width}" height="120" viewBox="0 0 ${width} 120">${draw(summary, width)}</svg>`,
      );
      row.append(cell(`${name} (after ${after})`, card, width));
    }
    main.append(heading, row);
  }
}
