import { describe, expect, it } from "vitest";
import { recogniseFormat } from "../../../../worker/desk/formats/index.ts";
import { firstCourtOf } from "../../../../worker/desk/normalise/appeal-tail.ts";
import { parseAccused } from "../../../../worker/desk/normalise/articles.ts";
import { replaceBetween } from "../../../../worker/desk/normalise/between.ts";
import { readCaseNumber } from "../../../../worker/desk/normalise/case-number.ts";
import { readCaseUid } from "../../../../worker/desk/normalise/case-uid.ts";
import { readDate } from "../../../../worker/desk/normalise/dates.ts";
import { isHigherCourtsDecision, outcomeOf } from "../../../../worker/desk/normalise/outcome.ts";
import { cardUrl } from "../../../../worker/desk/normalise/source-url.ts";
import { isAcceptable } from "../../../../worker/http/accept.ts";
import { DIRECTORY } from "./courts.ts";

const CHARACTERS = 100_000;
const long = (piece: string) => piece.repeat(Math.ceil(CHARACTERS / piece.length));

const PIECES = [
  ...[
    "<",
    "(",
    "[",
    " ",
    "\t",
    "\n",
    "ст.",
    "ст. ",
    "ч. ",
    "ч.5 ",
    "ч.5,",
    "п. а, ",
    "1,",
    "1.",
    "-",
    "/",
    "- ",
    "1-1/",
    "1 ",
    "(1",
  ],
  ...[
    "приговор",
    "приговор ",
    "приговор отменен",
    "жалоба",
    "представление ",
    " отменен",
    "решение ",
    "а",
    "А ",
    "Ф.И. ",
    "* ",
  ],
  ...[
    "УК РФ ",
    "УК ",
    "Суд (",
    "Суд (судебный участок) первой инстанции:",
    "Номер дела в первой инстанции: ",
  ],
  ...["T1:11", " 1:11\n", "1.1.", "%d0", "http://", "a.", "a-", '{"', "[{", ",", ";", "q=1;", "\u00a0", "🙂"],
];
/** What comes before and behind, so that a first part fits and the last doesn't. */
const AROUND: readonly (readonly [string, string])[] = [
  ["", ""],
  ["ч.5", "х"],
  ["ст. 337", "\n!"],
  ["1-", "!"],
  ["Суд (судебный участок) первой инстанции:", "!"],
];

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  "names and articles": (text) => parseAccused(text),
  "the tail of an appeal": firstCourtOf,
  "a decision": (text) => [outcomeOf(text), isHigherCourtsDecision(text)],
  "a case number": readCaseNumber,
  "a УИД": readCaseUid,
  "a date": readDate,
  "an address": cardUrl,
  "a court's name": (text) => DIRECTORY.byName(text),
  "a court's host": (text) => DIRECTORY.byHost(text),
  "a file's head": (text) => recogniseFormat(text.slice(0, 4_096)),
  "the header Accept": (text) => isAcceptable(text, "application/json"),
};

/** What grows with the square takes 4 to 60 seconds for one of the 275 texts; all of them together take a few. */
const HANGS_AFTER_MS = 120_000;

describe.each(Object.entries(READERS))("reading %s", (_, read) => {
  it(
    "comes to an end with each of the longest texts, since its time doesn't grow with their square",
    () => {
      for (const piece of PIECES) {
        for (const [before, behind] of AROUND)
          expect(() => read(before + long(piece) + behind)).not.toThrow();
      }
    },
    HANGS_AFTER_MS,
  );
});

describe("replaceBetween(text)", () => {
  it.each(["<a>b", "a<b>c<d>e", "<<a>b>", "<a", "a>b<", "", "<>", "<a><", "x<a\nb>"])(
    "is what /<[^>]*>/g finds: %j",
    (text) => {
      expect(replaceBetween(text, "<", ">", " ")).toBe(text.replace(/<[^>]*>/g, " "));
    },
  );
});
