import type { CourtReporting } from "../../domain/records/court-reporting.ts";
import type { Prose } from "../language/methodology-text.ts";
import { counted } from "./counted.ts";
import { en as words } from "./index.ts";

const { number } = words.formats;

/** How the courts report, all together. */
export function reporting({ courts, rhythm, silent, newest }: CourtReporting, readOn: string): Prose {
  const counts = `Of the courts on [the list](/v1/courts), ${counted(courts, ["has", "have"])} records in this edition, as read on ${words.date(readOn)}. The records of ${number(rhythm)} come often enough to know a rhythm`;
  if (newest === null) return `${counts}.`;
  return `${counts}; of these, ${counted(silent, ["was", "were"])} silent for longer than nine in ten of its gaps and than a week. Silence is counted to the newest record of any court, of ${words.date(newest)}, so that a delay of all isn’t taken for the silence of one.`;
}
