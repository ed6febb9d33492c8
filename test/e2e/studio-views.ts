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

/** Buttons that can be pressed, in a view or in the dialog before it. */
export const PRESSED = ["main", "dialog[open]"]
  .map((place) => `${place} button:visible:not([aria-disabled="true"])`)
  .join(", ");

/**
 * The buttons that can be pressed, one of each kind: what it's called, and its place among all. The same words about
 * another edition are the same kind.
 */
export async function buttonsOf(page: Page): Promise<Map<string, number>> {
  const names = await page
    .locator(PRESSED)
    .evaluateAll((all) => all.map((one) => (one.getAttribute("aria-label") ?? one.textContent ?? "").trim()));
  const kinds = names.map((name) => name.replace(/\d[\d.W-]*/g, "#"));
  return new Map(kinds.map((kind, at) => [kind, at] as const).reverse());
}

/** Fills each field that is empty and can be seen with something that its form takes. */
export async function fillAll(page: Page): Promise<void> {
  const empty = await page
    .locator("main, dialog[open]")
    .locator("input:not([type=file], [type=checkbox], [type=radio], [type=range], [type=color]), textarea")
    .locator("visible=true")
    .all();
  for (const field of empty) {
    const { id, type, value } = await field.evaluate((one: HTMLInputElement) => ({
      ...{ id: one.id, type: one.type, value: one.value },
    }));
    const text = TYPED[id] ?? TYPED[type] ?? "Of a test, looked at";
    if (value === "") await field.fill(text);
  }
}

/** By the field's id, else by its type. */
const TYPED: Readonly<Record<string, string>> = {
  url: "https://example.org/records.csv",
  date: "2025-06-01",
  "datetime-local": "2030-06-01T12:00",
  number: "1",
};
