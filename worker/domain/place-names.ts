import type { Lang } from "../contract/terms.ts";
import type { Court, Region } from "./courts.ts";

/** How places are called in one language; undefined where a place isn't known. */
export interface NamesOfPlaces {
  court(code: string): string | undefined;
  region(name: string): string | undefined;
  /** That something is in a region: "in Rostov oblast". */
  within(name: string): string | undefined;
}

/**
 * What courts and their regions are called: by their codes and names in the courts' own list, and as publishers print
 * them, who write in English and have some courts as if they were regions.
 */
export function namesOfPlaces(
  courts: readonly Court[],
  regions: ReadonlyMap<string, Region>,
): (lang: Lang) => NamesOfPlaces {
  const byCode = new Map(courts.map(({ code, names }) => [code, names]));
  const printedCourts = new Map(
    courts.map(({ names }) => [names.en.replace("Garrison Military Court", "garrison court"), names]),
  );
  const printedRegions = new Map([...regions.values()].map((region) => [region.names.en, region]));
  const regionOf = (name: string) => regions.get(name) ?? printedRegions.get(name);
  return (lang) => ({
    court: (code) => (byCode.get(code) ?? printedCourts.get(code))?.[lang],
    region: (name) => regionOf(name)?.names[lang],
    within: (name) => regionOf(name)?.within[lang],
  });
}
