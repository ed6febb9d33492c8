import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { en as enAudit } from "../../../../../widget/studio/audit/words/en.ts";
import { ru as ruAudit } from "../../../../../widget/studio/audit/words/ru.ts";
import { uk as ukAudit } from "../../../../../widget/studio/audit/words/uk.ts";
import { en as enDesk } from "../../../../../widget/studio/desk/words/en.ts";
import { ru as ruDesk } from "../../../../../widget/studio/desk/words/ru.ts";
import { uk as ukDesk } from "../../../../../widget/studio/desk/words/uk.ts";
import { en as enEditor } from "../../../../../widget/studio/editor/words/en.ts";
import { ru as ruEditor } from "../../../../../widget/studio/editor/words/ru.ts";
import { uk as ukEditor } from "../../../../../widget/studio/editor/words/uk.ts";
import { en as enSources } from "../../../../../widget/studio/sources/words/en.ts";
import { ru as ruSources } from "../../../../../widget/studio/sources/words/ru.ts";
import { uk as ukSources } from "../../../../../widget/studio/sources/words/uk.ts";
import { en } from "../../../../../widget/studio/words/en.ts";
import { ru } from "../../../../../widget/studio/words/ru.ts";
import { uk } from "../../../../../widget/studio/words/uk.ts";
import { LANGS, type Lang } from "../../../../../worker/contract/terms.ts";

const WORDS = {
  en: { ...en, ...enDesk, ...enEditor, audit: enAudit },
  ru: { ...ru, ...ruDesk, ...ruEditor, audit: ruAudit },
  uk: { ...uk, ...ukDesk, ...ukEditor, audit: ukAudit },
} as const satisfies Readonly<Record<Lang, unknown>>;
type Words = (typeof WORDS)[Lang];
const SOURCES = { en: enSources, ru: ruSources, uk: ukSources } as const;

/** Where the studio says each word of the table in docs/editors.md: everywhere it is meant, it is that word. */
const USES: Readonly<Record<string, (words: Words, sources: (typeof SOURCES)[Lang]) => string[]>> = {
  Theme: ({ editor, audit }) => [editor, audit.actions["theme-publish"]],
  Look: ({ tabs }) => [tabs.look],
  Layout: ({ layout, shape }) => [layout, shape],
  "Chart colour": ({ colour }) => [colour.accent],
  Typeface: ({ font }) => [font],
  "Name in snippets": ({ slug }) => [slug],
  Preview: ({ preview }) => [preview],
  Draft: ({ save, saved, draftOf, asDraft }) => [save, saved, draftOf("1"), asDraft],
  Version: ({ published, publishedVersion, asPublished }) => [
    published(1),
    publishedVersion(1, ""),
    asPublished(1),
  ],
  Desk: ({ desk, roles }) => [desk, roles.desk],
  Editions: ({ importing }) => [importing.editions],
  Note: ({ importing, audit }) => [
    importing.additionText,
    importing.additionTitle("1"),
    audit.actions["edition-addition"],
  ],
  "The check": ({ refusals, importing }) => [refusals["blocked-by-guard"], importing.guard],
  Withdraw: ({ reviewing, audit }) => [reviewing.withdraw, audit.actions.withdraw],
  Discard: ({ audit }, sources) => [sources.discard, sources.discarded, audit.actions.discard],
  Sources: ({ sources }) => [sources],
  "Audit log": ({ auditLog }) => [auditLog],
};

/** Words that the studio has said for something that has another word in the table. */
const OTHERS: Readonly<Record<Lang, readonly RegExp[]>> = {
  en: [
    /\bdrawing/i,
    /\bskin\b/i,
    /\bfont(s)?\b(?! file)/i,
    /\btemplate/i,
    /\bappearance/i,
    /\bslug\b/i,
    /\brelease\b/i,
  ],
  ru: [/гарнитур/i, /рисун/i, /защита возраж/i, /изъят/i, /служба/, /слаг/i, /шаблон/i, /релиз/i],
  uk: [/гарнітур/i, /малюн/i, /захист запереч/i, /вилучено/i, /служба/, /слаг/i, /шаблон/i, /реліз/i],
};

const ROWS = [
  ...(readFileSync("docs/editors.md", "utf8").split("## The studio’s words")[1] ?? "").matchAll(
    /^\| ([^|]+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm,
  ),
]
  .map(([, ...cells]) => cells.map((cell) => cell.trim()))
  .filter(([english]) => english !== "English");

/** Each phrase of a language, with what fills it left out. */
function phrases(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "function")
    return [
      value
        .toString()
        .replace(/\$\{[^}]*\}/g, "…")
        .replace(/^\(?[\w, ]*\)?\s*=>/, ""),
    ];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(phrases) : [];
}

/** The stem of a word, as far as it stays the same in every case and number. */
const stem = (text: string) => text.toLowerCase().slice(0, Math.max(4, text.length - 3));

describe("the studio's glossary", () => {
  it("has a row for each thing, and a use of each", () => {
    expect(ROWS.map(([english]) => english)).toEqual(Object.keys(USES));
  });

  it.each(LANGS)("is what the studio says: %s", (lang) => {
    for (const [english = "", russian = "", ukrainian = ""] of ROWS) {
      const word = { en: english.replace(/^The /, ""), ru: russian, uk: ukrainian }[lang];
      for (const said of USES[english]!(WORDS[lang], SOURCES[lang]))
        expect(said.toLowerCase(), `${english}: ${said}`).toContain(stem(word));
    }
  });

  it.each(LANGS)("leaves no second word for a thing: %s", (lang) => {
    const said = [...phrases(WORDS[lang]), ...phrases(SOURCES[lang])];
    expect(said.length).toBeGreaterThan(300);
    const found = OTHERS[lang].flatMap((other) => said.filter((text) => other.test(text)));
    expect(found).toEqual([]);
  });

  it.each(LANGS)("gives no two things in one view the same name: %s", (lang) => {
    const words = WORDS[lang];
    const views = {
      look: [
        words.name,
        words.start,
        words.colour.surface,
        words.colour.accent,
        words.font,
        words.colours,
        words.light,
        words.dark,
        words.colour.ink,
        words.colour.muted,
        words.colour.border,
        words.paste,
        words.shape,
        words.chart,
        words.density,
        words.radius,
        words.numberSize,
        words.wording,
        words.lang,
        words.parts,
        words.slug,
        words.way,
        words.width,
        words.pageColours,
        words.yourPage,
        words.previewLang,
        words.state,
        words.ground,
        words.pageLetters,
        words.typeface,
        words.preview,
        words.undo,
        words.redo,
        words.discard,
        words.save,
        words.publish,
        ...Object.values(words.tabs),
      ],
      place: [
        words.layout,
        words.chart,
        words.measure,
        words.offence,
        words.span,
        words.weeks,
        words.asOf,
        words.lang,
        words.scheme,
        words.headingShown,
        words.mailed,
        words.preview,
        words.way,
        words.width,
      ],
      themes: [words.themes, words.newTheme, words.desk, words.sources, words.auditLog, words.signOut],
      presets: Object.values(words.presets),
      layouts: Object.values(words.layouts),
      ways: Object.values(words.ways),
      states: Object.values(words.states),
    };
    for (const [view, names] of Object.entries(views)) {
      const low = names.map((name) => name.toLowerCase());
      expect(
        low.filter((name, at) => low.indexOf(name) !== at),
        view,
      ).toEqual([]);
    }
  });
});
