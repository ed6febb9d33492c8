import type { StandingCoding } from "../../contract/coding.ts";
import { type Judged, judge } from "../../domain/coding/judge.ts";
import {
  type KnownCase,
  type KnownRecords,
  lastNames,
  readByKeys,
  readKnown,
} from "../../store/cases/known.ts";
import { type Draft, readDrafts } from "../../store/coding/codings.ts";

/** A draft beside its record as it stands. */
export interface JudgedDraft {
  draft: Draft;
  /** Under which key the record stands now; null: nowhere. */
  found: { case_key: string; record: KnownCase; stands: StandingCoding } | null;
  judged: Judged;
}

/** A coder's drafts, each with what becomes of it. A record that an import has joined to another case is found there. */
export async function judgeDrafts(db: D1Database, coder: string): Promise<JudgedDraft[]> {
  const drafts = await readDrafts(db, coder);
  if (drafts.length === 0) return [];
  const known = await readByKeys(
    db,
    drafts.map(({ case_key }) => case_key),
  );
  const gone = drafts.filter(({ case_key, defendant }) => !known.get(case_key)?.has(defendant));
  const moved = gone.length > 0 ? await whereNow(db, gone) : new Map<Draft, JudgedDraft["found"]>();
  return drafts.map((draft) => {
    const { case_key, defendant, values, seen } = draft;
    const record = known.get(case_key)?.get(defendant);
    const found = record ? foundAs(case_key, record) : (moved.get(draft) ?? null);
    return { draft, found, judged: judge(values!, seen, found?.stands ?? null) };
  });
}

async function whereNow(db: D1Database, gone: readonly Draft[]): Promise<Map<Draft, JudgedDraft["found"]>> {
  const names = await lastNames(
    db,
    gone.map(({ case_key }) => case_key),
  );
  const now = await readKnown(db, [...names.values()].flat());
  return new Map(gone.map((draft) => [draft, onlyOne(draft, names.get(draft.case_key) ?? [], now)]));
}

/** Where several cases have one of its names, nobody knows which one the coder read. */
function onlyOne({ defendant }: Draft, names: readonly string[], now: KnownRecords): JudgedDraft["found"] {
  const candidates = [...now].flatMap(([case_key, defendants]) => {
    const record = defendants.get(defendant);
    if (!record) return [];
    const { case_uid, court_code } = record.inForce;
    const own = [case_uid, ...record.state.cards.map((card) => `${court_code}|${card.case_number}`)];
    return names.some((name) => own.includes(name)) ? [foundAs(case_key, record)] : [];
  });
  return candidates.length === 1 ? candidates[0]! : null;
}

function foundAs(case_key: string, record: KnownCase): NonNullable<JudgedDraft["found"]> {
  const { outcome, sentence, term_months, service } = record.inForce;
  const isOut = record.state.coding.withdrawn !== undefined;
  return {
    case_key,
    record,
    stands: { outcome: isOut ? "withdrawn" : outcome, sentence, term_months, service },
  };
}
