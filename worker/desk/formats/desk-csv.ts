import type { Outcome } from "../../contract/terms.ts";
import type { Rejection } from "../rejection.ts";
import type { Reader } from "./cells.ts";
import { DESK_COLUMNS, type DeskColumn, mayBeShown, READERS } from "./desk-columns.ts";
import type { Format, ReadItem } from "./format.ts";
import { headerOf, headerProblem, namedIn } from "./header.ts";
import { asWritten, headerLine, tableOf, within } from "./table.ts";

const HEADER = DESK_COLUMNS.join(",");
const COLUMNS = {
  caseUid: "case_uid",
  court: "court_code",
  caseNumber: "case_number",
  receivedOn: "received_on",
  decidedOn: "decided_on",
  firstSeenOn: "first_seen_on",
  removedOn: "removed_on",
  row: "row",
} as const;

/** The desk's own CSV: UTF-8, comma, one defendant a row, coded by hand from cards and verdicts' texts. */
export const deskCsv: Format = {
  name: "desk-csv",
  description: `the desk's own CSV: ${HEADER}`,
  recognise: (head) => {
    return namedIn(headerLine(head), DESK_COLUMNS) > DESK_COLUMNS.length / 2;
  },
  read,
};

async function* read(chunks: AsyncIterable<string>): AsyncGenerator<ReadItem> {
  const { delimiter, records } = await tableOf(chunks);
  const outcomes = new Map<string, { line: number; outcome: Outcome }>();
  let places: ReadonlyMap<DeskColumn, number> | null = null;
  for await (const { line, cells } of records) {
    if (places === null) {
      const names = headerOf(cells ?? []);
      const expected = headerProblem(names, DESK_COLUMNS);
      places = new Map(DESK_COLUMNS.map((column) => [column, names.indexOf(column)]));
      if (expected === null) continue;
      yield { kind: "refused", rejection: { line, column: "header", value: null, expected } };
      return;
    }
    if (cells === null) {
      const expected = 'quotes around a whole cell, doubled inside it: "…""…"';
      yield rejected({ line, column: "row", value: null, expected });
      continue;
    }
    const row = within(cells, DESK_COLUMNS.length);
    if (row.length !== DESK_COLUMNS.length) {
      const expected = `${DESK_COLUMNS.length} cells as in the header, found ${row.length}`;
      yield rejected({ line, column: "row", value: null, expected });
      continue;
    }
    for (const item of rowOf(line, places, delimiter === "," ? row : row.map(asWritten))) {
      yield contradicted(item, outcomes) ?? item;
    }
  }
}

/**
 * A row that says another outcome of a defendant than one above it, of the same number: which of them holds isn't for
 * their order to say. What a row leaves open, another may say.
 */
function contradicted(
  item: ReadItem,
  outcomes: Map<string, { line: number; outcome: Outcome }>,
): ReadItem | null {
  if (item.kind !== "row" || !item.row.coded || item.row.coded.outcome === "pending") return null;
  const { line, caseUid, courtCode, caseNumber, accused, coded } = item.row;
  const key = [caseUid ?? courtCode, caseNumber, accused[0]?.ordinal].join("|");
  const known = outcomes.get(key);
  if (known === undefined) outcomes.set(key, { line, outcome: coded.outcome });
  if (known === undefined || known.outcome === coded.outcome) return null;
  const expected = `one outcome of a defendant: line ${known.line} says another of the same one`;
  return rejected({ line, column: "outcome", value: coded.outcome, expected });
}

function* rowOf(
  line: number,
  places: ReadonlyMap<DeskColumn, number>,
  cells: readonly string[],
): Generator<ReadItem> {
  const problems: Rejection[] = [];
  const cellOf = (column: DeskColumn) => cells[places.get(column) ?? -1]?.trim() ?? "";
  const take = <T>(column: DeskColumn, read: Reader<T>): T | null => {
    const cell = cellOf(column);
    const reading = read(cell);
    if ("value" in reading) return reading.value;
    problems.push({
      line,
      column,
      value: mayBeShown(column, cell) ? cell : null,
      expected: reading.expected,
    });
    return null;
  };

  const ordinal = take("defendant", READERS.defendant);
  const articles = take("articles", READERS.articles);
  const outcome = take("outcome", READERS.outcome);
  const sentence = take("sentence", READERS.sentence);
  const service = take("service", READERS.service);
  const termMonths = take("term_months", READERS.term_months);
  const firstSeenOn = take("first_seen_on", READERS.first_seen_on);
  const removedOn = take("removed_on", READERS.removed_on);
  const receivedOn = take("received_on", READERS.received_on);
  const decidedOn = take("decided_on", READERS.decided_on);
  const sourceUrl = take("source_url", READERS.source_url);
  const courtCode = take("court_code", READERS.court_code);

  if (problems.length > 0 || !ordinal || !articles || !outcome || !sentence || !service) {
    yield* problems.map(rejected);
    return;
  }
  yield {
    kind: "row",
    row: {
      line,
      columns: COLUMNS,
      caseUid: cellOf("case_uid") || null,
      courtCode,
      courtName: null,
      courtHost: null,
      caseNumber: cellOf("case_number") || null,
      accused: [{ ordinal, articles, otherCode: false }],
      hidesAccused: false,
      firstCourt: null,
      receivedOn,
      decidedOn,
      decision: null,
      verdictPostedOn: null,
      sourceUrl,
      coded: { outcome, sentence, termMonths, service, firstSeenOn, removedOn },
    },
  };
}

function rejected(rejection: Rejection): ReadItem {
  return { kind: "rejected", rejection };
}
