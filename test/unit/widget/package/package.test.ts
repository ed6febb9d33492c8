import { execFileSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { CustomElementDeclaration, Package } from "custom-elements-manifest/schema";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import further from "../../../../widget/look/styles/look.css?inline";
import { DesertionStats } from "../../../../widget/stats/desertion-stats.ts";
import first from "../../../../widget/stats/styles/element.css?inline";
import { type Packed, packAndInstall } from "./packed.ts";

const TSC = resolve("node_modules/typescript/bin/tsc");

let packed: Packed;

beforeAll(() => {
  packed = packAndInstall();
});

afterAll(() => packed?.remove());

const installed = (path: string) => join(packed.project, "node_modules/desertion-stats", path);
const read = (path: string) => readFileSync(installed(path), "utf8");
const manifest = () => JSON.parse(read("custom-elements.json")) as Package;

function element(): CustomElementDeclaration {
  return manifest().modules[0]?.declarations?.[0] as CustomElementDeclaration;
}

/** What the consumer's compiler says, empty if nothing; or what their program prints. */
function run(...words: string[]): string {
  try {
    return execFileSync(process.execPath, words, { cwd: packed.project, encoding: "utf8", stdio: "pipe" });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    return stdout + stderr;
  }
}

describe("the package, as npm packs it", () => {
  it("holds the modules, their types and the manifest, and nothing else", () => {
    const others = packed.files.filter(
      (path) => !/^(stats|contract)\/[\w-]+\.d\.ts$|^internal\/[\w-]+\.js$/.test(path),
    );
    expect(others).toEqual([
      "LICENSE",
      "README.md",
      "attributes.d.ts",
      "custom-elements.json",
      "element.d.ts",
      "element.js",
      "index.d.ts",
      "index.js",
      "package.json",
      "react.d.ts",
    ]);
  });

  it("has every file that its exports name, and the version of the project", () => {
    const { exports, version } = JSON.parse(read("package.json")) as {
      version: string;
      exports: Record<string, string | Record<string, string>>;
    };
    const named = Object.values(exports).flatMap((entry) =>
      typeof entry === "string" ? entry : Object.values(entry),
    );
    expect(named.filter((path) => !existsSync(installed(path)))).toEqual([]);
    expect(version).toBe((JSON.parse(readFileSync("package.json", "utf8")) as { version: string }).version);
  });

  it("depends on what its modules import, in the versions of the project, and brings no copy", () => {
    const project = JSON.parse(readFileSync("package.json", "utf8")) as {
      dependencies: Record<string, string>;
    };
    const { dependencies } = JSON.parse(read("package.json")) as { dependencies: Record<string, string> };
    expect(dependencies.lit).toBe(project.dependencies.lit);
    const code = packed.files
      .filter((path) => path.endsWith(".js"))
      .map(read)
      .join("\n");
    const imported = [...code.matchAll(/^import .*?"([^".][^"]*)";$/gm)].map(([, name]) => name);
    expect(new Set(imported.map((name) => name?.split("/")[0]))).toEqual(new Set(Object.keys(dependencies)));
  });

  it("registers the tag by its main entry, and nothing by the class's own", () => {
    const registered = (entry: string) =>
      run(
        "--input-type=module",
        "-e",
        `await import("${entry}"); console.log(!!customElements.get("desertion-stats"))`,
      );
    expect(registered("desertion-stats/element")).toBe("false\n");
    expect(registered("desertion-stats")).toBe("true\n");
  });
});

describe("a consumer's TypeScript", () => {
  beforeAll(() => {
    cpSync("test/hosts/consumer", packed.project, { recursive: true });
    writeFileSync(join(packed.project, "package.json"), JSON.stringify({ type: "module" }));
  });

  const compiler = (options: object, ...files: string[]) => {
    const strict = { strict: true, noEmit: true, target: "es2022", lib: ["es2023", "dom", "dom.iterable"] };
    const compilerOptions = { ...strict, types: [], ...options };
    writeFileSync(join(packed.project, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
    return run(TSC, "-p", "tsconfig.json");
  };

  it.each([
    { module: "esnext", moduleResolution: "bundler" },
    { module: "nodenext", moduleResolution: "nodenext", exactOptionalPropertyTypes: true },
  ])("knows the tag, its properties and its events: $moduleResolution", (options) => {
    expect(compiler(options, "plain.ts")).toBe("");
  });

  it("knows the tag in JSX of React 19, with its attributes and events", () => {
    const options = { module: "esnext", moduleResolution: "bundler", jsx: "react-jsx", skipLibCheck: true };
    expect(compiler(options, "jsx.tsx")).toBe("");
  });

  it("sees the answer of the service as its schemas describe it", () => {
    const options = {
      module: "esnext",
      moduleResolution: "bundler",
      allowImportingTsExtensions: true,
      skipLibCheck: true,
      paths: { "service/*": [resolve("worker/contract/*.ts")] },
    };
    expect(compiler(options, "same.ts")).toBe("");
  });
});

describe("custom-elements.json", () => {
  it("is a manifest by its published schema", () => {
    const schema = JSON.parse(
      readFileSync("node_modules/custom-elements-manifest/schema.json", "utf8"),
    ) as Parameters<typeof z.fromJSONSchema>[0];
    const found = z.fromJSONSchema(schema).safeParse(manifest());
    expect(found.error?.issues ?? []).toEqual([]);
  });

  it("names modules of the package, and the one that registers the tag", () => {
    const { modules } = manifest();
    expect(modules.filter(({ path }) => !existsSync(installed(path)))).toEqual([]);
    const registering = modules.filter(({ exports }) =>
      exports?.some(({ kind, name }) => kind === "custom-element-definition" && name === "desertion-stats"),
    );
    expect(registering.map(({ path }) => path)).toEqual(["index.js"]);
  });

  it("documents every attribute that the element observes, and no other", () => {
    const documented = element().attributes?.map(({ name }) => name) ?? [];
    expect(documented.toSorted()).toEqual([...new Set(DesertionStats.observedAttributes)].toSorted());
    expect(element().attributes?.filter(({ description }) => !description)).toEqual([]);
  });

  it("documents every event that the element's types name, with the type of its detail", () => {
    const types = read("stats/events.d.ts");
    const events = element().events ?? [];
    const named = [...types.matchAll(/"(desertion-stats-\w+)": (CustomEvent<\w+>)/g)].map(
      ([, name, type]) => ({ name, type }),
    );
    expect(named.length).toBeGreaterThan(3);
    expect(events.map(({ name, type }) => ({ name, type: type.text }))).toEqual(named);
  });

  it("documents every part and custom property that the styles use", () => {
    const used = (pattern: RegExp) =>
      [...new Set([...`${first}${further}`.matchAll(pattern)].map(([, name]) => name))].sort();
    expect(
      element()
        .cssProperties?.map(({ name }) => name)
        .sort(),
    ).toEqual(used(/var\((--ds-[\w-]+)/g));
    const parts = element().cssParts?.map(({ name }) => name) ?? [];
    expect(used(/\[part="?(\w+)"?\]/g).filter((name) => !parts.includes(name ?? ""))).toEqual([]);
  });
});
