import { z } from "zod";
import { IsoDate } from "./common.ts";
import { OUTCOMES, SENTENCES, SERVICES } from "./terms.ts";

/** Military courts' own names of their sites: `gvs--spb`, `35gvs.kam`, `voen.perm`; and the portal of texts. */
const COURT_SITES = String.raw`[a-z\d-]{0,30}(?:gvs|ovs|fvs)(?:-?[a-z\d]{1,10})?|voen|tverskoy|vap|vkas|bsr`;
/** Parameters of a court's site that lead to a card, and their values: numbers, identifiers, the site's own words. */
const CARD_PARAMETERS =
  "name|name_op|op|srv_num|case_id|case_uid|_id|_uid|id|delo_id|delo_table|case_type|new|number|n_c|page|vnkod|result|text_number|[a-z]";
const CARD_VALUES = [
  String.raw`[\d.:-]*`,
  "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}",
  String.raw`\d{2}[A-Z]{2}\d{4}-[\d-]{1,30}`,
  String.raw`sud_delo|bsr|case|doc|card|text|cs|sf|hl|r|0|[a-z]\d{0,2}_(?:case|document)`,
].join("|");

/** УИД, the case's number for life: court code – 2 digits – year – 6 digits – 2 digits. */
export const CASE_UID = /^\d{2}[A-Z]{2}\d{4}-\d{2}-\d{4}-\d{6}-\d{2}$/;
/** Two digits (history, not place), kind of court, four digits: `77GV0007`. */
export const COURT_CODE = /^\d{2}[A-Z]{2}\d{4}$/;
/**
 * `1-44/2023`, `22к-108/2024`, `3/10-279/15-2013`, `1-1-104/2022`: letters alone between digits, so that no name fits,
 * not even one of two letters; but for `NK`, which courts have.
 */
export const CASE_NUMBER =
  /^(?:\p{L}-)?\d{1,2}(?:\/\d{1,2})?(?:\p{L}|NK)?-(?:\p{L}-|\d{1,2}-)?\d{1,6}(?:\/\d{1,3}(?=-))?(?:[/-](?:19|20)\d{2})?$/u;
/**
 * The address of a card on a court's site. Names stand in paths, in the parameters of searches and in their names, so
 * each part is one that the sites have, or has no two letters together.
 */
export const CARD_URL = new RegExp(
  [
    `^(?=.{1,2000}$)https?://(?:${COURT_SITES})`,
    String.raw`(?:(?:\.|--)[a-z]{2,5})?\.sudrf\.ru(?::\d{1,5})?`,
    String.raw`(?:/(?:modules\.php|bigs|showDocument\.html|[a-z]?[\d.-]{0,40}))*`,
    String.raw`(?:\?(?:&?(?:${CARD_PARAMETERS})=(?:${CARD_VALUES}))*)?$`,
  ].join(""),
  "i",
);
/** `article.part` as in `337.5`, `337.2.1`, `352.1.1`; the article alone where the part is unknown. */
export const ARTICLE = /^\d{2,3}(\.\d{1,2}){0,3}$/;

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
    description: "The card has no УИД of its own: only its number links it to the case",
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
      description: "Numbers under which the same case was registered earlier",
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
      description: "All cards from which this was folded, if there were several",
    }),
    by_hand: z.literal(true).optional().meta({
      description: "A row of the desk's CSV: what it changes is kept until a person changes it",
    }),
  })
  .meta({ id: "CourtCase" });
export type CourtCase = z.infer<typeof CourtCase>;
