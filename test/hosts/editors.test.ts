import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { firstSnippet, snippets } from "../e2e/guide.ts";
import { useBrowser } from "../e2e/stage.ts";
import { type RunningApp, startEditors } from "./apps.ts";

const browser = useBrowser();
let app: RunningApp;
let page: Page;
beforeAll(async () => {
  app = await startEditors();
  page = await browser.newPage();
  // Addresses of a deployment that isn't there.
  await page.route("https://HOST/**", (route) => route.fulfill({ status: 204 }));
  await page.goto(app.origin);
  await page.waitForFunction(() => "editors" in globalThis);
});
afterAll(async () => {
  await page?.close();
  await app?.stop();
});

/** What an editor gives back of HTML that was put into it. */
const through = (editor: string, html: string) =>
  page.evaluate(
    async ([name, put]) =>
      (
        globalThis as unknown as { editors: Record<string, (html: string) => string | Promise<string>> }
      ).editors[name]?.(put) ?? "",
    [editor, html] as const,
  );

/** The guide's blocks by what they have in them. */
const block = (has: string) => snippets("html").find((html) => html.includes(has)) ?? "";

/** What can be left of the snippet: all of it, its words with their link, or nothing. */
function leftOfSnippet(html: string): string {
  const words =
    /<a [^>]*href="https:\/\/HOST\/v1\/figures"[^>]*>(?:<span[^>]*>)?Russian(?:\s|&nbsp;)soldiers/;
  const isWhole =
    /<script type="module" src="https:\/\/HOST\/embed\/v1\.js">/.test(html) && /<desertion-stats>/.test(html);
  if (!words.test(html)) return "nothing";
  return isWhole ? "all" : "words";
}

/** Of a frame: the frame, its address as a link, or nothing. */
function leftOfFrame(html: string): string {
  if (/<iframe [^>]*src="https:\/\/HOST\/embed\?lang=en"/.test(html)) return "frame";
  return html.includes('href="https://HOST/embed?lang=en"') ? "link" : "nothing";
}

/** Of the picture with its link: both, the link alone, or nothing. */
function leftOfPicture(html: string): string {
  if (!html.includes('href="https://HOST/embed?lang=en"')) return "nothing";
  return /<img [^>]*src="https:\/\/HOST\/v1\/card\.png/.test(html) ? "picture" : "link";
}

describe("what editors leave of the guide's blocks, as the guide's table says", () => {
  it.each([
    ["TinyMCE", "words", "frame", "picture"],
    ["CKEditor", "words", "nothing", "nothing"],
    ["Quill", "words", "link", "picture"],
    ["Tiptap", "words", "nothing", "nothing"],
    ["Lexical", "words", "nothing", "link"],
    ["Trix", "words", "nothing", "picture"],
    ["Editor.js", "nothing", "nothing", "nothing"],
    ["TinyMCE that knows the tag", "all", "frame", "picture"],
    ["CKEditor’s HTML embed", "all", "frame", "picture"],
    ["Editor.js’s raw HTML", "all", "frame", "picture"],
  ])("%s: of the snippet %s, of the frame %s, of the picture %s", async (name, snippet, frame, picture) => {
    expect({
      snippet: leftOfSnippet(await through(name, firstSnippet())),
      frame: leftOfFrame(await through(name, block("<iframe"))),
      picture: leftOfPicture(await through(name, block("<img"))),
    }).toEqual({ snippet, frame, picture });
  });

  it("TinyMCE takes all rights from a frame, so that it has to show the number without a script", async () => {
    expect(await through("TinyMCE", block("<iframe"))).toContain('sandbox=""');
  });
});
