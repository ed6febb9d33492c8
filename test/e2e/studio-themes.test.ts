import type { Locator, Page } from "playwright";
import { describe, expect, it } from "vitest";
import { violations } from "./axe.ts";
import { useBrowser, useNewsroom } from "./stage.ts";
import { faultsOf, openIn, openStudio, overflow, signIn, tabTo, tokenOf } from "./studio.ts";

const browser = useBrowser();
const newsroom = useNewsroom();

const note = (page: Page) => page.locator(".actions .note");
const button = (page: Page, name: string) =>
  page.locator(".actions").getByRole("button", { name, exact: true });
const choice = (page: Page, name: string) => page.getByRole("combobox", { name, exact: true });
/** A choice for one place on a page. The theme's own look has a «Layout», too, and stays until the tab has turned. */
const forThisPlace = (page: Page, name: string) =>
  page.getByRole("region", { name: "For this page" }).getByRole("combobox", { name, exact: true });
/** What stands in the preview: the element on a page of its own. */
const counter = (page: Page) => page.frameLocator(".stand").locator("desertion-stats");
const inkOfPreview = (page: Page) =>
  counter(page)
    .locator("[part~=number]")
    .evaluate((node) => getComputedStyle(node).color);

/** Opens what is folded. */
const open = (page: Page, fold: string) =>
  page.locator(".fold > summary").getByText(fold, { exact: true }).click();

/** A page of somebody who is signed in. */
async function signedIn(address = "", options = {}): Promise<Page> {
  const page = await openStudio(browser, newsroom, "", options);
  await signIn(page, tokenOf(newsroom));
  if (address) await page.goto(page.url().replace(/#.*|$/, address));
  return page;
}

/** A theme that is published, with its editor's page. */
async function publishedTheme(name: string): Promise<Page> {
  const page = await signedIn("#/new");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await button(page, "Publish").click();
  await note(page).getByText("is published").waitFor();
  return page;
}

describe("the studio's page", () => {
  it("is served under a strict policy without inline code, and can't be framed", async () => {
    const { headers } = await fetch(`${newsroom.origin}/studio`);
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
  });

  it("takes a token for a session, keeps it nowhere that a script could read, and forgets it", async () => {
    const page = await openStudio(browser, newsroom);
    await page.locator(".front #token").fill("ds_wrong");
    await page.locator(".front .primary").click();
    await page.getByText("isn’t known here").waitFor();
    await signIn(page, tokenOf(newsroom));

    const readable = () =>
      page.evaluate(() =>
        JSON.stringify([document.cookie, { ...localStorage }, { ...sessionStorage }, location.href]),
      );
    expect(await readable()).not.toContain("ds_");
    expect(await page.content()).not.toContain(tokenOf(newsroom));
    await page.reload();
    await page.locator(".who span").waitFor();

    await page.getByRole("button", { name: "Sign out" }).click();
    await page.reload();
    await page.locator(".front #token").waitFor();
    expect(faultsOf(page)).toEqual([]);
    await page.context().close();
  });
});

describe("an editor", () => {
  it("makes a theme without signing in first, and signs in to publish it", async () => {
    const page = await openStudio(browser, newsroom);
    await page.getByText("Make a theme first, sign in later").click();
    await page.getByLabel("Name", { exact: true }).fill("Evening Paper");
    await button(page, "Publish").click();
    await note(page).getByRole("button", { name: "Sign in" }).click();
    await page.locator("dialog.ask input").fill(tokenOf(newsroom));
    await page.locator("dialog.ask .primary").click();
    await page.locator(".who span").waitFor();
    await button(page, "Publish").click();
    await note(page).getByText("Version 1 is published").waitFor();
    expect(new URL(page.url()).hash).toBe("#/themes/evening-paper");
    await page.context().close();
  });

  it("sees each change at once in the real element", async () => {
    const page = await signedIn("#/new");
    await counter(page).locator("[part~=number]").waitFor();
    await open(page, "All colours");
    await page.locator("#colour-light-ink").fill("navy");
    await expect.poll(() => inkOfPreview(page)).toBe("rgb(0, 0, 128)");
    await button(page, "Undo").click();
    await expect.poll(() => inkOfPreview(page)).toBe("rgb(22, 22, 22)");
    await button(page, "Redo").click();
    await expect.poll(() => inkOfPreview(page)).toBe("rgb(0, 0, 128)");

    await choice(page, "On").selectOption("dark");
    await page.locator("#colour-dark-ink").fill("#ffee00");
    await expect.poll(() => inkOfPreview(page)).toBe("rgb(255, 238, 0)");
    await open(page, "Your page");
    for (const name of ["provisional", "corrected", "frozen", "stale", "sample"]) {
      await choice(page, "State").selectOption(name);
      await counter(page).locator("[part~=status]").first().waitFor();
    }
    await page.context().close();
  });

  it("takes the colours of the paper's own page", async () => {
    const page = await signedIn("#/new");
    await open(page, "All colours");
    await page.getByText("Take the colours from your page").click();
    await page.getByLabel("Text with colours").fill(":root { --brand: #0a5c36; color: rebeccapurple; }");
    await page.getByLabel("Use #0a5c36 for").selectOption("light.accent");
    expect(await page.locator("#colour-light-accent").inputValue()).toBe("#0a5c36");
    await page.context().close();
  });

  it("isn't let publish what readers couldn't read, and is offered the nearest colour that they can", async () => {
    const page = await signedIn("#/new");
    await page.getByLabel("Name", { exact: true }).fill("Too Light");
    await open(page, "All colours");
    await page.locator("#colour-light-muted").fill("not a colour");
    await page.getByText("Not a colour").waitFor();
    await button(page, "Save draft").click();
    await note(page).getByText("Secondary text · Light pages").waitFor();

    await page.locator("#colour-light-muted").fill("#b0b0b0");
    await button(page, "Publish").click();
    await note(page).getByText("Secondary text · Light pages").waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("colour-light-muted");
    await page.locator(".colour .small").click();
    await button(page, "Publish").click();
    await note(page).getByText("Version 1 is published").waitFor();
    await page.context().close();
  });

  it("finds unsaved changes again after a reload, and can go back", async () => {
    const page = await publishedTheme("Kept Here");
    await page.locator("#colour-light-accent").fill("#123456");
    await page.reload();
    await note(page).getByText("have been restored").waitFor();
    expect(await page.locator("#colour-light-accent").inputValue()).toBe("#123456");
    await button(page, "Discard unsaved changes").click();
    expect(await page.locator("#colour-light-accent").inputValue()).toBe("#b01e28");
    await page.context().close();
  });

  it("who is the second of two is shown who has changed the same field to what, and chooses", async () => {
    const first = await publishedTheme("Two Editors");
    const second = await openIn(first.context(), first.url());
    await second.locator("#colour-light-accent").fill("#005f99");
    await first.locator("#colour-light-accent").fill("#7c2d12");
    await button(first, "Publish").click();
    await note(first).getByText("Version 2 is published").waitFor();

    await button(second, "Publish").click();
    const conflict = second.locator(".conflict");
    await conflict.waitFor();
    expect(await conflict.textContent()).toContain("#7c2d12");
    expect(await conflict.textContent()).toContain("#005f99");
    expect(await violations(second)).toEqual([]);
    await conflict.getByRole("radio", { name: /#7c2d12/ }).check();
    await conflict.getByRole("button", { name: "Go on with this" }).click();
    expect(await second.locator("#colour-light-accent").inputValue()).toBe("#7c2d12");
    await button(second, "Undo").click();
    await button(second, "Publish").click();
    await note(second).getByText("Version 3 is published").waitFor();
    await first.context().close();
  });

  it("is told when an address is taken", async () => {
    const page = await publishedTheme("Taken");
    await page.goto(page.url().replace(/#.*/, "#/new"));
    await page.getByLabel("Name", { exact: true }).fill("Taken");
    await button(page, "Save draft").click();
    await note(page).getByText("The name taken is taken").waitFor();
    await page.context().close();
  });

  it("publishes an earlier version again, and deletes a theme after a warning", async () => {
    const page = await publishedTheme("Back Again");
    await page.locator("#colour-light-accent").fill("#005f99");
    await button(page, "Publish").click();
    await note(page).getByText("Version 2 is published").waitFor();
    await page.getByRole("link", { name: "Versions" }).click();
    await page.getByRole("button", { name: "Publish again: version 1" }).click();
    await page.getByRole("button", { name: "Publish version 1", exact: true }).click();
    await note(page).getByText("Version 3 is published").waitFor();
    const accents = await page.evaluate(async () => {
      const { versions } = await (await fetch("/v1/themes/back-again/versions")).json();
      return versions.map(({ style }: { style: { light: { accent: string } } }) => style.light.accent);
    });
    expect(accents).toEqual(["#b01e28", "#005f99", "#b01e28"]);

    await page.getByRole("button", { name: "Delete this theme" }).click();
    await page.getByText("fall back").waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
    await page.getByRole("heading", { name: "Themes" }).waitFor();
    expect(await page.getByText("back-again").count()).toBe(0);
    await page.context().close();
  });
});

describe("the way from a token to a snippet", () => {
  it("can be gone by keyboard alone", async () => {
    const page = await openStudio(browser, newsroom);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const { keyboard } = page;
    const press = async (control: Locator) => {
      await tabTo(control);
      await keyboard.press("Enter");
    };
    await tabTo(page.locator(".front #token"));
    await keyboard.type(tokenOf(newsroom));
    await keyboard.press("Enter");
    await press(page.getByRole("link", { name: "New theme" }));
    await tabTo(page.getByLabel("Name", { exact: true }));
    await keyboard.type("Without a Mouse");
    await press(page.getByRole("button", { name: "Broadsheet", exact: true }));
    await press(button(page, "Publish"));
    await note(page).getByText("is published").waitFor();
    await press(note(page).getByRole("button", { name: "Put it on your page" }));
    await press(page.locator(".snippet button").first());
    await page.getByRole("button", { name: "Copied" }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('theme="without-a-mouse"');
    await page.context().close();
  });
});

describe("a snippet", () => {
  it("has exactly the attributes chosen, is confirmed when copied, and shows what the preview showed", async () => {
    const page = await publishedTheme("On a Page");
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("link", { name: "Put it on your page" }).click();
    await forThisPlace(page, "Layout").selectOption("strip");
    await forThisPlace(page, "Language").selectOption("uk");
    const shown = counter(page);
    await expect.poll(() => shown.getAttribute("layout")).toBe("strip");
    expect(await shown.getAttribute("lang")).toBe("uk");

    await page.locator(".snippet button").first().click();
    await page.getByRole("button", { name: "Copied" }).waitFor();
    const snippet = await page.evaluate(() => navigator.clipboard.readText());
    expect(snippet).toContain(`src="${newsroom.origin}/embed/v1.js"`);
    expect(snippet).toContain('<desertion-stats theme="on-a-page" layout="strip" lang="uk">');
    await page.context().close();
  });

  it("can be of a comparison, in every way out and as the theme is edited, once its periods are named", async () => {
    const page = await publishedTheme("Side by Side");
    await page.getByRole("link", { name: "Put it on your page" }).click();
    await page.locator(".snippet").first().waitFor();
    await forThisPlace(page, "Layout").selectOption("compare");
    await forThisPlace(page, "Unit").selectOption("cases-received");
    await forThisPlace(page, "What is counted").selectOption("awol");
    expect(await forThisPlace(page, "Chart").count()).toBe(0);
    await page.getByText("Name the period and what it is compared with").waitFor();
    expect(await page.locator(".snippet").count()).toBe(0);

    const period = page.getByLabel("Period", { exact: true });
    await period.fill("2023-H3");
    await page.locator("#period-note.wrong").getByText("“2023-H3” isn’t a period").waitFor();
    expect(await period.getAttribute("aria-invalid")).toBe("true");
    await period.fill("2023-H1");
    await page.getByLabel("Compared with").fill("2022, 2021");
    const codes = page.locator(".snippet code");
    await expect.poll(() => codes.filter({ hasText: "mj-image" }).count()).toBe(1);
    expect(await codes.first().textContent()).toContain(
      '<desertion-stats theme="side-by-side" layout="compare" period="2023-H1" with="2022,2021" measure="cases-received" offence="awol">',
    );
    // The frame's lines for its page name no counter.
    for (const code of await codes.filter({ hasNotText: "addEventListener" }).allTextContents())
      expect(code).toContain("2023-H1");

    const shown = () => page.frameLocator(".stand");
    await counter(page).locator("[part~=bars]").waitFor();
    expect(await counter(page).locator("[part~=sentence]").textContent()).toContain("2,076");
    await choice(page, "How it gets there").selectOption("frame");
    await shown().frameLocator("iframe").locator("[part~=bars]").waitFor();
    // In mail a screen of one point a pixel gets the smaller of the two.
    for (const [way, width] of [
      ["image", 1_200],
      ["mail", 440],
    ] as const) {
      await choice(page, "How it gets there").selectOption(way);
      const picture = shown().locator("img[src^='blob:']");
      await picture.waitFor();
      expect(await picture.evaluate((img) => (img as HTMLImageElement).naturalWidth), way).toBe(width);
    }
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 900 });
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(faultsOf(page)).toEqual([]);
    await page.context().close();
  });

  it("says when the preview is ahead of what pages show", async () => {
    const page = await publishedTheme("Ahead");
    const caveat = page.getByText("The preview shows changes that aren’t published.");
    await page.getByRole("link", { name: "Put it on your page" }).click();
    await page.locator(".snippet").first().waitFor();
    expect(await caveat.count()).toBe(0);
    await page.getByRole("link", { name: "Look", exact: true }).click();
    await open(page, "Layout and size");
    await page.getByLabel("Spacing").selectOption("airy");
    await page.getByRole("link", { name: "Put it on your page" }).click();
    await caveat.waitFor();
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await caveat.waitFor({ state: "detached" });
    await page.context().close();
  });

  it("can be pinned to the bytes of the manifest", async () => {
    const page = await publishedTheme("Pinned");
    await page.getByRole("link", { name: "Put it on your page" }).click();
    const { file, integrity } = (await (await fetch(`${newsroom.origin}/embed/manifest.json`)).json()) as {
      file: string;
      integrity: string;
    };
    const pinned = page.locator(".snippet code").filter({ hasText: "integrity" });
    await pinned.waitFor();
    expect(await pinned.textContent()).toContain(`/embed/${file}"`);
    expect(await pinned.textContent()).toContain(`integrity="${integrity}"`);
    await page.context().close();
  });
});

describe("every view of the themes", () => {
  it.each([
    ["en", 1280],
    ["ru", 768],
    ["uk", 360],
  ] as const)("has no violation that axe finds, and fits: %s, %i pixels", async (lang, width) => {
    const page = await openStudio(browser, newsroom, "", { lang, width });
    await page.locator(".front h1").waitFor();
    expect(await violations(page)).toEqual([]);
    await signIn(page, tokenOf(newsroom));
    await page.locator(".themes").waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    for (const address of [
      "#/new",
      "#/themes/default",
      "#/themes/default/snippets",
      "#/themes/default/versions",
    ]) {
      await page.goto(page.url().replace(/#.*|$/, address));
      await counter(page).locator("[part~=number]").waitFor();
      expect(await violations(page), address).toEqual([]);
      expect(await overflow(page), address).toBeLessThanOrEqual(0);
    }
    expect(faultsOf(page)).toEqual([]);
    await page.context().close();
  });
});
