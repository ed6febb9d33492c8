import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

interface Manifest {
  version: string;
  file: string;
  integrity: string;
  size_gzip: number;
  later: { file: string; integrity: string; size_gzip: number }[];
}

const VITE = "node_modules/.bin/vite";
const site = mkdtempSync(join(tmpdir(), "desertion-stats-site-"));

function built(file: string): string {
  return readFileSync(join(site, file), "utf8");
}

function manifest(): Manifest {
  return JSON.parse(built("embed/manifest.json")) as Manifest;
}

/** Of a script that loads later, by its name. */
function later(name: string): Manifest["later"][number] {
  return manifest().later.find(({ file }) => file.startsWith(`${name}-`))!;
}

/** The headers that Cloudflare's static assets send with a path: every rule that matches, in order. */
function headersOf(path: string): Record<string, string> {
  const rules = built("_headers").split(/\n\n+/);
  const lines = rules.flatMap((rule) => {
    const [pattern = "", ...headers] = rule.trim().split("\n");
    const matches = new RegExp(`^${pattern.trim().replaceAll(".", "\\.").replaceAll("*", ".*")}$`).test(path);
    return matches ? headers : [];
  });
  return Object.fromEntries(
    lines.map((line) => {
      const [name = "", ...value] = line.trim().split(": ");
      return [name.toLowerCase(), value.join(": ")];
    }),
  );
}

beforeAll(() => {
  execFileSync(VITE, ["build", "--config", "widget/vite.config.ts", "--outDir", site, "--logLevel", "warn"]);
});

afterAll(() => rmSync(site, { recursive: true, force: true }));

describe("embed/v1.js", () => {
  it("is at most 14,320 bytes gzipped, Lit and styles and all", () => {
    expect(gzipSync(built("embed/v1.js"), { level: 9 }).length).toBeLessThanOrEqual(14_320);
  });

  it("stands alone: it imports nothing but what the manifest names, later, and exports the class", () => {
    const { later } = manifest();
    const imported = ["v1.js", ...later.map(({ file }) => file)].flatMap((file) =>
      (built(`embed/${file}`).match(/(?<![\w.$])import\s*[("'`{*].{0,40}/g) ?? []).map(
        (found) => /^import\(["'`]\.\/([\w.-]+)["'`]\)/.exec(found)?.[1] ?? found,
      ),
    );
    expect(imported.toSorted()).toEqual(later.map(({ file }) => file).toSorted());
    const code = built("embed/v1.js");
    expect(code.slice(-60)).toMatch(/export\s*\{\s*[\w$]+ as DesertionStats\s*\}/);
  });

  it("has Lit's production version", () => {
    expect(built("embed/v1.js").match(/dev mode|litIssuedWarnings/g)).toBeNull();
  });

  it("neither tells the page of a script that didn't come, nor puts links into its head", () => {
    expect(built("embed/v1.js").match(/preload/gi)).toBeNull();
  });

  it("holds no words of any language but code: those come with the answer", () => {
    const code = built("embed/v1.js");
    expect(code.match(/\p{Script=Cyrillic}+/gu)).toBeNull();
    expect(code.match(/convict\w*|deserter|soldier|source:|a week|this week/gi)).toBeNull();
  });

  it("reads its default origin from its own address", () => {
    expect(built("embed/v1.js").includes("import.meta.url")).toBe(true);
  });
});

describe("the scripts of the history", () => {
  it("are at most 48 KB gzipped, Chart.js and all, and the first of them comes in a first flight", () => {
    const sizes = ["glance", "history"].map((name) => {
      const { file, size_gzip } = later(name);
      expect(gzipSync(built(`embed/${file}`), { level: 9 }).length).toBe(size_gzip);
      return size_gzip;
    });
    expect(sizes[0]! + sizes[1]!).toBeLessThanOrEqual(49_152);
    expect(sizes[0]).toBeLessThanOrEqual(2048);
  });

  it("stand alone, without a Lit of their own, and are kept for ever", () => {
    for (const { file, integrity } of manifest().later) {
      const code = built(`embed/${file}`);
      expect(code.match(/(?<![\w.$])import\s*["'`{*]|\bfrom\s*["'`]/g)).toBeNull();
      expect(code).not.toContain("lit$");
      expect(integrity).toBe(`sha384-${createHash("sha384").update(code).digest("base64")}`);
      const headers = headersOf(`/embed/${file}`);
      expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
      expect(headers["access-control-allow-origin"]).toBe("*");
    }
  });

  it("hold no words of any language: those come with the series", () => {
    for (const { file } of manifest().later) {
      const code = built(`embed/${file}`);
      expect(code.match(/\p{Script=Cyrillic}+/gu)).toBeNull();
      expect(code.match(/deserter|soldier|a week|this week|incomplete|at least/gi)).toBeNull();
    }
  });
});

describe("embed/manifest.json", () => {
  it("names a file with the same bytes, which never changes under its name", () => {
    const { version, file } = manifest();
    const hash = createHash("sha256").update(built("embed/v1.js")).digest("hex").slice(0, 8);
    expect(file).toBe(`desertion-stats-${version}-${hash}.js`);
    expect(built(`embed/${file}`)).toBe(built("embed/v1.js"));
    expect(version).toBe((JSON.parse(readFileSync("package.json", "utf8")) as { version: string }).version);
  });

  it("has the integrity that a browser checks, and the size", () => {
    const bytes = Buffer.from(built("embed/v1.js"));
    expect(manifest().integrity).toBe(`sha384-${createHash("sha384").update(bytes).digest("base64")}`);
    expect(manifest().size_gzip).toBe(gzipSync(bytes, { level: 9 }).length);
  });
});

describe("_headers", () => {
  it("lets any page load the element, the evergreen one for minutes and the pinned one for ever", () => {
    const evergreen = headersOf("/embed/v1.js");
    expect(evergreen).toMatchObject({
      "access-control-allow-origin": "*",
      "cross-origin-resource-policy": "cross-origin",
      "x-content-type-options": "nosniff",
    });
    expect(evergreen["cache-control"]).toMatch(/max-age=300, stale-while-revalidate=\d+/);
    const pinned = headersOf(`/embed/${manifest().file}`);
    expect(pinned["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(pinned["access-control-allow-origin"]).toBe("*");
  });

  it("gives the demo page a policy without any unsafe source", () => {
    const policy = headersOf("/")["content-security-policy"]!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
  });

  it("gives the studio one, too, and lets it be framed by nobody", () => {
    const policy = headersOf("/studio")["content-security-policy"]!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
  });
});

describe("index.html", () => {
  it("has nothing inline that its policy would refuse", () => {
    const page = built("index.html");
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)/);
    expect(page).not.toMatch(/<style|\sstyle=|\son\w+=/);
  });

  it("loads the element as any publisher does", () => {
    expect(built("index.html")).toMatch(/<script type="module" src="\/embed\/v1\.js"\s*>/);
  });

  it("is one article in three languages, each with the counter as card, strip and word", () => {
    const editions = built("index.html").split('<div class="edition"').slice(1);
    expect(editions.map((edition) => /lang="(\w\w)"/.exec(edition)?.[1])).toEqual(["en", "ru", "uk"]);
    for (const edition of editions) {
      const layouts = [...edition.matchAll(/<desertion-stats([^>]*)>/g)].map(
        ([, attributes]) => /layout="(\w+)"/.exec(attributes ?? "")?.[1] ?? "card",
      );
      expect(layouts.sort()).toEqual(["card", "inline", "strip"]);
    }
  });
});
