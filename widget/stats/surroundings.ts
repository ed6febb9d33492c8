export const SCHEMES = ["light", "dark"] as const;
export type Scheme = (typeof SCHEMES)[number];

const HALF = 0.5;

/** The `lang` nearest to the element, itself first, through shadow roots; empty where the page has none. */
export function langAround(element: Element): string {
  for (let node: Element | null = element; node; node = hostOf(node)) {
    const spoken = node.closest("[lang]");
    if (spoken) return spoken.getAttribute("lang") ?? "";
  }
  return "";
}

/**
 * The colour scheme that the page shows behind the element, whatever the reader's system prefers: by the nearest
 * opaque background, and where there is none by the letters that the element inherits.
 */
export function schemeBehind(element: Element): Scheme {
  for (let node = parentOf(element); node; node = parentOf(node)) {
    const background = lumaOf(getComputedStyle(node).backgroundColor);
    if (background !== null) return background < HALF ? "dark" : "light";
  }
  return (lumaOf(getComputedStyle(element).color) ?? 0) < HALF ? "light" : "dark";
}

/**
 * How light a computed colour is, 0 to 1; null where more of the layer behind is seen than of the colour itself.
 * Computed colours are `rgb()`, `color()` or one of `lab()`, `lch()`, `oklab()`, `oklch()` (CSS Color 4, § 15).
 */
export function lumaOf(color: string): number | null {
  const [, space = "", numbers = ""] = /^(\w+)\((?:[a-z][\w-]* )?(.*)\)/.exec(color) ?? [];
  const [first = 0, second = 0, third = 0, alpha = 1] = numbers.split(/[ ,/]+/).map(Number);
  if (!space || alpha < HALF) return null;
  if (/^(rgb|color)/.test(space)) return luma(first, second, third) / (space === "color" ? 1 : 255);
  return space.startsWith("ok") ? first : first / 100;
}

/** Of red, green and blue the eye sees green most and blue least: Rec. 709, rounded. */
function luma(red: number, green: number, blue: number): number {
  return (2 * red + 7 * green + blue) / 10;
}

/** The parent as the reader sees the tree: the slot it is in, or the host of the shadow root. */
function parentOf(node: Element): Element | null {
  return node.assignedSlot ?? node.parentElement ?? hostOf(node);
}

function hostOf(node: Element): Element | null {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
