import { describe, expect, it } from "vitest";
import { addressOf, inPlace } from "../../../../../worker/cli/deployment/wrangler.ts";

describe("what wrangler tells of a deployment", () => {
  it("is the version that it put in place, whatever else it writes", () => {
    const told = [
      '{"type":"wrangler-session","version":1}',
      '{"type":"deploy","version_id":"abc","targets":["x.example.org"]}',
    ];
    expect(inPlace(`${told.join("\n")}\n`)).toEqual({ version: "abc", targets: ["x.example.org"] });
  });

  it("is no deployment without a version: it couldn't be named again", () => {
    expect(() => inPlace('{"type":"deploy","version_id":null}')).toThrow("doesn't say which version");
  });
});

describe("the address to try a deployment at", () => {
  it.each([
    [["https://desertion-stats.paper.workers.dev"], "https://desertion-stats.paper.workers.dev"],
    [
      ["https://desertion-stats.paper.workers.dev", "stats.paper.example (custom domain)"],
      "https://stats.paper.example",
    ],
    [["paper.example/stats/* (zone name: paper.example)"], null],
    [["schedule: */5 * * * *"], null],
    [[], null],
  ])("of %j is %s", (targets, address) => {
    expect(addressOf(targets)).toBe(address);
  });
});
