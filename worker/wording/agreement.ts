import type { Lang } from "../contract/terms.ts";
import { en } from "./en/agreement.ts";
import type { AgreementText } from "./language/agreement-text.ts";
import { ru } from "./ru/agreement.ts";
import { uk } from "./uk/agreement.ts";

export const AGREEMENT: Readonly<Record<Lang, AgreementText>> = { en, ru, uk };
