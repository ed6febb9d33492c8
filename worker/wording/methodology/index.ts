import type { Lang } from "../../contract/terms.ts";
import { en } from "./en.ts";
import { ru } from "./ru.ts";
import type { MethodologyText } from "./text.ts";
import { uk } from "./uk.ts";

export const METHODOLOGY: Readonly<Record<Lang, MethodologyText>> = { en, ru, uk };
