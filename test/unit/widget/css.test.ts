import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const FILES = globSync(["widget/**/*.css", "worker/**/*.css", "test/**/*.css"], {
  exclude: (name) => name.includes("node_modules"),
});

describe("styles", () => {
  it("give text-decoration one word: WebKit takes no more in the shorthand, and drops the whole", () => {
    expect(FILES.length).toBeGreaterThan(20);
    const shorthands = FILES.flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/[\s;{]text-decoration:([^;}]*)/g)].map(
        ([, value = ""]) => `${file}: ${value.trim()}`,
      ),
    );
    expect(shorthands.length).toBeGreaterThan(3);
    expect(shorthands.filter((one) => !/: (underline|none)$/.test(one))).toEqual([]);
  });
});
