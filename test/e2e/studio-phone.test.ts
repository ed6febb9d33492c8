import { beforeAll, describe, expect, it } from "vitest";
import { furnish } from "./furnished.ts";
import { openOnPhone, phoneFaults } from "./phone.ts";
import { useBrowser, useNewsroom } from "./stage.ts";
import { openStudio, signIn, tokenOf } from "./studio.ts";
import { openView, studioViews } from "./studio-views.ts";

const browser = useBrowser();
const newsroom = useNewsroom("--var", "POINTER_MAX_AGE_MS:0");
let batch: string;

beforeAll(async () => {
  batch = await furnish(newsroom);
});

describe("every view of the studio", () => {
  // The longest words of the three languages.
  it("is as a finger and a narrow window need it", async () => {
    const page = await openOnPhone(browser, newsroom, "", { lang: "ru" });
    await signIn(page, tokenOf(newsroom));
    const wrong: string[] = [];
    for (const view of studioViews(batch)) {
      await openView(page, view);
      // The weeks of a court are wider than a phone, and scroll in a box of their own.
      wrong.push(...(await phoneFaults(page, ".heat")).map((fault) => `${view.at}: ${fault}`));
    }
    expect(wrong).toEqual([]);
    await page.context().close();
  });

  it("says what the list of themes is before it offers a new one", async () => {
    const page = await openOnPhone(browser, newsroom, "", { lang: "uk" });
    await signIn(page, tokenOf(newsroom));
    await page.locator(".themes").waitFor();
    const tops = await page
      .locator("main :is(h1, .standfirst, .head .primary, .themes)")
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
    expect(tops).toHaveLength(4);
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
    await page.context().close();
  });

  it("has fields side by side at one height, whatever is said below one of them", async () => {
    const page = await openStudio(browser, newsroom, "", { lang: "ru" });
    await signIn(page, tokenOf(newsroom));
    const wrong: string[] = [];
    for (const view of studioViews(batch)) {
      await openView(page, view);
      const uneven = await page.locator(".pair").evaluateAll((pairs) =>
        pairs.flatMap((pair) => {
          const labels = [...pair.querySelectorAll(".field")].flatMap((field) => {
            const { top, bottom } = field.getBoundingClientRect();
            return field.checkVisibility() ? [{ top, bottom, text: (field.textContent ?? "").trim() }] : [];
          });
          return labels.flatMap((one, at) => {
            const next = labels[at + 1];
            return next && next.top < one.bottom && Math.abs(next.top - one.top) > 1 ? [next.text] : [];
          });
        }),
      );
      const gaps = await page.locator(".pair").evaluateAll((pairs) =>
        pairs.flatMap((pair) => {
          const found = [...pair.querySelectorAll(".field")].flatMap((field) => {
            const said = field.querySelector("span");
            const box = field.querySelector("input:not([type=checkbox], [type=radio]), select");
            if (!said || !box || !field.checkVisibility()) return [];
            return [box.getBoundingClientRect().top - said.getBoundingClientRect().bottom];
          });
          return Math.max(...found) - Math.min(...found) > 1 ? [`${pair.textContent}: ${found}`] : [];
        }),
      );
      uneven.push(...gaps);
      wrong.push(...uneven.map((text) => `${view.at}: ${text.replace(/\s+/g, " ")}`));
    }
    expect(wrong).toEqual([]);
    await page.context().close();
  });
});
