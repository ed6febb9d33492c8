import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { SCHEMA } from "../../../../worker/config.ts";

describe("the schema that the desk needs", () => {
  it("is that of the last migration, so that no Worker refuses its own database", () => {
    const numbers = readdirSync("worker/migrations").flatMap((name) => /^\d{4}/.exec(name) ?? []);
    expect(Math.max(...numbers.map(Number))).toBe(SCHEMA);
  });
});
