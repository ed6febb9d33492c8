import type { Lang } from "../../../../worker/contract/terms.ts";
import { lang, SPOKEN } from "../../words/index.ts";
import { en, type FigureWords } from "./en.ts";
import { ru } from "./ru.ts";
import { uk } from "./uk.ts";

const WORDS: Readonly<Record<Lang, FigureWords>> = { en, ru, uk };

/** Of this moment, as the studio's other words are. */
export let words: FigureWords = WORDS[lang];

addEventListener(SPOKEN, () => {
  words = WORDS[lang];
});
