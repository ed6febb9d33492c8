import { describe, expect, it } from "vitest";
import { useBrowser, useNewsroom } from "./stage.ts";
import { openStudio, signIn, tokenOf } from "./studio.ts";

const browser = useBrowser();
const newsroom = useNewsroom("--var", "POINTER_MAX_AGE_MS:0");

/** Fields as an editor fills them, by their places in the form. */
const TYPED: Readonly<Record<string, string>> = {
  "heading-font": "Georgia",
  "number-font": "Arial",
  "heading-weight": "400",
  "number-weight": "800",
  padding: "20",
  "rule-width": "5",
  "border-width": "0",
  "edge-width": "2",
  "max-width": "420",
  "chart-height": "150",
  "line-width": "3,5",
  "grid-width": "0",
  "axis-size": "13",
  "value-size": "12",
  "colour-light-number": "#0b63ce",
  "byline-en": "Graphics desk",
  "note-en": "Courts publish late.",
  "credit-en": "The Paper",
};
const LOGO = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><g transform="translate(2 1)"><rect width="8" height="4" fill="#b01e28"/></g></svg>`;

describe("what an art director asks for", () => {
  it("is set in the studio, published, and seen on the page", async () => {
    const page = await openStudio(browser, newsroom, "", { lang: "en" });
    await signIn(page, tokenOf(newsroom));
    await page.goto(page.url().replace(/#.*|$/, "#/new"));
    await page.locator("#name").fill("Looked");
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll<HTMLDetailsElement>(".look details")) fold.open = true;
    });
    for (const [id, text] of Object.entries(TYPED)) await page.locator(`#${id}`).fill(text);
    await page.getByLabel("Let the page’s background show through").check();
    await page.locator("#align").selectOption("center");
    await page.locator("#label-case").selectOption("uppercase");
    await page.locator("#figures").selectOption("old-style");
    await page
      .locator("#logo")
      .setInputFiles({ name: "logo.svg", mimeType: "image/svg+xml", buffer: Buffer.from(LOGO) });
    await page.locator("svg.logo").waitFor();
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await page.locator(".actions .note").getByText("Version 1 is published").waitFor();

    const { style } = (await (await fetch(`${newsroom.origin}/v1/themes/looked`)).json()) as {
      style: Record<string, unknown>;
    };
    expect(style).toMatchObject({
      number_weight: 800,
      line_width: 3.5,
      border_width: 0,
      align: "center",
      byline: { en: "Graphics desk" },
    });
    expect(style.logo).toMatchObject({ width: 200, height: 100, paths: [{ fill: "#b01e28" }] });

    if (process.env.PICTURES)
      await page.screenshot({ path: `${process.env.PICTURES}/studio.png`, fullPage: true });
    const shown = await browser.newPage({ viewport: { width: 640, height: 900 } });
    await shown.goto(`${newsroom.origin}/embed?theme=looked&lang=en`);
    // What the server has rendered has the theme's words and logo; its settings come with the script.
    await shown.waitForFunction(() => document.querySelector("desertion-stats")?.summary);
    await shown.locator("desertion-stats [part=logo] path").waitFor();
    const seen = await shown.evaluate(() => {
      const root = document.querySelector("desertion-stats")!.shadowRoot!;
      const looks = (selector: string) => getComputedStyle(root.querySelector(selector)!);
      return [
        looks("p[part=number]").fontWeight,
        looks("p[part=number]").color,
        looks("figure").textAlign,
        looks("figure").backgroundColor,
        getComputedStyle(document.body).backgroundColor,
        getComputedStyle(document.documentElement).backgroundColor,
        looks("figure").borderTopWidth,
        looks("figure").width,
        looks("[part=label]").textTransform,
        looks("[part=sparkline] > svg").height,
        root.querySelector("[part=note]")!.textContent,
      ];
    });
    expect(seen).toEqual([
      "800",
      "rgb(11, 99, 206)",
      "center",
      ...Array.from({ length: 3 }, () => "rgba(0, 0, 0, 0)"),
      "5px",
      "420px",
      "uppercase",
      "150px",
      "Courts publish late.",
    ]);
    if (process.env.PICTURES)
      await shown.screenshot({ path: `${process.env.PICTURES}/looked.png`, fullPage: true });
    const picture = await (await fetch(`${newsroom.origin}/v1/card.svg?theme=looked&lang=en`)).text();
    for (const words of ["Graphics desk", "Courts publish late.", 'text-anchor="middle"', "#0b63ce"])
      expect(picture).toContain(words);
    await shown.close();
    await page.context().close();
  });

  it("isn't shown as what is published where the service draws no picture of it", async () => {
    const page = await openStudio(browser, newsroom, "", { lang: "en" });
    await signIn(page, tokenOf(newsroom));
    let refusals = 0;
    // Until it comes, the editor is told why there is none.
    const said = page.getByRole("status").getByText("this one comes by itself");
    await page.route("**/preview/card.png*", async (route) => {
      if (await said.isVisible()) return route.continue();
      refusals += 1;
      await route.fulfill({ status: 429, headers: { "Retry-After": "1" } });
    });
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await page.evaluate(() => location.assign("#/new"));
    await page.getByRole("combobox", { name: "How it gets there" }).selectOption("image");
    const picture = page.frameLocator(".stand").locator("#place img");
    await expect.poll(() => picture.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBeGreaterThan(0);
    expect(refusals).toBeGreaterThan(0);
    await said.waitFor({ state: "detached" });
    expect(asked).not.toContain("/v1/card.png");
    await page.context().close();
  });
});
