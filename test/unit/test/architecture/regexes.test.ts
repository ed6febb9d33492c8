import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BOUNDED, slowRegexes } from "../../../architecture/regexes.ts";
import { readSources } from "../../../architecture/source.ts";

const known = Object.keys(BOUNDED).length;
const root = process.cwd();
const found = async (text: string) =>
  (await slowRegexes(root, [{ path: "worker/new.ts", text }])).slice(0, -known);

describe("regular expressions", () => {
  it("of the service and the element can't be made slow by a text, or read short ones", async () => {
    expect(await slowRegexes(root, readSources(root, ["worker", "widget"]))).toEqual([]);
  });

  it.each([
    ["const a = 1;\nconst b = /(a+)+$/u;", "worker/new.ts:2 /(a+)+$/u takes exponential time"],
    ["text.replace(/\\s+$/, '')", "worker/new.ts:1 /\\s+$/ takes time that grows with the square (Move)"],
    [
      "f({ x: [/^\\s*\\[?\\s*\\{/] })",
      "worker/new.ts:1 /^\\s*\\[?\\s*\\{/ takes time that grows with the square (Trade)",
    ],
  ])("are found wherever they stand: %s", async (text, expected) => {
    expect(await found(text)).toEqual([expected]);
  });

  it.each(["/^a+$/.test(x)", "/<[^<>]*>/g", "const text = '/(a+)+$/'; // /(a+)+$/"])(
    "may be linear, and text isn't one: %s",
    async (text) => {
      expect(await found(text)).toEqual([]);
    },
  );

  it("are found where a file composes them on loading, by loading it", async () => {
    const folder = mkdtempSync(join(tmpdir(), "regexes-"));
    const text = "const many = '(a+)+';\nexport const LONG = new RegExp('^' + many + '$', 'u');\n";
    writeFileSync(join(folder, "long.ts"), text);
    const slow = await slowRegexes(folder, [{ path: "long.ts", text }]).finally(() =>
      rmSync(folder, { recursive: true }),
    );
    expect(slow.slice(0, -known)).toEqual(["long.ts:2 /^(a+)+$/u takes exponential time"]);
  });

  it("may not be composed on each call, where nobody can judge them", async () => {
    expect(await found("export const f = (word) => new RegExp(word + '+$');")).toEqual([
      "worker/new.ts:1 composes one on each call, which nobody can judge beforehand",
    ]);
  });
});
