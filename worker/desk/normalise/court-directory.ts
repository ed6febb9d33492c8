import type { Court } from "../../domain/courts.ts";

export interface CourtDirectory {
  byCode(code: string): Court | null;
  /** By a page's heading: in any case of letters or grammar, with whatever stands around the name. */
  byName(name: string): Court | null;
  byHost(host: string): Court | null;
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
    .split(/[/:?#]/, 1)[0]!
    .replaceAll("--", ".");
  return bare.endsWith(".sudrf.ru") ? bare : `${bare}.sudrf.ru`;
}
