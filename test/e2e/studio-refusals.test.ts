import type { Page } from "playwright";
import { describe, expect, it } from "vitest";
import { LINES } from "../../widget/studio/draft/lines.ts";
import { MEASURES, WEIGHTS } from "../../widget/studio/draft/numbers.ts";
import { LANGS, type Lang } from "../../worker/contract/terms.ts";
import { useBrowser, useNewsroom } from "./stage.ts";
import { openStudio, signIn, tokenOf } from "./studio.ts";

const browser = useBrowser();
const newsroom = useNewsroom();

/** Every field that somebody writes into, where it stands, and what can't be saved in it. */
const COLOURS = ["ink", "muted", "surface", "accent", "border", "number", "rule"];
const FIELDS: readonly { field: string; id: string; bad: readonly string[] }[] = [
  { field: "name", id: "name", bad: ["", "<b>Paper", "x".repeat(61)] },
  { field: "slug", id: "slug", bad: ["", "Größe 1", "x".repeat(41)] },
  ...["light", "dark"].flatMap((scheme) =>
    COLOURS.map((colour) => ({
      field: `${scheme}.${colour}`,
      id: `colour-${scheme}-${colour}`,
      bad: ["Guardian blue", "#12"],
    })),
  ),
  ...["font", "heading_font", "number_font"].map((field) => ({
    field,
    id: field.replace("_", "-"),
    bad: ["Georgia; color: red", "a,b,c,d,e,f,g"],
  })),
  ...[...WEIGHTS, ...MEASURES].map((field) => ({
    field,
    id: field.replace("_", "-"),
    bad: ["wide", "100000"],
  })),
  ...LANGS.map((lang) => ({
    field: `headings.${lang}`,
    id: `heading-${lang}`,
    bad: ["<script>", "x".repeat(121)],
  })),
  ...LINES.flatMap((name) =>
    LANGS.map((lang) => ({
      field: `${name}.${lang}`,
      id: `${name}-${lang}`,
      bad: ["<script>", "x".repeat(241)],
    })),
  ),
];
const SAVE: Readonly<Record<Lang, string>> = {
  en: "Save draft",
  ru: "Сохранить черновик",
  uk: "Зберегти чернетку",
};

/** A theme that nobody has saved yet, under a name of its own. */
async function newTheme(lang: Lang, name: string): Promise<Page> {
  const page = await openStudio(browser, newsroom, "", { lang });
  await signIn(page, tokenOf(newsroom));
  await page.goto(page.url().replace(/#.*|$/, "#/new"));
  await page.locator("#name").fill(name);
  return page;
}

/** Writes into a field as its person does, with whatever it is folded into left shut. */
async function write(page: Page, id: string, text: string): Promise<string> {
  return page.evaluate(
    ({ id, text }) => {
      const field = document.querySelector<HTMLInputElement>(`#${id}`)!;
      const before = field.value;
      for (let fold = field.closest("details"); fold; fold = fold.parentElement!.closest("details"))
        fold.open = false;
      field.value = text;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      (document.activeElement as HTMLElement).blur();
      return before;
    },
    { id, text },
  );
}

/** What somebody meets who was refused: where they are, what is marked, what is said of it. */
async function met(page: Page) {
  return page.evaluate(() => {
    const field = document.activeElement as HTMLInputElement;
    const said = document.getElementById(field.getAttribute("aria-describedby") ?? "")?.textContent ?? "";
    const { top, bottom } = field.getBoundingClientRect();
    const bar = document.querySelector(".actions")!.getBoundingClientRect();
    return {
      id: field.id,
      isMarked: field.getAttribute("aria-invalid") === "true",
      isSeen: field.checkVisibility() && top >= 0 && bottom <= bar.top,
      said: said.trim(),
      note: document.querySelector(".actions .note")!.textContent!.trim(),
    };
  });
}

const isInLanguage = (text: string, lang: Lang) =>
  lang === "en" ? /[a-z]/i.test(text) : /[а-яіїєґ]/i.test(text);

describe("whatever can't be saved", () => {
  it.each(LANGS)("is marked, said and gone to, in every field: %s", async (lang) => {
    const page = await newTheme(lang, `Marked ${lang}`);
    const save = page.locator(".actions").getByRole("button", { name: SAVE[lang] });
    for (const { field, id, bad } of FIELDS) {
      // What is wrong with a value is the same in all languages; what is said of it isn't.
      for (const text of lang === "en" ? bad : bad.slice(0, 1)) {
        const before = await write(page, id, text);
        await save.click();
        await page.locator(`#${id}:focus`).waitFor();
        const { said, note, ...seen } = await met(page);
        expect(seen, `${field}: ${text}`).toEqual({ id, isMarked: true, isSeen: true });
        expect(isInLanguage(said, lang), said).toBe(true);
        expect(isInLanguage(note, lang), note).toBe(true);
        await write(page, id, before);
      }
    }
    await save.click();
    await page.waitForURL(({ hash }) => hash === `#/themes/marked-${lang}`);
    await page.context().close();
  });

  it.each(LANGS)("is so too where the service says it, of any field: %s", async (lang) => {
    const page = await newTheme(lang, `Refused ${lang}`);
    const save = page.locator(".actions").getByRole("button", { name: SAVE[lang] });
    const kinds = ["name", "slug", "light.border", "dark.ink", "font", "headings.uk"];
    for (const { field, id } of FIELDS.filter((one) => kinds.includes(one.field))) {
      await page.route("**/draft?*", (route) =>
        route.fulfill({
          status: 422,
          json: {
            type: "/docs#unprocessable",
            title: "Content not accepted",
            status: 422,
            detail: "English words of the service.",
            errors: [{ parameter: field, message: "English words of the service." }],
          },
        }),
      );
      await write(page, "heading-en", "");
      await save.click();
      await page.locator(`#${id}:focus`).waitFor();
      const { said, note, ...seen } = await met(page);
      expect(seen, field).toEqual({ id, isMarked: true, isSeen: true });
      expect(said + note).not.toContain("English words");
      expect(isInLanguage(said, lang) && isInLanguage(note, lang)).toBe(true);
      await page.unrouteAll();
    }
    await page.context().close();
  });

  it("is no typeface of a paper's own", async () => {
    const page = await newTheme("en", "With Its Own Typeface");
    await page.locator("#font").fill("Guardian Text, Georgia");
    await page.locator(".actions").getByRole("button", { name: "Publish", exact: true }).click();
    await page.locator(".actions .note").getByText("Version 1 is published").waitFor();
    const font = await page.evaluate(async () => {
      const { versions } = await (await fetch("/v1/themes/with-its-own-typeface/versions")).json();
      return versions[0].style.font;
    });
    expect(font).toEqual(["Guardian Text", "Georgia"]);
    await page.context().close();
  });

  it("isn't what somebody was told before they signed in", async () => {
    const page = await openStudio(browser, newsroom, "#/new");
    await page.locator(".actions").getByRole("button", { name: "Save draft" }).click();
    const note = page.locator(".actions .note");
    await note.getByText("Sign in to save").waitFor();
    await note.getByRole("button", { name: "Sign in" }).click();
    await page.locator("dialog.ask input").fill(tokenOf(newsroom));
    await page.keyboard.press("Enter");
    await page.locator(".who span").waitFor();
    await note.getByText("Sign in to save").waitFor({ state: "detached" });
    await page.context().close();
  });
});
