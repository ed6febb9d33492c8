import type { Lang } from "../contract/terms.ts";
import { en } from "./en/index.ts";
import type { Language } from "./language/language.ts";
import { ru } from "./ru/index.ts";
import { uk } from "./uk/index.ts";

export const LANGUAGES: Readonly<Record<Lang, Language>> = { en, ru, uk };
