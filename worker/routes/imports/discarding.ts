import { auditIfChanged } from "../../store/audit.ts";
import { discardBatch, emptyDiscarded } from "../../store/batches.ts";

/** The statements that discard a batch, with their line in the audit. A published one stays as it is. */
export function discarding(db: D1Database, id: string, at: string, who: string): D1PreparedStatement[] {
  return [discardBatch(db, id), auditIfChanged(db, at, who, "discard", id), ...emptyDiscarded(db, id)];
}
