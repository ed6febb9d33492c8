import type { Agreement } from "../../domain/coding/kappa.ts";
import type { Coded } from "../../domain/records/shares.ts";

/** How sure coding is, in one language. */
export interface AgreementText {
  /** In a sentence: of how many verdicts two coders read the same, and what that is worth. */
  by(coded: Coded, agreement: Agreement): string;
  /** Nobody has coded a verdict for the second time. */
  none: string;
  /** How it is found out. */
  how: string;
}

/** A kappa with its two decimals. */
export function kappaIn(locale: string, kappa: number): string {
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  return new Intl.NumberFormat(locale, digits).format(kappa).replace("-", "\u2212");
}
