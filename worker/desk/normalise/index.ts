import { CourtCase } from "../../contract/court-case.ts";
import type { SourceRow } from "../formats/format.ts";
import type { Rejection } from "../rejection.ts";
import { numberAlias } from "./aliases.ts";
import { type CardDates, cardDates } from "./card-dates.ts";
import { type CaseNumber, readCaseNumber } from "./case-number.ts";
import { readCaseUid } from "./case-uid.ts";
import type { CourtDirectory } from "./court-directory.ts";
import { instanceOf } from "./instance.ts";
import { outcomeOf } from "./outcome.ts";
import { placeOf } from "./place.ts";
import { type Problems, problemsOf } from "./problems.ts";
import { cardUrl } from "./source-url.ts";

/** The contract's limit; courts register a case anew once or twice. */
const MOST_EARLIER_NUMBERS = 10;

export interface NormaliseContext {
  courts: CourtDirectory;
  /** Calendar date in Moscow, ISO 8601. */
  today: string;
}

/** Why a good row makes no case here. Counted, never reported as an error. */
export const KEPT_OUT = [
  /** Of a court that isn't military. */
  "other-court",
  /** Only articles of another code, such as the УПК РФ. */
  "not-criminal-code",
  /** By its number no trial: a control material, a civil case, the execution of a sentence. */
  "not-a-trial",
  /** An appeal or cassation whose first-instance case isn't known. */
  "no-first-instance-case",
  /** The scraper found the card but nothing on it. */
  "empty-card",
] as const;
export type KeptOut = (typeof KEPT_OUT)[number];

export type Normalised =
  /** One for each defendant. */
  | { kind: "cases"; cases: CourtCase[] }
  /** A higher court's card: it belongs to the first-instance case with one of these aliases. */
  | { kind: "higher"; aliases: string[] }
  | { kind: "rejected"; rejected: Rejection[] }
  | { kind: "kept-out"; reason: KeptOut };

/**
 * Brings one card of any format into the contract's form. A card has one decision for all of its accused,
 * so each of them gets its outcome; the desk's own CSV can tell them apart.
 */
export function normalise(row: SourceRow, context: NormaliseContext): Normalised {
  const problems = problemsOf(row);
  const uid = row.caseUid === null ? null : readCaseUid(row.caseUid);
  const place = placeOf(row, uid, context.courts);
  if (place === "other") return { kind: "kept-out", reason: "other-court" };
  if (row.caseUid !== null && uid === null) {
    problems.add("caseUid", row.caseUid, "a УИД such as 77GV0001-01-2024-000123-45, or nothing");
  }
  if ("unknown" in place) {
    const value = place.unknown === "caseUid" ? row.caseUid : (row.courtCode ?? row.courtName);
    problems.add(place.unknown, value, "a court of the list of military courts");
  }
  const number = numberOf(row, uid, problems);
  const dates = cardDates(row, context.today, problems);
  const rejected = { kind: "rejected", rejected: problems.found } as const;
  if (number === null || "unknown" in place) return rejected;

  const hasArticles = row.accused.some(({ articles }) => articles.length > 0);
  const courtKind = place.court.kind;
  const instance = instanceOf({ index: number.index, courtKind, decision: row.decision, hasArticles });
  if (instance === "none") return { kind: "kept-out", reason: "not-a-trial" };
  if (instance === "higher") return higher(row, uid, context.courts);

  const accused = row.accused.filter(({ otherCode }) => !otherCode);
  if (row.accused.length > 0 && accused.length === 0)
    return { kind: "kept-out", reason: "not-criminal-code" };
  if (problems.found.length > 0) return rejected;

  const card = cardOf(row, number, dates);
  const cases: CourtCase[] = [];
  // Where a card hides everything about its accused, there is still one.
  for (const { ordinal, articles } of accused.length > 0 ? accused : [{ ordinal: 1, articles: [] }]) {
    const one = { ...card, case_uid: uid, court_code: place.court.code, defendant: ordinal, articles };
    const { data, error } = CourtCase.safeParse(one);
    if (data) cases.push(data);
    else problems.add("row", null, `${error.issues[0]?.path.join(".")} within the limits of a court case`);
  }
  return problems.found.length > 0 ? rejected : { kind: "cases", cases };
}

function numberOf(row: SourceRow, uid: string | null, problems: Problems): CaseNumber | null {
  const reading = readCaseNumber(row.caseNumber ?? "");
  if ("expected" in reading) {
    problems.add("caseNumber", row.caseNumber, reading.expected);
    return null;
  }
  if (reading.value.year === null && uid === null && reading.value.index === "1") {
    problems.add("caseNumber", row.caseNumber, "a number with its year, such as 1-44/2023, or a УИД");
  }
  return reading.value;
}

function higher(row: SourceRow, uid: string | null, courts: CourtDirectory): Normalised {
  const { courtName, caseNumber } = row.firstCourt ?? {};
  const court = courtName ? courts.byName(courtName) : null;
  const number = readCaseNumber(caseNumber ?? "");
  const byNumber = court && "value" in number ? [numberAlias(court.code, number.value.number)] : [];
  const aliases = uid === null ? byNumber : [uid, ...byNumber];
  return aliases.length > 0
    ? { kind: "higher", aliases }
    : { kind: "kept-out", reason: "no-first-instance-case" };
}

/** What all defendants of a card have in common. */
function cardOf(row: SourceRow, number: CaseNumber, { receivedOn, decidedOn, postedOn }: CardDates) {
  const { coded } = row;
  // A date without a word for the result: decided, nobody knows how.
  const said = row.decision === null && decidedOn !== null ? "other" : outcomeOf(row.decision);
  const outcome = coded?.outcome ?? said;
  return {
    case_number: number.number,
    earlier_numbers: number.earlier.slice(0, MOST_EARLIER_NUMBERS),
    received_on: receivedOn,
    decided_on: coded === null && outcome === "pending" ? null : decidedOn,
    outcome,
    sentence: coded?.sentence ?? "unknown",
    term_months: coded?.termMonths ?? null,
    service: coded?.service ?? "unknown",
    source_url: row.sourceUrl === null ? null : cardUrl(row.sourceUrl),
    first_seen_on: coded ? coded.firstSeenOn : outcome === "convicted" ? postedOn : null,
    removed_on: coded?.removedOn ?? null,
    ...(coded !== null && { by_hand: true as const }),
  };
}
