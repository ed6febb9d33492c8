import { describe, expect, it } from "vitest";
import { EDITION_BYTES_MAX } from "../../../../worker/config.ts";
import { overweight } from "../../../../worker/desk/overweight.ts";
import { buildEdition } from "../../../../worker/domain/build-edition.ts";
import { encodeEdition } from "../../../../worker/domain/edition-body.ts";

const KV_TAKES = 25 * 1_024 * 1_024;

describe("an edition's weight", () => {
  it("is that of its body in KV, and the limit is below what KV takes", async () => {
    const publication = {
      sequence: 1,
      id: "2025-07-01.1",
      published_at: "2025-07-01T09:00:00Z",
      kind: "ledger",
      note: "ё",
    } as const;
    const built = await buildEdition(
      publication,
      { provenance: [], figures: [], records: null },
      null,
      false,
    );
    const bytes = Buffer.byteLength(JSON.stringify(encodeEdition(built.edition)));
    expect(overweight(built, bytes)).toBeNull();
    expect(overweight(built, bytes - 1)).toContain(`${bytes} bytes`);
    expect(overweight(built)).toBeNull();
    expect(EDITION_BYTES_MAX).toBeLessThan(KV_TAKES);
  });

  it("counts the courts' part by itself, since it is a value of its own", async () => {
    const publication = {
      sequence: 1,
      id: "2025-07-01.1",
      published_at: "2025-07-01T09:00:00Z",
      kind: "ledger",
      note: "",
    } as const;
    const built = await buildEdition(
      publication,
      { provenance: [], figures: [], records: null },
      null,
      false,
    );
    const tally = { ...built.edition, note: "x".repeat(5_000) };
    expect(overweight({ edition: tally, courts: null }, 4_000)).not.toBeNull();
  });
});
