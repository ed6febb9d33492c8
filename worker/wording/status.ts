import type { EditionRef } from "../contract/common.ts";
import type { Headline, Since } from "../contract/summary.ts";
import { amountOf, FEW } from "./language/amount.ts";
import { capitalised } from "./language/formats.ts";
import type { Language } from "./language/language.ts";
import { publishedOn } from "./published-on.ts";

/** All that a reader must know before trusting the number, gravest first; empty where nothing is. */
export function statusText(
  { edition, headline, since }: { edition: EditionRef; headline: Headline; since?: Since | undefined },
  rate: boolean,
  words: Language,
): string {
  const parts = [];
  if (edition.sample) parts.push(words.status.sample);
  if (edition.stale) parts.push(words.status.stale(publishedOn(edition, words)));
  if (since) parts.push(frozenText(edition, since, rate, words));
  const incomplete = incompleteText(headline, words);
  if (incomplete) parts.push(incomplete);
  return parts.join(" ");
}

/** That a recent count will still grow, with the range that is expected; empty for a final count. */
export function incompleteText({ value, suppressed, status, expected }: Headline, words: Language): string {
  if (status === "final" || (value === null && !suppressed)) return "";
  if (!expected) return words.status.incomplete;
  const { number } = words.formats;
  const [low, high] = [number(expected.low), number(expected.high)];
  return `${words.status.incomplete} ${words.status.expected(low === high ? low : `${low}–${high}`)}`;
}

function frozenText(edition: EditionRef, since: Since, rate: boolean, words: Language): string {
  const asOf = words.asOf(publishedOn(edition, words), edition.id);
  return `${capitalised(asOf, words.formats.locale)}; ${sinceText(since, rate, words)}.`;
}

/** What the period of a frozen number counts in the current edition, as a part of the status. */
export function sinceText(
  { value, suppressed, difference }: Since,
  rate: boolean,
  { status, formats, qualified }: Language,
): string {
  if (value === null && !suppressed) return status.nowUnknown;
  const amount = value === null ? FEW : amountOf(value, "exact", rate);
  const now = status.now(qualified(formats.number(amount.value), amount.sureness));
  if (difference === null) return now;
  const since = formats.number(Math.abs(difference));
  if (since === formats.number(0)) return status.sameSince;
  return `${now}, ${difference > 0 ? status.moreSince(since) : status.fewerSince(since)}`;
}
