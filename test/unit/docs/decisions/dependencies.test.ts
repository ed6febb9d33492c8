import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const read = (path: string) => readFileSync(new URL(`../../../../${path}`, import.meta.url), "utf8");
const manifest = JSON.parse(read("package.json")) as Record<string, Record<string, string>>;
const lock = JSON.parse(read("package-lock.json")) as {
  packages: Record<string, { version?: string; resolved?: string }>;
};
const direct = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });

describe("the lock file", () => {
  it("holds one workerd, so that tests run in the runtime that serves", () => {
    expect(Object.keys(lock.packages).filter((path) => path.endsWith("node_modules/workerd"))).toEqual([
      "node_modules/workerd",
    ]);
  });

  it("names no registry, so that an install asks the one that the machine is set to", () => {
    expect(Object.keys(lock.packages).filter((path) => lock.packages[path]?.resolved)).toEqual([]);
  });
});

describe("the record of dependencies", () => {
  const record = read("docs/decisions/0001-dependencies.md");
  const named = [...record.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name);

  it("gives each dependency its reason, and none that is gone", () => {
    expect(named.toSorted()).toEqual(direct.toSorted());
  });
});
