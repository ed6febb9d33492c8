import type { Lang } from "../contract/terms.ts";
import list from "../data/military-courts.csv";
import regionList from "../data/regions.csv";
import { type Court, parseCourts, parseRegions } from "../domain/courts.ts";
import type { Edition, Tallies } from "../domain/edition.ts";
import { namesOfPlaces } from "../domain/place-names.ts";
import type { Places } from "../domain/records/keyed-counts.ts";
import { nearest } from "../http/nearest.ts";
import type { ParameterError } from "../problem.ts";
import type { PlaceNames } from "../wording/index.ts";

/** The military courts that the product ships. */
export const COURTS: readonly Court[] = parseCourts(list);

export const CODES: readonly string[] = COURTS.map(({ code }) => code);
export const REGIONS: readonly string[] = [...new Set(COURTS.flatMap(({ region }) => region ?? []))].sort();

/** The codes of the courts that a question names; null: it names none. Empty: the court isn't in the region. */
export function courtsAsked(court: string | null, region: string | null): ReadonlySet<string> | null {
  if (court === null && region === null) return null;
  if (court !== null && region === null) return new Set([court]);
  const asked = COURTS.filter((one) => (!court || one.code === court) && (!region || one.region === region));
  return new Set(asked.map(({ code }) => code));
}

/**
 * A misspelt court or region must not look like one without convictions. A region is one of the courts' list, or one
 * that a publisher has printed a figure of, under the publisher's own name for it.
 * @param counted where there are records of a court, it is one, whether or not the list has it
 */
export function unknownPlaces(
  { court, region }: { court?: string | undefined; region?: string | undefined },
  counted: Tallies | null,
  { figures }: Pick<Edition, "figures">,
): ParameterError[] {
  const columns = [counted?.convictions, counted?.receipts].flatMap((tally) => tally?.columns ?? []);
  const known = columns.some((column) => column.court === court);
  const printed = [...new Set(figures.flatMap((figure) => figure.region ?? []))].sort();
  return [
    ...(known ? [] : unknown("court", court, CODES)),
    ...unknown("region", region, [...REGIONS, ...printed]),
  ];
}

/** Whether only publishers name a region so: court records know nothing of it. */
export function isPublishersRegion(region: string | null | undefined): boolean {
  return region != null && !REGIONS.includes(region);
}

function unknown(parameter: string, value: string | undefined, allowed: readonly string[]): ParameterError[] {
  if (value === undefined || allowed.includes(value)) return [];
  return [
    { parameter, message: `"${value}" isn't known here.${nearest(value, allowed)}`, allowed: [...allowed] },
  ];
}

const BY_CODE = new Map(COURTS.map((court) => [court.code, court]));
const REGION_NAMES = parseRegions(regionList);

/** What a region of the courts' list is called in each language. */
export function namesOfRegion(name: string): { en: string; ru: string; uk: string } {
  return { ...(REGION_NAMES.get(name)?.names ?? { en: name, ru: name, uk: name }) };
}

/** What courts and their regions are called in a language. */
export const placeNames: (lang: Lang) => PlaceNames = namesOfPlaces(COURTS, REGION_NAMES);

/** Where courts sit, as the courts' own list has it. */
export const PLACES: Places = {
  regionOf: (code) => BY_CODE.get(code)?.region ?? "unknown",
  courtsIn: (region) => courtsAsked(null, region) ?? new Set(),
};
