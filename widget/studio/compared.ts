import { COMPARED_PERIODS_MAX } from "../../worker/config.ts";
import { type NamedPeriod, PeriodSpan } from "../../worker/contract/period.ts";

/** Why what was typed is no period: it isn't written as one, the calendar hasn't got it, or they are too many. */
export interface PeriodFault {
  kind: "spelling" | "calendar" | "many";
  /** The one that is wrong, as it was typed. */
  typed: string;
}

interface Read {
  /** As the service takes it; null: nothing, or something wrong, was typed. */
  value: string | null;
  periods: NamedPeriod[];
  fault: PeriodFault | null;
}

const NOTHING: Read = { value: null, periods: [], fault: null };

/** The period of a comparison as it is typed, read as the service reads it. */
export function readPeriod(typed: string | null): Read {
  const text = tidied(typed);
  if (text === "") return NOTHING;
  const read = PeriodSpan.safeParse(text);
  if (read.success) return { value: text, periods: [read.data], fault: null };
  const isSpelled = read.error.issues.every(({ code }) => code === "custom");
  return { ...NOTHING, fault: { kind: isSpelled ? "calendar" : "spelling", typed: text } };
}

/** The periods that it is compared with, joined by commas or spaces. */
export function readPeriods(typed: string | null): Read {
  const names = tidied(typed)
    .split(/[\s,;]+/)
    .filter(Boolean);
  const each = names.map(readPeriod);
  const fault = each.find((one) => one.fault)?.fault;
  if (fault) return { ...NOTHING, fault };
  if (names.length > COMPARED_PERIODS_MAX)
    return { ...NOTHING, fault: { kind: "many", typed: String(names.length) } };
  return { value: names.join(",") || null, periods: each.flatMap(({ periods }) => periods), fault: null };
}

/** What people write otherwise and mean the same: `2023-h1`, `2023-01 / 2023-05`, a dash that a word processor made. */
function tidied(typed: string | null): string {
  const ends = (typed ?? "")
    .toUpperCase()
    .replaceAll(/[‐-–—]/g, "-")
    .split("/");
  return ends.map((end) => end.trim()).join("/");
}
