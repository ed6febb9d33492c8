import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PLACES } from "../supply-chain/places.ts";
import { differences, treeOf } from "../supply-chain/tree.ts";
import { clone } from "./clone.ts";

/** Both from the same sources, each in a folder, a time zone and a language of its own. */
const clones = PLACES.map(({ folder, env }) => ({ env, ...clone(folder) }));
const built = clones.map(({ project }) => join(project, "dist"));

beforeAll(() => {
  for (const { project, env } of clones) {
    execFileSync("npm", ["run", "--silent", "build"], {
      cwd: project,
      env: { ...process.env, ...env },
      stdio: "pipe",
    });
  }
});

afterAll(() => {
  for (const { remove } of clones) remove();
});

describe("a build", () => {
  it("has the same bytes in another folder, time zone and language: all of dist", () => {
    const [one, other] = built.map(treeOf);
    expect(Object.keys(one!).length).toBeGreaterThan(20);
    expect(differences(one!, other!)).toEqual([]);
  });

  it("has the element that its manifest names, to the byte", () => {
    const embed = (file: string) => readFileSync(join(built[1]!, "site/embed", file));
    const { file, integrity } = JSON.parse(embed("manifest.json").toString()) as Record<string, string>;
    for (const name of ["v1.js", file!]) {
      expect(`sha384-${createHash("sha384").update(embed(name)).digest("base64")}`).toBe(integrity);
    }
  });
});
