import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AuditBody } from "../../worker/contract/audit.ts";
import { EMAIL_OF, TEAM } from "../fixtures/access-team.ts";
import { type AccessNewsroom, startWithAccess } from "./access-newsroom.ts";
import { stateFolder } from "./newsroom.ts";
import { useBrowser } from "./stage.ts";
import { openIn } from "./studio.ts";

const PSEUDONYM = /^access:[0-9a-f]{12}$/;
const state = stateFolder();
const browser = useBrowser();
let newsroom: AccessNewsroom;

beforeAll(async () => {
  newsroom = await startWithAccess(state.folder);
});

afterAll(async () => {
  await newsroom?.stop();
  state.remove();
});

/** The studio of somebody whom Access has let in, with the cookie that it gave their browser. */
async function studioOf(email: string): Promise<Page> {
  const context = await browser.newContext({ locale: "en" });
  const value = await newsroom.team.sign({ email });
  await context.addCookies([{ name: "CF_Authorization", value, url: newsroom.origin, httpOnly: true }]);
  return openIn(context, `${newsroom.origin}/studio?lang=en`);
}

describe("the studio behind Cloudflare Access", () => {
  it("knows an editor without a token, and lets them publish a theme under their pseudonym", async () => {
    const page = await studioOf(EMAIL_OF.editor);
    await page
      .locator(".who span")
      .getByText(/access:[0-9a-f]{12}/)
      .waitFor();
    expect(await page.locator("#token").isVisible()).toBe(false);
    await page.goto(page.url().replace(/#.*|$/, "#/new"));
    await page.getByLabel("Name", { exact: true }).fill("Evening paper");
    await page.locator(".actions").getByRole("button", { name: "Publish", exact: true }).click();
    await page.locator(".actions .note").getByText("is published").waitFor();

    const admin = { "Cf-Access-Jwt-Assertion": await newsroom.team.sign({ email: EMAIL_OF.admin }) };
    const audit = await (await fetch(`${newsroom.origin}/v1/audit`, { headers: admin })).text();
    const { entries } = JSON.parse(audit) as AuditBody;
    expect(entries.map(({ who, action, subject }) => [who, action, subject])).toEqual([
      [expect.stringMatching(PSEUDONYM), "theme-publish", "evening-paper"],
      [expect.stringMatching(PSEUDONYM), "theme-draft", "evening-paper"],
    ]);
    expect(audit).not.toContain(EMAIL_OF.editor);
    expect(newsroom.team.asked).toEqual([`https://${TEAM}/cdn-cgi/access/certs`]);
  });

  it("signs out where they have signed in", async () => {
    const page = await studioOf(EMAIL_OF.editor);
    await page.locator(".who").getByRole("button", { name: "Sign out" }).click();
    await page.waitForURL(`${newsroom.origin}/cdn-cgi/access/logout`);
  });

  it("asks whoever has no role for a token", async () => {
    const page = await studioOf("somebody@nowhere.example");
    await page.locator(".front #token").waitFor();
    expect(await page.locator(".who span").count()).toBe(0);
  });
});
