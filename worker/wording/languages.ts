import type { Lang } from "../contract/terms.ts";
import { en } from "./en.ts";
import type { Language } from "./language.ts";
import { ru } from "./ru.ts";
import { uk } from "./uk.ts";

export const LANGUAGES: Readonly<Record<Lang, Language>> = { en, ru, uk };
