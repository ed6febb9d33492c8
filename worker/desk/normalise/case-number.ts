/** A court's number of a case, in one spelling. */
export interface CaseNumber {
  /** `1-44/2023`: index, number, year; with the judge's own number `1-805/3-2013`. */
  number: string;
  /** Numbers under which the same case was registered before, newest first. */
  earlier: string[];
  /** What kind of proceedings the court filed it as: `1`, `22`, `22к`, `77`, `7у`, `3/10` … */
  index: string;
  /** null: the number was written without its year, so that it names several cases. */
  year: number | null;
  /** Running number within index and year. */
  serial: number;
}

export type CaseNumberReading = { value: CaseNumber } | { expected: string };

const NOT_A_NUMBER = "the court's number of the case, such as 1-44/2023";
const EXCEL =
  "a number such as 1-4/2019; a spreadsheet turned this one into a date: export again with the column as text";

const MONTHS =
  "янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";
const DATE_BY_SPREADSHEET = [
  /^(?:0?[1-9]|[12]\d|3[01])[./](?:0?[1-9]|[12]\d|3[01])[./](?:\d{2}|\d{4})$/,
  /^\d{4}-\d{2}-\d{2}(?:[T ].*)?$/,
  new RegExp(String.raw`^\d{1,4}[ .-]?(?:${MONTHS})\p{L}*(?:[ .-]?\d{2,4})?$`, "iu"),
  new RegExp(String.raw`^(?:${MONTHS})\p{L}*[ .-]?\d{2,4}$`, "iu"),
];

/**
 * Index and number, between them the letter of the court's branch or the branch's own number (`1-1-104/2022`), behind
 * them the judge's number and the year. Never two letters together, so that no name is read as a part of it.
 */
const NUMBER = new RegExp(
  [
    String.raw`^(?<branch>\p{L}-)?0*(?<index>\d{1,2}(?:/\d{1,2})?)(?<letters>\p{L}|NK)?-`,
    String.raw`(?<letter>\p{L}-|\d{1,2}-(?=\d{1,6}[-/](?:19|20)?\d{2}$))?0*(?<serial>\d{1,6})`,
    String.raw`(?:/(?<judge>\d{1,3})(?=[-/]\d))?(?:[-/](?<year>(?:19|20)\d{2}|\d{2}))?$`,
  ].join(""),
  "u",
);

/**
 * Reads a case number in the spellings that courts, scrapers and hand-kept tables give it:
 * `ДЕЛО № 1-44/2023 (1-1046/2022;)`, `01-0031/2019`, `1– 833/19`, `7У-1297/2026 [77-655/2026]`,
 * `1-5/2019 22-5254`. The text may come from any column by mistake, so it's never repeated.
 */
export function readCaseNumber(text: string): CaseNumberReading {
  const simple = parse(text);
  if (simple) return { value: { ...simple, earlier: [] } };
  const plain = text
    .normalize("NFC")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/^\s*(?:дело)?\s*[№N]?\s*/iu, "")
    .trim();
  if (DATE_BY_SPREADSHEET.some((pattern) => pattern.test(plain))) return { expected: EXCEL };

  // Behind ~ stands the number of the material that the case grew from; [77-…] is the case of a complaint 7У-….
  const [beforeTilde = ""] = plain.split("~");
  const inSquares = /\[([^\]]*)\]?/.exec(beforeTilde)?.[1];
  const [main = "", ...brackets] = (inSquares ?? beforeTilde).split("(");
  const numbers = tokens(main).map(parse);
  const chosen = numbers.find((number) => number?.index === "1") ?? numbers[0];
  if (!chosen) return { expected: NOT_A_NUMBER };

  const earlier = brackets
    .join(";")
    .split(/[;,)]/)
    .flatMap(tokens)
    .map((token) => parse(token)?.number)
    .filter((number) => number !== undefined && number !== chosen.number);
  return { value: { ...chosen, earlier: [...new Set(earlier)] as string[] } };
}

/** Numbers in a cell: blanks around dashes and strokes belong to a number, a year may stand apart. */
function tokens(text: string): string[] {
  return text
    .replace(/\s+/g, " ")
    .replace(/ ?([-/]) ?/g, "$1")
    .replace(/ ((?:19|20)\d{2})(?= |$)/g, "-$1")
    .split(" ")
    .filter((token) => token !== "");
}

function parse(token: string): Omit<CaseNumber, "earlier"> | null {
  const groups = NUMBER.exec(token)?.groups;
  if (!groups) return null;
  const { branch = "", index = "", letters = "", letter = "", serial = "", judge } = groups;
  const year = groups.year === undefined ? null : fullYear(groups.year);
  const end = year === null ? "" : `${judge === undefined ? "/" : "-"}${year}`;
  const ownNumber = judge === undefined ? "" : `/${judge}`;
  return {
    number: `${branch}${index}${letters}-${letter}${serial}${ownNumber}${end}`,
    index: `${index}${letters.toLowerCase()}`,
    year,
    serial: Number(serial),
  };
}

/** Courts put their cards on the web from the 2000s on; older ones reach back to 1996. */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return year >= 96 ? 1900 + year : 2000 + year;
}
