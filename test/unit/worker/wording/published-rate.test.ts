import { describe, expect, it } from "vitest";
import type { Qualifier } from "../../../../worker/contract/terms.ts";
import { counted, inAll, published, textOf } from "./answers.ts";

describe("a published rate", () => {
  it("says from which figure, days and publisher it came, and how sure it is", () => {
    expect(inAll("detail", published())).toEqual({
      en: "848 convictions in the 30 days of April 2025, by Mediazona’s count",
      ru: "848 обвинительных приговоров за 30 дней апреля 2025 года, по данным «Медиазоны»",
      uk: "848 обвинувальних вироків за 30 днів квітня 2025 року, за даними «Медіазони»",
    });
  });

  it("is a sentence that can be quoted, with unit, qualifier, period, articles, source and edition", () => {
    expect(inAll("sentence", published())).toEqual({
      en: "In April 2025 Russian military courts handed down about 198 convictions a week under articles 332, 337 and 338 of Russia’s Criminal Code, calculated from Mediazona’s totals (data of 30 June 2025, edition 1).",
      ru: "В апреле 2025 года российские военные суды выносили в среднем около 198 обвинительных приговоров в неделю по ст. 332, 337 и 338 УК РФ, расчёт по данным «Медиазоны» (данные на 30 июня 2025 года, выпуск 1).",
      uk: "У квітні 2025 року російські військові суди ухвалювали в середньому близько 198 обвинувальних вироків на тиждень за ст. 332, 337 і 338 КК РФ, розрахунок за даними «Медіазони» (дані на 30 червня 2025 року, випуск 1).",
    });
  });

  it("has nothing to warn of", () => {
    expect(inAll("status", published())).toEqual({ en: "", ru: "", uk: "" });
  });

  it("isn't explained by a running total that was counted over other days", () => {
    // 17,721 sentenced since September 2022, of whom 9,127 in the 347 days of the period: 184.1 a week.
    const answer = published({
      value: 184.1,
      qualifier: "exact",
      period: { start: "2024-06-19", end: "2025-05-31" },
      figure: { value: 17721, kind: "total", qualifier: "exact", url: "https://example.org/" },
    });
    for (const detail of Object.values(inAll("detail", answer))) {
      expect(detail).not.toMatch(/17.721/);
      expect(detail).toContain("347");
    }
    expect(textOf(answer, "en").detail).toBe(
      "Calculated from Mediazona’s totals, for the 347 days from 19 June 2024 to 31 May 2025",
    );
  });

  it("repeats a rate that was printed as such, with its own qualifier", () => {
    const rate = published({
      value: 100,
      qualifier: "at_least",
      figure: { value: 100, kind: "per_week", qualifier: "at_least", url: "https://example.org/" },
    });
    expect(inAll("detail", rate)).toEqual({
      en: "At least 100 convictions a week in April 2025, by Mediazona’s count",
      ru: "Не менее 100 обвинительных приговоров в неделю в апреле 2025 года, по данным «Медиазоны»",
      uk: "Не менше 100 обвинувальних вироків на тиждень у квітні 2025 року, за даними «Медіазони»",
    });
  });

  it("shows a printed rate of another length beside its own", () => {
    const rate = published({
      value: 190,
      figure: { value: 38, kind: "per_working_day", qualifier: "exact", url: "https://example.org/" },
    });
    expect(inAll("detail", rate)).toMatchObject({
      en: expect.stringMatching(/^38 convictions a working day in April 2025/),
      ru: expect.stringMatching(/^38 обвинительных приговоров в рабочий день в апреле/),
      uk: expect.stringMatching(/^38 обвинувальних вироків на робочий день у квітні/),
    });
  });
});

describe("the figure behind a rate", () => {
  const printed = (qualifier: Qualifier, headline: Qualifier = "about") =>
    inAll(
      "detail",
      published({
        qualifier: headline,
        figure: { value: 848, kind: "total", qualifier, url: "https://example.org/" },
      }),
    );

  it("is as sure as it was printed", () => {
    expect(printed("about")).toEqual({
      en: "About 848 convictions in the 30 days of April 2025, by Mediazona’s count",
      ru: "Около 848 обвинительных приговоров за 30 дней апреля 2025 года, по данным «Медиазоны»",
      uk: "Близько 848 обвинувальних вироків за 30 днів квітня 2025 року, за даними «Медіазони»",
    });
    expect(printed("at_least", "at_least")).toMatchObject({
      en: expect.stringMatching(/^At least 848 convictions in the 30 days of April 2025/),
      ru: expect.stringMatching(/^Не менее 848 обвинительных приговоров/),
      uk: expect.stringMatching(/^Не менше 848 обвинувальних вироків/),
    });
    expect(printed("exact").en).toMatch(/^848 convictions/);
  });

  it("is told beside a rate that is less sure than it", () => {
    const rate = published({
      value: 100,
      qualifier: "about",
      figure: { value: 99.6, kind: "per_week", qualifier: "exact", url: "https://example.org/" },
    });
    expect(textOf(rate, "en").detail).toMatch(/^99\.6 convictions a week in April 2025/);
  });
});

describe("a rate below one", () => {
  /** 21 in 365 days are 0.4 a week, which rounds to nothing. */
  const small = (qualifier: Qualifier, value = 21) =>
    published(
      {
        value: 0,
        qualifier,
        period: { start: "2023-01-01", end: "2023-12-31" },
        figure: { value, kind: "total", qualifier: "exact", url: "https://example.org/" },
      },
      { type: { unit: "cases_received", offence: null, articles: ["334"] } },
    );

  it("is fewer than one, and never about nothing", () => {
    expect(inAll("number", small("about"))).toEqual({ en: "1", ru: "1", uk: "1" });
    expect(inAll("qualifier", small("about"))).toEqual({ en: "fewer than", ru: "менее", uk: "менше" });
    expect(inAll("inline", small("about"))).toEqual({ en: "fewer than one", ru: "менее 1", uk: "менше 1" });
    expect(inAll("label", small("about"))).toEqual({
      en: "new court case a week, 2023 · article 334",
      ru: "нового уголовного дела в неделю, 2023 год · ст. 334 УК РФ",
      uk: "нової кримінальної справи на тиждень, 2023 рік · ст. 334 КК РФ",
    });
    expect(inAll("detail", small("about"))).toEqual({
      en: "21 new court cases in the 365 days of 2023, by Mediazona’s count",
      ru: "21 новое уголовное дело за 365 дней 2023 года, по данным «Медиазоны»",
      uk: "21 нова кримінальна справа за 365 днів 2023 року, за даними «Медіазони»",
    });
    expect(inAll("sentence", small("about"))).toMatchObject({
      en: expect.stringContaining("received fewer than one case a week under article 334"),
      ru: expect.stringContaining("поступало в среднем менее 1 нового уголовного дела в неделю по ст. 334"),
      uk: expect.stringContaining(
        "отримували в середньому менше 1 нової кримінальної справи на тиждень за ст. 334",
      ),
    });
    expect(textOf(small("exact"), "en").qualifier).toBe("fewer than");
  });

  it("is nothing where the printed figure is", () => {
    const { number, qualifier, sentence } = textOf(small("about", 0), "en");
    expect([qualifier, number]).toEqual(["", "0"]);
    expect(sentence).toContain(
      "In 2023 Russian military courts received no cases a week under article 334 of Russia’s Criminal Code, calculated from Mediazona’s totals (data of 30 June 2025, edition 1).",
    );
  });

  it("isn't known where it is a lower bound: that there were at least none says nothing", () => {
    expect(textOf(small("at_least"), "en").number).toBe("—");
    expect(textOf(small("at_least"), "en").sentence).toMatch(/^This edition has no figure for /);
  });

  it("is no zero in the drawing's words either", () => {
    const drawn = { ...small("about"), series: { ...published().series, values: [0, 2] } };
    expect(textOf(drawn, "en").sparkline_alt).toContain(
      "first fewer than one, last 2, lowest fewer than one",
    );
    const records = counted({}, { series: { ...counted().series, values: [0, 2] } });
    expect(textOf(records, "en").sparkline_alt).toContain("first 0, last 2, lowest 0");
  });

  it("is so in the current edition as well", () => {
    const edition = { id: "2025-09-01.1", published_at: "2025-09-01T09:00:00Z" };
    const since = { edition, value: 0, qualifier: "about" as const, difference: -198 };
    expect(textOf(published({}, { since }), "en").status).toBe(
      "As of 30 June 2025 (edition 2025-06-30.1); now fewer than one, about 198 fewer since.",
    );
  });

  it("is a plain zero where a week's records were counted", () => {
    expect(textOf(counted({ value: 0 }), "en").number).toBe("0");
  });
});
