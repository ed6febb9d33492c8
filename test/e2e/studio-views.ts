import type { Page } from "playwright";

export interface StudioView {
  /** Behind the studio's address. */
  at: string;
  /** What is there as soon as the view has what it shows. */
  has: string;
  /** It has no control that the view before it in the list hasn't. */
  isLess?: true;
}

/** A number's cases: what a link to them has in its address. */
const BEHIND = "measure=convictions&offence=desertion&court=77GV0007";

/**
 * Every view of the studio, as an admin sees it in a furnished newsroom. A new view is a line here; the tests of focus,
 * names, titles, console and axe take it from there.
 * @param batch an upload that is ready for review
 */
export function studioViews(batch: string): readonly StudioView[] {
  return [
    { at: "#/themes", has: ".themes a[href='#/themes/paper']" },
    { at: "#/themes/paper", has: "#name" },
    { at: "#/new", has: "#name", isLess: true },
    { at: "#/themes/paper/snippets", has: "[data-way]" },
    { at: "#/themes/paper/versions", has: "[data-version]" },
    { at: `#/desk/${batch}`, has: "#review" },
    { at: "#/desk", has: "studio-editions li", isLess: true },
    { at: "#/figures", has: "studio-figure-list li" },
    { at: "#/courts", has: "#heat" },
    { at: "#/sources", has: "studio-hooks li" },
    { at: "#/coding", has: "#case" },
    { at: "#/coding/second", has: "#nothing", isLess: true },
    { at: "#/coding/third", has: "#nothing", isLess: true },
    { at: `#/cases/${BEHIND}`, has: ".cases > li" },
    { at: "#/cases", has: "form.behind", isLess: true },
    { at: "#/audit", has: "studio-audit tbody tr" },
  ];
}

/** Opens a view in a studio that is open, by its address, as a link does; waits for what it shows. */
export async function openView(page: Page, { at, has }: StudioView): Promise<void> {
  await page.evaluate((at) => location.assign(at), at);
  await page.locator("main").locator(has).locator("visible=true").first().waitFor();
}

/** Opens all that is folded. */
export function unfold(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
  });
}
