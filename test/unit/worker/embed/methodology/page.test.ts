import { describe, expect, it } from "vitest";
import { TOLD_COMPLETENESS } from "../../../../../worker/config.ts";
import { LANGS, type Lang, UNITS } from "../../../../../worker/contract/terms.ts";
import { TOLD_MEASURED } from "../../../../../worker/domain/completeness/told-measured.ts";
import type { Edition } from "../../../../../worker/domain/edition.ts";
import { editionFacts } from "../../../../../worker/domain/methodology/edition-facts.ts";
import { OFFENCE_ARTICLES } from "../../../../../worker/domain/offence.ts";
import { MARKED_DAYS, MARKED_SHARE } from "../../../../../worker/domain/records/marks.ts";
import { methodologyPage } from "../../../../../worker/embed/methodology/page.ts";
import type { MethodologyView } from "../../../../../worker/embed/methodology/view.ts";
import { AGREEMENT } from "../../../../../worker/wording/agreement.ts";
import { SECTIONS } from "../../../../../worker/wording/language/methodology-text.ts";
import { METHODOLOGY } from "../../../../../worker/wording/methodology.ts";
import { editionOf, FEW_RECORDS, WATCHED_RECORDS } from "../../domain/methodology/editions.ts";
import { shippedFigures } from "../../domain/published/figures.ts";

const ledger = await editionOf(shippedFigures());
const watched = await editionOf(shippedFigures(), WATCHED_RECORDS);

function page(edition: Edition, lang: Lang = "en", view: Partial<MethodologyView> = {}): string {
  return methodologyPage({
    lang,
    facts: editionFacts(edition),
    now: null,
    asOf: null,
    sample: false,
    stale: false,
    origin: "https://stats.example",
    ...view,
  });
}

/** The words of one section, without marks. */
function wordsOf(text: string, section: string): string {
  const [, inside = ""] = text.split(`<section id="${section}">`);
  return inside
    .split(`<section id="`)[0]!
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ");
}

const editions: [name: string, edition: Edition][] = [
  ["published figures", ledger],
  ["records too few to tell of lateness", await editionOf(shippedFigures(), FEW_RECORDS)],
  ["records with a measured delay", watched],
  ["nothing at all", await editionOf([])],
];

describe.each(LANGS)("the page in %s", (lang) => {
  it.each(editions)("has no dash and no dot that a line could begin or end with (%s)", (_, edition) => {
    const words = page(edition, lang)
      .replaceAll(/<(head|script|style|svg)[\s\S]*?<\/\1>/g, "")
      .replaceAll(/<[^>]+>/g, "|");
    const loose = /[\p{L}\d]–(?!\u2060)|[ \n][–—·]|·[ \n]*\|/u;
    expect(words.match(new RegExp(`.{0,30}(${loose.source}).{0,30}`, "gu")) ?? []).toEqual([]);
  });

  it("says how sure the coding of verdicts is, or that nobody has coded one twice", () => {
    const facts = editionFacts(watched);
    const told = (agreement: NonNullable<typeof facts.records>["agreement"], known: number) => {
      const records = { ...facts.records!, sentences: { convictions: 300, known }, agreement };
      return wordsOf(page(watched, lang, { facts: { ...facts, records } }), "shares");
    };
    const half = { n: 48, agreed: 44, kappa: 0.84, interval: { low: 0.7, high: 0.98 } };
    const few = { n: 3, agreed: 3, kappa: null, interval: null };
    const { none, how } = AGREEMENT[lang];
    expect(told(null, 0)).not.toContain(none);
    expect(told(null, 120)).toContain(none);
    const both = told({ sentence: half, service: few }, 120);
    for (const words of ["48", "44", how]) expect(both).toContain(words);
    expect(both).toMatch(/0[.,]84.+0[.,]70–\u20600[.,]98/);
    expect(both).not.toContain(none);
  });

  it("says from which share and for how long a correction is marked, as the code has it", () => {
    const text = wordsOf(page(ledger, lang), "editions").replaceAll("\u00a0", " ");
    const share = new Intl.NumberFormat(lang === "en" ? "en-GB" : lang, { style: "percent" });
    expect(text).toContain(share.format(MARKED_SHARE).replaceAll("\u00a0", " "));
    expect(text).toMatch(new RegExp(`${MARKED_DAYS} (days|дней|днів)\\.`));
  });

  it.each(editions)("says all that it has to say of an edition with %s", (_, edition) => {
    const text = page(edition, lang);
    expect(text).toContain(`<html lang="${lang}" dir="ltr">`);
    expect(text).not.toMatch(/undefined|null|NaN|\[object|Infinity|\*\*|\]\(/);
    for (const section of SECTIONS) expect(wordsOf(text, section).length).toBeGreaterThan(100);
  });

  it("links from its contents to every section", () => {
    const links = [...page(ledger, lang).matchAll(/<li><a href="#(\w+)">/g)].map(([, id]) => id);
    expect(links).toEqual([...SECTIONS]);
  });

  it("lists every conflict with all its figures and their links", () => {
    const text = page(ledger, lang);
    // Languages part thousands by a comma or by a space.
    const list = wordsOf(text, "conflicts").replaceAll(/(?<=\d)[ ,](?=\d{3}\b)/g, "");
    const ids = ledger.conflicts.flatMap(({ figures }) => figures);
    expect(ids.length).toBeGreaterThan(0);
    for (const { id, value, source_url } of ledger.figures.filter((figure) => ids.includes(figure.id))) {
      expect(list).toMatch(new RegExp(`\\b${value} .* ${id} `));
      expect(text).toContain(`href="${source_url.replaceAll("&", "&amp;")}"`);
    }
  });

  it("explains every article that an offence group is made of, and every unit", () => {
    const { articles, units } = METHODOLOGY[lang].terms;
    const explained = wordsOf(page(ledger, lang), "articles");
    for (const article of new Set(Object.values(OFFENCE_ARTICLES).flat()))
      expect(explained).toContain(article);
    for (const { name, meaning } of Object.values(articles))
      expect(explained).toContain(`${name} ${meaning}`);
    for (const unit of UNITS) expect(wordsOf(page(ledger, lang), "units")).toContain(units[unit].meaning);
  });

  it("draws the delay with its numbers in a table, and says in words where there is none", () => {
    expect(page(watched, lang)).toContain('<svg class="curve"');
    expect(page(watched, lang)).toContain(`<tr><th scope="row">26</th>`);
    expect(page(ledger, lang)).not.toContain("<svg");
    expect(page(ledger, lang)).toContain(METHODOLOGY[lang].terms.curve.noRecords);
  });

  it("prints how far a told number still moved, by completeness, the threshold among them", () => {
    const text = wordsOf(page(ledger, lang), "completeness").replaceAll("\u00a0", " ");
    const share = new Intl.NumberFormat(lang === "en" ? "en-GB" : lang, {
      style: "percent",
      maximumFractionDigits: 1,
    });
    const said = (value: number) => share.format(value).replaceAll("\u00a0", " ");
    expect(text).toContain(METHODOLOGY[lang].terms.told.caption);
    for (const { completeness, medianMove, p90Move } of TOLD_MEASURED)
      expect(text).toContain(`${said(completeness)} ${said(medianMove)} ${said(p90Move)}`);
    expect(page(ledger, lang)).toMatch(new RegExp(`<strong>${100 * TOLD_COMPLETENESS}\\s?%</strong>`));
    expect(wordsOf(page(ledger, lang), "lateness").replaceAll("\u00a0", " ")).toContain(
      said(TOLD_COMPLETENESS),
    );
  });

  it("names the method, its interval and the level of a final week", () => {
    const text = wordsOf(page(ledger, lang), "completeness");
    for (const name of ["baselinenowcast", "epinowcast", "Mack", "Gluck", "Cape Cod"])
      expect(text).toContain(name);
    expect(text).toMatch(/90(%|-)/);
    expect(text).toMatch(/95\s?%/);
  });
});

describe("the page", () => {
  it("shows the example as a sum: 629 − 471 = 158 in 13 days, 85.1 a week", () => {
    expect(wordsOf(page(ledger), "rates")).toMatch(/629 .* − 471 .* = 158 .* 85\.1 a week 158 × 7 ÷ 13/);
  });

  it("says when a week is in, in words", () => {
    expect(wordsOf(page(watched), "lateness")).toContain(
      "50% are in by Tuesday of the week itself, half of them within the week itself and 95% after 2 weeks.",
    );
  });

  it("says of a share of how many it is", () => {
    expect(wordsOf(page(ledger), "shares")).toContain("32 of the 44 known");
    expect(wordsOf(page(watched), "shares")).toContain(
      "known for 3 of 10 convictions under articles 337 and 338",
    );
  });

  it("says how many records are gone at the source", () => {
    expect(wordsOf(page(watched), "vanished")).toContain("In this edition 3 records are flagged as gone.");
  });

  it("links to the edition that it is about, also from its words", () => {
    const text = page(ledger);
    expect(text).toContain("https://stats.example/methodology?as-of=2025-07-01.1");
    expect(text).toContain('href="/v1/figures?as-of=2025-07-01.1"');
    expect(text).toContain(ledger.sha256);
  });

  it("says at the top that data are generated, stale or of an earlier edition", () => {
    const head = (view: Partial<MethodologyView>) =>
      page(ledger, "en", view).split("</header>")[1]!.replaceAll(/\s+/g, " ");
    expect(head({})).not.toContain("notice");
    expect(head({ sample: true })).toContain("generated data, not real");
    expect(head({ stale: true })).toContain("Data as of 1 July 2025");
    expect(head({ now: "2025-08-01.1" })).toContain("2025-08-01.1");
  });

  it("keeps the edition that was asked for when the language changes", () => {
    expect(page(ledger, "en", { asOf: "2025-07-01" })).toContain(
      'href="/methodology?lang=uk&amp;as-of=2025-07-01"',
    );
  });

  it("holds no script and no style of its own", () => {
    expect(page(watched)).not.toMatch(/<script|<style| style=| on\w+=/);
  });
});
