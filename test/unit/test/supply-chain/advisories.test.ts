import { describe, expect, it } from "vitest";
import { verdictOn } from "../../../supply-chain/advisories.ts";

const lock = {
  packages: {
    "node_modules/lit": { version: "3.3.3" },
    "node_modules/vitest": { version: "5.1.1", dev: true },
  },
};
const weakness = (path: string, severity: string) => ({
  severity,
  nodes: [path],
  via: [{ title: "Reads too much", url: "https://example.org/1" }],
});
const report = (vulnerabilities: Record<string, ReturnType<typeof weakness>>) => ({
  vulnerabilities,
  metadata: { vulnerabilities: { total: Object.keys(vulnerabilities).length } },
});

describe("known weaknesses", () => {
  it("end the check where they are grave and shipped", () => {
    expect(verdictOn(report({ lit: weakness("node_modules/lit", "high") }), lock).grave).toEqual([
      "lit (high, shipped): Reads too much https://example.org/1",
    ]);
  });

  it.each([
    ["in tools", "node_modules/vitest", "critical"],
    ["of less weight", "node_modules/lit", "moderate"],
  ])("are told %s", (_, path, severity) => {
    const { grave, told } = verdictOn(report({ one: weakness(path, severity) }), lock);
    expect({ grave, told: told.length }).toEqual({ grave: [], told: 1 });
  });

  it.each([
    ["a machine without a network", { message: "request failed" }, "request failed"],
    ["a registry that keeps none", { message: "405 Method Not Allowed" }, "405 Method Not Allowed"],
    ["half an answer", { vulnerabilities: {} }, "no answer"],
    ["silence", null, "no answer"],
  ])("are said not to have been asked for on %s, which isn't the same as none", (_, answer, why) => {
    expect(verdictOn(answer, lock)).toEqual({ unasked: why, grave: [], told: [] });
  });
});
