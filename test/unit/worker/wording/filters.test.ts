import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { NumberType } from "../../../../worker/contract/common.ts";
import {
  LANGS,
  type Lang,
  SENTENCES,
  SERVICES,
  type Sentence,
  type Service,
  UNITS,
} from "../../../../worker/contract/terms.ts";
import { summaryText } from "../../../../worker/wording/index.ts";
import { runs } from "../../../runs.ts";
import { counted, DESERTION, inAll, inEach, plain, published, textOf } from "./answers.ts";

const COURT = "77GV0007";
const REGION = "Приморский край";

/** The stem by which each filter is known in a text, whatever its case and number. */
const SERVICE_STEMS: Readonly<Record<Lang, Readonly<Record<Service, RegExp>>>> = {
  en: {
    mobilised: /mobilised soldier/,
    contract: /contract soldier/,
    conscript: /conscript/,
    officer: /officer/,
    unknown: /type of service isn’t known/,
  },
  ru: {
    mobilised: /мобилизованн/,
    contract: /контрактник/,
    conscript: /срочник/,
    officer: /офицер/,
    unknown: /с неизвестным видом службы/,
  },
  uk: {
    mobilised: /мобілізован/,
    contract: /контрактник/,
    conscript: /строковик/,
    officer: /офіцер/,
    unknown: /з невідомим видом служби/,
  },
};
const SENTENCE_STEMS: Readonly<Record<Lang, Readonly<Record<Sentence, RegExp>>>> = {
  en: {
    suspended: /suspended (sentence|term)/,
    imprisonment: /imprisonment/,
    fine: /\bfine/,
    "disciplinary-unit": /disciplinary unit/,
    restriction: /restrictions on military service/,
    other: /(an)?other sentence/,
    unknown: /sentence (not|isn’t) known|whose sentence/,
  },
  ru: {
    suspended: /условн\S+ срок/,
    imprisonment: /лишени\S свободы/,
    fine: /штраф/,
    "disciplinary-unit": /содержани\S в дисциплинарной воинской части/,
    restriction: /ограничени\S по военной службе/,
    other: /ин\S+ наказани/,
    unknown: /наказание неизвестно/,
  },
  uk: {
    suspended: /умовн\S+ строк/,
    imprisonment: /позбавлення волі/,
    fine: /штраф/,
    "disciplinary-unit": /тримання в дисциплінарній військовій частині/,
    restriction: /службов\S+ обмежен/,
    other: /інш\S+ покаран/,
    unknown: /покарання невідоме/,
  },
};

/** Units whose own name says "suspended" can't show by a stem that no filter does. */
const PLAIN_UNITS = UNITS.filter((unit) => !unit.includes("suspended"));

const filters = fc.record(
  {
    service: fc.constantFrom(...SERVICES),
    sentence: fc.constantFrom(...SENTENCES),
    court: fc.constant(COURT),
    region: fc.constant(REGION),
  },
  { requiredKeys: [] },
);
const value = fc.constantFrom(null, 0, 1, 2, 5, 21, 22, 198);
/** Of a week that is over, and of the current one so far. */
const ofType = (type: Partial<NumberType>) => ({ type: { ...DESERTION, ...type } });
const ofThisWeek = (type: Partial<NumberType>) => ofType({ ...type, span: "this-week" });

describe("the filters of a number", () => {
  it("are each worded in label and sentence, and none that wasn't asked for", () => {
    fc.assert(
      fc.property(
        filters,
        fc.constantFrom(...PLAIN_UNITS),
        fc.constantFrom(...LANGS),
        fc.constantFrom(published, counted),
        value,
        (asked, unit, lang, made, value) => {
          const { label, sentence } = textOf(made({ value }, ofType({ ...asked, unit })), lang);
          for (const text of [label, sentence]) {
            for (const service of SERVICES) {
              expect(SERVICE_STEMS[lang][service].test(text), text).toBe(asked.service === service);
            }
            for (const punishment of SENTENCES) {
              expect(SENTENCE_STEMS[lang][punishment].test(text), text).toBe(asked.sentence === punishment);
            }
            expect(text.includes(COURT)).toBe(asked.court === COURT);
            expect(text.includes(REGION)).toBe(asked.region === REGION);
          }
        },
      ),
      runs(500),
    );
  });

  it("give each combination a label and a sentence of its own", () => {
    const pick = <Filter>(values: readonly Filter[]) => [undefined, ...values];
    for (const lang of LANGS) {
      for (const part of ["label", "sentence"] as const) {
        const texts = UNITS.flatMap((unit) =>
          pick(SERVICES).flatMap((service) =>
            pick(SENTENCES).map((sentence) => {
              const type = { unit, ...(service && { service }), ...(sentence && { sentence }) };
              return textOf(counted({}, ofType(type)), lang)[part];
            }),
          ),
        );
        expect(new Set(texts).size, `${part} in ${lang}`).toBe(UNITS.length * 6 * 8);
      }
    }
  });

  it("stand in the label beside unit and articles", () => {
    const asked = { service: "contract", sentence: "imprisonment", court: COURT, region: REGION } as const;
    const contract = ofThisWeek(asked);
    expect(inAll("label", counted({}, contract))).toEqual({
      en: "convictions of contract soldiers so far this week, as recorded by Tuesday 24 June · imprisonment · articles 337 and 338 · military court 77GV0007 · region: Приморский край",
      ru: "приговора контрактникам пока на этой неделе, по данным на вторник, 24 июня · реальное лишение свободы · ст. 337 и 338 УК РФ · военный суд 77GV0007 · регион: Приморский край",
      uk: "вироки контрактникам поки що цього тижня, за даними на вівторок, 24 червня · реальне позбавлення волі · ст. 337 і 338 КК РФ · військовий суд 77GV0007 · регіон: Приморский край",
    });
  });

  it("make one sentence with the number", () => {
    const rate = published({}, ofType({ service: "contract", sentence: "imprisonment" }));
    expect(inAll("sentence", rate)).toEqual({
      en: expect.stringContaining(
        "In April 2025 Russian military courts handed down about 198 convictions a week of contract soldiers resulting in imprisonment under articles 337 and 338 of Russia’s Criminal Code",
      ),
      ru: expect.stringContaining(
        "В апреле 2025 года российские военные суды выносили в среднем около 198 обвинительных приговоров в неделю контрактникам к реальному лишению свободы по ст. 337 и 338 УК РФ",
      ),
      uk: expect.stringContaining(
        "У квітні 2025 року російські військові суди ухвалювали в середньому близько 198 обвинувальних вироків на тиждень контрактникам із засудженням до реального позбавлення волі за ст. 337 і 338 КК РФ",
      ),
    });
  });

  it("say of one who it was, and of twenty-one who they were", () => {
    const fined = (value: number) =>
      inAll("sentence", counted({ value, expected: null }, ofType({ service: "officer", sentence: "fine" })));
    expect(fined(1)).toEqual({
      en: expect.stringContaining("one conviction of an officer resulting in a fine under"),
      ru: expect.stringContaining("вынесли 1 обвинительный приговор офицеру к штрафу по"),
      uk: expect.stringContaining("ухвалили 1 обвинувальний вирок офіцеру із засудженням до штрафу за"),
    });
    expect(fined(21)).toEqual({
      en: expect.stringContaining("21 convictions of officers resulting in fines under"),
      ru: expect.stringContaining("вынесли 21 обвинительный приговор офицерам к штрафам по"),
      uk: expect.stringContaining("ухвалили 21 обвинувальний вирок офіцерам із засудженням до штрафів за"),
    });
  });

  it("don't let a numeral govern the kind of service, where soldiers are the object", () => {
    const sentenced = counted(
      { value: 22, expected: null },
      ofThisWeek({ unit: "persons_sentenced", service: "contract", sentence: "suspended" }),
    );
    expect(inAll("sentence", sentenced)).toEqual({
      en: expect.stringContaining("sentenced 22 contract soldiers to suspended terms under"),
      ru: expect.stringContaining("осудили 22 военных из числа контрактников к условным срокам по"),
      uk: expect.stringContaining("засудили 22 військових із числа контрактників до умовних строків за"),
    });
    expect(textOf(sentenced, "en").label).toMatch(/^contract soldiers sentenced so far this week/);
  });

  it("are said of a number that isn't known as well", () => {
    const unknown = counted(
      { value: null },
      ofType({ service: "mobilised", sentence: "fine", court: COURT }),
    );
    expect(inAll("sentence", unknown)).toEqual({
      en: "This edition has no figure for convictions of mobilised soldiers resulting in fines under articles 337 and 338 of Russia’s Criminal Code, military court 77GV0007 (data of 30 June 2025, edition 1). This does not mean there were none.",
      ru: "В этом выпуске нет данных о числе приговоров мобилизованным к штрафам по ст. 337 и 338 УК РФ, военный суд 77GV0007 (данные на 30 июня 2025 года, выпуск 1). Это не значит, что их не было.",
      uk: "У цьому випуску немає даних про кількість вироків мобілізованим із засудженням до штрафів за ст. 337 і 338 КК РФ, військовий суд 77GV0007 (дані на 30 червня 2025 року, випуск 1). Це не означає, що їх не було.",
    });
  });
});

describe("a court", () => {
  const asked = (unit: NumberType["unit"], region?: string) =>
    counted({ expected: null }, ofType({ unit, court: COURT, ...(region && { region }) }));
  const named = (name: string | undefined, unit: NumberType["unit"] = "convictions") =>
    inEach((lang) => {
      const context = { lang, today: "2025-07-24", places: { court: () => name, region: () => undefined } };
      return summaryText(asked(unit), context).sentence;
    });

  it("does alone what all courts do together", () => {
    expect(inAll("sentence", asked("convictions", REGION))).toEqual({
      en: expect.stringContaining(
        "the military court 77GV0007 (region: Приморский край) handed down 124 convictions",
      ),
      ru: expect.stringContaining(
        "военный суд 77GV0007 (регион: Приморский край) вынес 124 обвинительных приговора",
      ),
      uk: expect.stringContaining(
        "військовий суд 77GV0007 (регіон: Приморский край) ухвалив 124 обвинувальні вироки",
      ),
    });
  });

  it("is called by its name where one is known, and else by its code", () => {
    expect(named("Омский гарнизонный военный суд").ru).toContain("Омский гарнизонный военный суд вынес 124");
    expect(named("Омський гарнізонний військовий суд").uk).toContain(
      "З 23 по 24 червня 2025 року Омський гарнізонний військовий суд ухвалив 124 обвинувальні вироки за ст. 337 і 338 КК РФ, за даними Example Desk (дані на 30 червня 2025 року, випуск 1). Неповні дані: записи за останні тижні ще надходять.",
    );
    expect(named("Omsk Garrison Military Court").en).toMatch(
      /2025 the Omsk Garrison Military Court handed down/,
    );
    expect(named(undefined).ru).toContain("военный суд 77GV0007 вынес");
    const label = summaryText(asked("convictions"), {
      lang: "ru",
      today: "2025-07-24",
      places: {
        court: (code) => (code === COURT ? "224 гарнизонный военный суд" : undefined),
        region: () => undefined,
      },
    }).label;
    expect(plain(label)).toMatch(/ · 224 гарнизонный военный суд$/);
  });

  it("takes “во” in Russian where it begins with two consonants or is the second", () => {
    const into = (name: string) =>
      named(name, "cases_received").ru.split(` ${name}`)[0]?.split(" ").at(-1)?.toLowerCase();
    expect(into("Владимирский гарнизонный военный суд")).toBe("во");
    expect(into("2-й Западный окружной военный суд")).toBe("во");
    expect(into("Воронежский гарнизонный военный суд")).toBe("в");
    expect(into("Фокинский гарнизонный военный суд")).toBe("в");
    expect(into("224 гарнизонный военный суд")).toBe("в");
  });
});
