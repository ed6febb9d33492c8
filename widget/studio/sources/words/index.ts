import type { Lang } from "../../../../worker/contract/terms.ts";
import { lang, SPOKEN } from "../../words/index.ts";
import { en, type SourceWords } from "./en.ts";
import { ru } from "./ru.ts";
import { uk } from "./uk.ts";

const WORDS: Readonly<Record<Lang, SourceWords>> = { en, ru, uk };

/** Of this moment, as the studio's other words are. */
export let words: SourceWords = WORDS[lang];

addEventListener(SPOKEN, () => {
  words = WORDS[lang];
});
