import type { Format, ReadItem, SourceRow } from "./format.ts";
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

/**
 * sudrfscraper's `<project>.json`: one case a line, appended to without a check when a run is continued.
 * Keys: `dump/model/Case.java` of tochno-st/sudrfscraper; older versions lack cui, steps, sides and links.
 */
export const sudrfscraperNdjson: Format = {
  name: "sudrfscraper-ndjson",
  description: "sudrfscraper's NDJSON: one JSON object a line, with caseNumber, entryDate, names …",
  recognise: (head) => head.includes("{") && head.includes('"caseNumber"') && head.includes('"entryDate"'),
  read,
};

async function* read(chunks: AsyncIterable<string>): AsyncGenerator<ReadItem> {
  const watch = finishedOnlyWatch();
  for await (const { number, text, cut } of linesOf(chunks)) {
    if (text.trim() === "") continue;
    const card = cut ? null : objectOf(parseJson(text));
    if (card === null || !("caseNumber" in card || "cui" in card)) {
      const expected = "one JSON object a line, with caseNumber, entryDate, names …";
      yield { kind: "rejected", rejection: { line: number, column: "row", value: null, expected } };
      continue;
    }
    const row = rowOf(number, card);
    watch.see(row);
    yield { kind: "row", row };
  }
  const warning = watch.warning();
  if (warning !== null) yield { kind: "warning", text: warning };
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
