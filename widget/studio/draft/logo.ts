import svgpath from "svgpath";
import { Logo } from "../../../worker/contract/theme-look.ts";
import { parseColour } from "../colour/parse.ts";

/** Why a file can't be a logo; the words for it are `words.logoFaults`. */
export type LogoFault = "none" | "text" | "picture" | "paint" | "large" | "empty";

/** A logo's own measure: so high, to a tenth, whatever its file counts in. */
const HEIGHT = 100;
/** What is only meant for use elsewhere in the file. */
const UNSEEN = "defs, symbol, clipPath, mask, pattern, marker, title, desc, metadata";
const BLACK = /^(#000|#000000|black|rgb\(0, ?0, ?0\)|currentcolor)$/i;

/**
 * Takes a file's paths and their colours, and nothing else of it. Black is the colour of the text.
 * @param svg the root of the file, in a document that nobody sees
 */
export function readLogo(svg: Element, label: string): Logo | LogoFault {
  const box = boxOf(svg);
  if (!box) return "none";
  if (svg.querySelector("text, tspan, foreignObject")) return "text";
  if (svg.querySelector("image")) return "picture";
  if (svg.querySelector("use, linearGradient, radialGradient, filter")) return "paint";

  const classes = classFills(svg);
  const paths: { d: string; fill?: string }[] = [];
  for (const shape of svg.querySelectorAll("path, polygon, polyline, rect, circle, ellipse")) {
    if (shape.closest(UNSEEN)) continue;
    const fill = inherited(shape, "fill", classes) ?? "black";
    const stroke = inherited(shape, "stroke", classes) ?? "none";
    if (stroke !== "none") return "paint";
    if (fill === "none") continue;
    const colour = BLACK.test(fill) ? null : hexOf(fill);
    if (colour === undefined) return "paint";
    const d = drawn(shape, box);
    if (d) paths.push(colour === null ? { d } : { d, fill: colour });
  }
  if (paths.length === 0) return "empty";
  const width = Math.round((10 * HEIGHT * box.width) / box.height) / 10;
  const read = Logo.safeParse({ width, height: HEIGHT, label: label.trim().slice(0, 60) || "Logo", paths });
  return read.success ? read.data : "large";
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

function boxOf(svg: Element): Box | null {
  if (svg.localName !== "svg") return null;
  const [x = 0, y = 0, width = 0, height = 0] = (svg.getAttribute("viewBox") ?? "")
    .split(/[\s,]+/)
    .map(Number);
  if (width > 0 && height > 0) return { x, y, width, height };
  const [w, h] = ["width", "height"].map((name) => Number.parseFloat(svg.getAttribute(name) ?? ""));
  return w && h && w > 0 && h > 0 ? { x: 0, y: 0, width: w, height: h } : null;
}

/** In the logo's own measure, with whatever transforms it stands under. */
function drawn(shape: Element, { x, y, height }: Box): string {
  const path = svgpath(outline(shape));
  for (let node: Element | null = shape; node && node.localName !== "svg"; node = node.parentElement)
    path.transform(node.getAttribute("transform") ?? "");
  return path
    .translate(-x, -y)
    .scale(HEIGHT / height)
    .rel()
    .round(1)
    .toString();
}

function outline(shape: Element): string {
  const number = (name: string) => Number.parseFloat(shape.getAttribute(name) ?? "") || 0;
  const name = shape.localName;
  if (name === "path") return shape.getAttribute("d") ?? "";
  if (name === "rect") {
    const [x, y, width, height] = [number("x"), number("y"), number("width"), number("height")];
    return `M${x} ${y}h${width}v${height}h${-width}z`;
  }
  if (name === "circle" || name === "ellipse") {
    const [rx, ry] = name === "circle" ? [number("r"), number("r")] : [number("rx"), number("ry")];
    const [cx, cy] = [number("cx"), number("cy")];
    return `M${cx - rx} ${cy}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0z`;
  }
  const points = (shape.getAttribute("points") ?? "").trim().split(/[\s,]+/);
  return points.length < 4 ? "" : `M${points.join(" ")}z`;
}

type Painted = "fill" | "stroke";

/** By attribute, by the file's own classes, or as what it stands in has it. */
function inherited(shape: Element, name: Painted, classes: ReadonlyMap<string, string>): string | null {
  for (let node: Element | null = shape; node; node = node.parentElement) {
    const styled = declared(node.getAttribute("style") ?? "").get(name);
    const classed = (node.getAttribute("class") ?? "")
      .split(" ")
      .map((one) => classes.get(`.${one} ${name}`));
    const value = styled ?? classed.find(Boolean) ?? node.getAttribute(name);
    if (value) return value.trim();
  }
  return null;
}

/** Of the file's own style sheets, what classes are painted with: `.a fill` → `red`. */
function classFills(svg: Element): Map<string, string> {
  const found = new Map<string, string>();
  const sheets = [...svg.querySelectorAll("style")].map(({ textContent }) => textContent ?? "");
  for (const rule of sheets.join("}").split("}")) {
    const [names = "", declarations = ""] = rule.split("{");
    for (const [name, value] of declared(declarations)) {
      for (const selector of names.split(",")) found.set(`${selector.trim()} ${name}`, value);
    }
  }
  return found;
}

/** `fill: red; stroke: none`, as values by name. */
function declared(text: string): Map<string, string> {
  return new Map(
    text
      .split(";")
      .map((one) => one.split(":").map((part) => part.trim()))
      .flatMap(([name = "", value = ""]) => (name && value ? [[name, value] as const] : [])),
  );
}

/** `#rrggbb`; undefined: no colour. */
function hexOf(colour: string): string | undefined {
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(colour);
  const long = short ? `#${short[1]}${short[1]}${short[2]}${short[2]}${short[3]}${short[3]}` : colour;
  if (/^#[\da-f]{6}$/i.test(long)) return long.toLowerCase();
  return parseColour(colour) ?? undefined;
}
