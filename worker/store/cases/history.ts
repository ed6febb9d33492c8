import type { RecordState } from "../../contract/behind.ts";
import type { EditionRow } from "../editions.ts";

/** A version of a record, with the editions that began and ended it. */
export interface VersionRow extends Omit<RecordState, "articles"> {
  case_key: string;
  defendant: number;
  case_uid: string | null;
  articles: string;
  since_edition: number;
  until_edition: number | null;
}

export type EditionName = Pick<EditionRow, "sequence" | "id" | "published_at" | "kind">;

/** All versions of these records, the oldest first, and the editions that they name. */
export async function readHistories(
  db: D1Database,
  records: readonly { case_key: string; defendant: number }[],
): Promise<{ versions: VersionRow[]; editions: Map<number, EditionName> }> {
  if (records.length === 0) return { versions: [], editions: new Map() };
  const names = JSON.stringify(records.map(({ case_key, defendant }) => [case_key, defendant]));
  const { results: versions } = await db
    .prepare(
      `SELECT version.case_key, version.defendant, case_uid, court_code, case_number, articles, received_on,
         decided_on, outcome, sentence, term_months, service, source_url, removed_on, since_edition, until_edition
       FROM json_each(?) AS asked CROSS JOIN case_version AS version INDEXED BY version_of_case
         ON version.case_key = asked.value ->> 0 AND version.defendant = asked.value ->> 1
       ORDER BY version.case_key, version.defendant, version.since_edition`,
    )
    .bind(names)
    .all<VersionRow>();
  const named = versions.flatMap(({ since_edition, until_edition }) =>
    [since_edition, until_edition ?? []].flat(),
  );
  const { results } = await db
    .prepare(
      `SELECT sequence, edition.id, published_at, kind FROM json_each(?) AS asked
       CROSS JOIN edition ON edition.sequence = asked.value`,
    )
    .bind(JSON.stringify([...new Set(named)]))
    .all<EditionName>();
  return { versions, editions: new Map(results.map((one) => [one.sequence, one])) };
}
