import type { RecordField, RecordState, RecordStep } from "../../contract/behind.ts";

/** In the order in which they are told. */
const FIELDS = Object.keys({
  court_code: true,
  case_number: true,
  articles: true,
  received_on: true,
  decided_on: true,
  outcome: true,
  sentence: true,
  term_months: true,
  service: true,
  source_url: true,
  removed_on: true,
} satisfies Record<RecordField, true>) as RecordField[];

/** A version of a record, with the editions that began and ended it. */
export interface Version {
  since: number;
  until: number | null;
  state: RecordState;
}

/** How an edition is named in a history. */
export type NamedEdition = Pick<RecordStep, "published_at" | "kind"> & { id: string };

/**
 * Which editions brought and changed a record, the oldest first.
 * @param versions of one record, the oldest first
 */
export function historyOf(
  versions: readonly Version[],
  editions: ReadonlyMap<number, NamedEdition>,
): RecordStep[] {
  const steps: RecordStep[] = [];
  const add = (sequence: number, did: RecordStep["did"], changed: RecordStep["changed"]) => {
    const edition = editions.get(sequence);
    if (!edition) return;
    const { id, published_at, kind } = edition;
    steps.push({ edition: id, published_at, kind, did, changed });
  };
  versions.forEach(({ since, until, state }, at) => {
    const before = versions[at - 1];
    if (before && before.until === since) add(since, "changed", differences(before.state, state));
    else add(since, "brought", []);
    if (until !== null && versions[at + 1]?.since !== until) add(until, "ended", []);
  });
  return steps;
}

function differences(before: RecordState, after: RecordState): RecordStep["changed"] {
  return FIELDS.flatMap((field) =>
    JSON.stringify(before[field]) === JSON.stringify(after[field])
      ? []
      : [{ field, before: before[field], after: after[field] }],
  );
}
