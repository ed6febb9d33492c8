import type { CodedPair } from "../../domain/coding/agreement.ts";

/**
 * The verdicts of the random tenth that two have coded by an edition: what the first and what the second coder read.
 * @param publishedAt instant of the edition; what came later isn't told in it, however late it is built
 */
export async function readPairs(
  db: D1Database,
  { sequence, publishedAt }: { sequence: number; publishedAt: string },
): Promise<CodedPair[]> {
  const { results } = await db
    .prepare(
      `SELECT first.outcome AS first_outcome, first.sentence AS first_sentence, first.service AS first_service,
         second.outcome AS second_outcome, second.sentence AS second_sentence, second.service AS second_service
       FROM coding AS second INDEXED BY further_codings
       JOIN coding AS first ON first.case_key = second.case_key AND first.defendant = second.defendant
         AND first.round = 'first'
       WHERE second.round <> 'first' AND second.round = 'second' AND second.text = 'read'
         AND second.coded_at <= ?2 AND first.lot < 1000 AND first.edition IS NOT NULL AND first.edition <= ?1
       ORDER BY first.case_key, first.defendant`,
    )
    .bind(sequence, publishedAt)
    .all<CodedPair>();
  return results;
}
