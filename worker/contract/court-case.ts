import { z } from "zod";
import { IsoDate } from "./common.ts";
import { OUTCOMES, SENTENCES, SERVICES } from "./terms.ts";

/** УИД, the case's number for life: court code – 2 digits – year – 6 digits – 2 digits. */
export const CASE_UID = /^\d{2}[A-Z]{2}\d{4}-\d{2}-\d{4}-\d{6}-\d{2}$/;
/** Two digits (history, not place), kind of court, four digits: `77GV0007`. */
export const COURT_CODE = /^\d{2}[A-Z]{2}\d{4}$/;
/** `1-44/2023`, `22к-108/2024`, `3/10-279/15-2013`: never three letters together, so that no name fits. */
export const CASE_NUMBER = /^(?=.*\d)(?!.*\p{L}{3})[\p{L}\d/-]{3,40}$/u;
/** A web address without a letter that isn't Latin, written or encoded: names stand in the parameters of searches. */
export const CARD_URL = /^https?:\/\/(?!.*%[89a-f])[!-~]{1,2000}$/i;
/** `article.part` as in `337.5`, `337.2.1`, `352.1.1`; the article alone where the part is unknown. */
export const ARTICLE = /^\d{2,3}(\.\d+){0,3}$/;

/** What a court's card said of a defendant when it was read: one registration of the case, with its own decision. */
export const CourtCard = z.strictObject({
  court_code: z.string().regex(COURT_CODE),
  case_number: z.string().regex(CASE_NUMBER),
  earlier_numbers: z.array(z.string().regex(CASE_NUMBER)).max(10),
  articles: z.array(z.string().regex(ARTICLE)).max(100),
  received_on: IsoDate.nullable(),
  decided_on: IsoDate.nullable(),
  outcome: z.enum(OUTCOMES),
  source_url: z.url().regex(CARD_URL).nullable(),
  first_seen_on: IsoDate.nullable(),
  by_number: z.literal(true).optional().meta({
    description: "The card has no УИД of its own: its number alone joins it to the case",
  }),
});
export type CourtCard = z.infer<typeof CourtCard>;

/**
 * One defendant of one case, normalised: what the desk's parser hands on and the store keeps.
 * There is no field in which a person's name could stand, and unknown fields are refused.
 */
export const CourtCase = z
  .strictObject({
    case_uid: z.string().regex(CASE_UID).nullable(),
    court_code: z.string().regex(COURT_CODE),
    case_number: z.string().regex(CASE_NUMBER),
    earlier_numbers: z.array(z.string().regex(CASE_NUMBER)).max(10).meta({
      description: "Numbers under which the same case was registered before",
    }),
    defendant: z.int().min(1).max(500).meta({ description: "Ordinal within the case, never a name" }),
    articles: z.array(z.string().regex(ARTICLE)).max(100),
    received_on: IsoDate.nullable(),
    decided_on: IsoDate.nullable(),
    outcome: z.enum(OUTCOMES),
    sentence: z.enum(SENTENCES),
    term_months: z.int().min(0).max(600).nullable(),
    service: z.enum(SERVICES),
    source_url: z.url().regex(CARD_URL).nullable(),
    first_seen_on: IsoDate.nullable(),
    removed_on: IsoDate.nullable(),
    cards: z.array(CourtCard).min(2).max(100).optional().meta({
      description: "All cards that this was folded from, where it is more than one",
    }),
    by_hand: z.literal(true).optional().meta({
      description: "A row of the desk's CSV: what it changes is kept until a person changes it",
    }),
  })
  .meta({ id: "CourtCase" });
export type CourtCase = z.infer<typeof CourtCase>;
