import type { CourtCase } from "../contract/court-case.ts";
import type { Figure } from "../contract/figure.ts";
import { type Batch, type BatchRequest, CasesPart, LedgerPart } from "../contract/imports.ts";
import { batchId } from "../desk/batch-id.ts";
import { seal } from "../desk/seal.ts";
import { stageLedger, stagePart } from "../desk/stage.ts";
import { instantOf } from "../domain/calendar.ts";
import { auditIfChanged } from "../store/audit.ts";
import { openBatch, readBatch, receivePart } from "../store/batches.ts";
import { latestEdition } from "../store/editions.ts";
import { readPart } from "../store/sources/parts.ts";
import { type OpenRun, stepRun, type TableMeta } from "../store/sources/runs.ts";
import type { SourceRow } from "../store/sources/sources.ts";
import { storedJson } from "../store/spoilt.ts";
import { actorOf } from "./actor.ts";
import type { World } from "./world.ts";

/**
 * Opens the batch, or stages its next part, or seals it. Each can be repeated: the batch knows what it has.
 * @throws where a part that was put aside isn't there any more; SpoiltData where it isn't what was put aside
 */
export async function stageStep({ env, now }: World, run: OpenRun, source: SourceRow): Promise<void> {
  const { DB: db } = env;
  const table = run.table!;
  const [actor, at] = [actorOf(source.slug), instantOf(now())];
  const batch = await batchOf(db, run, source, table, { actor, at });
  if (batch.state === "open") {
    const arrived = new Set(batch.received);
    const next = Array.from({ length: table.parts }, (_, number) => number).find((one) => !arrived.has(one));
    if (next !== undefined) {
      const rows = await rowsOf(db, run, batch, next);
      await db.batch([
        ...rows,
        receivePart(db, batch.id, next, at),
        auditIfChanged(db, at, actor, "part", batch.id, { number: next }),
      ]);
      return;
    }
    await seal(db, batch, actor, at);
  }
  await stepRun(db, run.id, "review", {}).run();
}

/** The run's batch against the edition in force. Where that has moved on since, it is another batch. */
async function batchOf(
  db: D1Database,
  run: OpenRun,
  source: SourceRow,
  table: TableMeta,
  { actor, at }: { actor: string; at: string },
): Promise<Batch> {
  const base = (await latestEdition(db))?.sequence ?? 0;
  const request = requestOf(table, source);
  const id = await batchId(request, table.readOn, base);
  const { kind, mode, parts } = request;
  await db.batch([
    openBatch(db, id, base, { ...request, read_on: table.readOn }, at, actor),
    auditIfChanged(db, at, actor, "open", id, { kind, mode, parts, read_on: table.readOn }),
    stepRun(db, run.id, "stage", { batch: id }),
  ]);
  return (await readBatch(db, id))!;
}

function requestOf({ kind, content, parts, provenance, readOn }: TableMeta, source: SourceRow): BatchRequest {
  const shared = { content, parts, provenance: [provenance] };
  if (kind === "ledger") return { kind, mode: "complete", ...shared };
  const { covers, absence } = source;
  const days = covers && {
    start: covers.start,
    end: covers.end ?? (readOn < covers.start ? covers.start : readOn),
    courts: covers.courts,
  };
  return { kind, mode: absence, ...shared, ...(days && { covers: [days] }) };
}

async function rowsOf(
  db: D1Database,
  run: OpenRun,
  batch: Batch,
  number: number,
): Promise<D1PreparedStatement[]> {
  const body = await readPart(db, run.id, number);
  if (body === null) throw new Error(`Part ${number} of run ${run.id} is gone.`);
  const read = <Part>(isPart: (value: unknown) => boolean) =>
    storedJson<Part>(body, `Run ${run.id}, part ${number}`, "the rows of a table as JSON", isPart);
  if (batch.kind === "ledger") {
    const part = read<{ figures: Figure[] }>((value) => LedgerPart.safeParse(value).success);
    return stageLedger(db, batch.id, part.figures);
  }
  const part = read<{ cases: CourtCase[] }>((value) => CasesPart.safeParse(value).success);
  return stagePart(db, batch.id, part.cases, batch.read_on);
}
