import { existsSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { type Arrows, breaches, type Packages, roomOf } from "../../../architecture/arrows.ts";
import { circles } from "../../../architecture/circles.ts";
import { disabledIn, effectsIn, sqlIn, wordsIn } from "../../../architecture/habits.ts";
import { readHouse } from "../../../architecture/house.ts";
import { PACKAGES } from "../../../architecture/packages.ts";
import { readSources } from "../../../architecture/source.ts";

/** The command line sorts files in a temporary database of its own, and gives a server its first token. */
const OWN_SQL = [
  "worker/cli/spool.ts",
  "worker/cli/local.ts",
  "worker/cli/deploy.ts",
  "worker/cli/deployment/deploy.ts",
];
/** What is looked at or served as it stands, and the package's own page on npm. */
const WITHOUT_README =
  /^(test\/(unit\/|hosts\/|gallery\/approved|fixtures\/dumps)|widget\/(pages\/public|package$))/;

const root = fileURLToPath(new URL("../../../..", import.meta.url));
const sources = readSources(root, ["worker", "widget"]);
const arrows = readHouse(readFileSync(`${root}/CONTRIBUTING.md`, "utf8"));
const rooms = Object.keys(arrows);
const inRooms = (...names: string[]) =>
  sources.filter(({ path }) => names.includes(roomOf(path, rooms)?.split("/")[0] ?? ""));

describe("the house", () => {
  it("is read whole", () => {
    expect(sources.map(({ path }) => path)).toEqual(
      expect.arrayContaining(["worker/index.ts", "worker/contract/terms.ts", "worker/domain/calendar.ts"]),
    );
    expect(rooms).toEqual(
      expect.arrayContaining(["index", "http", "wording/en", "widget/stats", "widget/*"]),
    );
  });

  it("has arrows that run one way", () => {
    expect(breaches(sources, arrows, PACKAGES)).toEqual([]);
  });

  it("has no circle of imports", () => {
    expect(circles(sources)).toEqual([]);
  });

  it("keeps SQL in the store", () => {
    const elsewhere = sources.filter(
      ({ path }) => !path.startsWith("worker/store/") && !OWN_SQL.includes(path),
    );
    expect(elsewhere.flatMap(sqlIn)).toEqual([]);
  });

  it("asks no clock, chance, network or environment in the domain and its wording", () => {
    expect(inRooms("domain", "wording").flatMap(effectsIn)).toEqual([]);
  });

  it("has no word of a language where sentences are composed", () => {
    const composing = sources.filter(({ path }) => /^worker\/wording\/(language\/)?[^/]+$/.test(path));
    expect(composing.length).toBeGreaterThan(20);
    expect(composing.flatMap(wordsIn)).toEqual([]);
  });

  it("disables no control in the studio: `aria-disabled` keeps the focus where it is", () => {
    const views = sources.filter(({ path }) => path.startsWith("widget/studio/"));
    expect(views.flatMap(disabledIn)).toEqual([]);
    const one = (markup: string) => ({ path: "a.ts", text: `html\`<button ${markup}>Save</button>\`` });
    expect(["?disabled=", "disabled="].flatMap((markup) => disabledIn(one(markup)))).toHaveLength(2);
    expect(disabledIn(one("aria-disabled="))).toEqual([]);
  });

  it("says of each folder what belongs into it", () => {
    const folders = new Set(readSources(root, ["worker", "widget", "test"]).map(({ path }) => dirname(path)));
    const silent = [...folders].filter(
      (folder) => !WITHOUT_README.test(folder) && !existsSync(`${root}/${folder}/README.md`),
    );
    expect(silent).toEqual([]);
  });

  it("is mirrored by its unit tests", () => {
    const folders = readSources(root, ["test/unit"]).map(({ path }) =>
      dirname(path).slice("test/unit/".length),
    );
    expect([...new Set(folders)].filter((folder) => !existsSync(`${root}/${folder}`))).toEqual([]);
  });
});

describe("the table of the house", () => {
  const table = (...rows: string[]) =>
    readHouse(["| room | holds | may import |", "|---|---|---|", ...rows].join("\n"));

  it("is read from what people read", () => {
    expect(
      table(
        "| `worker/app.ts` | routes | `routes` |",
        "| `worker/routes/` | answers | `domain`, types of `contract`, `widget/stats/sparkline` |",
        "| `widget/*.ts` | settings | nothing |",
      ),
    ).toEqual({
      app: ["routes"],
      routes: ["domain", "types of contract", "widget/stats/sparkline"],
      "widget/*": [],
    });
  });

  it("refuses a cell that names no room", () => {
    expect(() => table("| `worker/app.ts` | routes | the routes |")).toThrow("names no room: the routes");
  });
});

describe("the table of arrows", () => {
  const arrows: Arrows = { routes: ["domain"], domain: ["types of contract"], contract: [], store: [] };
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
      "worker/attic/a.ts stands in no room of the table of arrows",
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
    ["worker/wording/label.ts", "wording"],
    ["worker/wording/en/words.ts", "wording/en"],
    ["widget/stats/element.ts", "widget/stats"],
    ["widget/vite.config.ts", "widget/*"],
    ["widget/attic/a.ts", undefined],
    ["test/chromium.ts", undefined],
  ])("puts %s into the room %s", (path, room) => {
    expect(roomOf(path, ["app", "desk", "wording", "wording/en", "widget/stats", "widget/*"])).toBe(room);
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

  it.each([
    'export const label = "in April";',
    'export const label = "октябрь";',
    "export const label = `about two`;",
  ])("finds the word in %s", (text) => {
    expect(wordsIn(file(text))).toHaveLength(1);
  });

  it("takes keys, types and marks for no words", () => {
    expect(
      wordsIn(
        file(
          'import { a } from "./a.ts";\nexport const b = (c: "at_least") => [c === "less_than", "—", ", "];',
        ),
      ),
    ).toEqual([]);
  });

  it("lets dates that are given pass", () => {
    expect(effectsIn(file("export const day = (at: number) => new Date(at).toISOString();"))).toEqual([]);
  });
});
