import type { CourtCase } from "../contract/court-case.ts";
import type { Card, CaseState } from "../domain/case-state.ts";
import { joinCards } from "./cards.ts";
import { groupCases, type Named } from "./group.ts";
import { caseOf, joinStates, mergeState } from "./merge.ts";
import { caseAliases } from "./normalise/aliases.ts";

/** All defendants of the cases in force that an import may touch, by the case's lasting name and the ordinal. */
export type KnownCases = ReadonlyMap<string, ReadonlyMap<number, CaseState>>;

/** How a defendant stands once the import is in force. */
export interface Settled {
  case_key: string;
  defendant: number;
  before: CaseState | null;
  /** Null: the record turned out to be another known case's, and stands there. */
  after: CaseState | null;
  /** The import's rows that have a card of it; none where it is touched by what the import says of another case. */
  rows: readonly CourtCase[];
}

/** A card of a known case, or a row of the import. */
type Item = Named &
  (
    | { key: string; card: Card; defendant: number; row?: undefined }
    | { row: CourtCase; origin: CourtCase; key?: undefined; card?: undefined; defendant?: undefined }
  );

/**
 * What the known cases and an import's rows are together: the cards of all of them are sorted into cases anew, so that
 * nothing depends on which came first. A card without a УИД, which was taken for one case, goes to another where that
 * one's number says more.
 */
export function settle(known: KnownCases, rows: readonly CourtCase[], readOn: string): Settled[] {
  const items = [
    ...itemsOf(known),
    ...rows.flatMap((origin) => apart(origin).map((row): Item => ({ ...namesOf(row), row, origin }))),
  ];
  const settled: Settled[] = [];
  const taken = new Set<string>();
  const groups = groupCases(items).map((group) => ({ group, ...homeOf(group, known) }));
  for (const { group, uid, heirs } of groups) {
    const key = keyOf(group, heirs, uid, known, taken);
    taken.add(key);
    settled.push(...settleCase(group, uid, heirs, key, known, readOn));
  }
  const standing = new Set(settled.map(({ case_key, defendant }) => `${case_key} ${defendant}`));
  for (const [case_key, defendants] of known) {
    for (const [defendant, before] of defendants) {
      if (standing.has(`${case_key} ${defendant}`)) continue;
      settled.push({ case_key, defendant, before, after: null, rows: [] });
    }
  }
  return settled;
}

function* itemsOf(known: KnownCases): Generator<Item> {
  for (const [key, defendants] of known) {
    for (const [defendant, { case_uid, cards, coding }] of defendants) {
      const coded = coding.case_number ?? coding.earlier_numbers?.[0];
      for (const card of cards) {
        // A number that a person wrote belongs to the case as a card's own does.
        const earlier_numbers = coded
          ? [
              ...card.earlier_numbers,
              ...(coding.earlier_numbers ?? []),
              ...(coding.case_number ? [coding.case_number] : []),
            ]
          : card.earlier_numbers;
        const { court_code, case_number } = card;
        const uid = card.by_number ? null : case_uid;
        yield { case_uid: uid, court_code, case_number, earlier_numbers, card, key, defendant };
      }
    }
  }
}

/** A row for each card: one without a УИД may belong elsewhere than the file, which knew less, took it for. */
function apart({ cards, ...row }: CourtCase): CourtCase[] {
  if (!cards) return [row];
  const textless = { sentence: "unknown", term_months: null, service: "unknown" } as const;
  const main = Math.max(
    0,
    cards.findIndex((card) => !card.by_number),
  );
  return cards.map(({ by_number, ...card }, place) => ({
    ...row,
    ...(place !== main && textless),
    ...card,
    case_uid: by_number ? null : row.case_uid,
  }));
}

function namesOf({ case_uid, court_code, case_number, earlier_numbers }: CourtCase): Named {
  return { case_uid, court_code, case_number, earlier_numbers };
}

/** Whose coding and dates a group inherits: the known cases that it is, not those that it only has a card of. */
function homeOf(group: readonly Item[], known: KnownCases): { uid: string | null; heirs: string[] } {
  const uid = group.find(({ case_uid }) => case_uid !== null)?.case_uid ?? null;
  const keys = [...new Set(group.flatMap(({ key }) => key ?? []))];
  const heirs = keys.filter((key) => {
    const own = uidOf(known, key);
    return own === null || own === uid;
  });
  return { uid, heirs };
}

/** The lasting name: of the case with this УИД, else of the one known first by its name, else its own. */
function keyOf(
  group: readonly Item[],
  heirs: readonly string[],
  uid: string | null,
  known: KnownCases,
  taken: ReadonlySet<string>,
): string {
  const withUid = heirs.find((key) => uid !== null && uidOf(known, key) === uid);
  const heir = withUid ?? [...heirs].sort()[0];
  if (heir !== undefined) return heir;
  const own = uid ?? group.map((item) => caseAliases(item)[0]).sort()[0]!;
  return known.has(own) || taken.has(own) ? `${own}#` : own;
}

function uidOf(known: KnownCases, key: string): string | null {
  for (const { case_uid } of known.get(key)?.values() ?? []) if (case_uid !== null) return case_uid;
  return null;
}

function settleCase(
  group: readonly Item[],
  uid: string | null,
  heirs: readonly string[],
  case_key: string,
  known: KnownCases,
  readOn: string,
): Settled[] {
  const states = new Map<number, CaseState>();
  const rows = Map.groupBy(
    group.flatMap((item) => (item.row ? [item] : [])),
    ({ row }) => row.defendant,
  );
  const ordered = [...heirs].sort(
    (a, b) => Number(b === case_key) - Number(a === case_key) || (a < b ? -1 : 1),
  );
  for (const heir of ordered) {
    for (const [defendant, state] of known.get(heir)!) {
      const cards = cardsOf(group, heir, defendant);
      if (cards.length === 0) continue;
      const own = { ...state, cards: cards as unknown as CaseState["cards"] };
      const held = states.get(defendant);
      states.set(defendant, held ? joinStates(held, own) : own);
    }
  }
  for (const { key, card, defendant } of group) {
    if (card === undefined || heirs.includes(key)) continue;
    const held = states.get(defendant);
    const cards = joinCards(held?.cards ?? [], [card]) as unknown as CaseState["cards"];
    states.set(defendant, held ? { ...held, cards } : { ...NOTHING, cards });
  }
  // Courts' cards first: what a person wrote is judged by what they say together.
  for (const [defendant, own] of rows) {
    const inOrder = [...own.filter(({ row }) => !row.by_hand), ...own.filter(({ row }) => row.by_hand)];
    for (const { row } of inOrder)
      states.set(defendant, mergeState(states.get(defendant) ?? null, row, readOn));
  }
  return [...states].map(([defendant, state]) => ({
    case_key,
    defendant,
    before: known.get(case_key)?.get(defendant) ?? null,
    after: { ...state, case_uid: uid },
    rows: [...new Set((rows.get(defendant) ?? []).map(({ origin }) => origin))],
  }));
}

const NOTHING = { case_uid: null, coding: {}, removed_on: null } as const;

function cardsOf(group: readonly Item[], key: string, defendant: number): Card[] {
  return group.flatMap((item) => (item.key === key && item.defendant === defendant ? item.card : []));
}

/** Whether nothing that anybody is told of a defendant differs, nor what a person wrote. */
export function isSame(before: CaseState, after: CaseState, defendant: number): boolean {
  const words = (state: CaseState) =>
    JSON.stringify([
      caseOf(state, defendant),
      Object.entries(state.coding).sort(([a], [b]) => (a < b ? -1 : 1)),
    ]);
  return words(before) === words(after);
}
