import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { youngInterfaces } from "../../../widget/young-interfaces.ts";
import { youngNames } from "../../../widget/young-names.ts";

const folder = mkdtempSync(resolve("node_modules/.cache-young-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What is found in a file of its own, as `line owner.name`. */
function foundIn(code: string): string[] {
  const file = join(folder, "planted.ts");
  writeFileSync(file, code);
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ compilerOptions: { lib: ["ESNext", "DOM"], types: [] }, files: [file] }),
  );
  return youngInterfaces(join(folder, "tsconfig.json"), [file]).map(
    ({ place, name }) => `${place.split(":").at(-1)} ${name}`,
  );
}

describe("what is younger than the oldest supported browsers, by types", () => {
  it.each([
    ["new URLSearchParams(location.search).size", "1 URLSearchParams.size"],
    ["const { size } = new URLSearchParams();", "1 URLSearchParams.size"],
    ["\n\n[3, 1].toSorted()", "3 Array.toSorted"],
    ["const list: readonly number[] = [];\nlist.toReversed();", "2 Array.toReversed"],
    ["Promise.withResolvers<void>();", "1 Promise.withResolvers"],
    ["Object.groupBy([1], String);", "1 Object.groupBy"],
    ["document.body.checkVisibility();", "1 Element.checkVisibility"],
    ["document.startViewTransition(() => {});", "1 Document.startViewTransition"],
    ["AbortSignal.any([]);", "1 AbortSignal.any"],
    ["const { size: many } = new URLSearchParams();", "1 URLSearchParams.size"],
  ])("is found: %s", (code, expected) => {
    expect(foundIn(code)).toContain(expected);
  });

  it.each([
    "new Map().size + new Set().size",
    "[1].at(-1); [1].findLast(Boolean); Object.hasOwn({}, 'x');",
    "AbortSignal.timeout(1); new IntersectionObserver(() => {}); structuredClone(1);",
    "document.body.replaceChildren(); document.querySelector('dialog')?.showModal();",
    "document.createElement('canvas').getContext('2d')!.font = 'serif';",
  ])("isn't what is old: %s", (code) => {
    expect(foundIn(code)).toEqual([]);
  });
});

describe("what is younger than the oldest supported browsers, in a built script", () => {
  it.each([
    ["a([1].toSorted())", "toSorted"],
    ["const p = Promise.withResolvers()", "Promise.withResolvers"],
    ["Object.groupBy(a, b)", "Object.groupBy"],
    ["Array.fromAsync(a)", "Array.fromAsync"],
    ["new URLPattern(a)", "URLPattern"],
    ["/[\\p{L}--a]/v.test(a)", "RegExp v"],
    ["`" + "$" + "{a.toReversed()}`", "toReversed"],
  ])("is found: %s", (code, name) => {
    expect(youngNames(code).map((one) => one.name)).toEqual([name]);
  });

  it("isn't what a class calls its own, nor what is old", () => {
    expect(
      youngNames("class A { resize() {} b() { this.resize(); [1].at(0).findLast(c); console.error(1); } }"),
    ).toEqual([]);
  });
});
