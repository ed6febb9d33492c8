import type { DRAFT_PROBLEMS, StagedCodingBody } from "../../contract/coding.ts";
import { codingWith } from "../../domain/coding/values.ts";
import { type StagedCase, stageCase } from "../../domain/staged-case.ts";
import type { Failure } from "../../problem.ts";
import { audit, auditIfChanged } from "../../store/audit.ts";
import { readBatch } from "../../store/batches.ts";
import { noteDrafts } from "../../store/coding/codings.ts";
import { latestEdition } from "../../store/editions.ts";
import { makeBatch } from "../made-batch.ts";
import { caseOf } from "../merge.ts";
import { type JudgedDraft, judgeDrafts } from "./drafts.ts";

/** What the files of codings are called in provenance; there is no file. */
export const CODING = "coding";

/**
 * Stages a coder's drafts as one batch for review. What somebody else wrote meanwhile isn't written over: such drafts
 * stay drafts, and are named.
 */
export async function stageCodings(
  db: D1Database,
  { actor, at, today }: { actor: string; at: string; today: string },
): Promise<StagedCodingBody | { failure: Failure }> {
  const [drafts, latest] = await Promise.all([judgeDrafts(db, actor), latestEdition(db)]);
  const fit = drafts.filter(({ judged }) => judged === "fit");
  const said = drafts.filter(({ judged }) => judged === "said").map(({ draft }) => draft);
  const left = drafts.flatMap(({ draft: { case_key: key, defendant }, judged }) =>
    isProblem(judged) ? [{ key, defendant, problem: judged }] : [],
  );
  const base = latest?.sequence ?? 0;
  const settled = said.length > 0 ? [noteDrafts(db, said, { edition: base })] : [];
  if (fit.length === 0) {
    if (settled.length > 0)
      await db.batch([...settled, audit(db, at, actor, "code-stage", "", { said: said.length })]);
    return { failure: { kind: "conflict", detail: nothingFit(left.length) } };
  }
  const staged = fit.map(stagedOf);
  const content = JSON.stringify({
    base,
    coded: fit.map(({ draft }) => [draft.case_key, draft.defendant, draft.coded_at, draft.values]),
  });
  const made = await makeBatch(db, staged, { format: CODING, content, latest, actor, at, today });
  const records = staged.length;
  await db.batch([
    ...made.statements,
    auditIfChanged(db, at, actor, "code-stage", made.id, { records, left: left.length, said: said.length }),
    noteDrafts(
      db,
      fit.map(({ draft }) => draft),
      { batch_id: made.id },
    ),
    ...settled,
  ]);
  return { batch: (await readBatch(db, made.id))!, records, left };
}

function stagedOf({ draft: { defendant, values }, found }: JudgedDraft): StagedCase {
  const { case_key, record } = found!;
  const after = { ...record.state, coding: codingWith(record.state.coding, values!) };
  return stageCase(caseOf(after, defendant), after, { case_key, change: "changed", day: null });
}

function isProblem(judged: JudgedDraft["judged"]): judged is (typeof DRAFT_PROBLEMS)[number] {
  return judged === "changed" || judged === "gone";
}

function nothingFit(left: number): string {
  return left > 0
    ? `No coding can be staged: the records of all ${left} were changed after you saw them. Look at each of them again.`
    : "Nothing is coded that the records don't say already.";
}
