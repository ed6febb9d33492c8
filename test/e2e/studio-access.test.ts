import type { BrowserContext, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AuditBody } from "../../worker/contract/audit.ts";
import { EMAIL_OF, TEAM } from "../fixtures/access-team.ts";
import { type AccessNewsroom, startWithAccess } from "./access-newsroom.ts";
import { stateFolder } from "./newsroom.ts";
import { useBrowser } from "./stage.ts";
import { openIn } from "./studio.ts";

const PSEUDONYM = /^access:[0-9a-f]{12}$/;
const PSEUDONYM_IN_TEXT = /access:[0-9a-f]{12}/;
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

/** Access lets somebody in: it gives their browser its cookie, in place of an earlier one. */
async function letIn(context: BrowserContext, email: string, expires = 86_400): Promise<void> {
  const exp = Math.floor(Date.now() / 1_000) + expires;
  const value = await newsroom.team.sign({ email, exp });
  await context.addCookies([{ name: "CF_Authorization", value, url: newsroom.origin, httpOnly: true }]);
}

/** The studio of somebody whom Access has let in. */
async function studioOf(email: string): Promise<Page> {
  const context = await browser.newContext({ locale: "en" });
  await letIn(context, email);
  return openIn(context, `${newsroom.origin}/studio?lang=en`);
}

describe("the studio behind Cloudflare Access", () => {
  it("knows an editor without a token, and lets them publish a theme under their pseudonym", async () => {
    const page = await studioOf(EMAIL_OF.editor);
    await page.locator(".who span").getByText(PSEUDONYM_IN_TEXT).waitFor();
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

  /** The Worker's own check stands behind Access. */
  const refuse = (page: Page) => letIn(page.context(), EMAIL_OF.editor, -3_600);
  /** Access sends to another site, and no script may follow it there. */
  const sendAway = (page: Page) =>
    page.route("**/v1/**", (route) =>
      route.fulfill({ status: 302, headers: { location: `https://${TEAM}/cdn-cgi/access/login` } }),
    );
  const cancel = (page: Page) => page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
  /** Back from the other tab. */
  const comeBack = async (page: Page) => {
    await page.evaluate(() => dispatchEvent(new Event("focus")));
    await page.getByRole("dialog").waitFor({ state: "hidden" });
  };

  it.each([
    ["refused, and cancelled", refuse, cancel],
    ["refused, and come back", refuse, comeBack],
    ["sent away, and come back", sendAway, comeBack],
  ])("keeps the work of whose sign-in has run out, until it is renewed: %s", async (name, end, back) => {
    const page = await studioOf(EMAIL_OF.editor);
    await page.locator(".who span").waitFor();
    await page.goto(page.url().replace(/#.*|$/, "#/new"));
    await page.getByLabel("Name", { exact: true }).fill(name);
    const publish = page.locator(".actions").getByRole("button", { name: "Publish", exact: true });

    await end(page);
    await publish.click();
    await page.getByText("If your sign-in with Cloudflare Access has run out").waitFor();
    expect(await page.getByLabel("Name", { exact: true }).inputValue()).toBe(name);

    await page.unrouteAll();
    await letIn(page.context(), EMAIL_OF.editor);
    await back(page);
    await publish.click();
    await page.locator(".actions .note").getByText("is published").waitFor();
    await page.locator(".who span").getByText(PSEUDONYM_IN_TEXT).waitFor();
  });
});
