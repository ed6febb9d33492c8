import type { CourtReporting } from "../../domain/records/court-reporting.ts";
import type { Prose } from "../language/methodology-text.ts";
import { ru as words } from "./index.ts";

const { number } = words.formats;

/** How the courts report, all together. */
export function reporting({ courts, rhythm, silent, newest }: CourtReporting, readOn: string): Prose {
  const counts = `Судов из [списка](/v1/courts), карточки которых есть в этом выпуске: ${number(courts)} (прочитаны ${words.date(readOn)}). Карточки приходят достаточно часто, чтобы знать ритм, у стольких из них: ${number(rhythm)}`;
  if (newest === null) return `${counts}.`;
  return `${counts}; молчали дольше, чем в девяти из десяти своих перерывов, и дольше недели: ${number(silent)}. Молчание считается до самой новой карточки любого суда, от ${words.date(newest)}, чтобы общая задержка не казалась молчанием одного.`;
}
