import type { Lang } from "../contract/terms.ts";
import { en } from "./en/refusal.ts";
import type { RefusalText } from "./language/refusal-text.ts";
import { ru } from "./ru/refusal.ts";
import { uk } from "./uk/refusal.ts";

export const REFUSALS: Readonly<Record<Lang, RefusalText>> = { en, ru, uk };
