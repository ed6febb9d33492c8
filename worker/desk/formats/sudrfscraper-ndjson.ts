import type { Format, ReadItem, SourceRow } from "./format.ts";
import { takeHead } from "./head.ts";
import { jsonPieces } from "./json-pieces.ts";
import { type JsonObject, listOf, objectOf, parseJson, textOf } from "./json-value.ts";
import { linesOf } from "./lines.ts";
import { finishedOnlyWatch, type ScraperCells, scraperRow } from "./sudrfscraper-row.ts";

const COLUMNS = {
  caseUid: "cui",
  court: "name",
  caseNumber: "caseNumber",
  receivedOn: "entryDate",
  decidedOn: "resultDate",
  firstSeenOn: "publishedDate",
  removedOn: "row",
  row: "row",
} as const;

/** Keys that every case has, null where it has nothing to say. A file without one of them has it under another name. */
const KEYS = ["caseNumber", "entryDate", "names", "resultDate", "decision"] as const;

/**
 * sudrfscraper's `<project>.json`: one case a line, appended to without a check when a run is continued.
 * Keys: `dump/model/Case.java` of tochno-st/sudrfscraper; older versions lack cui, steps, sides and links.
 */
export const sudrfscraperNdjson: Format = {
  name: "sudrfscraper-ndjson",
  description: "sudrfscraper's NDJSON: one JSON object a line, with caseNumber, entryDate, names …",
  recognise: (head) => head.includes("{") && KEYS.filter((key) => head.includes(`"${key}"`)).length >= 3,
  read,
};

async function* read(chunks: AsyncIterable<string>): AsyncGenerator<ReadItem> {
  const watch = finishedOnlyWatch();
  const missing = new Set<string>(KEYS);
  let hasCards = false;
  const { head, chunks: text } = await takeHead(chunks, 1_000);
  for await (const { line, json } of isSpread(head) ? spreadCards(head, text) : linedCards(text)) {
    const card = json === null ? null : objectOf(parseJson(json));
    if (card === null || !("caseNumber" in card || "cui" in card)) {
      const expected = "one JSON object a line, with caseNumber, entryDate, names …";
      yield { kind: "rejected", rejection: { line, column: "row", value: null, expected } };
      continue;
    }
    for (const key of KEYS) if (key in card) missing.delete(key);
    hasCards = true;
    const row = rowOf(line, card);
    watch.see(row);
    yield { kind: "row", row };
  }
  if (hasCards)
    for (const key of missing)
      yield { kind: "warning", text: `No row has the key ${key}. Has it another name here?` };
  const warning = watch.warning();
  if (warning !== null) yield { kind: "warning", text: warning };
}

/** A card's JSON and the line on which it starts; null where it is too long. */
interface CardText {
  line: number;
  json: string | null;
}

/** Whether somebody's editor or program has made a list of the cards, or spread each over several lines. */
function isSpread(head: string): boolean {
  return /^\s*(?:\[|\{\s*\n)/.test(head);
}

async function* linedCards(chunks: AsyncIterable<string>): AsyncGenerator<CardText> {
  for await (const { number, text, cut } of linesOf(chunks)) {
    if (text.trim() !== "") yield { line: number, json: cut ? null : text };
  }
}

async function* spreadCards(head: string, chunks: AsyncIterable<string>): AsyncGenerator<CardText> {
  const depth = head.trimStart().startsWith("[") ? 1 : 0;
  for await (const piece of jsonPieces(chunks, (path) => path.length === depth)) {
    if ("brokenAt" in piece) yield { line: piece.brokenAt, json: null };
    else yield { line: piece.line, json: piece.text };
  }
}

function rowOf(line: number, card: JsonObject): SourceRow {
  const links = objectOf(card.links) ?? {};
  const cells: ScraperCells = {
    cui: textOf(card.cui),
    courtName: textOf(card.name),
    caseNumber: textOf(card.caseNumber),
    names: textOf(card.names),
    separator: ";",
    entryDate: textOf(card.entryDate),
    resultDate: textOf(card.resultDate),
    decision: textOf(card.decision),
    link: textOf(links.META) ?? textOf(links.TEXT_AND_META) ?? textOf(links.TEXT),
  };
  return scraperRow(line, COLUMNS, cells, verdictPostedOn(listOf(card.steps)));
}

/** When the court put the event of the verdict on its site (`Дата размещения`): often days after it. */
function verdictPostedOn(steps: readonly unknown[]): string | null {
  const verdict = steps.map(objectOf).findLast((step) => {
    const words = `${textOf(step?.eventName) ?? ""} ${textOf(step?.eventResult) ?? ""}`.toLowerCase();
    return /(?:провозглашение|постановление) приговора|вынесен приговор/.test(words);
  });
  return textOf(verdict?.publishedDate);
}
