import { describe, expect, it } from "vitest";
import type { NumberType } from "../../../../worker/contract/common.ts";
import type { Evidence, Lang, Sentence, Service, Unit } from "../../../../worker/contract/terms.ts";
import { EVIDENCES, OFFENCES, SENTENCES, SERVICES, SPANS } from "../../../../worker/contract/terms.ts";
import { canBeCompared } from "../../../../worker/domain/comparison.ts";
import { OFFENCE_ARTICLES } from "../../../../worker/domain/offence.ts";
import { LATIN_NAMES, publisherOf } from "../../../../worker/domain/published/publisher.ts";
import { isDerived } from "../../../../worker/wording/derived.ts";
import { seriesText } from "../../../../worker/wording/index.ts";
import { LANGUAGES } from "../../../../worker/wording/languages.ts";
import { plain, THIS_WEEK, THIS_YEAR } from "./answers.ts";
import { comparisonsIn, FEW, faultsIn, percentagesIn } from "./rules.ts";
import {
  type Asked,
  answerTo,
  COURTS,
  compare,
  comparedIn,
  FIGURES,
  LANGS,
  PLACES,
  REGIONS,
  SAMPLE_ID,
  TODAYS,
  wordsOf,
} from "./sweep.ts";

/** Every list of articles that is a group, and every scope that the ledger has. */
const SCOPES: readonly (readonly string[] | null)[] = [
  null,
  ...OFFENCES.map((offence) => OFFENCE_ARTICLES[offence]),
  ...new Set(FIGURES.map(({ articles }) => articles.join(","))),
].map((scope) => (typeof scope === "string" ? scope.split(",") : scope));
const UNITS: readonly Unit[] = ["convictions", "cases_received", "persons_sentenced", "persons_charged"];
const OCCUPIED = COURTS.filter(({ code }) => /^61GV00(18|19|20|21|22|23)$/.test(code));
const PRINTED_REGIONS = [...new Set(FIGURES.flatMap(({ region }) => region ?? []))];

const composed = new Set<string>();

/** Fails with the text, its question and what is wrong with it; of many the first few. */
function holds(found: readonly { faults: readonly string[]; text: string; asked: unknown }[]): void {
  const wrong = found.filter(({ faults }) => faults.length > 0);
  expect(
    wrong
      .slice(0, 5)
      .map(({ faults, text, asked }) => `${faults.join(", ")}: ${plain(text)} ${JSON.stringify(asked)}`),
    `${wrong.length} of ${found.length} texts`,
  ).toEqual([]);
}

/** What is wrong with the words of a summary, beside what is with any. */
function faultsOfSummary(
  asked: Asked,
  today: string,
  lang: Lang,
): { faults: string[]; text: string; asked: unknown }[] {
  const answer = answerTo(asked, today);
  const text = wordsOf(answer, lang, today);
  const words = LANGUAGES[lang];
  const { edition, headline } = answer;
  const isUnknown = text.number === "—";
  const sentence: [string, boolean][] = [
    ["no edition", !text.sentence.includes(words.asOfEdition(SAMPLE_ID))],
    ["a sample that isn't said", edition.sample !== text.sentence.startsWith(words.status.sample)],
    ["no source", !isUnknown && !sourceIn(text.sentence, edition.source.name, lang)],
    [
      "who calculated it",
      !isUnknown &&
        isDerived({ edition, headline }) !== text.sentence.includes(words.calculated(edition.source.name)),
    ],
    [
      "what is late",
      !isUnknown &&
        headline.status === "provisional" &&
        !/Incomplete|An estimate|Неполные|оценка|Неповні|оцінка/.test(text.sentence),
    ],
    ["a bound without its word", headline.qualifier === "at_least" && !isUnknown && text.qualifier === ""],
  ];
  const { history, drawing, lang: _, dir, number, status, correction, ...others } = text;
  const isNow = asked.span === "this-week" || asked.span === "year";
  const parts = { ...others, status, count: history.count };
  return Object.entries(parts).map(([part, said]) => {
    const mayBeNow = isNow && (part === "heading" || part === "label");
    const isSoFar = part === "so_far" || part === "status";
    const faults = faultsIn(said, lang).filter(
      (fault) => fault !== "the week in which it is read" || !(mayBeNow || isSoFar),
    );
    if (part === "change" && isOfFew(text.number, said))
      faults.push("a percentage that isn’t of what is shown");
    if (part === "sentence") faults.push(...sentence.filter(([, is]) => is).map(([fault]) => fault));
    composed.add(said);
    return { faults, text: said, asked: { ...asked, today, lang, part } };
  });
}

/** Whether a change has a percentage that the numbers before the reader don't have, or are too small for. */
function isOfFew(number: string, change: string): boolean {
  const [, by] = /(\d[\d ,]*)/.exec(plain(change)) ?? [];
  const [, sign, percent] = /\(([+−])(\d+) ?%\)/.exec(plain(change)) ?? [];
  if (percent === undefined || by === undefined) return false;
  const [now, difference] = [plain(number), by].map((digits) => Number(digits.replaceAll(/[ ,]/g, "")));
  const then = now! - (sign === "−" ? -difference! : difference!);
  return Math.min(now!, then) < FEW || Math.round(Math.abs(now! / then - 1) * 100) !== Number(percent);
}

function sourceIn(text: string, name: string, lang: Lang): boolean {
  const words = LANGUAGES[lang];
  return text.includes(words.according(name)) || text.includes(words.calculated(name));
}

function sweep(questions: readonly Asked[], todays: readonly string[] = [TODAYS[0]]): void {
  holds(
    questions.flatMap((asked) =>
      todays.flatMap((today) => LANGS.flatMap((lang) => faultsOfSummary(asked, today, lang))),
    ),
  );
}

const across = <Item, Made>(items: readonly Item[], make: (item: Item) => readonly Made[]) =>
  items.flatMap(make);
const sources = EVIDENCES as readonly Evidence[];
const measured = (evidence: Evidence) => (evidence === "records" ? UNITS.slice(0, 2) : UNITS);

describe("every sentence of a summary", () => {
  const bySpan = (evidence: Evidence, unit: Unit, articles: readonly string[] | null): Asked[] =>
    SPANS.filter((span) => evidence === "records" || span !== "this-week").map((span) => ({
      evidence,
      unit,
      articles,
      span,
    }));

  it("of every measure, scope and span says what its number says", () => {
    sweep(
      across(sources, (evidence) =>
        across(measured(evidence), (unit) => across(SCOPES, (articles) => bySpan(evidence, unit, articles))),
      ),
    );
  });

  it("says it on each day of a week", () => {
    sweep(
      across(measured("records"), (unit) =>
        across(SCOPES.slice(0, 3), (articles) => bySpan("records", unit, articles)),
      ),
      TODAYS,
    );
  });

  it("of every kind of service and sentence, alone and together", () => {
    const services: readonly (Service | null)[] = [null, ...SERVICES];
    const sentences: readonly (Sentence | null)[] = [null, ...SENTENCES];
    sweep(
      across(services, (service) =>
        across(sentences, (sentence) =>
          (["week", "this-week", "month", "year", "total"] as const).map((span) => ({
            evidence: "records" as const,
            service,
            sentence,
            span,
          })),
        ),
      ),
    );
  });

  it("of every court, and of every region of the list and of the ledger", () => {
    const asked = (place: Partial<Asked>): Asked[] => [{ evidence: "records", ...place }];
    sweep([
      ...across(COURTS, ({ code }) => asked({ court: code })),
      ...across([...REGIONS.keys()], (region) => asked({ region })),
      ...across(PRINTED_REGIONS, (region) =>
        across(["convictions", "cases_received"] as const, (unit): Asked[] => [
          { evidence: "published", region, unit, span: "total", articles: ["337"] },
        ]),
      ),
    ]);
  });

  it("says of each region in words that something is there, in a sentence and in no brackets", () => {
    const asked: Asked[] = [
      ...across([...REGIONS.keys()], (region): Asked[] => [{ evidence: "records", region }]),
      ...across(PRINTED_REGIONS, (region): Asked[] => [
        { evidence: "published", region, unit: "cases_received", span: "total", articles: ["337"] },
      ]),
    ];
    for (const question of asked) {
      for (const lang of LANGS) {
        const { sentence } = wordsOf(answerTo(question, TODAYS[0]), lang, TODAYS[0]);
        const within = PLACES(lang).within(question.region!);
        if (within === undefined)
          expect(PLACES(lang).court(question.region!), question.region!).toBeDefined();
        else expect(sentence).toContain(lang === "uk" ? within.replace(/^[ув] /, " ") : within);
        expect(sentence).not.toMatch(/region:|регион:|регіон:/);
      }
    }
  });

  it("keeps the word Russian where a court in occupied territory is named alone", () => {
    expect(OCCUPIED).toHaveLength(6);
    for (const { code } of OCCUPIED) {
      for (const lang of LANGS) {
        const { sentence, label } = wordsOf(
          answerTo({ evidence: "records", court: code }, TODAYS[0]),
          lang,
          TODAYS[0],
        );
        for (const text of [sentence, label]) expect(text).toMatch(/Russian-run|российск|російськ/);
      }
    }
  });
});

describe("every name in the ledger", () => {
  it("of a publisher is one in Russian and Ukrainian letters, or its own in Latin ones", () => {
    for (const publisher of new Set(FIGURES.map((figure) => figure.publisher))) {
      const { counter, via } = publisherOf(publisher);
      for (const lang of LANGS) {
        const { according, calculated, source } = LANGUAGES[lang];
        const said = [according(publisher), calculated(publisher), source(publisher)];
        holds(said.map((text) => ({ faults: faultsIn(text, lang), text, asked: { publisher, lang } })));
        for (const name of [counter, ...via]) {
          if (lang === "en" || !LATIN_NAMES.includes(name)) continue;
          for (const text of said) expect(text).toContain(name.replace(" (Spain)", ""));
        }
      }
      expect(LANGUAGES.en.according(publisher)).not.toMatch(
        /[()]/.test(publisher) ? /own count|Department\)/ : /$^/,
      );
    }
  });

  it("of a region or a court has a name in every language", () => {
    for (const region of PRINTED_REGIONS) {
      for (const lang of LANGS) {
        const { court, region: called } = PLACES(lang);
        const name = court(region) ?? called(region);
        expect(name, region).toBeDefined();
        if (lang !== "en") expect(name).toMatch(/^[а-яіїєґ’\- ]+$/i);
      }
    }
  });

  it("of a scope is said in words", () => {
    for (const scope of SCOPES.filter((articles) => articles !== null)) {
      for (const lang of LANGS) {
        const { articles, under, underBriefly } = LANGUAGES[lang];
        const said = [articles(scope), under(scope), underBriefly(scope)];
        holds(said.map((text) => ({ faults: faultsIn(text, lang), text, asked: { scope, lang } })));
      }
    }
  });
});

describe("every comparison", () => {
  const PERIODS = [
    "2025-W27",
    "2025-W26",
    "2025-W20",
    "2024-W20",
    "2025-06",
    "2025-05",
    "2024-05",
    "2025-Q2",
    "2024-Q2",
    "2025-H1",
    "2023-H1",
    "2025",
    "2024",
    "2023",
    "2022",
    "2021",
    "2019",
    "2023-03/2024-02",
  ];
  const questions: readonly Asked[] = [
    ...across(sources, (evidence) =>
      across(measured(evidence), (unit) => SCOPES.map((articles): Asked => ({ evidence, unit, articles }))),
    ),
    ...across([null, ...SERVICES], (service) =>
      across([null, ...SENTENCES], (sentence): Asked[] => [{ evidence: "records", service, sentence }]),
    ),
  ];

  it("says what its numbers say, and compares nothing that is late, a bound, withheld or unknown", () => {
    const found: { faults: string[]; text: string; asked: unknown }[] = [];
    for (const [index, asked] of questions.entries()) {
      for (const [at, period] of PERIODS.entries()) {
        // Each period first, against three others that change from question to question.
        const others = [1, 4, 9].map((step) => PERIODS[(at + step + index) % PERIODS.length]!);
        const comparison = compare(asked, [period, ...others.filter((other) => other !== period)], TODAYS[0]);
        const { edition, period: side, against, same_part } = comparison;
        const sure = against.filter((one) => canBeCompared(side) && canBeCompared(one) && one.ratio !== null);
        const isUnknown = side.value === null;
        const drawn = sure.filter(({ value }) => side.value && value).length + (same_part?.ratio ? 1 : 0);
        for (const lang of LANGS) {
          const text = comparedIn(comparison, lang);
          const words = LANGUAGES[lang];
          composed.add(text);
          const faults = faultsIn(text, lang);
          if (edition.sample !== text.startsWith(words.status.sample))
            faults.push("a sample that isn't said");
          if (!text.includes(words.asOfEdition(SAMPLE_ID))) faults.push("no edition");
          if (!isUnknown && !(side.value === 0 && side.qualifier === "at_least")) {
            if (!sourceIn(text, edition.source.name, lang)) faults.push("no source");
            const derived = [side, ...against].some((one) => one.derived && one.value !== null);
            if (derived !== text.includes(words.calculated(edition.source.name)))
              faults.push("who calculated it");
            if (side.status === "provisional" && !text.includes(words.status.incomplete)) {
              faults.push("what is late");
            }
          }
          if (percentagesIn(text).length > 0 && !same_part && (side.value ?? 0) < FEW)
            faults.push("a percentage of few");
          if (comparisonsIn(text) > drawn) faults.push("a ratio too many");
          found.push({ faults, text, asked: { ...asked, period, others, lang } });
        }
        for (const one of against) {
          if (canBeCompared(side) && canBeCompared(one)) continue;
          expect(one).toMatchObject({ difference: null, ratio: null });
        }
      }
    }
    holds(found);
  });
});

describe("every head of a series", () => {
  it("names the rate first and the sentence after it", () => {
    const found = LANGS.flatMap((lang) =>
      across([null, ...SERVICES], (service) =>
        across([null, ...SENTENCES], (sentence) =>
          across([true, false], (rate) => {
            const { edition } = answerTo({ evidence: "published" }, TODAYS[0]);
            const type: NumberType = {
              unit: "convictions",
              offence: null,
              articles: ["337"],
              ...(service && { service }),
              ...(sentence && { sentence }),
            };
            const by = "sentence";
            const text = seriesText({ edition, type, rate, by, keys: SENTENCES }, lang, PLACES(lang));
            return [text.count, text.label, text.source, ...Object.values(text.keys)].map((said) => {
              composed.add(said);
              return { faults: faultsIn(said, lang), text: said, asked: { lang, service, sentence, rate } };
            });
          }),
        ),
      ),
    );
    holds(found);
  });

  it("calls a region that nobody knows unknown in the reader's language, and articles as a list", () => {
    const { edition, type } = answerTo({ evidence: "records" }, TODAYS[0]);
    for (const lang of LANGS) {
      const keys = (by: string, key: string) =>
        seriesText({ edition, type, rate: false, by, keys: [key] }, lang, PLACES(lang)).keys[key]!;
      expect(faultsIn(keys("region", "unknown"), lang)).toEqual([]);
      expect(plain(keys("article", "332,337,338"))).toMatch(/332, 337 (and|и|і) 338/);
    }
  });
});

it("the sweep has composed thousands of texts, none of the current week but where that is asked for", () => {
  expect(composed.size).toBeGreaterThan(5_000);
  const stray = [...composed].filter(
    (text) =>
      (THIS_WEEK.test(text) || THIS_YEAR.test(text)) && text.includes(LANGUAGES.en.asOfEdition(SAMPLE_ID)),
  );
  expect(stray).toEqual([]);
});
