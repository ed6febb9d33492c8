import { readdirSync } from "node:fs";
import type { Page } from "playwright";
import { beforeAll, describe, expect, it } from "vitest";
import { FRAME_LAYOUTS } from "../../worker/contract/embed.ts";
import { furnish } from "./furnished.ts";
import { countAsks, settles } from "./settled.ts";
import { useBrowser, useNewsroom } from "./stage.ts";
import { openIn, openStudio, signIn, tokenOf } from "./studio.ts";
import { openView, studioViews, unfold } from "./studio-views.ts";

const browser = useBrowser();
const newsroom = useNewsroom("--var", "POINTER_MAX_AGE_MS:0");
let batch: string;

beforeAll(async () => {
  batch = await furnish(newsroom);
});

/**
 * What Chromium says of any frame with these two words. The studio's preview needs both: its scripts run, and read this
 * deployment's own answers. What it sandboxes is the snippet that an editor pastes, which is this deployment's own, too.
 */
const OF_THE_PREVIEW =
  "An iframe which has both allow-scripts and allow-same-origin for its sandbox attribute can escape its sandboxing.";

/** What a page complains of: in the console, by an exception, by a request without an answer or refused, by its policy. */
async function listen(page: Page): Promise<string[]> {
  const heard: string[] = [];
  page.on("console", (message) => {
    const isComplaint = message.type() === "error" || message.type() === "warning";
    if (isComplaint && message.text() !== OF_THE_PREVIEW) heard.push(message.text());
  });
  page.on("pageerror", (error) => heard.push(String(error)));
  page.on("requestfailed", (request) => {
    // What isn't needed any more, since another page was opened, is nobody's fault.
    const { errorText = "" } = request.failure() ?? {};
    if (errorText !== "net::ERR_ABORTED") heard.push(`${request.url()}: ${errorText}`);
  });
  page.on("response", (answer) => {
    if (answer.status() >= 400) heard.push(`${answer.url()}: ${answer.status()}`);
  });
  await page.exposeFunction("refusedByPolicy", (what: string) => heard.push(what));
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
      (window as unknown as { refusedByPolicy(what: string): void }).refusedByPolicy(
        `${violatedDirective}: ${blockedURI}`,
      ),
    );
  });
  return heard;
}

describe("a visit leaves the browser’s console clean, asks for nothing that isn’t there, and breaks no policy", () => {
  const guides = readdirSync("docs").flatMap((file) =>
    file.endsWith(".md") ? [`/guides/${file.replace(".md", "")}`] : [],
  );
  const embeds = [
    ...FRAME_LAYOUTS,
    "compare&measure=cases-received&article=337&period=2023-H1&with=2022,2021",
  ].map((layout) => `/embed?layout=${layout}`);
  const others = [
    "/history",
    "/history?granularity=month&lang=uk",
    "/methodology",
    "/studio",
    "/studio#/new",
  ];
  const pages = [
    "/",
    "/?lang=ru&scheme=dark",
    "/docs",
    "/guides/",
    ...guides,
    "/embed",
    ...embeds,
    ...others,
  ];

  it(`of each page: ${pages.join(", ")}`, async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const heard = await listen(page);
    for (const address of pages) {
      await page.goto(newsroom.origin + address, { waitUntil: "load" });
      for (const counter of await page.locator("desertion-stats:visible").all()) {
        await counter.scrollIntoViewIfNeeded();
        await counter.locator("[part~=number]").waitFor();
      }
      await page.waitForLoadState("networkidle");
      expect(heard, address).toEqual([]);
    }
    await page.close();
  });

  it("of each view of the studio, with all that is folded", async () => {
    const studio = await openStudio(browser, newsroom);
    await signIn(studio, tokenOf(newsroom));
    const page = await openIn(studio.context(), "about:blank");
    const heard = await listen(page);
    await page.addInitScript(countAsks);
    await page.goto(`${newsroom.origin}/studio?lang=en`);
    for (const view of studioViews(batch)) {
      await openView(page, view);
      await settles(page);
      await unfold(page);
      await settles(page);
      expect(heard, view.at).toEqual([]);
    }
    await studio.context().close();
  });
});
