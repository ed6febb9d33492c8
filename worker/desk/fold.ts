import type { CourtCase } from "../contract/court-case.ts";
import { Contradictions } from "./contradictions.ts";
import { groupCases } from "./group.ts";
import { caseOf, mergeState } from "./merge.ts";
import { caseAliases } from "./normalise/aliases.ts";
import type { Normalised } from "./normalise/index.ts";

type Rows = readonly [CourtCase, ...CourtCase[]];

/** What `normalise` found of first-instance cases and of higher courts' cards. */
export type Foldable = Extract<Normalised, { kind: "cases" | "higher" }>;

/**
 * One case for each defendant, in the order in which the cases were first read. For what fits into memory;
 * `higherAlone` counts higher courts' cards without a first-instance case among the rows.
 */
export function foldAll(items: Iterable<Foldable>): { cases: CourtCase[]; higherAlone: number } {
  const { cases, higherAlone } = foldByCase(items);
  return { cases: [...cases].flat(), higherAlone };
}

/** As `foldAll`, the defendants of each case beside one another; each is folded when it's asked for. */
export function foldByCase(items: Iterable<Foldable>): {
  cases: Iterable<CourtCase[]>;
  higherAlone: number;
  /** Complete once all cases have been asked for. */
  contradictions: Contradictions;
} {
  const rows: CourtCase[] = [];
  const higher: (readonly string[])[] = [];
  for (const item of items) {
    if (item.kind === "cases") rows.push(...item.cases);
    else higher.push(item.aliases);
  }
  const groups = groupCases(rows);
  const aliases = new Set(rows.flatMap(caseAliases));
  const higherAlone = higher.filter((names) => !names.some((name) => aliases.has(name))).length;
  const contradictions = new Contradictions();
  return { cases: foldGroups(groups, contradictions), higherAlone, contradictions };
}

function* foldGroups(groups: readonly CourtCase[][], contradictions: Contradictions): Generator<CourtCase[]> {
  for (const group of groups) {
    const defendants = [...Map.groupBy(group, (row) => row.defendant)].sort(([a], [b]) => a - b);
    yield defendants.flatMap(([, same]) => {
      contradictions.look(same);
      return foldCases(same as [CourtCase, ...CourtCase[]]);
    });
  }
}

/**
 * Makes one case of rows that are the same defendant of the same case (`groupCases` says which are). Courts' cards in
 * any order make the same case (`foldCards` says which), and go with it, so that the store can put them beside those
 * that it has. What a person wrote is a case of its own after it, since it is judged by what is known: of two such
 * rows the later corrects the earlier.
 */
export function foldCases(rows: Rows): CourtCase[] {
  const cards = rows.filter(({ by_hand }) => !by_hand);
  const written = rows.filter(({ by_hand }) => by_hand);
  return [
    ...(cards.length > 0 ? [foldCards(cards as [CourtCase, ...CourtCase[]])] : []),
    ...(written.length > 0 ? [written.reduce(corrected)] : []),
  ];
}

/** Within one import all cards are as new: they were read for it. */
const READ = "";
/** The contract's limit. */
const MOST_CARDS = 100;

function foldCards(rows: Rows): CourtCase {
  const [first, ...others] = rows;
  if (others.length === 0) return first;
  const case_uid = rows.find((row) => row.case_uid !== null)?.case_uid ?? null;
  const state = others.reduce((known, row) => mergeState(known, row, READ), mergeState(null, first, READ));
  const { received_court: _, ...folded } = caseOf({ ...state, case_uid }, first.defendant);
  const cards = state.cards.map(({ since: _, ...card }) => card);
  const removed_on = rows.every((row) => row.removed_on !== null) ? first.removed_on : null;
  return {
    ...folded,
    removed_on,
    ...(cards.length > 1 && { cards: cards.slice(0, MOST_CARDS) }),
  };
}

/** What a later row of the desk's CSV doesn't know, an earlier one may. */
function corrected(earlier: CourtCase, later: CourtCase): CourtCase {
  const numbers = new Set([...later.earlier_numbers, earlier.case_number, ...earlier.earlier_numbers]);
  numbers.delete(later.case_number);
  const decides = later.outcome !== "pending";
  const same = later.outcome === earlier.outcome || !decides;
  return {
    ...later,
    case_uid: later.case_uid ?? earlier.case_uid,
    earlier_numbers: [...numbers].slice(0, 10),
    articles: later.articles.length > 0 ? later.articles : earlier.articles,
    received_on: later.received_on ?? earlier.received_on,
    decided_on: later.decided_on ?? (same ? earlier.decided_on : null),
    outcome: decides ? later.outcome : earlier.outcome,
    sentence: later.sentence !== "unknown" || !same ? later.sentence : earlier.sentence,
    term_months: later.term_months ?? (same ? earlier.term_months : null),
    service: later.service !== "unknown" ? later.service : earlier.service,
    source_url: later.source_url ?? earlier.source_url,
    first_seen_on: later.first_seen_on ?? earlier.first_seen_on,
  };
}
