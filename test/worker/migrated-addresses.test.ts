import { applyD1Migrations, env, reset } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";

const CARD = "https://gvs--cht.sudrf.ru/modules.php?name=sud_delo&case_id=1";
const OTHERS = ["https://example.org/kanareykin-kenar/", "https://gvs.cht.sudrf.ru/kanareykin/1"];

const BEFORE = env.MIGRATIONS.findIndex(({ name }) => name.startsWith("0011_addresses"));

beforeEach(async () => {
  await reset();
  await applyD1Migrations(env.DB, env.MIGRATIONS.slice(0, BEFORE));
});

describe("addresses that were taken before they had to be a card's", () => {
  it("are dropped from versions, cards and codings, and those of cards stay", async () => {
    await env.DB.prepare(
      `INSERT INTO edition (sequence, id, published_at, published_by, kind, note, reverts_to)
       VALUES (1, '2025-07-01.1', '2025-07-01T09:00:00Z', 'test', 'revert', '', 1)`,
    ).run();
    const columns = `case_key, defendant, since_edition, court_code, case_number, earlier_numbers, articles, scope,
      outcome, sentence, service, source_url, cards, coding, received_court`;
    const addresses = [CARD, ...OTHERS];
    for (const [index, address] of addresses.entries()) {
      const cards = addresses.map((source_url, number) => ({ case_number: `1-${number}/2024`, source_url }));
      await env.DB.prepare(
        `INSERT INTO case_version (${columns})
         VALUES (?1, 1, 1, '75GV0001', '1-1/2024', '[]', '[]', '', 'pending', 'unknown', 'unknown', ?2, ?3, ?4, '75GV0001')`,
      )
        .bind(
          `k${index}`,
          address,
          JSON.stringify(cards),
          JSON.stringify({ source_url: address, outcome: "fine" }),
        )
        .run();
    }
    await applyD1Migrations(env.DB, env.MIGRATIONS);
    const { results } = await env.DB.prepare(
      "SELECT source_url, cards, coding FROM case_version ORDER BY case_key",
    ).all<{ source_url: string | null; cards: string; coding: string }>();
    expect(results.map(({ source_url }) => source_url)).toEqual([CARD, null, null]);
    expect(JSON.stringify(results)).not.toContain("kanareykin");
    for (const { cards } of results) {
      expect(JSON.parse(cards)).toEqual([
        { case_number: "1-0/2024", source_url: CARD },
        { case_number: "1-1/2024", source_url: null },
        { case_number: "1-2/2024", source_url: null },
      ]);
    }
    expect(results.map(({ coding }) => JSON.parse(coding))).toEqual([
      { source_url: CARD, outcome: "fine" },
      { outcome: "fine" },
      { outcome: "fine" },
    ]);
  });
});
