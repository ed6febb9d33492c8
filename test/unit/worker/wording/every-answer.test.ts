import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AGED_DAYS } from "../../../../worker/config.ts";
import { type Series, SummaryText } from "../../../../worker/contract/summary.ts";
import {
  EVIDENCES,
  FIGURE_KINDS,
  LANGS,
  OFFENCES,
  QUALIFIERS,
  SENTENCES,
  SERVICES,
  SPANS,
  STATUSES,
  UNITS,
} from "../../../../worker/contract/terms.ts";
import { addDays, weekStart } from "../../../../worker/domain/calendar.ts";
import { isEstimate } from "../../../../worker/domain/headline.ts";
import { widthOf } from "../../../../worker/embed/card/measure.ts";
import { type Answer, type Context, summaryText } from "../../../../worker/wording/index.ts";
import { runs } from "../../../runs.ts";
import { plain, THIS_WEEK, THIS_YEAR } from "./answers.ts";

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
const monthStart = (day: string) => `${day.slice(0, 7)}-01`;
const drawn = (granularity: Series["granularity"], start: fc.Arbitrary<string>): fc.Arbitrary<Series> =>
  fc.record(
    {
      granularity: fc.constant(granularity),
      cumulative: fc.constant(true),
      start: fc.option(start),
      values: fc.array(fc.option(value), { maxLength: 30 }),
      qualifiers: fc.array(fc.tuple(fc.nat(15), fc.nat(30), fc.constantFrom(...QUALIFIERS)), {
        maxLength: 3,
      }),
      provisional_from: fc.option(fc.nat(30)),
      expected: fc.option(fc.array(fc.option(expected), { maxLength: 30 })),
    },
    { requiredKeys: ["granularity", "start", "values", "qualifiers", "provisional_from", "expected"] },
  );
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
        span: fc.constantFrom(...SPANS),
      },
      { requiredKeys: ["unit", "offence", "articles"] },
    ),
    headline: fc.record({
      value: fc.option(value),
      shown: fc.constantFrom("counted", "expected"),
      qualifier: fc.constantFrom(...QUALIFIERS),
      per: fc.constantFrom("week", "month", null),
      period: fc.option(fc.oneof(period, week)),
      status: fc.constantFrom(...STATUSES),
      completeness: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
      expected: fc.option(expected),
      so_far: fc.option(
        fc.record({
          value: fc.nat(300),
          period: week,
          completeness: fc.constant(0.1),
          expected: fc.option(expected),
        }),
      ),
      age_days: fc.option(fc.nat(2_000)),
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
    series: fc.oneof(drawn("week", date.map(weekStart)), drawn("month", date.map(monthStart))),
    since: fc.record({
      edition: fc.record({ id: date.map((day) => `${day}.2`), published_at: instant }),
      value: fc.option(value),
      qualifier: fc.constantFrom(...QUALIFIERS),
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
        const { history, drawing, ...others } = text;
        const beside = [...drawing.scale, ...drawing.axis].map(([, name]) => name);
        const key = drawing.key.map((one) => one.text);
        for (const words of [...Object.values(others), ...Object.values(history), ...beside, ...key]) {
          expect(words).not.toMatch(/undefined|null|NaN|Infinity|\[object|Invalid/);
          expect(words).not.toMatch(/\s\s|\s[,.;:)]|\(\s|[,;:]{2}|\.\.|^\s|\s$/);
        }
      }),
      runs(200),
    );
  });

  it("has no dash that a line could begin or end with, and no word wider than a card of 160 pixels", () => {
    fc.assert(
      fc.property(written, ({ text }) => {
        const { heading, label, so_far, change, status, detail, correction } = text;
        for (const [words, face, size] of [
          [heading, "sans-bold", 17],
          [label, "sans", 15],
          [so_far, "sans", 14],
          [change, "sans", 14],
          [status, "sans-bold", 14],
          [correction, "sans-bold", 14],
          [detail, "sans", 12],
        ] as const) {
          for (const piece of words.split(" ")) {
            expect(piece).not.toMatch(/^[–—·]|[^\s]–$/);
            // A line may break after a dash unless the next letter is held.
            expect(piece).not.toMatch(/–(?!\u2060|$)/);
            // Beside its rule a note has less.
            const room = [status, correction].includes(words) ? 148 : 160;
            const width = widthOf(piece.replaceAll("\u2060", ""), face) * size;
            expect(Math.round(width), piece).toBeLessThanOrEqual(room);
          }
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
        if (context.lang === "ru") expect(words).not.toMatch(/[іїєґ’]/i);
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
    const rate = fc.tuple(answer, context).map(([{ edition, type, headline, series, ...rest }, context]) => {
      const published = {
        ...rest,
        edition: { ...edition, evidence: "published" as const },
        type: { ...type, span: "week" as const },
        headline: { ...headline, shown: "counted" as const },
        series: { ...series, expected: null },
      };
      return { answer: published, text: summaryText(published, context) };
    });
    fc.assert(
      fc.property(rate, ({ answer: { type, headline }, text }) => {
        fc.pre(type.unit !== "share_suspended");
        // No publisher prints "about nothing".
        fc.pre(headline.figure?.value !== 0 || headline.figure.qualifier === "exact");
        const words = plain(Object.values(text).join(" "));
        expect(words).not.toMatch(/(about|около|близько) 0(?![.,\d])/);
        if (headline.value === 0 && headline.qualifier !== "at_least" && headline.figure?.value) {
          expect(text.number).toBe("1");
          expect(text.qualifier).toMatch(/^(fewer than|менее|менше)$/);
        }
      }),
      runs(200),
    );
  });

  it("has nothing but figures for a number, and a word before each that isn't exact", () => {
    fc.assert(
      fc.property(written, ({ answer, text }) => {
        const { value, qualifier, figure } = answer.headline;
        expect(plain(text.number)).toMatch(/^(—|\d[\d ,.]*( ?%)?)$/);
        const isUnknown =
          (value === null || (value === 0 && qualifier === "at_least")) && !isEstimate(answer.headline);
        const isPrintedNothing = value === 0 && figure?.value === 0;
        const isRounded =
          value === 0 &&
          answer.edition.evidence === "published" &&
          (answer.type.span ?? "week") === "week" &&
          answer.type.unit !== "share_suspended";
        const isExact =
          isUnknown ||
          (!isEstimate(answer.headline) && (isPrintedNothing || (qualifier === "exact" && !isRounded)));
        expect(text.qualifier === "").toBe(isExact);
        const inline = plain(text.inline);
        expect(inline.startsWith(text.qualifier)).toBe(true);
        expect(/\((sample|образец|зразок)\)$/.test(inline)).toBe(answer.edition.sample);
      }),
      runs(200),
    );
  });

  it("says “this week” and “this year” over nothing else", () => {
    fc.assert(
      fc.property(written, ({ answer, context, text }) => {
        const { type, headline, since } = answer;
        const above = `${text.heading} ${text.label}`;
        const { start, end } = headline.period ?? { start: "", end: "" };
        const isThisWeek = type.span === "this-week" && !since && start === weekStart(context.today);
        expect(THIS_WEEK.test(above)).toBe(isThisWeek);
        const year = context.today.slice(0, 4);
        const isThisYear =
          type.span === "year" && !since && start === `${year}-01-01` && end.startsWith(year);
        expect(THIS_YEAR.test(above)).toBe(isThisYear);
        expect(text.sentence).not.toMatch(THIS_WEEK);
        expect(text.sentence).not.toMatch(THIS_YEAR);
      }),
      runs(200),
    );
  });

  it("says “so far” of the current week, and of nothing that is told whole", () => {
    fc.assert(
      fc.property(written, ({ answer, context, text }) => {
        const { type, headline, since } = answer;
        const isCurrent =
          type.span === "this-week" && !since && headline.period?.start === weekStart(context.today);
        const isSaid = /so far|(пока|поки що) /.test(text.label);
        expect(isSaid).toBe(isCurrent || (isEstimate(headline) && headline.value !== null));
        expect(text.so_far !== "").toBe(headline.so_far !== null && !since);
      }),
      runs(200),
    );
  });

  it("never takes what is recorded of a week that can't be told for the first, last, lowest or highest", () => {
    const recorded = 77_777;
    const untold = fc
      .tuple(written, fc.array(fc.nat(300), { minLength: 1, maxLength: 9 }), fc.integer({ min: 1, max: 5 }))
      .map(([{ answer, context }, told, weeks]) => {
        const values = [...told, ...Array<number>(weeks).fill(recorded)];
        const series = {
          ...answer.series,
          start: "2024-07-01",
          values,
          provisional_from: told.length,
          expected:
            answer.type.span === "this-week"
              ? values.map(() => ({ low: 1, mid: recorded, high: 99_999 }))
              : null,
        };
        return plain(summaryText({ ...answer, series }, context).sparkline_alt);
      });
    fc.assert(
      fc.property(untold, (words) => {
        expect(words).not.toMatch(/77[ ,]777/);
      }),
    );
  });

  it("says how old a number is from two months on, and of no frozen one", () => {
    fc.assert(
      fc.property(written, ({ answer: { headline, since }, text }) => {
        const isOld = (headline.age_days ?? 0) >= AGED_DAYS && text.number !== "—" && !since;
        for (const words of [text.status, text.sentence]) {
          expect(/ old[;,]|числу /.test(plain(words))).toBe(isOld);
        }
      }),
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
