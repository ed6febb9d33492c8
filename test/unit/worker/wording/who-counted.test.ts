import { describe, expect, it } from "vitest";
import { LICENCE } from "../../../../worker/config.ts";
import type { Figure } from "../../../../worker/contract/figure.ts";
import { LANGS, MEASURES, SPANS } from "../../../../worker/contract/terms.ts";
import { publisherOf } from "../../../../worker/domain/published/publisher.ts";
import { deriveRates } from "../../../../worker/domain/published/rates.ts";
import { publishedSummary } from "../../../../worker/domain/published/summary.ts";
import { spanQuestionOf } from "../../../../worker/domain/question.ts";
import { SOURCES } from "../../../../worker/domain/sources.ts";
import { type Answer, summaryText } from "../../../../worker/wording/index.ts";
import { PUBLISHERS as ru } from "../../../../worker/wording/ru/publishers.ts";
import { PUBLISHERS as uk } from "../../../../worker/wording/uk/publishers.ts";
import { shippedFigures, total } from "../domain/published/figures.ts";
import { plain } from "./answers.ts";

const DECLINED = { ru, uk };
const NAMED: Readonly<Record<string, string>> = { "HuffPost (Spain)": "HuffPost Spain" };

const CALCULATED = { en: /calculated from /i, ru: /расчёт по данным /i, uk: /розрахунок за даними /i };

function answersOf(figures: readonly Figure[]): Answer[] {
  const { rates } = deriveRates(figures);
  const scopes = [...new Set(figures.map(({ articles }) => articles.join(",")))];
  const regions = [undefined, ...new Set(figures.flatMap(({ region }) => region ?? []))];
  return MEASURES.flatMap((measure) =>
    SPANS.flatMap((span) =>
      [undefined, ...scopes].flatMap((article) =>
        regions.map((region) => {
          const question = spanQuestionOf({ measure, span, article, region, evidence: "published" });
          const { source, ...said } = publishedSummary(figures, rates, question, "2026-11-30");
          const edition = {
            id: "2026-11-30.1",
            published_at: "2026-11-30T09:00:00Z",
            evidence: "published" as const,
            sample: false,
            stale: false,
            source: source ?? SOURCES.published,
            licence: LICENCE,
          };
          return { edition, ...said };
        }),
      ),
    ),
  );
}

/** Whether any publisher printed just this number of just this period. */
function isPrinted({ type, headline }: Answer, figures: readonly Figure[]): boolean {
  return figures.some(
    ({ unit, articles, period, kind, value, qualifier }) =>
      kind === "total" &&
      unit === type.unit &&
      articles.join() === type.articles.join() &&
      period.start === headline.period?.start &&
      period.end === headline.period.end &&
      value === headline.value &&
      qualifier === headline.qualifier,
  );
}

describe("who counted", () => {
  const figures = shippedFigures();
  const answers = answersOf(figures).filter(({ headline }) => headline.value !== null);

  it.each(LANGS)(
    "is said in the sentence and in the detail: of what nobody printed, that it was calculated (%s)",
    (lang) => {
      let [printed, calculated] = [0, 0];
      for (const answer of answers) {
        const { sentence, detail } = summaryText(answer, { lang, today: "2026-11-30" });
        if (isPrinted(answer, figures)) {
          printed += 1;
          expect(sentence).not.toMatch(CALCULATED[lang]);
          expect(detail).not.toMatch(CALCULATED[lang]);
        } else {
          calculated += 1;
          expect(sentence).toMatch(CALCULATED[lang]);
          // The detail has the printed total beside it, or says that there is none for just this period.
          const { figure, period } = answer.headline;
          const own = figures.some(
            ({ value, period: of }) =>
              value === figure?.value && of.start === period?.start && of.end === period.end,
          );
          if (!own) expect(detail).toMatch(CALCULATED[lang]);
        }
      }
      expect(Math.min(printed, calculated)).toBeGreaterThan(10);
    },
  );

  it("names all who printed what was set against each other, in the sentence and in the detail", () => {
    const byId = new Map(figures.map((figure) => [figure.id, figure]));
    const { rates } = deriveRates(figures);
    let several = 0;
    for (const answer of answers.filter(({ type }) => type.span === "week")) {
      const { period } = answer.headline;
      const rate = rates.find(
        (one) =>
          one.unit === answer.type.unit &&
          one.articles.join() === [...answer.type.articles].sort().join() &&
          one.region === (answer.type.region ?? null) &&
          one.period.start === period?.start &&
          one.period.end === period.end,
      );
      const printers = new Set(
        (rate?.from ?? []).flatMap((id) => {
          const { counter, via } = publisherOf(byId.get(id)!.publisher);
          return [counter, ...via];
        }),
      );
      if (printers.size < 3) continue;
      several += 1;
      for (const lang of LANGS) {
        const { sentence, detail, source } = summaryText(answer, { lang, today: "2026-11-30" });
        for (const printer of printers) {
          const [nominative, genitive = nominative] =
            lang === "en" ? [NAMED[printer] ?? printer] : (DECLINED[lang].names[printer] ?? [printer]);
          expect(
            [sentence, detail].every((text) => text.includes(nominative!) || text.includes(genitive!)),
          ).toBe(true);
          expect(source.includes(nominative!) || source.includes(genitive!)).toBe(true);
        }
      }
    }
    expect(several).toBeGreaterThan(2);
  });

  it("names the one whose totals they were, and who reported them", () => {
    const via = total("f1", "2025-01-01", "2025-01-31", 100, {
      publisher: "Mediazona via The Kyiv Independent",
    });
    const [answer] = answersOf([via]);
    const said = Object.fromEntries(
      LANGS.map((lang) => [lang, plain(summaryText(answer!, { lang, today: "2025-02-28" }).sentence)]),
    );
    expect(said).toEqual({
      en: expect.stringContaining(
        ", calculated from Mediazona’s totals as reported by The Kyiv Independent (data of",
      ),
      ru: expect.stringContaining(
        ", расчёт по данным «Медиазоны», которые приводит The Kyiv Independent (данные",
      ),
      uk: expect.stringContaining(
        ", розрахунок за даними «Медіазони», які наводить The Kyiv Independent (дані",
      ),
    });
  });
});
