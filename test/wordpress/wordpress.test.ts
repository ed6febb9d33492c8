import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zipSync } from "fflate";
import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pluginFiles } from "../../widget/package/wordpress/build/plugin.ts";
import type { Summary } from "../../worker/contract/summary.ts";
import { useBrowser, useReadersNewsroom } from "../e2e/stage.ts";
import { PASSWORD, type Site, startSite } from "./site.ts";

const NUMBER = "desertion-stats [part~=number]";
/** The narrowest phone that is common. */
const PHONE = { width: 360, height: 800 };

/** What a slow machine takes to show an editor (ms); what takes longer won't come. */
const PATIENCE_MS = 60_000;

const browser = useBrowser();
const newsroom = useReadersNewsroom();

let site: Site;
beforeAll(async () => {
  site = await startSite(newsroom.origin);
});
afterAll(() => site?.stop());

const picture = async (page: Page, name: string) => {
  const folder = process.env.PICTURES;
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
};

/** A browser in which somebody works on the site. */
async function signedIn(user: string, locale = ""): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  context.setDefaultTimeout(PATIENCE_MS);
  if (locale) await context.addCookies([{ name: "site-locale", value: locale, url: site.origin }]);
  const page = await context.newPage();
  await page.goto(`${site.origin}/wp-login.php`);
  await page.locator("#user_login").fill(user);
  await page.locator("#user_pass").fill(PASSWORD);
  await page.locator("#wp-submit").click();
  await page.locator("#wpadminbar").waitFor();
  return page;
}

/** The block editor with a new post, without the tour that greets newcomers. */
async function newPost(page: Page, title: string): Promise<void> {
  await page.goto(`${site.origin}/wp-admin/post-new.php`);
  await page.waitForFunction(() => "wp" in window && document.querySelector(".editor-post-title__input"));
  await page.evaluate(() => {
    const { wp } = window as unknown as {
      wp: { data: { dispatch(store: string): { set(scope: string, name: string, value: boolean): void } } };
    };
    wp.data.dispatch("core/preferences").set("core/edit-post", "welcomeGuide", false);
  });
  await page.locator(".editor-post-title__input").fill(title);
  await page.keyboard.press("Enter");
}

/** Embeds an address. Of a pasted one the editor makes the same block, but only if it begins with https. */
async function embed(page: Page, address: string): Promise<void> {
  await page.keyboard.type("/embed");
  await page.getByRole("option", { name: "Embed", exact: true }).click();
  await page.getByPlaceholder("Enter URL to embed here…").fill(address);
  await page.keyboard.press("Enter");
  await page.locator("[data-type='core/embed'] iframe").waitFor();
}

/** Publishes the post as its author does, and gives its address. */
async function publish(page: Page): Promise<string> {
  await page.locator(".editor-post-publish-panel__toggle").click();
  await page.locator(".editor-post-publish-panel .editor-post-publish-button").click();
  const link = page.locator(".post-publish-panel__postpublish-buttons a").first();
  await link.waitFor();
  return (await link.getAttribute("href")) ?? "";
}

/** A reader's page, which collects what goes wrong and what is asked for. */
async function read(
  address: string,
  { viewport = { width: 1000, height: 900 }, javaScriptEnabled = true } = {},
) {
  const context = await browser.newContext({ viewport, javaScriptEnabled });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const faults: string[] = [];
  const asked: string[] = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(address);
  expect(await page.locator("body").textContent()).not.toMatch(/(Warning|Notice|Deprecated|Fatal error): /);
  return { page, faults, asked, close: () => context.close() };
}

const summary = async (query: string) =>
  ((await (await fetch(`${newsroom.origin}/v1/summary?lang=en&${query}`)).json()) as Summary).text;

/** What of the page, or of a frame in it, can't be seen without scrolling sideways, or at all. */
const cutOff = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function framed(page: Page) {
  const handle = await page.locator("iframe[src*='/embed']").elementHandle();
  const frame = await handle!.contentFrame();
  await frame!.locator(NUMBER).waitFor();
  const room = () =>
    frame!.evaluate(() => {
      const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement;
      return [Math.max(0, scrollHeight - clientHeight), Math.max(0, scrollWidth - clientWidth)];
    });
  return { frame: frame!, handle: handle!, room };
}

describe("the plugin in Debian's WordPress", () => {
  let admin: Page;
  let address: string;

  it("is installed from its zip by an administrator, and takes the service's address", async () => {
    admin = await signedIn("admin");
    const folder = mkdtempSync(join(tmpdir(), "ds-zip-"));
    const zip = join(folder, "desertion-stats.zip");
    writeFileSync(zip, zipSync(pluginFiles("0.0.1")));
    await admin.goto(`${site.origin}/wp-admin/plugin-install.php?tab=upload`);
    await admin.locator("#pluginzip").setInputFiles(zip);
    await admin.locator("#install-plugin-submit").click();
    await admin.getByRole("link", { name: "Activate Plugin" }).click();
    await admin.getByText("Plugin activated.").waitFor();
    rmSync(folder, { recursive: true });

    await admin.goto(`${site.origin}/wp-admin/options-general.php?page=desertion_stats`);
    const field = admin.getByLabel("Address of the service");
    // Whatever page of the service was in the clipboard.
    await field.fill(`${newsroom.origin}/studio?lang=en`);
    await admin.getByRole("button", { name: "Save Changes" }).click();
    await admin.getByText("Settings saved.").waitFor();
    expect(await field.inputValue()).toBe(newsroom.origin);
    await field.evaluate((input) => input.setAttribute("type", "text"));
    await field.fill("javascript:alert(1)");
    await admin.getByRole("button", { name: "Save Changes" }).click();
    await admin.getByText("That isn’t the address of a website.").waitFor();
    expect(await field.inputValue()).toBe(newsroom.origin);
    await picture(admin, "settings");
  });

  it.each(["admin", "author"])(
    "lets %s put the block into a post by name, and choose what it counts",
    async (user) => {
      const page = user === "admin" ? admin : await signedIn(user);
      const faults: string[] = [];
      page.on("console", (message) => /error/.test(message.type()) && faults.push(message.text()));
      await newPost(page, `A post by ${user}`);
      await page.keyboard.type("/desertion");
      await page.getByRole("option", { name: "Desertion statistics" }).waitFor();
      await page.keyboard.press("Enter");
      const block = page.locator("[data-type='desertion-stats/counter']");
      await block.waitFor();
      const preview = block.frameLocator("iframe").locator(NUMBER);
      await preview.waitFor();
      await page.getByLabel("What is counted").selectOption("awol");
      const { qualifier, number } = await summary("offence=awol");
      await expect.poll(() => preview.textContent()).toBe([qualifier, number].filter(Boolean).join(" "));
      await picture(page, `editor-${user}`);
      address = await publish(page);
      expect(faults.filter((fault) => /desertion|validation/i.test(fault))).toEqual([]);

      const saved = site.php(`echo get_posts(array("numberposts" => 1))[0]->post_content;`);
      const words = "Russian soldiers convicted of absence without leave";
      expect(saved).toContain(`<a href="${newsroom.origin}/embed?offence=awol&amp;lang=en">${words}</a>`);

      // Opened again, it is still what was saved.
      await page.goto(`${site.origin}/wp-admin/edit.php`);
      await page.getByRole("link", { name: `“A post by ${user}” (Edit)` }).click();
      await block.waitFor();
      expect(await page.getByText("This block contains unexpected or invalid content").count()).toBe(0);
      if (user !== "admin") await page.context().close();
    },
  );

  it("shows the endpoint's number to readers, by one script of the type module", async () => {
    const { page, faults, close } = await read(address);
    await page.locator(NUMBER).waitFor();
    const { qualifier, number } = await summary("offence=awol");
    expect(await page.locator(NUMBER).textContent()).toBe([qualifier, number].filter(Boolean).join(" "));
    const scripts = page.locator(`script[src^="${newsroom.origin}"]`);
    expect(
      await scripts.evaluateAll((all) =>
        all.map((one) => [one.getAttribute("type"), one.getAttribute("src")]),
      ),
    ).toEqual([["module", `${newsroom.origin}/embed/v1.js`]]);
    await picture(page, "post");
    await page.setViewportSize(PHONE);
    expect(await cutOff(page)).toBe(0);
    await picture(page, "post-phone");
    expect(faults).toEqual([]);
    await close();
  });

  it("shows words with a link to readers without JavaScript, and in the feed", async () => {
    const { page, close } = await read(address, { javaScriptEnabled: false });
    const link = page.locator("desertion-stats a");
    expect(await link.isVisible()).toBe(true);
    expect(await link.getAttribute("href")).toBe(`${newsroom.origin}/embed?offence=awol&lang=en`);
    await close();
    const feed = await (await fetch(`${site.origin}/?feed=rss2`)).text();
    expect(feed).toContain(
      `<a href="${newsroom.origin}/embed?offence=awol&#038;lang=en">Russian soldiers convicted`,
    );
    expect(feed).not.toContain("<desertion-stats");
  });

  it("loads nothing on a page without a counter", async () => {
    const page = await read(`${site.origin}/?p=1`);
    expect(page.asked.filter((url) => !url.startsWith(site.origin) || url.includes("desertion"))).toEqual([]);
    await page.close();
  });

  it("has a shortcode with the snippet's options, for an author who may post no HTML, twice on a page", async () => {
    const page = await signedIn("author");
    await newPost(page, "Shortcodes");
    await page.keyboard.type('[desertion-stats layout="strip" offence="awol" chart="bars" lang="uk"]');
    await page.keyboard.press("Enter");
    await page.keyboard.type("Words between an open one and a closed one.");
    await page.keyboard.press("Enter");
    await page.keyboard.type(
      'Courts passed [desertion-stats layout="inline"]about 200[/desertion-stats] sentences.',
    );
    const post = await publish(page);
    await page.context().close();

    const reader = await read(post, { viewport: PHONE });
    const numbers = reader.page.locator(NUMBER);
    await numbers.nth(1).waitFor();
    expect(await numbers.count()).toBe(2);
    const uk = (await (await fetch(`${newsroom.origin}/v1/summary?lang=uk&offence=awol`)).json()) as Summary;
    expect(await numbers.first().textContent()).toBe(`${uk.text.qualifier} ${uk.text.number}`.trim());
    const between = reader.page.getByText("Words between an open one");
    expect(await between.count(), await reader.page.locator(".entry-content").innerHTML()).toBe(1);
    expect(await between.isVisible()).toBe(true);
    const inline = await summary("");
    expect((await numbers.nth(1).textContent())?.replaceAll("\u00a0", " ")).toBe(
      `${inline.qualifier} ${inline.number}`.trim(),
    );
    expect(await reader.page.locator(`script[src="${newsroom.origin}/embed/v1.js"]`).count()).toBe(1);
    expect(await cutOff(reader.page)).toBe(0);
    expect(reader.faults).toEqual([]);
    await picture(reader.page, "shortcodes-phone");
    await reader.close();
  });

  it("shows no number for an option that it doesn't know, and tells editors alone why", async () => {
    const render = (user: string) =>
      site.php(
        `wp_set_current_user((int) (get_user_by("login", "${user}")->ID ?? 0)); echo do_shortcode('[desertion-stats offense="awol"]');`,
      );
    expect(render("")).toBe("Statistics of Russian military courts, with sources");
    expect(render("author")).toContain("doesn’t know the option offense. It knows: measure, offence,");
  });

  it("lets nothing that is typed become markup", () => {
    const evil = `"><script>alert(1)</script>`;
    const made = site.php(
      `echo desertion_stats_counter(array("theme" => ${JSON.stringify(evil)}, "heading" => ""), ${JSON.stringify(evil)});
       echo desertion_stats_render_block(array("offence" => ${JSON.stringify(evil)}, "onload" => "x"));`,
    );
    expect(made).not.toMatch(/<script|onload/);
    expect(made).toContain('heading=""');
  });

  it("makes a pasted address a frame as high as its counter, whose links work, on a phone, too", async () => {
    const page = await signedIn("author");
    await newPost(page, "An address");
    await embed(page, `${newsroom.origin}/embed?offence=awol`);
    await picture(page, "editor-embed");
    const post = await publish(page);
    await page.context().close();

    for (const viewport of [PHONE, { width: 1000, height: 900 }]) {
      const reader = await read(post, { viewport });
      const { frame, handle, room } = await framed(reader.page);
      expect(await handle.getAttribute("sandbox")).toContain("allow-popups");
      expect(await reader.page.locator("blockquote").count()).toBe(0);
      await expect.poll(room).toEqual([0, 0]);
      expect(await cutOff(reader.page)).toBe(0);
      const { qualifier, number } = await summary("offence=awol");
      expect(await frame.locator(NUMBER).textContent()).toBe(`${qualifier} ${number}`.trim());
      expect(reader.faults).toEqual([]);
      await picture(reader.page, `address-${viewport.width}`);
      await reader.close();
    }
  });

  it.each([
    ["uk", "Статистика СЗЧ і дезертирства", "Що підраховано"],
    ["ru_RU", "Статистика СОЧ и дезертирства", "Что подсчитано"],
  ])("speaks the site's language in the editor: %s", async (locale, title, label) => {
    const page = await signedIn("author", locale);
    await newPost(page, "…");
    await page.keyboard.type(`/${title.slice(0, 10)}`);
    await page.getByRole("option", { name: title }).waitFor();
    await page.keyboard.press("Enter");
    await page.getByLabel(label).waitFor();
    const preview = page.frameLocator("[data-type='desertion-stats/counter'] iframe").locator("html");
    expect(await preview.getAttribute("lang")).toBe(locale.slice(0, 2));
    await picture(page, `editor-${locale}`);
    await page.context().close();
  });

  it("leaves words with a link in its posts when it is switched off, and nothing when it is deleted", async () => {
    await admin.goto(`${site.origin}/wp-admin/plugins.php`);
    await admin.locator("#deactivate-desertion-stats").click();
    await admin.getByText("Plugin deactivated.").waitFor();
    const { page, asked, close } = await read(address);
    const link = page.getByRole("link", { name: "Russian soldiers convicted" });
    expect(await link.getAttribute("href")).toBe(`${newsroom.origin}/embed?offence=awol&lang=en`);
    expect(asked.filter((url) => url.startsWith(newsroom.origin))).toEqual([]);
    await picture(page, "switched-off");
    await close();

    const option = `var_export(get_option("desertion_stats_host"));`;
    expect(site.php(option)).toBe(`'${newsroom.origin}'`);
    admin.on("dialog", (dialog) => dialog.accept());
    await admin.locator("#delete-desertion-stats").click();
    await admin.getByText("was successfully deleted").waitFor();
    expect(site.php(option)).toBe("false");
  });
});

describe("Debian's WordPress without the plugin", () => {
  it("makes an author's pasted address a sandboxed frame, as high as its counter on a phone", async () => {
    const page = await signedIn("author");
    await newPost(page, "An address for a bare WordPress");
    await embed(page, `${newsroom.origin}/embed?layout=strip`);
    const post = await publish(page);
    await page.context().close();

    for (const viewport of [PHONE, { width: 1000, height: 900 }]) {
      const reader = await read(post, { viewport });
      const { frame, handle, room } = await framed(reader.page);
      expect(await handle.getAttribute("sandbox")).toBe("allow-scripts");
      await expect.poll(room).toEqual([0, 0]);
      expect(await cutOff(reader.page)).toBe(0);
      expect(await reader.page.locator("blockquote").isVisible()).toBe(false);
      const { qualifier, number } = await summary("");
      expect(await frame.locator(NUMBER).textContent()).toBe(`${qualifier} ${number}`.trim());
      await picture(reader.page, `bare-${viewport.width}`);
      await reader.close();
    }
  });

  it("keeps an author's picture and link of the guide's section on mail", async () => {
    const kept = site.php(
      `echo wp_kses_post('<a href="${newsroom.origin}/embed?lang=en"><img src="${newsroom.origin}/v1/card.png?lang=en&amp;size=600x400" width="600" height="400" alt="Convictions" /></a>');`,
    );
    expect(kept).toContain(
      `<a href="${newsroom.origin}/embed?lang=en"><img src="${newsroom.origin}/v1/card.png`,
    );
    expect(kept).toContain('alt="Convictions"');
  });
});
