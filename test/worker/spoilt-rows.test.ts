import {
  createExecutionContext,
  createScheduledController,
  env,
  waitOnExecutionContext,
} from "cloudflare:test";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import worker from "../../worker/index.ts";
import { convicted, LEDGER, openNewsroom } from "./newsroom.ts";

let room: Awaited<ReturnType<typeof openNewsroom>>;
let log: ReturnType<typeof vi.spyOn>;
beforeEach(async () => {
  log = vi.spyOn(console, "error").mockImplementation(() => {});
  room = await openNewsroom("2025-07-01T09:00:00Z");
  await room.publishFigures(LEDGER);
});
afterEach(() => void vi.restoreAllMocks());

/** What a column can't hold by the rules by which it was let in; the database takes each. */
const HOSTILE: Readonly<Record<string, readonly (string | number)[]>> = {
  position: [9_999, 2 ** 53],
  id: ["", "f1", "f9999999999", "<b>", "\0"],
  unit: ["", "deserters", "__proto__"],
  articles: ["x".repeat(21), "337;\u202e338", Array(101).fill("337").join(";")],
  region: ["a\0", "M".repeat(201)],
  service: ["", "generals", "constructor"],
  series: ["M".repeat(201), "a\u0007"],
  period_start: ["", "9999-99-99", "2025-02-30", "0001-01-01", "x".repeat(1_000_000), "-271821-04-20"],
  period_end: ["", "9999-99-99", "9999-12-31", "2025-02-30", "0001-01-01", "+275760-09-13"],
  kind: ["", "toString", "per_year"],
  value: [1e308, -1, 1e10 + 1],
  publisher: ["M".repeat(301), "\0"],
  published_on: ["", "9999-99-99", "0001-01-01", "soon"],
  source_url: ["", "javascript:alert(1)", "/", `https://example.org/${"a".repeat(2_000)}`],
  note: ["\u0000", "M".repeat(4_001)],
};

const COLUMNS = Object.keys(HOSTILE);

/** A ledger's row 41 of 131, as a hand in the database leaves it. */
async function spoil(column: string, value: string | number): Promise<void> {
  await setTo(column, value, "position = 41");
}

async function heal(column: string, value: string | number): Promise<void> {
  const whole = {
    ...LEDGER[41]!,
    articles: LEDGER[41]!.articles.join(";"),
    period_start: LEDGER[41]!.period.start,
    period_end: LEDGER[41]!.period.end,
    position: 41,
  };
  const at = column === "position" ? `position = ${value}` : "position = 41";
  await setTo(column, (whole as unknown as Record<string, string | number | null>)[column]!, at);
}

async function setTo(column: string, value: string | number | null, at: string): Promise<void> {
  const { meta } = await env.DB.prepare(`UPDATE figure SET ${column} = ? WHERE ${at}`).bind(value).run();
  expect(meta.changes).toBe(1);
}

async function runSchedule(): Promise<void> {
  const context = createExecutionContext();
  await worker.scheduled(createScheduledController(), env, context);
  await Promise.allSettled([waitOnExecutionContext(context)]);
}

interface Told {
  edition: { id: string; stale: boolean };
}
const told = () => room.json<Told>("/v1/summary");

/** The answer to whoever works with a row that can't be. */
const refusal = (column: string) => ({
  status: 409,
  body: {
    type: "/docs#data-spoilt",
    detail: expect.stringMatching(
      new RegExp(`^Ledger [0-9a-f]+, position 41, ${column}: .+ was expected.*Import the whole ledger anew`),
    ),
  },
});

it("each column of the ledger that the database doesn't guard itself is spoilt here", async () => {
  const { results } = await env.DB.prepare("PRAGMA table_info(figure)").all<{ name: string }>();
  const guarded = ["ledger_id", "qualifier"];
  expect([...COLUMNS, ...guarded].sort()).toEqual(results.map(({ name }) => name).sort());
});

describe("a row of the ledger that isn't what was stored", () => {
  it.each(COLUMNS)(
    "is named to the desk, keeps readers from nothing, and a new ledger is the way out: %s",
    async (column) => {
      const batch = await room.stageCases([convicted()]);
      const good = await told();
      for (const value of HOSTILE[column]!) {
        await spoil(column, value);
        const asked = [
          await room.ask("GET", `/v1/imports/${batch}`),
          await room.ask("GET", "/v1/imports/ledger"),
          await room.publish(batch, "All the same, as a test"),
        ];
        for (const answer of asked) expect(answer, String(value).slice(0, 40)).toMatchObject(refusal(column));
        await heal(column, value);
      }
      await spoil(column, HOSTILE[column]![0]!);
      await runSchedule();
      room.restart();
      expect(await told()).toEqual(good);

      // Nor can it be built again where KV has lost it.
      await env.EDITIONS.delete(`edition/${good.edition.id}`);
      await runSchedule();
      room.clock.at = new Date(room.clock.now() + 60_000).toISOString();
      expect((await told()).edition).toEqual(good.edition);
      expect(log.mock.calls.flat().join("\n")).toMatch(new RegExp(`"data-spoilt".*position 41, ${column}: `));
      expect(log.mock.calls.flat().join("\n")).toMatch(
        new RegExp(`"edition-unbuildable".*position 41, ${column}: `),
      );

      const anew = LEDGER.map((figure, index) => (index === 0 ? { ...figure, note: "Anew" } : figure));
      expect((await room.ask("POST", "/v1/imports/check/figures", { figures: anew })).status).toBe(200);
      expect((await room.publishFigures(anew)).status).toBe(200);
      room.restart();
      expect((await told()).edition).toMatchObject({ id: "2025-07-01.2", stale: false });
      expect((await room.ask("GET", "/v1/imports/ledger")).status).toBe(200);
    },
  );
});
