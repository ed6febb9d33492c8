import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { generateTruth, snapshot, writeDump } from "../../fixtures/generator/index.ts";

const directory = mkdtempSync(join(tmpdir(), "records-"));
afterAll(() => rmSync(directory, { recursive: true }));

type ParserFile = Record<
  string,
  {
    num_cases: number;
    cases: { metadata: Record<string, unknown>; case_found: string; case_id_uid: string }[];
    logs: { cases_found: string; driver_error: string; pagination_error: number[] };
  }
>;

describe("sudrfparser's files", () => {
  const views = [...snapshot(generateTruth({ cases: 30_000, dirt: [] }), "2025-06-30")];
  const written = writeDump(directory, "parser", views);
  const files = written.map(({ path, rows }) => {
    const [[website, content] = []] = Object.entries(JSON.parse(readFileSync(path, "utf8")) as ParserFile);
    return { name: basename(path), rows, website: website!, content: content! };
  });

  it("are one a court's server and year of receipt", () => {
    expect(readdirSync(join(directory, "sudrfparser")).toSorted()).toEqual(
      files.map(({ name }) => name).toSorted(),
    );
    for (const { name, website, content } of files) {
      const [, , host, year] = /^(\d{2})_(.+)_1_(\d{4})\.json$/.exec(name)!;
      expect(website).toBe(`http://${host}`);
      expect(content.cases.every(({ metadata }) => String(metadata.adm_date).endsWith(year!))).toBe(true);
    }
  });

  it("say how many cases they hold, and write booleans as words", () => {
    for (const { content, rows } of files) {
      expect(content.num_cases).toBe(content.cases.length);
      expect(rows).toBe(content.cases.length);
      expect(content.logs).toMatchObject({ cases_found: "True", driver_error: "False" });
    }
  });

  it("hold all cases of courts with a site but for those of the pages that weren't read", () => {
    const covered = views.filter(({ records: [record] }) => !/^61GV002[0-3]$/.test(record!.court_code));
    const held = files.reduce((sum, { rows }) => sum + rows, 0);
    const unread = files.filter(({ content }) => content.logs.pagination_error.length > 0);
    expect(unread.length).toBeGreaterThan(0);
    expect(new Set(unread.flatMap(({ content }) => content.logs.pagination_error))).toEqual(new Set([2]));
    expect(covered.length - held).toBeGreaterThan(0);
    expect(covered.length - held).toBeLessThanOrEqual(25 * unread.length);
  });

  it("have the real card's keys, and no date of the verdict", () => {
    for (const { metadata, ...rest } of files.flatMap(({ content }) => content.cases)) {
      expect(Object.keys(rest)).toEqual(["case_text", "case_found", "case_id_uid"]);
      const keys = "accused id_text uid_2 adm_date judge";
      expect([keys, `${keys} decision_result`]).toContain(Object.keys(metadata).join(" "));
      expect(metadata.id_text).toMatch(/^ДЕЛО № 1-\d+\/\d{4}( \(1-\d+\/\d{4};\))?$/);
      expect(rest.case_id_uid).toMatch(/^case_id=\d+&case_uid=[0-9a-f-]{36}$/);
    }
  });

  it("leave a blank before every article but the first, and no name of the Code", () => {
    const accused = files.flatMap(({ content }) =>
      content.cases.flatMap(({ metadata }) => metadata.accused as { name: string; article: string[] }[]),
    );
    for (const { name, article } of accused) {
      expect(name).toMatch(/^ОБЕЗЛИЧЕНО \d+$/);
      expect(article.join(";")).toMatch(/^ст\.(; ст\.|[^;У])+$/);
    }
    expect(accused.some(({ article }) => article.length > 1)).toBe(true);
  });
});
