import type { Lang } from "../contract/terms.ts";
import { en } from "./en/methodology.ts";
import type { MethodologyText } from "./language/methodology-text.ts";
import { ru } from "./ru/methodology.ts";
import { uk } from "./uk/methodology.ts";

export const METHODOLOGY: Readonly<Record<Lang, MethodologyText>> = { en, ru, uk };
