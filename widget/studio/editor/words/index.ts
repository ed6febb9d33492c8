import type { Lang } from "../../../../worker/contract/terms.ts";
import { lang, SPOKEN } from "../../words/index.ts";
import { type EditorWords, en } from "./en.ts";
import { ru } from "./ru.ts";
import { uk } from "./uk.ts";

const WORDS: Readonly<Record<Lang, EditorWords>> = { en, ru, uk };

/** Of this moment, as the studio's other words are. */
export let words: EditorWords = WORDS[lang];

addEventListener(SPOKEN, () => {
  words = WORDS[lang];
});
