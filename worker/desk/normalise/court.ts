import type { Lang } from "../../contract/terms.ts";
import { readRows } from "../formats/csv-rows.ts";

export const COURT_KINDS = ["garrison", "district", "appeal", "cassation"] as const;
export type CourtKind = (typeof COURT_KINDS)[number];

/** What a place is called in each language, in the nominative. */
export type Names = Readonly<Record<Lang, string>>;

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

export interface CourtDirectory {
  byCode(code: string): Court | null;
  /** By a page's heading: in any case of letters or grammar, with whatever stands around the name. */
  byName(name: string): Court | null;
  byHost(host: string): Court | null;
}

/** Reads the list of military courts (CSV: code, kind, name, name_en, name_uk, region_code, region, host). */
export function parseCourts(text: string): Court[] {
  return rowsOf(text).map(({ cell, line }) => {
    const code = cell("code");
    const kind = COURT_KINDS.find((word) => word === cell("kind"));
    const names = namesIn(cell);
    if (!code || !names || !kind) throw new Error(`The list of military courts is broken in line ${line}.`);
    const place = { regionCode: cell("region_code"), region: cell("region"), host: cell("host") };
    return { code, kind, name: names.ru, names, ...place };
  });
}

/** Reads what regions are called (CSV: name, name_en, name_uk), by the name that the list of courts has. */
export function parseRegions(text: string): ReadonlyMap<string, Names> {
  return new Map(
    rowsOf(text).map(({ cell, line }) => {
      const names = namesIn(cell);
      if (!names) throw new Error(`The list of regions is broken in line ${line}.`);
      return [names.ru, names];
    }),
  );
}

type Cell = (column: string) => string | null;

function rowsOf(text: string): { cell: Cell; line: number }[] {
  const [header, ...rows] = readRows(text).rows;
  return rows.map(({ cells, line }) => ({
    cell: (column) => cells[header?.cells.indexOf(column) ?? -1] || null,
    line,
  }));
}

function namesIn(cell: Cell): Names | null {
  const [ru, en, uk] = [cell("name"), cell("name_en"), cell("name_uk")];
  return ru && en && uk ? { ru, en, uk } : null;
}

/** The courts by each of the ways in which dumps name them. */
export function courtDirectory(courts: readonly Court[]): CourtDirectory {
  const codes = new Map(courts.map((court) => [court.code, court]));
  const names = courts.map((court) => ({ court, key: ` ${nameKey(court.name)} ` }));
  const hosts = new Map(courts.flatMap((court) => (court.host ? [[hostKey(court.host), court]] : [])));
  const found = new Map<string, Court | null>();

  return {
    byCode: (code) => codes.get(code) ?? null,
    byName: (name) => {
      const known = found.get(name);
      if (known !== undefined) return known;
      const text = ` ${nameKey(name)} `;
      const court = names.find(({ key }) => text.includes(key))?.court ?? null;
      if (found.size < NAMES_KEPT) found.set(name, court);
      return court;
    },
    byHost: (host) => hosts.get(hostKey(host)) ?? null,
  };
}

/** A dump repeats a few hundred headings; more are no names of courts and not worth the memory. */
const NAMES_KEPT = 5_000;

/** Whether a heading names a military court, listed or not. */
export function isMilitaryName(name: string): boolean {
  return /(?:^| )(?:гарнизонн|окружн|флотск|апелляционн|кассационн) военн суд(?: |$)/.test(nameKey(name));
}

/** `1-го Восточного окружного военного суда` and `1-й ВОСТОЧНЫЙ окружной военный суд` → one key. */
function nameKey(name: string): string {
  return name
    .toLowerCase()
    .replaceAll("ё", "е")
    .replace(/[^\p{L}\d]+/gu, " ")
    .trim()
    .split(" ")
    .map((word) => word.replace(/^(?:й|ой|го|ого|му|ому|м|ом)$/, "").replace(ENDING, ""))
    .filter((word) => word !== "")
    .join(" ");
}

/** Endings of adjectives and of `суд` in all cases. */
const ENDING = /(?:ий|ый|ой|его|ого|ему|ому|им|ым|ем|ом|ая|ую)$|(?<=^суд)(?:а|у|е)$/;

function hostKey(host: string): string {
  const bare = host
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, "")
    .replace(/^www\./, "")
    .replace(/[/:?#].*$/, "")
    .replaceAll("--", ".");
  return bare.endsWith(".sudrf.ru") ? bare : `${bare}.sudrf.ru`;
}
