import { firstOf, surfaceUnder } from "./paths.ts";

const SVG = "http://www.w3.org/2000/svg";

/**
 * Beside a drawing that stands, what it hasn't by itself: the first and the newest value at its ends, and the surface
 * under a line of weeks. Both follow the paths that are drawn.
 *
 * @param ends the values as their language writes them, first and newest; null: not known
 */
export function completeDrawing(drawing: Element, ends: readonly [string, string] | null): void {
  const svg = drawing.querySelector("svg");
  const paths = svg?.querySelector("svg[viewBox]");
  if (!svg || !paths) return;
  const known = paths.querySelector("path.known")?.getAttribute("d") ?? "";
  const under =
    paths.querySelector("path.under") ?? made(paths, "path", { class: "under area", part: "area" }, true);
  under.setAttribute("d", drawing.classList.contains("line") ? surfaceUnder(known) : "");

  for (const old of svg.querySelectorAll("[part=value-label]")) old.remove();
  const first = firstOf(
    [...paths.querySelectorAll(".known, .bound, .provisional")].map((path) => path.getAttribute("d") ?? ""),
  );
  const mark = svg.querySelector("circle:not(.so-far)");
  if (!ends || !first || !mark) return;
  label(svg, `${first[0]}%`, `${first[1]}%`, "start", ends[0]);
  label(svg, mark.getAttribute("cx") ?? "0", mark.getAttribute("cy") ?? "0", "end", ends[1]);
}

function label(svg: Element, x: string, y: string, anchor: string, words: string): void {
  const part = "value-label";
  made(svg, "text", { part, x, y, dy: "-.6em", "text-anchor": anchor }).textContent = words;
}

function made(into: Element, name: string, attributes: Record<string, string>, isFirst = false): Element {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  into[isFirst ? "prepend" : "append"](node);
  return node;
}
