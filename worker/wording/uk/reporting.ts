import type { CourtReporting } from "../../domain/records/court-reporting.ts";
import type { Prose } from "../language/methodology-text.ts";
import { uk as words } from "./index.ts";

const { number } = words.formats;

/** How the courts report, all together. */
export function reporting({ courts, rhythm, silent, newest }: CourtReporting, readOn: string): Prose {
  const counts = `Судів із [переліку](/v1/courts), картки яких є в цьому випуску: ${number(courts)} (прочитано ${words.date(readOn)}). Картки надходять досить часто, щоб знати ритм, у стількох із них: ${number(rhythm)}`;
  if (newest === null) return `${counts}.`;
  return `${counts}; мовчали довше, ніж у дев’яти з десяти своїх перерв, і довше тижня: ${number(silent)}. Мовчання рахується до найновішої картки будь-якого суду, від ${words.date(newest)}, щоб спільна затримка не здавалася мовчанням одного.`;
}
