import { Hono } from "hono";
import { type Allow, unshared } from "../access/door.ts";
import type { Desk } from "../access/holder.ts";
import { BEHIND_PAGE, CACHE_NEVER } from "../config.ts";
import { type BehindBody, type BehindCase, BehindQuery, type RecordState } from "../contract/behind.ts";
import { OFFENCE_ARTICLES } from "../domain/offence.ts";
import { historyOf, type Version } from "../domain/records/record-history.ts";
import { weekIndex } from "../domain/week-index.ts";
import { sendFailure } from "../http/answer.ts";
import { readParameters } from "../http/parameters.ts";
import type { Failure } from "../problem.ts";
import {
  type Behind,
  countBetween,
  countInForce,
  type FoundRecord,
  findBetween,
  findInForce,
  type Place,
} from "../store/cases/behind.ts";
import { toTexts } from "../store/cases/court-case-row.ts";
import { type EditionName, readHistories, type VersionRow } from "../store/cases/history.ts";
import { importSources } from "../store/cases/reports.ts";
import { editionBefore, findEdition, latestEdition } from "../store/editions.ts";

/** What is behind a number, for desk and admins: from a week, a court or a difference to its cases. */
export function cases(allow: Allow): Hono<Desk> {
  const desk = new Hono<Desk>();
  desk.use(unshared);
  desk.use(allow("desk", "admin"));

  desk.get("/", async (c) => {
    const parameters = readParameters(BehindQuery, new URL(c.req.url).searchParams);
    if ("errors" in parameters) return refuse({ kind: "bad-parameters", errors: parameters.errors });
    const { query } = parameters;
    const between = query.edition ? await editionsOf(c.env.DB, query) : null;
    if (between && "failure" in between) return refuse(between.failure);
    const brought = query.source === undefined ? null : await editionsBy(c.env.DB, query.source);
    if (brought?.length === 0) return refuse({ kind: "not-found", what: `source ${query.source}` });
    return c.json(await answer(c.env.DB, query, between, brought));
  });

  return desk;
}

interface Between {
  from: number;
  to: number;
  edition: string;
  against: string | null;
}

/** The two editions that are compared. */
async function editionsOf(
  db: D1Database,
  { edition, against }: BehindQuery,
): Promise<Between | { failure: Failure }> {
  const to = await findEdition(db, edition!);
  if (!to) return missing(edition!);
  const from = against ? await findEdition(db, against) : await editionBefore(db, to.sequence);
  if (against && !from) return missing(against);
  if (from && from.sequence >= to.sequence) {
    const message = `Edition ${from.id} isn't before ${to.id}: an earlier one was expected.`;
    return { failure: { kind: "bad-parameters", errors: [{ parameter: "against", message }] } };
  }
  return { from: from?.sequence ?? 0, to: to.sequence, edition: to.id, against: from?.id ?? null };
}

/** Sequences of the editions whose records a source brought. */
async function editionsBy(db: D1Database, source: string): Promise<number[]> {
  const all = await importSources(db);
  return all.filter(({ key }) => key === source).map(({ edition }) => edition);
}

const missing = (id: string): { failure: Failure } => ({
  failure: { kind: "not-found", what: `edition ${id}` },
});

async function answer(
  db: D1Database,
  query: BehindQuery,
  between: Between | null,
  brought: readonly number[] | null,
): Promise<BehindBody> {
  const { measure, offence, week, court = null, sentence = null, service = null } = query;
  const behind: Behind = {
    ...{ measure, articles: OFFENCE_ARTICLES[offence], court, sentence, service, brought },
    week: week ? weekIndex(week.period.start) : null,
  };
  const after = placeIn(query.after);
  const [found, counted, latest] = await Promise.all([
    between ? findBetween(db, behind, between, after) : findInForce(db, behind, after),
    between ? countBetween(db, behind, between) : countInForce(db, behind),
    latestEdition(db),
  ]);
  const page = found.slice(0, BEHIND_PAGE);
  const { versions, editions } = await readHistories(db, page);
  const last = page.at(-1);
  return {
    edition: between?.edition ?? latest?.id ?? null,
    against: between?.against ?? null,
    counted: typeof counted === "number" ? counted : counted.after,
    before: typeof counted === "number" ? null : counted.before,
    cases: page.map((one) => shown(one, versions, editions, between)),
    next: last && found.length > BEHIND_PAGE ? `${last.week} ${last.case_key} ${last.defendant}` : null,
  };
}

function shown(
  { case_key, defendant, before, after }: FoundRecord,
  all: readonly VersionRow[],
  editions: ReadonlyMap<number, EditionName>,
  between: Between | null,
): BehindCase {
  const rows = all.filter((row) => row.case_key === case_key && row.defendant === defendant);
  const versions = rows.map(versionOf);
  const at = (sequence: number) =>
    versions.find(({ since, until }) => since <= sequence && (until === null || until > sequence))?.state ??
    null;
  return {
    key: case_key,
    defendant,
    case_uid: rows.at(-1)?.case_uid ?? null,
    stands: between ? at(between.to) : at(Number.MAX_SAFE_INTEGER),
    ...(between && { stood: at(between.from) }),
    counts: { before: before === null ? null : before === 1, after: after === 1 },
    editions: historyOf(versions, editions),
  };
}

function versionOf(row: VersionRow): Version {
  const { court_code, case_number, articles, received_on, decided_on, outcome } = row;
  const { sentence, term_months, service, source_url, removed_on } = row;
  const state: RecordState = {
    ...{
      court_code,
      case_number,
      articles: toTexts(articles, row.case_key, "articles"),
      received_on,
      decided_on,
      outcome,
    },
    ...{ sentence, term_months, service, source_url, removed_on },
  };
  return { since: row.since_edition, until: row.until_edition, state };
}

/** `2883 77GV0007-01-2025-000001-11 1`, as `next` gives it. */
function placeIn(after: string | undefined): Place | null {
  if (!after) return null;
  const [week = "", case_key = "", defendant = ""] = after.split(" ");
  return { week: Number(week), case_key, defendant: Number(defendant) };
}

const refuse = (failure: Failure) => sendFailure(failure, CACHE_NEVER);
