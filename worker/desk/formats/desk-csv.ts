import type { Rejection } from "../rejection.ts";
import type { Reader } from "./cells.ts";
import { csvRecords } from "./csv-records.ts";
import { DESK_COLUMNS, type DeskColumn, mayBeShown, READERS } from "./desk-columns.ts";
import type { Format, ReadItem } from "./format.ts";
import { headerOf, headerProblem, namedIn } from "./header.ts";

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
    const first = head.split("\n", 1)[0] ?? "";
    return namedIn(first, DESK_COLUMNS) > DESK_COLUMNS.length / 2;
  },
  read,
};

async function* read(chunks: AsyncIterable<string>): AsyncGenerator<ReadItem> {
  let places: ReadonlyMap<DeskColumn, number> | null = null;
  for await (const { line, cells } of csvRecords(chunks)) {
    if (places === null) {
      const names = headerOf(cells ?? []);
      const expected = headerProblem(names, DESK_COLUMNS);
      places = new Map(DESK_COLUMNS.map((column) => [column, names.indexOf(column)]));
      if (expected === null) continue;
      yield rejected({ line, column: "header", value: null, expected });
      return;
    }
    if (cells === null) {
      const expected = 'quotes around a whole cell, doubled inside it: "…""…"';
      yield rejected({ line, column: "row", value: null, expected });
    } else if (cells.length !== DESK_COLUMNS.length) {
      const expected = `${DESK_COLUMNS.length} cells as in the header, found ${cells.length}`;
      yield rejected({ line, column: "row", value: null, expected });
    } else yield* rowOf(line, places, cells);
  }
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
