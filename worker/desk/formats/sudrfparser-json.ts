import { sortArticles } from "../normalise/article-code.ts";
import { type Accused, isHidden, parseAccused } from "../normalise/articles.ts";
import type { Format, ReadItem, SourceRow } from "./format.ts";
import { takeHead } from "./head.ts";
import { type JsonPath, jsonPieces } from "./json-pieces.ts";
import { type JsonObject, listOf, objectOf, parseJson, textOf } from "./json-value.ts";

const COLUMNS = {
  caseUid: "uid_2",
  court: "website",
  caseNumber: "id_text",
  receivedOn: "adm_date",
  decidedOn: "decision_result",
  firstSeenOn: "publishedDate",
  removedOn: "row",
  row: "row",
} as const;

const NO_VERDICT_DATE =
  "sudrfparser doesn't record the date of the verdict: these cases count as received, " +
  "but can't be counted as convictions of any week.";

/** Keys of a card; a file that starts with one of them holds cards without their courts around them. */
const CARD_START = /^\s*(?:\[\s*)?\{\s*"(?:case_text|case_found|case_id_uid|metadata|website)"\s*:/;

/**
 * sudrfparser's `{region}_{site}_{srv}_{year}.json` (dataout-org/sudrfparser): `{website: {num_cases, cases,
 * logs}}`, booleans as strings, keys missing where a card lacks them. Also single cards, and cards by id as
 * its bsr_parser.py writes them.
 */
export const sudrfparserJson: Format = {
  name: "sudrfparser-json",
  description: 'sudrfparser\'s JSON: {"http://court.sudrf.ru": {"num_cases": …, "cases": […], "logs": {…}}}',
  recognise: (head) =>
    /^\s*[[{]/.test(head) &&
    !head.includes('"caseNumber"') &&
    (/"num_cases"\s*:|"cases"\s*:\s*\[|"metadata"\s*:/.test(head) || CARD_START.test(head)),
  read,
};

async function* read(chunks: AsyncIterable<string>): AsyncGenerator<ReadItem> {
  const { head, chunks: text } = await takeHead(chunks, 1_000);
  const cardDepth = /^\s*\[/.test(head) ? 1 : 0;
  const wanted = CARD_START.test(head) ? (path: JsonPath) => path.length === cardDepth : isCourtsPart;
  let hasCards = false;
  for await (const piece of jsonPieces(text, wanted)) {
    if ("brokenAt" in piece) {
      const expected = "a whole JSON document: it ends too early, or its brackets don't match";
      const rejection = { line: piece.brokenAt, column: "row", value: null, expected };
      yield { kind: "rejected", rejection };
      continue;
    }
    const value = piece.text === null ? null : objectOf(parseJson(piece.text));
    if (value === null) {
      const rejection = { line: piece.line, column: "row", value: null, expected: "a JSON object of a card" };
      yield { kind: "rejected", rejection };
    } else if (piece.path[1] === "logs") {
      for (const warning of gaps(String(piece.path[0]), value)) yield { kind: "warning", text: warning };
    } else {
      const item = cardOf(piece.line, piece.path, value);
      hasCards ||= item.kind === "row";
      yield item;
    }
  }
  if (hasCards) yield { kind: "warning", text: NO_VERDICT_DATE };
}

/** `website → cases → n`, `website → logs`, and bsr_parser's `id → metadata`. */
function isCourtsPart(path: JsonPath): boolean {
  const [, part] = path;
  return (
    (path.length === 3 && part === "cases") || (path.length === 2 && (part === "logs" || part === "metadata"))
  );
}

function cardOf(line: number, path: JsonPath, card: JsonObject): ReadItem {
  const metadata = path[1] === "metadata" ? card : objectOf(card.metadata);
  if (metadata === null || textOf(card.case_found) === "False") return { kind: "empty", line };
  const website = textOf(card.website) ?? (path[1] === "cases" ? String(path[0]) : null);
  const row: SourceRow = {
    line,
    columns: COLUMNS,
    caseUid: textOf(metadata.uid_2),
    courtCode: null,
    courtName: null,
    courtHost: website,
    caseNumber: textOf(metadata.id_text),
    accused: listOf(metadata.accused).map(accusedOf),
    hidesAccused: listOf(metadata.accused).some((one) => isHidden(textOf(objectOf(one)?.name) ?? "")),
    firstCourt: null,
    receivedOn: textOf(metadata.adm_date),
    decidedOn: null,
    decision: textOf(metadata.decision_result),
    verdictPostedOn: null,
    sourceUrl: null,
    coded: null,
  };
  return { kind: "row", row };
}

/** `{name, article: ["ст.161 ч.2 п.г", " ст.163 ч.2 п.в"]}`: the name isn't looked at. */
function accusedOf(accused: unknown, index: number): Accused {
  const article = objectOf(accused)?.article;
  const list = Array.isArray(article) ? article : [article];
  const found = parseAccused(
    list
      .map(textOf)
      .filter((text) => text !== null)
      .join("; "),
  );
  const articles = found.flatMap((one) => one.articles);
  return {
    ordinal: index + 1,
    articles: sortArticles(articles),
    otherCode: articles.length === 0 && found.some((one) => one.otherCode),
  };
}

/** What the tool's own log says is missing from the file, in words. An empty list isn't a zero. */
function gaps(website: string, logs: JsonObject): string[] {
  const host = /^(?:https?:\/\/)?([a-z\d.-]{1,60}\.sudrf\.ru)(?:[/:]|$)/i.exec(website)?.[1] ?? "a court";
  const pages = listOf(logs.pagination_error).filter((page) => /^\d+$/.test(String(page)));
  const warnings = [];
  if (pages.length > 0)
    warnings.push(`${host}: pages ${pages.join(", ")} were never read; their cases are missing.`);
  else if (listOf(logs.pagination_error).length > 0) warnings.push(`${host}: some pages were never read.`);
  if (textOf(logs.driver_error) === "True")
    warnings.push(`${host}: the tool broke off; cases may be missing.`);
  if (textOf(logs.cases_found) === "False") warnings.push(`${host}: no cases were found. That isn't a zero.`);
  return warnings;
}
