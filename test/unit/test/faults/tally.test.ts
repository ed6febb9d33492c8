import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ATTACKS } from "../../../faults/attacks.ts";
import { tableOf, tally } from "../../../faults/tally.ts";

const test = (status: string, fullName = "x") => ({ status, fullName });

describe("the table of attacks", () => {
  it("counts what was tried and held, and names what fell", () => {
    const results = [
      { name: "/home/a.test.ts", assertionResults: [test("passed"), test("failed", "a falls")] },
      { name: "/home/b.test.ts", assertionResults: [test("passed")] },
    ];
    const lines = tally({ doors: ["a.test.ts", "b.test.ts"], windows: ["c.test.ts"] }, results);
    expect(lines).toEqual([
      { attacked: "doors", tried: 3, held: 2, fell: ["a falls"], untried: [] },
      { attacked: "windows", tried: 1, held: 0, fell: ["c.test.ts"], untried: [] },
    ]);
    expect(tableOf(lines)).toContain("doors        3 tried      2 held");
    expect(tableOf(lines)).toMatch(/in all {7}4 tried {6}2 held$/);
  });

  it("names what the machine can't try, and counts it neither as tried nor as held", () => {
    const results = [{ name: "/a.test.ts", assertionResults: [test("skipped", "no disk can be mounted")] }];
    expect(tally({ disks: ["a.test.ts"] }, results)).toEqual([
      { attacked: "disks", tried: 0, held: 0, fell: [], untried: ["no disk can be mounted"] },
    ]);
  });

  it("lists files that are there", () => {
    expect(
      Object.values(ATTACKS)
        .flat()
        .filter((file) => !existsSync(file)),
    ).toEqual([]);
  });
});
