import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type LockFile, lockFaults, type Manifest } from "../../../supply-chain/lock-faults.ts";

const read = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../${file}`, import.meta.url), "utf8"));
const manifest = read("package.json") as Manifest;
const lock = read("package-lock.json") as LockFile;

/** The project's own lock file with something done to one package. */
function tampered(path: string, change: Readonly<Record<string, unknown>>): LockFile {
  return { ...lock, packages: { ...lock.packages, [path]: { ...lock.packages[path], ...change } } };
}

describe("the look through the lock file", () => {
  it("finds nothing in the project's own", () => {
    expect(lockFaults(lock, manifest)).toEqual([]);
  });

  it.each([
    ["a package without its checksum", "node_modules/lit", { integrity: undefined }, "no SHA-512 checksum"],
    [
      "a weak checksum",
      "node_modules/lit",
      { integrity: "sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=" },
      "no SHA-512 checksum",
    ],
    [
      "an address",
      "node_modules/lit",
      { resolved: "git+ssh://git@example.org/lit.git#1" },
      "names where it comes from",
    ],
    ["a folder in a package's place", "node_modules/lit", { link: true }, "not a package from a registry"],
    ["another package under its name", "node_modules/lit", { name: "1it" }, "is really 1it"],
    ["a script on installing", "node_modules/lit", { hasInstallScript: true }, "runs a script"],
    ["a version that is none", "node_modules/lit", { version: "latest" }, "an exact one was expected"],
    ["a version out of the range", "node_modules/lit", { version: "2.0.0" }, "^3"],
    ["a package outside of node_modules", "../lit", { version: "3.3.3" }, "not a package from a registry"],
    ["another range than package.json's", "", { dependencies: { lit: "*" } }, "lit is ^3"],
  ])("names %s", (_, path, change, words) => {
    expect(lockFaults(tampered(path, change), manifest).join("\n")).toContain(words);
  });

  it("names a dependency that is an address", () => {
    const wanted = { ...manifest, dependencies: { ...manifest.dependencies, lit: "github:lit/lit" } };
    expect(lockFaults(lock, wanted)).toEqual([expect.stringContaining("lit is asked for as github:lit/lit")]);
  });
});
