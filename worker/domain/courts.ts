// The browser build brings its own byte buffers, so the same code runs in Node, workerd and a page.
import { parse } from "csv-parse/browser/esm/sync";
import type { Lang } from "../contract/terms.ts";

export const COURT_KINDS = ["garrison", "district", "appeal", "cassation"] as const;
export type CourtKind = (typeof COURT_KINDS)[number];

/**
 * What a place is called in each language, in the nominative. Where Russia occupies it, its court's name says that it is
 * a Russian one.
 */
export type Names = Readonly<Record<Lang, string>>;

/** A region's names, and how it is said that something is there: "в Ростовской области". */
export interface Region {
  names: Names;
  within: Names;
}

/** A military court as `worker/data/military-courts.csv` lists it. */
export interface Court {
  /** As in the УИД of its cases: `39GV0005`. */
  code: string;
  kind: CourtKind;
  /** As the courts write it. */
  name: string;
  names: Names;
  /** The portal's own region code, null for courts without a site. */
  regionCode: string | null;
  region: string | null;
  /** `224gvs.spb.sudrf.ru`; scrapers also write `224gvs--spb.sudrf.ru`. */
  host: string | null;
}

/**
 * Reads the list of military courts (CSV: code, kind, name, name_ru, name_en, name_uk, region_code, region, host).
 * `name_ru` is empty where a court is called as it writes itself.
 */
export function parseCourts(text: string): Court[] {
  return rowsOf(text).map(({ cell, line }) => {
    const code = cell("code");
    const kind = COURT_KINDS.find((word) => word === cell("kind"));
    const name = cell("name");
    const names = namesIn(cell);
    if (!code || !name || !names || !kind)
      throw new Error(`The list of military courts is broken in line ${line}.`);
    const place = { regionCode: cell("region_code"), region: cell("region"), host: cell("host") };
    return { code, kind, name, names, ...place };
  });
}

/**
 * Reads what regions are called (CSV: name, name_ru, name_en, name_uk, in_ru, in_en, in_uk), by the name that the list of
 * courts has.
 */
export function parseRegions(text: string): ReadonlyMap<string, Region> {
  return new Map(
    rowsOf(text).map(({ cell, line }) => {
      const name = cell("name");
      const names = namesIn(cell);
      const [ru, en, uk] = [cell("in_ru"), cell("in_en"), cell("in_uk")];
      if (!name || !names || !ru || !en || !uk)
        throw new Error(`The list of regions is broken in line ${line}.`);
      return [name, { names, within: { ru, en, uk } }];
    }),
  );
}

type Cell = (column: string) => string | null;

/** Each row below the header, an empty cell as null, with the line that it stands in. */
function rowsOf(text: string): { cell: Cell; line: number }[] {
  const records: { record: Record<string, string>; info: { lines: number } }[] = parse(text, {
    columns: true,
    info: true,
  });
  return records.map(({ record, info }) => ({ cell: (column) => record[column] || null, line: info.lines }));
}

function namesIn(cell: Cell): Names | null {
  const [ru, en, uk] = [cell("name_ru") ?? cell("name"), cell("name_en"), cell("name_uk")];
  return ru && en && uk ? { ru, en, uk } : null;
}
