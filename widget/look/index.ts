import type { Summary } from "../../worker/contract/summary.ts";
import { completeDrawing } from "./ends.ts";
import styles from "./styles/look.css?inline";
import { type Kinds, logoOf, type Settings, settingsOf } from "./understood.ts";

const SVG = "http://www.w3.org/2000/svg";
/** Parts that are left out by being hidden: what the element itself draws stays its own. */
const HIDDEN = ["so-far", "detail"];
/** Lines that begin at one edge, where what stands beyond it is clipped. */
const BESIDE_START = /^(start|left|justify)?$/;

let sheet: CSSStyleSheet | undefined;

/**
 * Gives a counter that is drawn what its theme, or its page, asks for beyond the first choices. It only adds to what the
 * element has drawn, and does so after each drawing.
 *
 * @param letters family of type of the page, for readers who have none of the theme's
 */
export function complete(
  root: ShadowRoot,
  { theme = {} as Summary["theme"], text }: Summary,
  letters: string,
  kinds: Kinds,
): void {
  dressRoot(root);
  const box = root.querySelector<HTMLElement>(".frame");
  const figure = root.querySelector("figure");
  if (box) set(box.style, settingsOf(theme, kinds), letters);
  const drawing = root.querySelector("[part=sparkline]");
  if (drawing) completeDrawing(drawing, endsOf(text));
  if (!figure) return;
  box?.classList.remove("boxed");
  const { textAlign, borderBlockStartWidth: rule, borderInlineEndWidth: edge } = getComputedStyle(figure);
  box?.classList.toggle("aligned", !BESIDE_START.test(textAlign));
  box?.classList.toggle("boxed", Number.parseFloat(edge) > Number.parseFloat(rule));

  const hidden: readonly unknown[] = Array.isArray(theme.hidden) ? theme.hidden : [];
  for (const part of HIDDEN)
    figure.querySelector(`[part=${part}]`)?.toggleAttribute("hidden", hidden.includes(part));
  const caption = figure.querySelector("figcaption");
  const heading = figure.querySelector("[part=heading]");
  line(figure, "byline", text.byline, (node) => (heading ? heading.after(node) : figure.prepend(node)));
  line(figure, "note", text.note, (node) => caption?.before(node));
  line(figure, "credit", text.credit, (node) => caption?.append(node));
  mark(figure, theme, kinds, (node) => caption?.append(node));
}

/** By name and value, which needs no `unsafe-inline`; beneath the page's own `--ds-…`. */
function set(style: CSSStyleDeclaration, settings: Settings, letters: string): void {
  for (const [name, value] of Object.entries(settings)) {
    const families = Array.isArray(value) && value.length > 0 ? `"${value.join('","')}",${letters}` : null;
    style.setProperty(
      `--theme-${name}`,
      typeof value === "number" ? `${value}px` : (families ?? String(value ?? "")),
    );
  }
}

function endsOf({ drawing }: Summary["text"]): readonly [string, string] | null {
  const { ends } = drawing ?? {};
  const [first, newest] = Array.isArray(ends) ? ends : [];
  return typeof first === "string" && typeof newest === "string"
    ? [first.slice(0, 20), newest.slice(0, 20)]
    : null;
}

function line(figure: Element, part: string, words: unknown, place: (node: Element) => void): void {
  const there = figure.querySelector(`[part=${part}]`);
  if (!words || typeof words !== "string") {
    there?.remove();
    return;
  }
  const node = there ?? document.createElement(part === "credit" ? "span" : "p");
  node.setAttribute("part", part);
  if (node.textContent !== words) node.textContent = words;
  if (!there) place(node);
}

/** Drawn anew each time: a logo is a few paths. */
function mark(figure: Element, theme: Summary["theme"], kinds: Kinds, place: (node: Element) => void): void {
  figure.querySelector("[part=logo]")?.remove();
  const logo = logoOf(theme, kinds);
  if (!logo) return;
  const svg = document.createElementNS(SVG, "svg");
  const { width, height, label, paths } = logo;
  const named = { part: "logo", viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": label };
  for (const [name, value] of Object.entries(named)) svg.setAttribute(name, value);
  for (const { d, fill } of paths) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", d);
    // As `color`: it can't be an address, and the styles take the fill from it.
    if (fill) path.setAttribute("color", fill);
    svg.append(path);
  }
  place(svg);
}

function dressRoot({ adoptedStyleSheets }: ShadowRoot): void {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
  }
  if (!adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet);
}
