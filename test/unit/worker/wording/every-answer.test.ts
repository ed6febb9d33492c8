import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SummaryText } from "../../../../worker/contract/summary.ts";
import {
  EVIDENCES,
  FIGURE_KINDS,
  LANGS,
  OFFENCES,
  QUALIFIERS,
  SENTENCES,
  SERVICES,
  STATUSES,
  UNITS,
} from "../../../../worker/contract/terms.ts";
import { addDays, weekStart } from "../../../../worker/domain/calendar.ts";
import { type Answer, type Context, summaryText } from "../../../../worker/wording/index.ts";
import { runs } from "../../../runs.ts";
import { plain } from "./answers.ts";

const date = fc.integer({ min: 0, max: 3000 }).map((days) => addDays("2020-01-01", days));
const period = fc
  .tuple(date, fc.constantFrom(0, 1, 6, 27, 29, 30, 90, 365, 900))
  .map(([start, days]) => ({ start, end: addDays(start, days) }));
const week = date.map((day) => ({ start: weekStart(day), end: addDays(weekStart(day), 6) }));
const value = fc.oneof(
  fc.constant(0),
  fc.nat(30_000),
  fc.nat(30_000).map((tenths) => tenths / 10),
);
const expected = fc
  .tuple(fc.nat(500), fc.nat(50), fc.nat(50))
  .map(([low, up, more]) => ({ low, mid: low + up, high: low + up + more }));
const instant = date.map((day) => `${day}T21:30:00Z`);

const answer: fc.Arbitrary<Answer> = fc.record(
  {
    edition: fc.record({
      id: date.map((day) => `${day}.1`),
      published_at: instant,
      evidence: fc.constantFrom(...EVIDENCES),
      sample: fc.boolean(),
      stale: fc.boolean(),
      source: fc.record({
        name: fc.constantFrom(
          "Mediazona",
          "Mediazona (English)",
          "Verstka via Radio Svoboda (Judicial Department)",
          "Desk",
        ),
        url: fc.constant("https://example.org/"),
      }),
      licence: fc.constant("CC BY 4.0"),
    }),
    type: fc.record(
      {
        unit: fc.constantFrom(...UNITS),
        offence: fc.option(fc.constantFrom(...OFFENCES)),
        articles: fc.subarray(["332", "337", "338", "352.1", "toughened", "ch33", "any"]),
        service: fc.constantFrom(...SERVICES),
        sentence: fc.constantFrom(...SENTENCES),
        court: fc.constantFrom("77GV0007", "25GV0001"),
        region: fc.constant("77"),
      },
      { requiredKeys: ["unit", "offence", "articles"] },
    ),
    headline: fc.record({
      value: fc.option(value),
      qualifier: fc.constantFrom(...QUALIFIERS),
      per: fc.constant("week" as const),
      period: fc.option(fc.oneof(period, week)),
      status: fc.constantFrom(...STATUSES),
      completeness: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
      expected: fc.option(expected),
      change: fc.option(
        fc.record({
          value: fc.integer({ min: -500, max: 500 }),
          percent: fc.option(value),
          against: fc.oneof(period, week),
        }),
      ),
      figure: fc.option(
        fc.record({
          value,
          kind: fc.constantFrom(...FIGURE_KINDS),
          qualifier: fc.constantFrom(...QUALIFIERS),
          url: fc.constant("https://example.org/"),
        }),
      ),
    }),
    series: fc.record({
      granularity: fc.constant("week" as const),
      start: fc.option(date.map(weekStart)),
      values: fc.array(fc.option(value), { maxLength: 30 }),
      qualifiers: fc.array(fc.tuple(fc.nat(15), fc.nat(30), fc.constantFrom(...QUALIFIERS)), {
        maxLength: 3,
      }),
      provisional_from: fc.option(fc.nat(30)),
      expected: fc.constant(null),
    }),
    since: fc.record({
      edition: fc.record({ id: date.map((day) => `${day}.2`), published_at: instant }),
      value: fc.option(value),
      difference: fc.option(fc.integer({ min: -500, max: 500 })),
    }),
    correction: fc.record({
      edition: fc.record({ id: date.map((day) => `${day}.1`), published_at: instant }),
      period: week,
      before: fc.nat(500),
      after: fc.nat(500),
    }),
  },
  { requiredKeys: ["edition", "type", "headline", "series"] },
);
const context: fc.Arbitrary<Context> = fc.record({
  lang: fc.constantFrom(...LANGS),
  today: date,
  places: fc.constant({
    court: (code: string) => (code === "77GV0007" ? "235" : undefined),
    region: () => undefined,
  }),
});

const written = fc
  .tuple(answer, context)
  .map(([answer, context]) => ({ answer, context, text: summaryText(answer, context) }));

describe("every answer", () => {
  it("has clean words: nothing undefined, no doubled or stray spaces and stops", () => {
    fc.assert(
      fc.property(written, ({ text }) => {
        expect(SummaryText.parse(text)).toEqual(text);
        const { history, ...others } = text;
        for (const words of [...Object.values(others), ...Object.values(history)]) {
          expect(words).not.toMatch(/undefined|null|NaN|Infinity|\[object|Invalid/);
          expect(words).not.toMatch(/\s\s|\s[,.;:)]|\(\s|[,;:]{2}|\.\.|^\s|\s$/);
        }
      }),
      runs(200),
    );
  });

  it("runs from left to right in the language that was asked for", () => {
    fc.assert(
      fc.property(written, ({ text, context }) => {
        expect(text).toMatchObject({ lang: context.lang, dir: "ltr" });
        const cyrillic = /[а-яіїєґ]/i;
        for (const words of [text.heading, text.label, text.detail, text.sentence, text.sparkline_alt]) {
          expect(cyrillic.test(words)).toBe(context.lang !== "en");
        }
      }),
    );
  });

  it("has no Russian letters in Ukrainian, and no Ukrainian ones in Russian", () => {
    fc.assert(
      fc.property(written, ({ text, context }) => {
        const words = Object.values(text).join(" ");
        if (context.lang === "uk") expect(words).not.toMatch(/[ыэъё]/i);
        if (context.lang === "ru") expect(words).not.toMatch(/[іїєґʼ]/i);
      }),
    );
  });

  it("begins its heading, detail, sentence and description with a capital or a figure", () => {
    fc.assert(
      fc.property(written, ({ text }) => {
        for (const words of [text.heading, text.detail, text.sentence, text.sparkline_alt]) {
          expect(words).toMatch(/^[\p{Lu}\d]/u);
        }
      }),
    );
  });

  it("never says of a published rate that it is about nothing, and shows no zero that was rounded", () => {
    fc.assert(
      fc.property(written, ({ answer, text }) => {
        const { edition, type, headline } = answer;
        fc.pre(edition.evidence === "published" && type.unit !== "share_suspended");
        // No publisher prints "about nothing".
        fc.pre(headline.figure?.value !== 0 || headline.figure.qualifier === "exact");
        const words = plain(Object.values(text).join(" "));
        expect(words).not.toMatch(/(about|около|близько) 0(?![.,\d])/);
        const rounded = headline.value === 0 && headline.qualifier !== "at_least" && headline.figure?.value;
        if (rounded) expect(text.number).toBe("<1");
      }),
      runs(200),
    );
  });

  it("is said the same way twice", () => {
    fc.assert(
      fc.property(written, ({ answer, context, text }) => {
        expect(summaryText(answer, context)).toEqual(text);
      }),
      runs(50),
    );
  });
});
