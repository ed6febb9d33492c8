import { describe, expect, inject, it } from "vitest";
import { fuzz } from "../../../fuzz/fuzz.ts";
import { PARSERS } from "../../../fuzz/parsers.ts";

/** Of each parser; `npm run fuzz` gives each a million. */
const TRIES = 2_000 * inject("runs");

describe("what comes from outside, spoilt", () => {
  it.each(PARSERS)("is refused or read, and never an exception: $name", async (parser) => {
    expect(await fuzz(parser, Math.ceil(TRIES * (parser.share ?? 1)), 20261130)).toBeNull();
  });

  it("is found where a parser does throw, with its seed and its text", async () => {
    const falls = await fuzz(
      { name: "one that falls", texts: ["ab"], read: (text) => void decodeURIComponent(text) },
      10_000,
      1,
    );
    expect(falls).toMatchObject({ parser: "one that falls", seed: 1, text: expect.stringContaining("%") });
  });
});
