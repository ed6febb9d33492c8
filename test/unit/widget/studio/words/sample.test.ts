import { expect, it } from "vitest";
import { en } from "../../../../../widget/studio/words/en.ts";
import { ru } from "../../../../../widget/studio/words/ru.ts";
import { uk } from "../../../../../widget/studio/words/uk.ts";
import { LANGS } from "../../../../../worker/contract/terms.ts";
import { LANGUAGES } from "../../../../../worker/wording/languages.ts";

it("the studio of a service of made-up records says so as its counters do", () => {
  const words = { en, ru, uk };
  for (const lang of LANGS) expect(words[lang].sample).toBe(LANGUAGES[lang].status.sample);
});
