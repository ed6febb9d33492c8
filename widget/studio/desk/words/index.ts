import type { Lang } from "../../../../worker/contract/terms.ts";
import { lang, SPOKEN } from "../../words/index.ts";
import { type DeskWords, en } from "./en.ts";
import { ru } from "./ru.ts";
import { uk } from "./uk.ts";

const WORDS: Readonly<Record<Lang, DeskWords>> = { en, ru, uk };

/** Of this moment, as the studio's other words are. */
export let words: DeskWords = WORDS[lang];

addEventListener(SPOKEN, () => {
  words = WORDS[lang];
});
