import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Frame, Page } from "playwright";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Of WCAG 2.2 up to AA: all that can be asked of a page that isn't ours around the counter. */
export const WCAG: readonly string[] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What axe finds wrong with the page as it is now, by all of its rules or by those with one of these tags. */
export async function violations(page: Page | Frame, tags?: readonly string[]): Promise<string[]> {
  // Not as an inline script, which a page's policy refuses, as it should.
  await page.evaluate(`(() => { ${AXE} })()`);
  return page.evaluate(async (tags) => {
    const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
    const { violations: found } = await axe.run(tags ? { runOnly: [...tags] } : {});
    return found.flatMap(({ id, nodes }) =>
      nodes.map(({ target, html }) => `${id}: ${target.join(" ")} ${html}`),
    );
  }, tags);
}
