import { lang } from "../words/index.ts";
import { whole } from "../words/whole.ts";

/** A calendar date as the language writes it. */
export function dateText(day: string, year = true): string {
  const options = {
    day: "numeric",
    month: "short",
    ...(year && { year: "numeric" as const }),
    timeZone: "UTC",
  } as const;
  return whole(
    new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, options).format(new Date(`${day}T00:00:00Z`)),
  );
}
