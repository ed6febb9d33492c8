/**
 * A tenth of the heights that the element will need in a column (styles/), less the lines of words above.
 * `em` and `%` are the column's letters and width.
 */
const TENTHS: Readonly<Record<string, string>> = {
  card: "max(8em - 30%, 4.45em - 4.9%, 3.3em)",
  "card plain": "max(3.85em - 6.3%, 2.55em - 1.4%, 2.15em)",
  strip: "max(3.6em - 4%, 1.6em, min(max(4.2em - 5.2%, 2.6em), 376em - 990%))",
  "strip plain": "max(1.6em, min(3.6em - 4%, max(3.55em - 5.2%, 2em)))",
  number: "max(4.3em - 15.5%, 2.7em - 4.4%, 1.55em)",
};

/**
 * The space that a counter needs until its script comes, as markup for the end of its tag: ten times as high as it is
 * wide. An attribute of SVG takes lengths and sums as CSS does, and no policy forbids it, as it does a `style`. The
 * element hides it, and keeps the space itself. A word of a sentence needs none.
 */
export function spaceMarkup(layout: string | null, chart: string | null): string {
  // A comparison has a card's space (view.ts).
  const named = layout === "compare" || layout === null ? "card" : layout;
  const width = (chart === "none" && TENTHS[`${named} plain`]) || TENTHS[named];
  return width ? `<svg width="${width}" viewBox="0 0 1 10" display="block" aria-hidden="true" />` : "";
}
