import { DatabaseSync, type StatementSync } from "node:sqlite";
import type { CourtCase } from "../contract/court-case.ts";
import { Contradictions } from "../desk/contradictions.ts";
import { foldCases } from "../desk/fold.ts";
import { caseAliases } from "../desk/normalise/aliases.ts";
import { dayOf } from "../domain/staged-case.ts";
import type { SpooledCase } from "./parts.ts";

/** Rows between two commits of the spool: large enough to be fast, and nothing is lost that can't be read again. */
const ROWS_A_TRANSACTION = 10_000;
/** SQLite's share of the command's memory (KB). */
const CACHE_KB = 16_000;

interface StoredRow {
  /** Of the case's first row. */
  head: number;
  defendant: number;
  court: string;
  day: string | null;
  fields: string;
}

/**
 * Sorts rows into cases on disk, so that memory doesn't grow with the file: the same grouping as `groupCases`,
 * for files of any size. Rows with a УИД belong to it; rows without one are joined by their numbers, and to the
 * case with a УИД that has one of these numbers. Its file has no name in any folder: it ends with the process.
 */
export class Spool {
  readonly #db = new DatabaseSync("");
  readonly #insert: StatementSync;
  readonly #groupOf: StatementSync;
  readonly #setGroup: StatementSync;
  readonly #joinRows: StatementSync;
  readonly #joinNumbers: StatementSync;
  readonly #addHigher: StatementSync;
  readonly contradictions = new Contradictions();
  #rows = 0;
  #hasLoose = false;

  constructor() {
    this.#db.exec(`
      PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -${CACHE_KB};
      CREATE TABLE row (
        place INTEGER PRIMARY KEY, name TEXT NOT NULL, by_number INTEGER NOT NULL, defendant INTEGER NOT NULL,
        court TEXT NOT NULL, day TEXT, fields TEXT NOT NULL
      );
      CREATE INDEX row_by_number ON row (name) WHERE by_number;
      CREATE TABLE group_of_number (place INTEGER PRIMARY KEY, number TEXT NOT NULL UNIQUE, name TEXT NOT NULL);
      CREATE INDEX numbers_of_group ON group_of_number (name);
      CREATE TABLE higher (aliases TEXT NOT NULL);
      BEGIN`);
    const prepare = (sql: string) => this.#db.prepare(sql);
    this.#insert = prepare(
      "INSERT INTO row (name, by_number, defendant, court, day, fields) VALUES (?, ?, ?, ?, ?, ?)",
    );
    this.#groupOf = prepare("SELECT name FROM group_of_number WHERE number = ?");
    this.#setGroup = prepare(
      "INSERT INTO group_of_number (number, name) VALUES (?, ?) ON CONFLICT (number) DO UPDATE SET name = excluded.name",
    );
    this.#joinRows = prepare("UPDATE row SET name = ? WHERE by_number AND name = ?");
    this.#joinNumbers = prepare("UPDATE group_of_number SET name = ? WHERE name = ?");
    this.#addHigher = prepare("INSERT INTO higher VALUES (?)");
  }

  add(row: CourtCase): void {
    this.#rows += 1;
    if (this.#rows % ROWS_A_TRANSACTION === 0) this.#db.exec("COMMIT; BEGIN");
    const byNumber = row.case_uid === null;
    const name = byNumber ? this.#joinNumbersOf(caseAliases(row)) : row.case_uid;
    const { defendant, court_code } = row;
    this.#insert.run(name, Number(byNumber), defendant, court_code, dayOf(row), JSON.stringify(row));
    this.#hasLoose ||= byNumber;
  }

  /** A higher court's card, which belongs to the first-instance case that has one of these aliases. */
  addHigher(aliases: readonly string[]): void {
    this.#addHigher.run(JSON.stringify(aliases));
    this.#hasLoose = true;
  }

  /** Ends the reading: groups without a УИД find theirs. @returns higher courts' cards that belong to no case here */
  finish(): { higherAlone: number } {
    const higherAlone = this.#hasLoose ? this.#findHomes() : 0;
    this.#db.exec("CREATE INDEX row_by_name ON row (name); COMMIT");
    return { higherAlone };
  }

  /** The defendants of each case, each one's rows folded into one, in the order in which the cases were first read. */
  *cases(): Generator<SpooledCase[]> {
    const rows = this.#db
      .prepare(
        `SELECT head.place AS head, row.defendant, row.court, row.day, row.fields
         FROM row AS head CROSS JOIN row ON row.name = head.name
         WHERE head.place = (SELECT min(place) FROM row WHERE name = head.name)
         ORDER BY head.place, row.place`,
      )
      .iterate() as Iterable<StoredRow>;
    let same: StoredRow[] = [];
    for (const row of rows) {
      if (row.head !== same[0]?.head && same.length > 0) {
        yield folded(same, this.contradictions);
        same = [];
      }
      same.push(row);
    }
    if (same.length > 0) yield folded(same, this.contradictions);
  }

  close(): void {
    this.#db.close();
  }

  /**
   * Brings rows without a УИД to the case with one that has their number, as `groupCases` does where there are several,
   * and counts the higher courts' cards without a case.
   */
  #findHomes(): number {
    this.#db.exec(`
      CREATE TABLE uid_of_number (
        number TEXT, uid TEXT NOT NULL, is_own INTEGER NOT NULL, PRIMARY KEY (number, uid)
      ) WITHOUT ROWID;
      INSERT INTO uid_of_number
        SELECT row.fields ->> 'court_code' || '|' || number.value, row.name,
          number.value = row.fields ->> 'case_number'
        FROM row, json_each(
          json_insert(row.fields -> 'earlier_numbers', '$[#]', row.fields ->> 'case_number')
        ) AS number
        WHERE NOT row.by_number
        ON CONFLICT DO UPDATE SET is_own = max(is_own, excluded.is_own);
      CREATE TABLE own_number (number TEXT PRIMARY KEY) WITHOUT ROWID;
      INSERT OR IGNORE INTO own_number
        SELECT fields ->> 'court_code' || '|' || (fields ->> 'case_number') FROM row WHERE by_number;
      UPDATE row SET name = known.uid FROM (
        SELECT of_group.name, uid_of_number.uid, row_number() OVER (
          PARTITION BY of_group.name
          ORDER BY max(2 * is_own + (of_group.number IN own_number)) DESC, uid_of_number.uid
        ) AS place
        FROM group_of_number AS of_group JOIN uid_of_number ON uid_of_number.number = of_group.number
        GROUP BY of_group.name, uid_of_number.uid
      ) AS known WHERE row.by_number AND row.name = known.name AND known.place = 1;
      CREATE INDEX row_with_uid ON row (name) WHERE NOT by_number`);
    const { alone } = this.#db
      .prepare(
        `SELECT count(*) AS alone FROM higher WHERE NOT EXISTS (
           SELECT 1 FROM json_each(higher.aliases) AS alias
           WHERE EXISTS (SELECT 1 FROM row WHERE NOT by_number AND name = alias.value)
             OR EXISTS (SELECT 1 FROM uid_of_number WHERE number = alias.value)
             OR EXISTS (SELECT 1 FROM group_of_number WHERE number = alias.value)
         )`,
      )
      .get() as { alone: number };
    return alone;
  }

  #joinNumbersOf(numbers: readonly [string, ...string[]]): string {
    const names = new Set(
      numbers.flatMap((number) => (this.#groupOf.get(number) as { name: string } | undefined)?.name ?? []),
    );
    const [name = numbers[0], ...others] = names;
    for (const other of others) {
      this.#joinRows.run(name, other);
      this.#joinNumbers.run(name, other);
    }
    for (const number of numbers) this.#setGroup.run(number, name);
    return name;
  }
}

/** Most cases have one row, which is what it is: it needn't be read again. */
function folded(rows: readonly StoredRow[], contradictions: Contradictions): SpooledCase[] {
  const defendants = [...Map.groupBy(rows, ({ defendant }) => defendant)].sort(([a], [b]) => a - b);
  return defendants.flatMap(([, same]) => {
    const [first, ...others] = same;
    if (first && others.length === 0) return { json: first.fields, court: first.court, day: first.day };
    const rows = same.map(({ fields }) => JSON.parse(fields)) as [CourtCase, ...CourtCase[]];
    contradictions.look(rows);
    const cases = foldCases(rows);
    return cases.map((one) => ({ json: JSON.stringify(one), court: one.court_code, day: dayOf(one) }));
  });
}
