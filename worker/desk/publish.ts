import type { CasesDiff } from "../contract/changes.ts";
import type { FigureChange } from "../contract/figure-change.ts";
import type { HeadlineChange } from "../contract/headline-change.ts";
import type { Batch } from "../contract/imports.ts";
import type { Objection } from "../contract/objection.ts";
import { buildEdition } from "../domain/build-edition.ts";
import { instantOf, moscowDate } from "../domain/calendar.ts";
import { type Edition, nextEditionId } from "../domain/edition.ts";
import type { StatedDays } from "../domain/records/coverage.ts";
import type { Failure } from "../problem.ts";
import { audit } from "../store/audit.ts";
import { compareBatch, countSame, farApart, numbersTwice } from "../store/cases/comparison.ts";
import { courtsOf } from "../store/cases/coverage.ts";
import type { Counted } from "../store/cases/tally.ts";
import { dateVerdicts, publishCases, revertCases } from "../store/cases/versions.ts";
import {
  type EditionRow,
  editionOf,
  findEdition,
  insertEdition,
  latestEdition,
  markPublished,
  readingDays,
} from "../store/editions.ts";
import { diffCases, mergeDiffs, NO_DIFF } from "./cases-diff.ts";
import { readContent } from "./content.ts";
import { countsIn, guardDiff } from "./facts.ts";
import { guardLedger } from "./guard.ts";
import { answeringOf, headlinesBetween } from "./headlines.ts";
import { brokenTotals, diffLedgers, movedPeriods } from "./ledger-diff.ts";
import { overweight } from "./overweight.ts";
import { implausible, MOST_DAYS, NAMED_DATES } from "./plausible.ts";
import { silentIn } from "./silence.ts";
import { startOfWatch } from "./watch.ts";

export interface PublishOrder {
  actor: string;
  note: string;
  override: string | null;
  /** Milliseconds since 1970. */
  now: number;
}

/** What publishing a batch would change, and why the guard would stop it. */
export interface Preview {
  figures: FigureChange[];
  cases: CasesDiff | null;
  guard: Objection[];
  /** First of the embed that names nothing; then of those whose headline changes otherwise. */
  headlines: HeadlineChange[];
}

type Published = { edition: EditionRow } | { failure: Failure };

/** The edition in force, as distributed, and whether this deployment's data are invented. */
export interface InForce {
  current: Edition | null;
  sample: boolean;
}

/** What an edition would say, or why it can't be built. */
type Ahead = { built: Edition } | { unbuildable: string };

export async function previewBatch(
  db: D1Database,
  batch: Batch,
  inForce: InForce,
  now: number,
): Promise<Preview> {
  const latest = await latestEdition(db);
  const reason = await whyTooLate(db, batch, latest);
  if (reason) return tooLate(reason);
  const edition = editionOfBatch(batch, latest, { actor: "", note: "", override: null, now });
  const ahead = await buildAhead(db, batch, edition, inForce);
  if ("unbuildable" in ahead) return tooLate(ahead.unbuildable);
  return previewOf(db, batch, inForce.current, ahead.built, now);
}

async function previewOf(
  db: D1Database,
  batch: Batch,
  current: Edition | null,
  built: Edition,
  now: number,
): Promise<Preview> {
  const headlines = headlinesBetween(current && answeringOf(current), answeringOf(built), moscowDate(now));
  if (batch.kind === "ledger") {
    const [was, is] = [current?.figures ?? [], built.figures];
    const figures = diffLedgers(was, is);
    return {
      figures,
      cases: null,
      guard: guardLedger(figures, brokenTotals(was, is, figures), movedPeriods(was, figures), headlines),
      headlines,
    };
  }
  let cases: CasesDiff = { ...NO_DIFF, same: await countSame(db, batch.id) };
  const before = countsIn(current);
  for await (const page of compareBatch(db, batch.id)) cases = mergeDiffs(cases, diffCases(page, 0, before));
  cases.implausible = implausible(await farApart(db, batch.id, MOST_DAYS + 1, NAMED_DATES));
  cases.numbers_twice = await numbersTwice(db, batch.id, NAMED_DATES);
  const silent = await silentIn(db, await courtsOf(db, batch.id), batch.mode, cases);
  return { figures: [], cases, guard: guardDiff(cases, current, silent, headlines, now), headlines };
}

/** Whatever throws in building an edition is found here, before it is committed and bars the way for the next. */
async function buildAhead(
  db: D1Database,
  batch: Batch,
  edition: EditionRow,
  { current, sample }: InForce,
): Promise<Ahead> {
  if (batch.kind === "cases") {
    const { id, read_on } = batch;
    await dateVerdicts(db, id, startOfWatch(await readingDays(db), read_on), read_on).run();
  }
  const counted = batch.kind === "cases" ? { batch: batch.id } : null;
  return buildFrom(db, edition, counted, current, sample);
}

async function buildFrom(
  db: D1Database,
  edition: EditionRow,
  counted: Counted,
  current: Edition | null,
  sample: boolean,
): Promise<Ahead> {
  const { sequence, id, published_at, kind, note } = edition;
  try {
    const content = await readContent(db, edition, counted, false);
    const publication = { sequence, id, published_at, kind, note };
    // What readers are told of kinds is decided when it is distributed; a preview names none.
    const previous = current && { edition: current, courts: null };
    const built = await buildEdition(publication, content, previous, sample);
    const tooLarge = overweight(built);
    return tooLarge === null ? { built: built.edition } : { unbuildable: tooLarge };
  } catch (error) {
    console.error(`Edition ${id} can't be built.`, error);
    return { unbuildable: `The edition can't be built: ${error instanceof Error ? error.message : error}` };
  }
}

/** Commits a batch as the next edition, in one transaction, or says why not. Distribution comes after. */
export async function publishBatch(
  db: D1Database,
  batch: Batch,
  inForce: InForce,
  order: PublishOrder,
): Promise<Published> {
  // What is compared with `latest` here is committed as the edition after it, or not at all.
  const latest = await latestEdition(db);
  const reason = await whyTooLate(db, batch, latest);
  if (reason) return conflict(reason);
  if (batch.state !== "sealed")
    return conflict(`The batch is ${batch.state}. Stage the file again to go on.`);
  const draft = editionOfBatch(batch, latest, order);
  const ahead = await buildAhead(db, batch, draft, inForce);
  if ("unbuildable" in ahead) return conflict(ahead.unbuildable);
  const preview = await previewOf(db, batch, inForce.current, ahead.built, order.now);
  if (changesNothing(preview) && JSON.stringify(draft.covers) === JSON.stringify(latest?.covers)) {
    return conflict("Nothing would change: the edition in force says the same.");
  }
  if (preview.guard.length > 0 && order.override === null) {
    return { failure: { kind: "blocked-by-guard", reasons: textsOf(preview.guard) } };
  }
  const edition = { ...draft, override_reason: preview.guard.length > 0 ? order.override : null };
  return commit(db, edition, [
    ...(batch.kind === "cases" ? await publishRecords(db, batch, edition.sequence) : []),
    markPublished(db, batch.id),
    audit(db, edition.published_at, order.actor, "publish", edition.id, {
      batch: batch.id,
      guard: textsOf(preview.guard),
      override: edition.override_reason,
    }),
  ]);
}

function editionOfBatch(batch: Batch, latest: EditionRow | null, order: PublishOrder): EditionRow {
  const isLedger = batch.kind === "ledger";
  return nextEdition(latest, order, {
    kind: batch.kind,
    batch_id: batch.id,
    reverts_to: null,
    ledger_id: isLedger ? batch.id : (latest?.ledger_id ?? null),
    read_on: isLedger ? (latest?.read_on ?? null) : laterOf(latest?.read_on ?? null, batch.read_on),
    override_reason: null,
    covers: isLedger ? (latest?.covers ?? NOTHING_STATED) : coversAfter(latest, batch),
  });
}

const NOTHING_STATED: StatedDays = { days: [], unstated: false };

/** What an import says of the days that it covers comes to what was said before. */
function coversAfter(latest: EditionRow | null, { covers }: Batch): StatedDays {
  // An edition from before this was kept, with records, had none that said anything.
  const { days, unstated } = latest?.read_on ? latest.covers : NOTHING_STATED;
  if (!covers) return { days, unstated: true };
  const known = new Set(days.map((one) => JSON.stringify(one)));
  return { days: [...days, ...covers.filter((one) => !known.has(JSON.stringify(one)))], unstated };
}

/** Publishes the state of an earlier edition as a new one, whatever became of those after it. */
export async function revertTo(
  db: D1Database,
  id: string,
  sample: boolean,
  order: PublishOrder,
): Promise<Published> {
  const [target, latest] = await Promise.all([findEdition(db, id), latestEdition(db)]);
  if (!target || !latest) return { failure: { kind: "not-found", what: `edition ${id}` } };
  if (target.sequence === latest.sequence) return conflict(`Edition ${id} is the one in force.`);
  const edition = nextEdition(latest, order, {
    kind: "revert",
    batch_id: null,
    reverts_to: target.sequence,
    ledger_id: target.ledger_id,
    read_on: target.read_on,
    override_reason: null,
    covers: target.covers,
  });
  const ahead = await buildFrom(db, edition, target.sequence, null, sample);
  if ("unbuildable" in ahead) return conflict(ahead.unbuildable);
  return commit(db, edition, [
    ...revertCases(db, target.sequence, edition.sequence),
    audit(db, edition.published_at, order.actor, "revert", edition.id, { to: id }),
  ]);
}

async function publishRecords(
  db: D1Database,
  { id, read_on }: Batch,
  sequence: number,
): Promise<D1PreparedStatement[]> {
  return publishCases(db, id, sequence, startOfWatch(await readingDays(db), read_on), read_on);
}

/** An old dump that is imported late makes the records no older. */
function laterOf(before: string | null, day: string): string {
  return before !== null && before > day ? before : day;
}

type EditionKind = Pick<
  EditionRow,
  "kind" | "batch_id" | "reverts_to" | "ledger_id" | "read_on" | "override_reason" | "covers"
>;

function nextEdition(latest: EditionRow | null, order: PublishOrder, kind: EditionKind): EditionRow {
  return {
    ...kind,
    sequence: (latest?.sequence ?? 0) + 1,
    id: nextEditionId(latest?.id ?? null, order.now),
    published_at: instantOf(order.now),
    published_by: order.actor,
    note: order.note,
  };
}

/** All or nothing. A broken constraint means that another publication took the number or the batch. */
async function commit(db: D1Database, edition: EditionRow, steps: D1PreparedStatement[]): Promise<Published> {
  try {
    await db.batch([insertEdition(db, edition), ...steps]);
    return { edition };
  } catch (error) {
    if (!(error instanceof Error && /constraint/i.test(error.message))) throw error;
    return conflict("Another publication came first. Stage the file again to see what it would change now.");
  }
}

/** Why a batch has nothing left to publish: it is out, or it was compared with an edition that is no longer in force. */
async function whyTooLate(db: D1Database, batch: Batch, latest: EditionRow | null): Promise<string | null> {
  if (batch.state === "published") {
    return `The batch was published as edition ${await editionOf(db, batch.id)}. A batch is published once.`;
  }
  if (batch.base === (latest?.sequence ?? 0)) return null;
  return `Edition ${latest?.id} came first. Stage the file again to see what it would change now.`;
}

function tooLate(text: string): Preview {
  return { figures: [], cases: null, guard: [{ code: "too-late", text }], headlines: [] };
}

function textsOf(guard: readonly Objection[]): string[] {
  return guard.map(({ text }) => text);
}

function changesNothing({ figures, cases }: Preview): boolean {
  return figures.length === 0 && (!cases || cases.added + cases.changed + cases.vanished === 0);
}

function conflict(detail: string): Published {
  return { failure: { kind: "conflict", detail } };
}
