import { describe, expect, it } from "vitest";
import { BOUNDED, slowRegexes } from "../../../architecture/regexes.ts";
import { readSources } from "../../../architecture/source.ts";

const known = Object.keys(BOUNDED).length;
const found = (text: string) => slowRegexes([{ path: "worker/new.ts", text }]).slice(0, -known);

describe("regular expressions", () => {
  it("of the service and the element can't be made slow by a text, or read short ones", () => {
    expect(slowRegexes(readSources(process.cwd(), ["worker", "widget"]))).toEqual([]);
  });

  it.each([
    ["const a = 1;\nconst b = /(a+)+$/u;", "worker/new.ts:2 /(a+)+$/u takes exponential time"],
    ["text.replace(/\\s+$/, '')", "worker/new.ts:1 /\\s+$/ takes time that grows with the square (Move)"],
    [
      "f({ x: [/^\\s*\\[?\\s*\\{/] })",
      "worker/new.ts:1 /^\\s*\\[?\\s*\\{/ takes time that grows with the square (Trade)",
    ],
  ])("are found wherever they stand: %s", (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it.each(["/^a+$/.test(x)", "/<[^<>]*>/g", "const text = '/(a+)+$/'; // /(a+)+$/"])(
    "may be linear, and text isn't one: %s",
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );
});
