import { compare, type Picture } from "./compare.ts";

declare module "vitest/browser" {
  interface ScreenshotComparatorRegistry {
    nearby: Record<string, never>;
  }
}

/** A screenshot as Vitest decodes it. */
interface Screenshot {
  data: ArrayLike<number>;
  metadata: { width: number; height: number };
}

/** The comparison in the shape that Vitest's `toMatchScreenshot` takes. */
export function nearby(reference: Screenshot, actual: Screenshot) {
  return compare(pictureOf(reference), pictureOf(actual));
}

function pictureOf({ data, metadata }: Screenshot): Picture {
  return { data, ...metadata };
}
