import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { type Arrows, breaches, type Packages, roomOf } from "../architecture/arrows.ts";
import { circles } from "../architecture/circles.ts";
import { effectsIn, sqlIn } from "../architecture/habits.ts";
import { readSources } from "../architecture/source.ts";

/** They import nothing, so an arrow to them can't become a circle. */
const LEAVES = ["config", "problem"];

/** Which room of the house may import which others. `types of` a room: by `import type` alone. */
const ARROWS: Arrows = {
  index: ["app", "desk", ...LEAVES],
  app: ["routes", "embed", ...LEAVES],
  /**
   * The desk's addresses are routes as well: the desk decides, they speak HTTP. So are the pages: `embed` draws them
   * without knowing of requests. See docs/decisions/0004.
   */
  routes: ["desk", "embed", "store", "domain", "wording", "contract", "data", ...LEAVES],
  /** What is rendered here wears the element's styles, a text, and has its drawing, which is pure. */
  embed: [
    "store",
    "domain",
    "wording",
    "contract",
    "widget/stats/styles",
    "widget/stats/sparkline",
    ...LEAVES,
  ],
  desk: ["store", "domain", "contract", ...LEAVES],
  store: ["domain", "contract", ...LEAVES],
  wording: ["domain", "contract"],
  /** The contract's terms are the domain's own words; from the rest of it come types alone. */
  domain: ["types of contract", "contract/terms", "config"],
  contract: ["config"],
  config: [],
  problem: [],
  /** Programs for Node. They reach what is stored through the desk or over HTTP. */
  cli: ["desk", "domain", "contract", ...LEAVES],
  /** The element and the pages have a server between them and the rest of the house. */
  "widget/stats": ["types of contract", "widget/history"],
  /** What a reader opens: a script of its own, to which the element hands its Lit. */
  "widget/history": ["types of contract"],
  /** The element for bundlers. Its build writes the schemas' types out, so that the package doesn't need Zod. */
  "widget/package": ["widget/stats", "widget", "contract"],
  /**
   * The studio judges by the house's own rules before anything is sent: the contract's schema, the domain's contrast,
   * the wording of states that the preview sets up. All of it is pure. Its desk reads files where they are, so that no
   * name leaves the machine (docs/decisions/0002), with the same code as the command line, of which these files are
   * pure as well, and by the same list of courts.
   */
  "widget/studio": [
    "widget/stats",
    "contract",
    "domain",
    "wording",
    "config",
    "data",
    "desk/read",
    "desk/fold",
    "desk/rejection",
    "desk/formats/index",
    "desk/formats/ledger",
    "desk/normalise/index",
    "desk/normalise/court",
  ],
  "widget/pages": ["widget/stats", "types of contract"],
  /** The build's settings, directly in `widget/`. */
  widget: [],
};

/** Which room may import which package; why each package is there is in docs/decisions/0001. */
const PACKAGES: Packages = {
  /** A Worker and a reader's browser have no Node: only programs and the build's settings do. */
  "node:": ["cli", "widget", "widget/package"],
  "cloudflare:": ["index", "app", "routes", "embed", "store"],
  zod: ["contract", "routes", "embed", "desk", "store", "cli", "widget/package", "widget/studio"],
  hono: ["index", "app", "routes", "embed"],
  jose: ["routes"],
  /** Its fonts with it: they are drawn into the picture. */
  "@resvg/resvg-wasm": ["embed"],
  "@expo-google-fonts/pt-sans": ["embed"],
  "@expo-google-fonts/pt-serif": ["embed"],
  "zod-openapi": ["app", "routes"],
  "fastest-levenshtein": ["routes"],
  "temporal-polyfill": ["domain", "wording"],
  "csv-parse": ["desk", "cli"],
  "csv-stringify": ["desk", "routes", "cli"],
  commander: ["cli"],
  "cli-progress": ["cli"],
  "cli-table3": ["cli"],
  miniflare: ["cli"],
  wrangler: ["cli"],
  culori: ["widget/studio", "domain"],
  vite: ["cli", "widget", "widget/package"],
  "custom-elements-manifest": ["widget/package"],
  lit: ["widget/stats", "widget/history", "widget/studio", "widget/pages"],
  "chart.js": ["widget/history"],
};

/** The command line sorts files in a temporary database of its own, and gives a server its first token. */
const OWN_SQL = ["worker/cli/spool.ts", "worker/cli/local.ts", "worker/cli/deploy.ts"];

const root = fileURLToPath(new URL("../..", import.meta.url));
const sources = readSources(root, ["worker", "widget"]);
const inRooms = (...rooms: string[]) => sources.filter(({ path }) => rooms.includes(roomOf(path)));

describe("the house", () => {
  it("is read whole", () => {
    expect(sources.map(({ path }) => path)).toEqual(
      expect.arrayContaining(["worker/index.ts", "worker/contract/terms.ts", "worker/domain/calendar.ts"]),
    );
  });

  it("has arrows that run one way", () => {
    expect(breaches(sources, ARROWS, PACKAGES)).toEqual([]);
  });

  it("has no circle of imports", () => {
    expect(circles(sources)).toEqual([]);
  });

  it("keeps SQL in the store", () => {
    const elsewhere = sources.filter(({ path }) => roomOf(path) !== "store" && !OWN_SQL.includes(path));
    expect(elsewhere.flatMap(sqlIn)).toEqual([]);
  });

  it("asks no clock, chance, network or environment in the domain and its wording", () => {
    expect(inRooms("domain", "wording").flatMap(effectsIn)).toEqual([]);
  });
});

describe("the table of arrows", () => {
  const arrows: Arrows = { routes: ["domain"], domain: ["types of contract"], contract: [] };
  const packages: Packages = { zod: ["contract"] };
  const check = (path: string, text: string) => breaches([{ path, text }], arrows, packages);

  it("passes what it allows", () => {
    expect(check("worker/routes/a.ts", 'import { week } from "../domain/week.ts";')).toEqual([]);
    expect(check("worker/domain/a.ts", 'import type { Unit } from "../contract/terms.ts";')).toEqual([]);
    expect(check("worker/domain/a.ts", 'export * from "./b.ts";')).toEqual([]);
    expect(check("worker/contract/a.ts", 'import { z } from "zod";')).toEqual([]);
  });

  it("says which file imports what, and what it may import instead", () => {
    expect(check("worker/routes/a.ts", '\nimport { read } from "../store/d1.ts";')).toEqual([
      "worker/routes/a.ts:2 imports worker/store/d1.ts: routes may import domain, not store",
    ]);
    expect(check("worker/contract/a.ts", 'import "../domain/week.ts";')).toEqual([
      "worker/contract/a.ts:1 imports worker/domain/week.ts: contract may import nothing, not domain",
    ]);
  });

  it.each([
    ["a re-export", 'export { read } from "../store/d1.ts";'],
    ["a re-export of everything", 'export * from "../store/d1.ts";'],
    ["a dynamic import", 'const load = () => import("../store/d1.ts");'],
    ["a type's import", 'export type Row = import("../store/d1.ts").Row;'],
    ["an import for its effects", 'import "../store/d1.ts";'],
    ["an import of types", 'import type { Row } from "../store/d1.ts";'],
    ["an import over several lines", 'import {\n  read,\n} from "../store/d1.ts";'],
    ["an import of tests", 'import { flags } from "../../test/chromium.ts";'],
  ])("sees %s", (_, text) => {
    expect(check("worker/routes/a.ts", text)).toHaveLength(1);
  });

  it("sees no import in a comment or a string", () => {
    const text = '// import "../store/d1.ts"\nexport const help = `import "../store/d1.ts"`;';
    expect(check("worker/routes/a.ts", text)).toEqual([]);
  });

  it.each([
    'import { UNITS } from "../contract/terms.ts";',
    'import { type Unit } from "../contract/terms.ts";',
    'export * from "../contract/terms.ts";',
  ])("refuses values where types alone are allowed: %s", (text) => {
    expect(check("worker/domain/a.ts", text)).toEqual([
      "worker/domain/a.ts:1 imports worker/contract/terms.ts: domain may import types of contract, not contract",
    ]);
  });

  it("refuses a path that is computed", () => {
    expect(() => check("worker/routes/a.ts", "export const load = (name: string) => import(name);")).toThrow(
      "worker/routes/a.ts:1 imports a computed path",
    );
  });

  it("refuses rooms and packages without a row", () => {
    expect(check("worker/attic/a.ts", "")).toEqual([
      "worker/attic/a.ts stands in attic, a room without a row in the table of arrows",
    ]);
    expect(check("worker/domain/a.ts", 'import add from "lodash/add";')).toEqual([
      "worker/domain/a.ts:1 imports lodash, a package without a row in the table of packages",
    ]);
    expect(check("worker/domain/a.ts", 'import { z } from "zod/mini";')).toEqual([
      "worker/domain/a.ts:1 imports zod: the package is for contract, not for domain",
    ]);
  });

  it.each([
    ["worker/app.ts", "app"],
    ["worker/desk/formats/own.ts", "desk"],
    ["widget/stats/element.ts", "widget/stats"],
    ["widget/vite.config.ts", "widget"],
    ["test/chromium.ts", "test"],
  ])("puts %s into the room %s", (path, room) => {
    expect(roomOf(path)).toBe(room);
  });
});

describe("the search for circles", () => {
  const files = (imports: Record<string, string[]>) =>
    Object.entries(imports).map(([path, targets]) => ({
      path,
      text: targets.map((target) => `import "./${target}";`).join("\n"),
    }));

  it("finds none in a tree with a shared leaf", () => {
    expect(circles(files({ "a.ts": ["b.ts", "c.ts"], "b.ts": ["c.ts"], "c.ts": [] }))).toEqual([]);
  });

  it("names the files of a circle in order", () => {
    expect(circles(files({ "a.ts": ["b.ts"], "b.ts": ["c.ts"], "c.ts": ["b.ts"] }))).toEqual([
      "b.ts → c.ts → b.ts",
    ]);
  });

  it("counts an import of types, and a file that imports itself", () => {
    const pair = [
      { path: "a.ts", text: 'import type { B } from "./b.ts";' },
      { path: "b.ts", text: 'import { a } from "./a.ts";' },
    ];
    expect(circles(pair)).toEqual(["a.ts → b.ts → a.ts"]);
    expect(circles(files({ "a.ts": ["a.ts"] }))).toEqual(["a.ts → a.ts"]);
  });
});

describe("the search for habits", () => {
  const file = (text: string) => ({ path: "a.ts", text });

  it.each(["'SELECT id FROM edition'", "`UPDATE edition SET note = ''`", '"DELETE FROM ledger"'])(
    "finds SQL in %s",
    (text) => {
      expect(sqlIn(file(`export const query = ${text};`))).toEqual(["a.ts:1 holds SQL"]);
    },
  );

  it("leaves comments and words that only look like SQL alone", () => {
    expect(sqlIn(file('// SELECT\nexport const help = "Select a file, then update";'))).toEqual([]);
  });

  it.each([
    ["Date.now()", "Date.now"],
    ["new Date()", "Date without an argument"],
    ["Date()", "Date without an argument"],
    ["Temporal.Now.instant()", "Temporal.Now"],
    ["Math.random()", "Math.random"],
    ["fetch('https://example.org')", "fetch"],
    ["globalThis.fetch", "fetch"],
    ["(env: Env) => env.DB", "env"],
    ["process.env.TZ", "process"],
  ])("finds that %s asks the world", (text, effect) => {
    expect(effectsIn(file(`export const found = ${text};`))).toContain(`a.ts:1 uses ${effect}`);
  });

  it("lets dates that are given pass", () => {
    expect(effectsIn(file("export const day = (at: number) => new Date(at).toISOString();"))).toEqual([]);
  });
});
