import { describe, expect, it } from "vitest";
import { LANGS } from "../../../../worker/contract/terms.ts";
import { counted, DESERTION, final, inAll, published, textOf } from "./answers.ts";

const current = { edition: { id: "2025-09-01.1", published_at: "2025-09-01T09:00:00Z" } };
const inEdition = (change: Partial<ReturnType<typeof published>["edition"]>) =>
  published({}, { edition: { ...published().edition, ...change } });

describe("a week counted from records", () => {
  it("is this week so far, to a named day", () => {
    expect(inAll("label", counted())).toEqual({
      en: "convictions so far this week, as recorded by Tuesday 24 June · articles 337 and 338",
      ru: "приговора пока на этой неделе, по данным на вторник, 24 июня · ст. 337 и 338 УК РФ",
      uk: "вироки поки що цього тижня, за даними на вівторок, 24 червня · ст. 337 і 338 КК РФ",
    });
  });

  it("on its Monday runs to that Monday", () => {
    const monday = counted({ period: { start: "2025-06-23", end: "2025-06-23" } });
    expect(textOf(monday, "en", "2025-06-23").label).toContain(
      "so far this week, as recorded by Monday 23 June",
    );
    expect(textOf(monday, "en", "2025-06-23").sentence).toMatch(/^Recorded so far: on 23 June 2025 /);
  });

  it("is named by its dates once it is over", () => {
    expect(inAll("label", final())).toEqual({
      en: "convictions in the week of 5–11 May 2025 · articles 337 and 338",
      ru: "приговор за неделю 5–11 мая 2025 года · ст. 337 и 338 УК РФ",
      uk: "вирок за тиждень 5–11 травня 2025 року · ст. 337 і 338 КК РФ",
    });
    expect(textOf(counted(), "en", "2025-06-30").label).toBe(
      "convictions from 23 to 24 June 2025 · articles 337 and 338",
    );
    for (const heading of Object.values(inAll("heading", counted(), "2025-06-30"))) {
      expect(heading).not.toMatch(/this week|этой неделе|цього тижня/);
    }
  });

  it("is at least what is counted where the desk has still to code it, and says why", () => {
    const part = final({ value: 2, qualifier: "at_least" }, { type: { ...DESERTION, service: "mobilised" } });
    expect(inAll("qualifier", part)).toEqual({ en: "at least", ru: "не менее", uk: "не менше" });
    expect(inAll("label", part)).toEqual({
      en: "convictions of mobilised soldiers in the week of 5–11 May 2025 · articles 337 and 338",
      ru: "приговоров мобилизованным за неделю 5–11 мая 2025 года · ст. 337 и 338 УК РФ",
      uk: "вироків мобілізованим за тиждень 5–11 травня 2025 року · ст. 337 і 338 КК РФ",
    });
    expect(inAll("detail", part)).toEqual({
      en: "Counted from court records by date of verdict; the kind of service and the sentence are known only where the verdict’s text has been read",
      ru: "Подсчитано по карточкам судебных дел, по дате приговора; вид службы и наказание известны лишь там, где прочитан текст приговора",
      uk: "Підраховано за картками судових справ, за датою вироку; вид служби й покарання відомі лише там, де прочитано текст вироку",
    });
    expect(inAll("sentence", part)).toMatchObject({
      en: expect.stringContaining("handed down at least two convictions of mobilised soldiers under"),
      ru: expect.stringContaining("вынесли не менее 2 обвинительных приговоров мобилизованным по ст."),
      uk: expect.stringContaining("ухвалили не менше 2 обвинувальних вироків мобілізованим за ст."),
    });
  });

  it("is quoted with its dates, never as “this week”, and with its doubts", () => {
    expect(textOf(counted(), "en").sentence).toBe(
      "Recorded so far: from 23 to 24 June 2025 Russian military courts handed down 124 convictions under articles 337 and 338 of Russia’s Criminal Code, according to Example Desk (data of 30 June 2025, edition 1). Incomplete: records of recent weeks are still arriving. Likely to reach 190–230 for the whole week of 23–29 June 2025 (nine times in ten).",
    );
    expect(textOf(counted(), "ru").sentence).toMatch(
      /^Пока учтено: с 23 по 24 июня 2025 года российские военные суды вынесли 124 обвинительных приговора/,
    );
    expect(textOf(counted(), "uk").sentence).toMatch(
      /^Поки що враховано: з 23 по 24 червня 2025 року російські військові суди ухвалили 124 обвинувальні вироки/,
    );
  });

  it("says that it is incomplete, and what is expected", () => {
    expect(inAll("status", counted())).toEqual({
      en: "Incomplete: records of recent weeks are still arriving. Likely to reach 190–230 for the whole week of 23–29 June 2025 (nine times in ten).",
      ru: "Неполные данные: записи за последние недели ещё поступают. Всего за неделю 23–29 июня 2025 года ожидается 190–230 (в девяти случаях из десяти).",
      uk: "Неповні дані: записи за останні тижні ще надходять. Усього за тиждень 23–29 червня 2025 року очікується 190–230 (у дев’яти випадках із десяти).",
    });
    expect(inAll("detail", counted())).toMatchObject({
      en: expect.stringContaining("58%"),
      ru: expect.stringContaining("58 %"),
      uk: expect.stringContaining("58%"),
    });
  });

  it("gives no range and no share where the evidence is too small", () => {
    const answer = counted({ expected: null });
    expect(inAll("status", answer)).toEqual({
      en: "Incomplete: records of recent weeks are still arriving.",
      ru: "Неполные данные: записи за последние недели ещё поступают.",
      uk: "Неповні дані: записи за останні тижні ще надходять.",
    });
    expect(textOf(answer, "en").detail).toBe("Counted from court records by date of verdict");
  });

  it("says nothing more when it is final", () => {
    expect(inAll("status", counted({ status: "final", completeness: 1, expected: null }))).toEqual({
      en: "",
      ru: "",
      uk: "",
    });
  });

  it("is counted by the date that its unit goes by", () => {
    const cases = counted({ expected: null }, { type: { ...counted().type, unit: "cases_received" } });
    expect(inAll("detail", cases)).toMatchObject({
      en: expect.stringContaining("date of receipt"),
      ru: expect.stringContaining("дате поступления"),
      uk: expect.stringContaining("датою надходження"),
    });
  });
});

describe("the status", () => {
  it("says that the data are a sample, also in the sentence", () => {
    expect(inAll("status", inEdition({ sample: true }))).toEqual({
      en: "SAMPLE – generated data, not real.",
      ru: "ОБРАЗЕЦ — данные созданы программой, они не настоящие.",
      uk: "ЗРАЗОК — дані створені програмою, вони не справжні.",
    });
    for (const sentence of Object.values(inAll("sentence", inEdition({ sample: true })))) {
      expect(sentence).toMatch(/^(SAMPLE|ОБРАЗЕЦ|ЗРАЗОК) /);
    }
  });

  it("says of which Moscow date a stale answer is", () => {
    expect(inAll("status", inEdition({ stale: true, published_at: "2025-06-30T21:30:00Z" }))).toEqual({
      en: "Data as of 1 July 2025; newer data is unavailable at the moment.",
      ru: "Показаны данные на 1 июля 2025 года; более новые сейчас недоступны.",
      uk: "Показано дані на 1 липня 2025 року; новіші зараз недоступні.",
    });
  });

  it("says of which edition a frozen number is, and what became of it", () => {
    const since = (value: number | null, difference: number | null) =>
      inAll("status", published({}, { since: { ...current, value, qualifier: "about", difference } }));
    expect(since(220, 22)).toEqual({
      en: "As of 30 June 2025 (edition 2025-06-30.1); now about 220, about 22 more since.",
      ru: "Данные на 30 июня 2025 года (выпуск 2025-06-30.1); сейчас около 220, с тех пор примерно на 22 больше.",
      uk: "Дані на 30 червня 2025 року (випуск 2025-06-30.1); тепер близько 220, відтоді приблизно на 22 більше.",
    });
    expect(since(190, -8)).toEqual({
      en: "As of 30 June 2025 (edition 2025-06-30.1); now about 190, about 8 fewer since.",
      ru: "Данные на 30 июня 2025 года (выпуск 2025-06-30.1); сейчас около 190, с тех пор примерно на 8 меньше.",
      uk: "Дані на 30 червня 2025 року (випуск 2025-06-30.1); тепер близько 190, відтоді приблизно на 8 менше.",
    });
    expect(since(198, 0).en).toBe("As of 30 June 2025 (edition 2025-06-30.1); unchanged since.");
    expect(since(null, null).en).toBe("As of 30 June 2025 (edition 2025-06-30.1); not known now.");
    expect(since(198, null).en).toBe("As of 30 June 2025 (edition 2025-06-30.1); now about 198.");
  });

  it("says in a part of the status, of its own, what the period counts now", () => {
    for (const [value, difference] of [
      [220, 22],
      [190, -8],
      [198, 0],
      [198, null],
      [null, null],
    ] as const) {
      const answer = published({}, { since: { ...current, value, qualifier: "about", difference } });
      const [status, since] = [inAll("status", answer), inAll("since", answer)];
      for (const lang of LANGS) {
        expect(since[lang]).not.toBe("");
        expect(status[lang].split(since[lang])).toHaveLength(2);
      }
    }
    expect(textOf(published(), "en").since).toBe("");
  });

  it("says the gravest first", () => {
    const answer = counted({}, { since: { ...current, value: 146, qualifier: "exact", difference: 22 } });
    answer.edition = { ...answer.edition, sample: true, stale: true };
    expect(textOf(answer, "en").status).toMatch(/^SAMPLE.* Data as of.* As of 30 June.* Incomplete then: /);
  });

  it("never calls a frozen week this week, even within it", () => {
    const { heading, label } = textOf(
      counted({}, { since: { ...current, value: 124, qualifier: "exact", difference: 0 } }),
      "en",
    );
    expect(`${heading} ${label}`).not.toContain("this week");
    expect(label).toContain("from 23 to 24 June 2025");
  });
});

describe("a question without an answer", () => {
  const unknown = published({ value: null, period: null, figure: null, qualifier: "exact" });

  it("has a dash for a number, and no zero anywhere", () => {
    for (const lang of LANGS) {
      const { number, label, detail, change, status } = textOf(unknown, lang);
      expect(number).toBe("—");
      expect(`${label} ${detail} ${change} ${status}`).not.toMatch(/\b0\b/);
    }
  });

  it("says that nothing is known, and that this isn't zero", () => {
    expect(inAll("detail", unknown)).toEqual({
      en: "There is no figure for this question; this does not mean zero",
      ru: "По этому запросу данных нет; это не значит, что число равно нулю",
      uk: "За цим запитом даних немає; це не означає, що число дорівнює нулю",
    });
    expect(inAll("sentence", unknown)).toMatchObject({
      en: expect.stringMatching(
        /^This edition has no figure for convictions under articles 332, 337 and 338 of .*This does not mean there were none\.$/,
      ),
      ru: expect.stringMatching(
        /^В этом выпуске нет данных о числе приговоров по ст\. 332, 337 и 338 УК РФ /,
      ),
      uk: expect.stringMatching(
        /^У цьому випуску немає даних про кількість вироків за ст\. 332, 337 і 338 КК РФ /,
      ),
    });
  });

  it("claims no incompleteness of a count that there isn't", () => {
    expect(textOf(counted({ value: null }), "en").status).toBe("");
  });
});
