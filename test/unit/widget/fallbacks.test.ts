import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Embed, NO_CHOICES, WAYS_OUT } from "../../../widget/studio/snippet.ts";
import type { NumberType } from "../../../worker/contract/common.ts";
import {
  LANGS,
  type Lang,
  OFFENCES,
  type Offence,
  SENTENCES,
  SERVICES,
} from "../../../worker/contract/terms.ts";
import { OFFENCE_ARTICLES } from "../../../worker/domain/offence.ts";
import { fallbackText, titleText } from "../../../worker/wording/index.ts";
import { LANGUAGES } from "../../../worker/wording/languages.ts";

/** What calls somebody a deserter, in each language. */
const DESERTION = /desert|дезерт/i;
/** Letters that a text of another of the languages has and this one hasn't. */
const FOREIGN: Readonly<Record<Lang, RegExp>> = { en: /[а-яіїєґ]/i, ru: /[a-zіїєґ]/i, uk: /[a-zыэъё]/i };

const each = LANGS.flatMap((lang) => OFFENCES.map((offence) => ({ lang, offence })));

describe("the words of a tag before its number comes", () => {
  it.each(each)("are those of $offence, in $lang", ({ offence, lang }) => {
    const said = fallbackText(offence, lang);
    expect(said).not.toMatch(FOREIGN[lang]);
    expect(DESERTION.test(said)).toBe(OFFENCE_ARTICLES[offence].includes("338") && offence !== "refusal");
    const others = OFFENCES.filter((one) => one !== offence).map((one) => fallbackText(one, lang));
    expect(others).not.toContain(said);
  });

  it.each(LANGS)("hold for every scope that may answer where no offence is named (%s)", (lang) => {
    const said = fallbackText(null, lang);
    const both = {
      en: /order.*leaving/,
      ru: /приказа.*уход/,
      uk: /наказу.*залишення/,
    };
    expect(said).toMatch(both[lang]);
    expect(said).not.toMatch(DESERTION);
    expect(said).not.toMatch(FOREIGN[lang]);
  });

  it.each(LANGS)(
    "name both articles of 337 + 338, so that nobody is called a deserter for 337 (%s)",
    (lang) => {
      const awol = { en: /absence without leave/, ru: /самовольное оставление/, uk: /самовільне залишення/ };
      expect(fallbackText("desertion", lang)).toMatch(awol[lang]);
    },
  );
});

describe("a snippet of the studio", () => {
  const MANIFEST = { version: "1.0.0", file: "v1.0.0.js", integrity: "sha384-x" };
  const embed = (offence: Offence | null, lang: Lang | null, own: Lang): Embed => ({
    ...NO_CHOICES,
    origin: "https://host",
    theme: null,
    offence,
    page: { lang: lang ?? own, scheme: "light" },
    number: null,
    lang,
    fallback: fallbackText(offence, lang ?? own),
  });
  const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

  it.each(each)("has, each way, the words of $offence in $lang and of nothing else", ({ offence, lang }) => {
    for (const { name, text } of WAYS_OUT.filter(({ name }) => name !== "address" && name !== "mail")) {
      const snippet = text(embed(offence, lang, "en"), MANIFEST)!;
      expect(snippet, name).toContain(escaped(fallbackText(offence, lang)));
      for (const other of OFFENCES.filter((one) => one !== offence)) {
        expect(snippet, name).not.toContain(`>${escaped(fallbackText(other, lang))}<`);
        expect(snippet, name).not.toContain(`"${escaped(fallbackText(other, lang))}"`);
      }
    }
  });
});

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");

/** Pages that publishers paste from, and those that the tests try for them. */
const PASTED = [
  "README.md",
  "docs/publishers.md",
  "docs/editors.md",
  "docs/api.md",
  "widget/package/README.md",
  "widget/pages/index.html",
  "test/hosts/bundled/index.html",
  "test/hosts/svelte/Counter.svelte",
  "test/hosts/react/Counter.jsx",
  "test/hosts/vue/Counter.vue",
  "test/hosts/consumer/jsx.tsx",
];

/** The words between tags, and the names of frames and pictures, with the attributes that stand with them. */
function pastedIn(text: string): { attributes: string; words: string }[] {
  // What a guide says of the tag in a line of its own isn't pasted, and `useRef<DesertionStats>` names a type.
  const page = text.replaceAll(/(?<!`)`[^`\n]+`(?!`)/g, "");
  const tags = page.matchAll(
    /(?<!\w)<(?:desertion-stats|DesertionStats)\b([^>]*)>(.*?)<\/(?:desertion-stats|DesertionStats)>/gs,
  );
  const named = page.matchAll(/<(?:iframe|img)\b([^>]*\b(?:title|alt)="([^"]*)"[^>]*)>/gs);
  return [...tags, ...named].map(([, attributes = "", words = ""]) => ({
    attributes,
    words: words
      .replaceAll(/<[^>]*>/g, " ")
      .replaceAll(/\s+/g, " ")
      .trim(),
  }));
}

describe.each(PASTED)("what %s lets people paste", (path) => {
  it("is true of all that the tag may show", () => {
    for (const { attributes, words } of pastedIn(read(path))) {
      if (/offence="desertion(-strict)?"/.test(attributes)) continue;
      expect(words, attributes).not.toMatch(DESERTION);
    }
  });
});

it("the guides’ own words are the service’s, in every language", () => {
  expect(read("README.md")).toContain(`>${fallbackText(null, "en")}, with sources</a>`);
  expect(read("widget/package/README.md")).toContain(`>${fallbackText(null, "en")}, with sources</a>`);
  for (const lang of LANGS) expect(read("docs/publishers.md")).toContain(fallbackText(null, lang));
});

it.each(LANGS)("the demo page’s words name period, articles or a number beside the counter (%s)", (lang) => {
  const pasted = pastedIn(read(`widget/pages/article.${lang}.html`));
  expect(pasted).toHaveLength(3);
  for (const { attributes, words } of pasted) {
    expect(words).not.toMatch(DESERTION);
    if (attributes.includes('layout="inline"')) expect(words).toMatch(/198$/);
    else if (attributes.includes('offence="awol"')) expect(words).toMatch(/337.*2025|2025.*337/);
    else expect(words).toMatch(/2025.*332, 337/);
  }
});

describe("the title of a frame", () => {
  const places = {
    court: (code: string) => (/ /.test(code) ? undefined : `Court ${code}`),
    region: (name: string) => `Region ${name}`,
  };
  const title = (lang: Lang, type: Partial<NumberType>) =>
    titleText(
      {
        type: { unit: "convictions", offence: "awol", articles: ["337"], ...type },
        text: { lang, heading: "Heading" } as Parameters<typeof titleText>[0]["text"],
      },
      places,
    );

  it.each(LANGS)("names every filter that the heading doesn’t (%s)", (lang) => {
    const { punishment, history } = LANGUAGES[lang];
    expect(title(lang, {})).toBe("Heading");
    for (const service of SERVICES) expect(title(lang, { service })).toContain(history.services[service]);
    for (const sentence of SENTENCES) expect(title(lang, { sentence })).toContain(punishment(sentence));
    expect(title(lang, { court: "61GV0020" })).toContain("Court 61GV0020");
    expect(title(lang, { region: "Samara oblast" })).toContain("Region Samara oblast");
  });
});
