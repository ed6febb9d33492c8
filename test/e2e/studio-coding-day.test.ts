import type { Page } from "playwright";
import { beforeAll, describe, expect, it } from "vitest";
import type { CodedValues, CodingBody, CodingCase, StandingCoding } from "../../worker/contract/coding.ts";
import type { CourtCase } from "../../worker/contract/court-case.ts";
import { type Desk, deskOf, publishBatch, publishCases, tokenFor, verdicts } from "./coding-room.ts";
import { useBrowser, useNewsroom } from "./stage.ts";
import { faultsOf, openStudio, signIn, tabTo } from "./studio.ts";

const browser = useBrowser();
const newsroom = useNewsroom("--var", "POINTER_MAX_AGE_MS:0");

/** Convictions of which nothing is coded. */
const CASES = verdicts(270);
/** How many the first coder codes, and the second meanwhile. */
const [HERS, HIS] = [200, 30];

let desk: Desk;
let anna: string;
let boris: string;
beforeAll(async () => {
  desk = deskOf(newsroom);
  await publishCases(desk, CASES, "Verdicts");
  [anna, boris] = [await tokenFor(desk, "coder A"), await tokenFor(desk, "coder B")];
});

/** What the `at`-th verdict is coded as, and the keys for it. */
function reading(at: number): { keys: string; values: CodedValues } {
  const term = 6 + (at % 90);
  const services = { m: "mobilised", c: "contract", k: "conscript", o: "officer", u: "unknown" } as const;
  const key = (["m", "c", "k", "o", "u"] as const)[at % 5]!;
  const service = services[key];
  if (at % 11 === 0) {
    const values = { outcome: "acquitted", sentence: "unknown", term_months: null, service } as const;
    return { keys: `a${key}`, values };
  }
  const sentence = at % 2 ? "suspended" : "imprisonment";
  return {
    keys: `${key}${sentence === "suspended" ? "s" : "i"}${term}`,
    values: { outcome: "convicted", sentence, term_months: term, service },
  };
}

/** A coder at a window, who uses no mouse. */
class Coder {
  /** What they read, by number. */
  readonly read = new Map<string, CodedValues>();
  readonly page: Page;
  #at = 0;

  constructor(page: Page) {
    this.page = page;
  }

  get number() {
    return this.page.locator("#case");
  }

  /** Codes so many, each once. @returns the last one's number */
  async code(count: number): Promise<string> {
    let opened = "";
    for (let at = 0; at < count; at++) {
      opened = await this.type();
      expect(this.read.has(opened), `${opened} comes twice`).toBe(false);
      await this.save(opened);
    }
    return opened;
  }

  /** Types what is read in the verdict that is open, and doesn't save it. */
  async type(): Promise<string> {
    const opened = (await this.number.textContent())!;
    await this.page.keyboard.type(reading(this.#at).keys);
    return opened;
  }

  async save(opened: string): Promise<void> {
    await this.page.keyboard.press("Enter");
    this.read.set(opened, reading(this.#at).values);
    this.#at += 1;
    await this.number.filter({ hasNotText: opened }).waitFor();
  }

  /** Takes the last one back, and codes it otherwise. */
  async recode(last: string): Promise<void> {
    await this.page.keyboard.press("z");
    await this.number.filter({ hasText: last }).waitFor();
    expect(await this.page.locator("input[type=radio]:checked").count()).toBe(2);
    for (const _ of "000") await this.page.keyboard.press("Backspace");
    expect(await this.type()).toBe(last);
    await this.save(last);
  }

  async allArrived(): Promise<void> {
    await expect.poll(() => this.page.locator("#on-its-way").textContent(), { timeout: 20_000 }).toBe("");
  }

  /** What is before this window, in its order, as the service has it; renewed. */
  async before(as: Desk): Promise<CodingCase[]> {
    const window = await this.page.evaluate(() => sessionStorage.getItem("coding-desk"));
    return (await as<{ cases: CodingCase[] }>("POST", "/v1/coding/claims", { desk: window, count: 0 })).cases;
  }
}

async function coderWith(token: string): Promise<Coder> {
  const page = await openStudio(browser, newsroom, "#/coding");
  await signIn(page, token);
  await page.locator("#case").waitFor();
  return new Coder(page);
}

const codedOtherwise = { sentence: "fine", term_months: null, service: "officer", by_hand: true } as const;
const caseOf = (number: string): CourtCase => CASES.find(({ case_number }) => case_number === number)!;
const standing = async (as: Desk): Promise<Map<string, StandingCoding>> => {
  const { cases } = await as<{ cases: CourtCase[] }>("GET", "/v1/imports/export");
  return new Map(
    cases.map(({ case_number, outcome, sentence, term_months, service }) => [
      case_number,
      { outcome, sentence, term_months, service },
    ]),
  );
};

describe("two hundred verdicts", () => {
  it("are coded by keyboard alone, through lost answers, a lost line, a reload, another coder and other editions, and none is lost or coded twice", async () => {
    const [asAnna, asBoris] = [deskOf(newsroom, anna), deskOf(newsroom, boris)];
    const [hers, his] = [await coderWith(anna), await coderWith(boris)];
    const { page } = hers;
    // The answers of some requests get lost on the way back: what was sent is stored, and nobody here knows it.
    let sent = 0;
    await page.route("**/v1/coding/codings", async (route) => {
      sent += 1;
      if (sent % 29 !== 0) return route.continue();
      await route.fetch();
      return route.abort();
    });

    // Both at once.
    await Promise.all([hers.code(60), his.code(HIS)]);

    // The line is lost with as many before her as there can be.
    await hers.allArrived();
    await expect.poll(async () => (await hers.before(asAnna)).length).toBeGreaterThanOrEqual(8);
    await page.context().setOffline(true);
    const arrived = [...hers.read.keys()].at(-1)!;
    await hers.recode(arrived);
    await hers.recode(await hers.code(7));
    // What was taken back and what was coded anew, and seven.
    await page.getByText("can’t be reached. 9 of your codings wait").waitFor();
    await page.context().setOffline(false);
    await hers.allArrived();

    // It is closed in the middle of a verdict, with the last one on its way.
    await hers.code(32);
    await hers.type();
    await page.reload();
    await hers.number.waitFor();
    await hers.allArrived();

    // A third person publishes: two of what she has coded and three of what is before her are other than she saw them.
    await expect.poll(async () => (await hers.before(asAnna)).length).toBeGreaterThanOrEqual(8);
    const queued = (await hers.before(asAnna)).map(({ case_number }) => case_number);
    const [corrected, codedByOthers, withdrawn] = queued.slice(-3) as [string, string, string];
    const [decideAgain, goneDraft] = [...hers.read.keys()].slice(10, 12) as [string, string];
    const changed = [
      { ...caseOf(corrected), received_on: "2025-01-01" },
      { ...caseOf(codedByOthers), ...codedOtherwise },
      { ...caseOf(decideAgain), ...codedOtherwise },
    ];
    await publishCases(desk, changed, "Corrected by hand");
    for (const number of [withdrawn, goneDraft]) {
      const { case_uid } = caseOf(number);
      await desk("POST", "/v1/imports/withdraw", { case_uid, reason: "Entered twice by the court" });
    }
    // And the second coder, whose claim on it is taken to have expired, has coded what is under her hands.
    const { key, defendant, stands } = (await hers.before(asAnna))[0]!;
    const twice = queued[0]!;
    const collided = { key, defendant, round: "first", desk: "0".repeat(16), text: "read", seen: stands };
    const otherReading: CodedValues = { ...reading(2).values, term_months: 240 };
    await asBoris("PUT", "/v1/coding/codings", { ...collided, values: otherReading });
    await hers.code(1);
    await page.getByText(`${twice}: somebody else had coded it`).waitFor();
    await hers.code(3);
    await hers.allArrived();

    await hers.code(HERS - hers.read.size);
    await hers.allArrived();
    expect(hers.read.has(corrected)).toBe(true);
    expect([codedByOthers, withdrawn].filter((one) => hers.read.has(one) || his.read.has(one))).toEqual([]);
    expect([...hers.read.keys()].filter((one) => his.read.has(one))).toEqual([]);

    // What others have changed is named before anything is reviewed; she decides over one of the two.
    await tabTo(page.locator("#stage"));
    await page.keyboard.press("Enter");
    await page.getByText("Some of these records have changed since you looked").waitFor();
    await tabTo(page.getByRole("button", { name: `Open again: ${decideAgain}` }));
    await page.keyboard.press("Enter");
    await hers.number.filter({ hasText: decideAgain }).waitFor();
    await page.getByText("fine, officer").first().waitFor();
    await page.keyboard.press("Enter");
    await hers.allArrived();
    await page.getByRole("button", { name: `Open again: ${goneDraft}` }).waitFor();

    // All as one edition, by keyboard to the end.
    await tabTo(page.locator("#stage"));
    await page.keyboard.press("Enter");
    await page.locator("#review").waitFor();
    await tabTo(page.locator("#override"));
    await page.keyboard.type("Coded from the texts of the verdicts");
    await tabTo(page.getByRole("button", { name: "Publish this edition" }));
    await page.keyboard.press("Enter");
    await page
      .getByText(/^Edition .+ is published/)
      .or(page.locator(".said").filter({ hasText: /\d\.\d/ }))
      .first()
      .waitFor();
    const { batch } = await asBoris<{ batch: { id: string } }>("POST", "/v1/coding/batch", {});
    await publishBatch(asBoris, batch.id, "Coded by the second");

    // Every reading is in the records, or stands in one's own list with why it isn't.
    const stored = await standing(desk);
    const decided = new Map([...hers.read, ...his.read]);
    expect(decided.size).toBe(HERS + HIS);
    decided.set(codedByOthers, { outcome: "convicted", ...codedOtherwise } as unknown as CodedValues);
    decided.set(twice, otherReading);
    decided.delete(goneDraft);
    for (const [one, values] of decided) expect(stored.get(one), one).toMatchObject(without(values));
    const [left, hisLeft] = [
      await asAnna<CodingBody>("GET", "/v1/coding"),
      await asBoris<CodingBody>("GET", "/v1/coding"),
    ];
    expect(left.drafts.map(({ case_number, problem }) => [case_number, problem])).toEqual([
      [goneDraft, "changed"],
    ]);
    expect(hisLeft.drafts).toEqual([]);
    // Nobody has read: all but what either read, what was coded by hand, and the one withdrawn unread.
    expect(left.left).toBe(CASES.length - HERS - HIS - 2);

    // Readers are told as many convictions as were read, and the desk which of them are behind each sentence.
    const all = [...decided.values()];
    const acquitted = all.filter(({ outcome }) => outcome === "acquitted").length;
    const year = "granularity=year&from=2025-01-01&to=2025-12-31&evidence=records";
    const { points } = (await (await fetch(`${newsroom.origin}/v1/series?${year}`)).json()) as {
      points: { value: number }[];
    };
    expect(points.map(({ value }) => value)).toEqual([CASES.length - acquitted - 2]);
    for (const sentence of ["suspended", "imprisonment", "fine"]) {
      const behind = ["77GV0007", "66GV0005"].map((court) =>
        desk<{ counted: number }>("GET", `/v1/cases?court=${court}&sentence=${sentence}`),
      );
      const counted = (await Promise.all(behind)).reduce((sum, { counted: n }) => sum + n, 0);
      expect(counted, sentence).toBe(all.filter((one) => one.sentence === sentence).length);
    }
    const { editions } = (await (await fetch(`${newsroom.origin}/v1/editions`)).json()) as {
      editions: { note: string }[];
    };
    // Three of the third person, and one of each coder, since the verdicts came.
    expect(editions.findIndex(({ note }) => note === "Verdicts")).toBe(5);
    expect(faultsOf(page)).toEqual([]);
    expect(faultsOf(his.page)).toEqual([]);
    await page.context().close();
    await his.page.context().close();
  });
});

function without({ by_hand: _, ...values }: CodedValues & { by_hand?: boolean }): CodedValues {
  return values;
}
