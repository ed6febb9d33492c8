import type { Outcome } from "../../contract/terms.ts";

/** What every reader of a courts' dump must know about its convictions. */
export const VERDICTS_NOTE =
  "«Вынесен ПРИГОВОР» is read as convicted: the courts' lists don't tell acquittals apart. " +
  "Code acquittals from the verdicts' texts in the desk's own CSV.";

/** Words that only a higher court uses about a lower court's case. */
const OF_A_HIGHER_COURT = /апелляци|кассаци|надзорн|без изменения|решение по существу дела/;

/** Of two words that stand one behind the other, anywhere: looked for one after the other, in one pass each. */
const ONE_BEHIND_ANOTHER: readonly (readonly [RegExp, RegExp])[] = [
  [/жалоба|представление/, /отозван/],
  [/приговор|постановление|определение|решение/, / (?:отменен|изменен)[оаы]?(?!\p{L})/u],
];

/** The first that fits decides, so the special stands before the general. */
const OUTCOMES: readonly (readonly [RegExp, Outcome])[] = [
  [/приостановлен/, "pending"],
  [/оправда/, "acquitted"],
  [/приговор|осужден/, "convicted"],
  [/медицинск/, "medical"],
  [/возвращен/, "returned"],
  [/подсудност|подведомствен/, "transferred"],
  [/прекращен/, "dismissed"],
];

/**
 * The first court's outcome from the words of its card: `Вынесен ПРИГОВОР` → convicted,
 * `ВОЗВРАЩЕНО ПРОКУРОРУ …` → returned. Without words the case is pending; other words are other.
 */
export function outcomeOf(decision: string | null): Outcome {
  if (decision === null) return "pending";
  const words = plain(decision);
  return OUTCOMES.find(([pattern]) => pattern.test(words))?.[1] ?? "other";
}

/** Words of decisions that are none of these: an order of another kind, cases joined or parted, a complaint withdrawn. */
const OTHER_DECISIONS =
  /постановлени|определени|решени|соедин|выделен|снят|отозван|отказ|удовлетвор|штраф|направлен|передан|заочн/;

/** Whether the words of a decision are known, though its outcome may be `other`; without words nothing is. */
export function isUnderstood(decision: string | null): boolean {
  if (decision === null) return false;
  const words = plain(decision);
  return OUTCOMES.some(([pattern]) => pattern.test(words)) || OTHER_DECISIONS.test(words);
}

/**
 * Whether the words are a higher court's. They never change the first court's outcome, not even
 * `ОТМЕНЕНО … НОВОЕ РАССМОТРЕНИЕ`: the verdict was given in its week; a new trial brings a row of its own.
 */
export function isHigherCourtsDecision(decision: string | null): boolean {
  if (decision === null) return false;
  const words = plain(decision);
  return (
    OF_A_HIGHER_COURT.test(words) ||
    ONE_BEHIND_ANOTHER.some(([first, second]) => {
      const found = first.exec(words);
      return found !== null && second.test(words.slice(found.index + found[0].length));
    })
  );
}

function plain(decision: string): string {
  return decision.toLowerCase().replaceAll("ё", "е").replace(/\s+/g, " ");
}
