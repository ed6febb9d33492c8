import { TOLD_COMPLETENESS } from "../../config.ts";
import {
  FINAL_COMPLETENESS,
  MIN_REPORTS,
  RETROSPECTIVE_ORIGINS,
} from "../../domain/completeness/constants.ts";
import { TOLD_PROMISE } from "../../domain/completeness/told.ts";
import type { MethodologyTerms } from "../language/methodology-terms.ts";
import { counted } from "./counted.ts";
import { en as words } from "./index.ts";

const { percent, weekday } = words.formats;

/** From this share on a week is final. */
export const FINAL = percent(FINAL_COMPLETENESS * 100);
/** From this share on a week that is over is told, and how far such numbers move at most: half, nine in ten. */
export const TOLD = percent(TOLD_COMPLETENESS * 100);
export const HALF_MOVE = percent(TOLD_PROMISE.medianMove * 100);
export const MOST_MOVE = percent(TOLD_PROMISE.p90Move * 100);
/** The least from which lateness is learnt. */
export const EVIDENCE = `${MIN_REPORTS} convictions within ${RETROSPECTIVE_ORIGINS} weeks`;
export const weeks = (n: number) => counted(n, ["week", "weeks"]);
const after = (n: number) => (n === 0 ? "within the week itself" : `after ${weeks(n)}`);

export const terms = {
  labels: {
    languages: "Language",
    contents: "On this page",
    counter: "The counter",
    data: "Data",
    sources: "Sources of the method",
  },
  edition: {
    title: "This edition",
    id: "Edition",
    published: "Published on",
    figures: "Published figures",
    rates: "Rates derived from them",
    conflicts: "Conflicts between them",
    records: "Court records",
    cases: "Court cases",
    convictions: "Convictions in them",
    vanished: "Records gone at the source",
    none: "none yet",
  },
  unitColumns: ["Unit", "Figures in this edition"],
  units: {
    cases_received: {
      name: "New court cases",
      meaning:
        "Criminal cases, by the date on which a court received them. One case can have several defendants.",
    },
    convictions: {
      name: "Convictions",
      meaning:
        "Guilty verdicts of a court of first instance, by the date of the verdict; of court records one for each defendant.",
    },
    persons_charged: { name: "Soldiers charged", meaning: "People whose case has reached a court." },
    persons_sentenced: { name: "Soldiers sentenced", meaning: "People who have been given a sentence." },
    verdict_texts_published: {
      name: "Published verdicts",
      meaning: "Verdicts whose text a court has put online: a small part of all, and months late.",
    },
    suspended_of_published: {
      name: "Suspended sentences in published verdicts",
      meaning: "How many of those verdicts gave one. It means nothing without their number.",
    },
    share_suspended: {
      name: "Share of suspended sentences",
      meaning:
        "The same as a percentage of the verdicts that were read. Shares are neither added up nor averaged.",
    },
  },
  articles: {
    "337": {
      name: "Absence without leave",
      meaning:
        "Leaving the unit or place of service without permission, or not returning on time, for more than two days.",
    },
    "338": { name: "Desertion", meaning: "Leaving, or not turning up, to avoid service altogether." },
    "332": {
      name: "Failure to carry out an order",
      meaning:
        "Not doing what a superior has ordered; since September 2022 also refusing to take part in combat.",
    },
    "352.1": {
      name: "Voluntary surrender",
      meaning: "Giving oneself up as a prisoner of war. A crime since September 2022.",
    },
    "356.1": {
      name: "Looting",
      meaning:
        "Taking other people’s property in wartime or in a combat zone. An article of its own since September 2022.",
    },
    "339": {
      name: "Malingering and other evasion of duty",
      meaning:
        "Getting out of duty by feigning illness, injuring oneself, forging papers or some other deceit.",
    },
  },
  example: {
    caption: "An example from this edition",
    columns: ["Total", "Period", "Source"],
    difference: (days) => `The difference, in ${days}`,
  },
  curve: {
    title: "How soon the records are in",
    summary: ({ shares, half, final }, articles, readOn) =>
      `Of a week’s convictions ${words.underBriefly(articles)}, ${percent(Math.round((shares[0] ?? 0) * 100))} are in by ${weekday(readOn)} of the week itself, half of them ${after(half)} and ${FINAL} ${after(final)}.`,
    axis: "weeks after the week of the verdict",
    final: `${FINAL}: final`,
    numbers: "The curve in numbers",
    columns: ["Weeks later", "Share that is in"],
    noRecords: "No delay has been measured yet: this edition holds no court records.",
    tooFew: `No delay has been measured yet: too few of this edition’s records have been seen coming in. It takes at least ${EVIDENCE}, and weeks that are old enough to be complete.`,
  },
  told: {
    caption: "How far a number in large type still moved, by how much was in",
    columns: ["Share in, at least", "Half moved by at most", "Nine in ten by at most"],
  },
  conflicts: {
    "different-values": "Two values for the same thing",
    "different-periods": "The same number for different periods",
    "paths-disagree": "Totals that don’t add up",
    "negative-difference": "A total that falls",
    "part-exceeds-whole": "A part larger than the whole",
  },
  services: {
    mobilised: "mobilised soldiers",
    contract: "contract soldiers",
    conscript: "conscripts",
    officer: "officers",
    unknown: "type of service not known",
  },
  printed: (date) => `published on ${date}`,
  undated: "undated",
  citing: {
    reference: (id, date) => `desertion-stats, edition ${id}, published on ${date}`,
    page: "This page as of the edition",
    number: "The number as of the edition",
    tag: "The counter as of the edition",
    sha256: "Fingerprint of the edition’s content (SHA-256)",
  },
} satisfies MethodologyTerms;
