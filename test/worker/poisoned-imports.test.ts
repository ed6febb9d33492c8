import { env } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import type { Figure } from "../../worker/contract/figure.ts";
import { convicted, LEDGER, openNewsroom } from "./newsroom.ts";

type Newsroom = Awaited<ReturnType<typeof openNewsroom>>;

let room: Newsroom;
beforeEach(async () => {
  room = await openNewsroom("2025-07-01T09:00:00Z");
});

/** What sending a part of a ledger, or checking it, is answered. */
async function send(figures: readonly unknown[]) {
  const opened = await room.ask<{ batch: { id: string } }>("POST", "/v1/imports", {
    kind: "ledger",
    content: "0".repeat(64),
    parts: 1,
    provenance: [
      {
        file: "a.csv",
        sha256: "0".repeat(64),
        format: "ledger",
        rows: 1,
        taken: 1,
        rejected: 0,
        kept_out: {},
        warnings: [],
      },
    ],
  });
  const checked = await room.ask<{ detail: string }>("POST", "/v1/imports/check/figures", { figures });
  const sent = await room.ask<{ detail: string }>("PUT", `/v1/imports/${opened.body.batch.id}/parts/0`, {
    figures,
  });
  expect(sent.status).toBe(checked.status);
  return sent;
}

const changed = (fields: object): unknown[] => [{ ...LEDGER[0], ...fields }, ...LEDGER.slice(1)];

describe("a ledger that would poison an edition is refused before anything of it is stored", () => {
  it.each([
    ["0025-04-01", "2025-04-30"],
    ["1025-04-01", "2025-04-30"],
    ["2025-04-01", "2052-04-30"],
    ["2013-12-31", "2025-04-30"],
  ])("with a period from %s to %s", async (start, end) => {
    const { status, body } = await send(changed({ period: { start, end } }));
    expect(status).toBe(422);
    expect(body.detail).toMatch(
      /^figures\.0\.period\.(start|end): Figure f001: a date from 2014-01-01 to 2025-08-01 /,
    );
  });

  it.each([
    ["a vertical tab", "publisher", "Media\u000bzona"],
    ["a null", "note", "a\u0000b"],
    ["a mark that turns the direction", "publisher", "\u202eanozaideM"],
    ["half of a pair", "region", "Omsk \ud83d"],
    ["too many letters", "publisher", "M".repeat(301)],
  ])("with %s in %s", async (_, name, text) => {
    const { status, body } = await send(changed({ [name]: text }));
    expect(status).toBe(422);
    expect(body.detail).toContain(`figures.0.${name}: `);
    expect(body.detail).not.toContain(text);
  });

  it("with an id twice", async () => {
    expect(await send([LEDGER[0], LEDGER[0]])).toMatchObject({
      status: 422,
      body: { detail: "figures.1.id: Figure f001 is there twice." },
    });
  });

  it("with more contradictions than an edition lists", async () => {
    const figures = Array.from(
      { length: 1_100 },
      (_, index): Figure => ({
        ...LEDGER[0]!,
        id: `f${1_000 + index}`,
        kind: "per_week",
        qualifier: "exact",
        region: `Region ${Math.floor(index / 2)}`,
        value: index,
      }),
    );
    const { status, body } = await send(figures);
    expect(status).toBe(422);
    expect(body.detail).toContain("contradict each other in 550 ways");
    expect(body.detail).toContain("at most 500");
  });

  it("with more than an edition has room for", async () => {
    const figures = Array.from(
      { length: 2_500 },
      (_, index): Figure => ({
        ...LEDGER[0]!,
        id: `f${1_000 + index}`,
        note: "",
        kind: "total",
        qualifier: "exact",
        series: "one that grows day by day, named with as many words as its publisher has ever found for it "
          .repeat(2)
          .trim(),
        period: {
          start: "2015-01-01",
          end: new Date(Date.UTC(2015, 0, 2 + index)).toISOString().slice(0, 10),
        },
        value: index,
      }),
    );
    expect((await send(figures.slice(0, 300))).status).toBe(200);
    const { status, body } = await send(figures);
    expect(status).toBe(422);
    expect(body.detail).toMatch(/^figures: With all that follows from them they take 2\d{6} bytes/);
  });

  it("and publishes 500 that contradict for one period, as one conflict", async () => {
    const figures = Array.from({ length: 500 }, (_, index) => ({
      ...LEDGER[0]!,
      id: `f${1_000 + index}`,
      value: index,
    }));
    expect((await room.publishFigures(figures)).status).toBe(200);
    const { conflicts } = await room.json<{ conflicts: { figures: string[] }[] }>("/v1/figures/conflicts");
    expect(conflicts.map((one) => one.figures.length)).toEqual([500]);
  });
});

describe("court records with dates that can't be", () => {
  it.each(["0025-04-02", "1995-12-31", "2026-07-03", "2052-01-01"])(
    "of %s are refused",
    async (decided_on) => {
      const id = await room.stageCases([convicted({ decided_on })]);
      const { body } = await room.ask<{ batch: { received: number[] } }>("GET", `/v1/imports/${id}`);
      expect(body.batch.received).toEqual([]);
    },
  );
});

describe("control characters in an edition that readers have already", () => {
  it("break no picture, no feed and no other XML", async () => {
    await room.publishFigures(LEDGER);
    const body = (await env.EDITIONS.get("edition/2025-07-01.1"))!;
    const struck = body.replaceAll(/"publisher":"[^"]*"/g, String.raw`"publisher":"Media\u000b\u0001zona"`);
    expect(struck).not.toBe(body);
    await env.EDITIONS.put("edition/2025-07-01.1", struck);
    room.restart();
    for (const path of ["/v1/card.svg", "/oembed?url=/embed&format=xml", "/v1/corrections.atom"]) {
      const response = await room.get(path);
      expect(response.status, path).toBe(200);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      expect(await response.text(), path).not.toMatch(/[\0-\x08\x0b\x0c\x0e-\x1f]/);
    }
    expect((await room.get("/v1/card.png")).status).toBe(200);
  });
});
