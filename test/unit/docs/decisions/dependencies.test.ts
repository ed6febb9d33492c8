import { existsSync, readFileSync } from "node:fs";
import { satisfies } from "semver";
import { describe, expect, it } from "vitest";

const file = (path: string) => new URL(`../../../../${path}`, import.meta.url);
const read = (path: string) => readFileSync(file(path), "utf8");
const manifest = JSON.parse(read("package.json")) as Record<string, Record<string, string>>;
const lock = JSON.parse(read("package-lock.json")) as {
  packages: Record<string, { version?: string; resolved?: string; engines?: object }>;
};
const direct = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });

describe("the lock file", () => {
  it("holds one workerd, so that tests run in the runtime that serves", () => {
    expect(Object.keys(lock.packages).filter((path) => path.endsWith("node_modules/workerd"))).toEqual([
      "node_modules/workerd",
    ]);
  });

  it("leaves it to a test what packages want of Node, or each install warns of all (npm run lock)", () => {
    const wanting = Object.keys(lock.packages).filter((path) => path !== "" && lock.packages[path]?.engines);
    expect(wanting).toEqual([]);
  });

  it("names no registry, so that an install asks the one that the machine is set to", () => {
    expect(Object.keys(lock.packages).filter((path) => lock.packages[path]?.resolved)).toEqual([]);
  });
});

describe("the Node that npm installs", () => {
  it("is what every installed package wants", () => {
    const installed = Object.keys(lock.packages).filter((path) => existsSync(file(`${path}/package.json`)));
    expect(installed.length).toBeGreaterThan(100);
    const unfit = installed.filter((path) => {
      const { engines } = JSON.parse(read(`${path}/package.json`)) as { engines?: { node?: string } };
      return engines?.node !== undefined && !satisfies(process.version, engines.node);
    });
    expect(unfit).toEqual([]);
    expect(process.version.slice(1)).toBe(lock.packages["node_modules/node"]?.version);
  });
});

describe("the record of dependencies", () => {
  const record = read("docs/decisions/0001-dependencies.md");
  const named = [...record.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name);

  it("gives each dependency its reason, and none that is gone", () => {
    expect(named.toSorted()).toEqual(direct.toSorted());
  });
});
