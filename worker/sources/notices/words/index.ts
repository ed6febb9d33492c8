import type { Lang } from "../../../contract/terms.ts";
import { en } from "./en.ts";
import { ru } from "./ru.ts";
import { uk } from "./uk.ts";
import type { NoticeWords } from "./words.ts";

export const WORDS: Readonly<Record<Lang, NoticeWords>> = { en, ru, uk };
