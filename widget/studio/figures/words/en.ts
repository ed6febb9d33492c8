import type { Conflict } from "../../../../worker/contract/figure.ts";
import type { FigureKind, Qualifier, Service, Unit } from "../../../../worker/contract/terms.ts";
import type { Fault } from "../faults.ts";
import type { Field } from "../typed.ts";

/** A phrase for each of a term's values. */
type Named<Term extends string> = Readonly<Record<Term, string>>;

export interface FigureWords {
  motto: string;
  add: string;
  addTitle: string;
  correct: string;
  correctTitle(id: string): string;
  correctName(id: string): string;
  withdraw: string;
  withdrawName(id: string): string;
  reallyWithdraw(line: string): string;
  download: string;
  find: string;
  findHelp: string;
  unit: string;
  all: string;
  conflicting: string;
  found(shown: number, all: number): string;
  more(figures: number): string;
  none: string;
  printedOn(day: string): string;
  undated: string;
  contradicts(ids: string): string;
  fields: Named<Field>;
  help: Partial<Named<Field>>;
  units: Named<Unit>;
  /** A number and what was counted, where neither agrees with the other: units are as they stand in a list. */
  counted(number: string, unit: string): string;
  /** Scopes that a publisher names without listing their articles. */
  scopes: Named<"toughened" | "ch33" | "any">;
  kinds: Named<FigureKind>;
  qualifiers: Named<Qualifier>;
  services: Named<Service>;
  everyService: string;
  faults: Named<Fault>;
  faultsFound(fields: string): string;
  more_fields: string;
  propose: string;
  copy: string;
  copyLine(line: string): string;
  onThePrintedDay: string;
  today: string;
  readAs(articles: string): string;
  duplicates: string;
  duplicateSame(line: string): string;
  duplicateOther(line: string): string;
  correctInstead(id: string): string;
  follows: string;
  headline: string;
  now: string;
  afterThis: string;
  stays: string;
  defaultEmbed: string;
  ownEmbed: string;
  byRecords: string;
  rates: string;
  ratesHead: readonly [what: string, period: string, before: string, after: string];
  noRates: string;
  perWeek(number: string): string;
  gone: string;
  made: string;
  solved: string;
  noConflicts: string;
  conflicts: Named<Conflict["kind"]>;
  review: string;
  keepForLater: string;
  cancel: string;
  pending: string;
  pendingHelp: string;
  changes: Named<"added" | "corrected" | "withdrawn">;
  undo: string;
  undoName(id: string): string;
  checkAll: string;
  checking: string;
  cameFirst(edition: string): string;
  collisions: string;
  collisionHelp: string;
  theirsWithdrawn: string;
  mineWithdrawn: string;
  keepMine: string;
  keepTheirs: string;
  forAnother: string;
  see: string;
}

export const en: FigureWords = {
  motto: "What publishers have printed, each figure with its page",
  add: "Add a figure",
  addTitle: "A new figure",
  correct: "Correct",
  correctTitle: (id) => `Correct ${id}`,
  correctName: (id) => `Correct ${id}`,
  withdraw: "Withdraw",
  withdrawName: (id) => `Withdraw ${id}`,
  reallyWithdraw: (line) => `Withdraw this figure? It goes with the next edition.\n${line}`,
  download: "Download as CSV",
  find: "Find",
  findHelp: "Publisher, series, number, address or id",
  unit: "What was counted",
  all: "everything",
  conflicting: "Only figures that contradict another",
  found: (shown, all) => `${shown} of ${all} figures`,
  more: (figures) => `${figures} more`,
  none: "No figure is like this.",
  printedOn: (day) => `printed on ${day}`,
  undated: "without a date of publication",
  contradicts: (ids) => `Contradicts ${ids}`,
  fields: {
    source_url: "Address of the page",
    publisher: "Publisher",
    published_on: "Printed on",
    unit: "What was counted",
    articles: "Articles",
    region: "Region or court",
    service: "Kind of service",
    kind: "What the number is",
    value: "Number",
    period_start: "First day counted",
    period_end: "Last day counted",
    qualifier: "How sure",
    series: "Counting series",
    note: "Note",
  },
  help: {
    source_url: "Of the article itself, so that everybody can look it up.",
    publisher:
      "Who printed it. If somebody else counted: “Mediazona via The Kyiv Independent”. No person’s name.",
    published_on: "Empty if the page has no date.",
    articles: "By number or by word: 337, desertion, refusal.",
    region: "Only if it counts a part of the country.",
    value: "In digits, as printed.",
    period_end: "Included. If the page doesn’t say: the day on which it was printed.",
    series: "Who counts, from which start. Only totals of one series are subtracted from each other.",
    note: "For others, if something needs explaining. No person’s name.",
  },
  counted: (number, unit) => `${number} ${unit}`,
  scopes: {
    toughened: "articles toughened in September 2022",
    ch33: "chapter 33",
    any: "any article",
  },
  units: {
    cases_received: "cases received by courts",
    convictions: "convictions",
    persons_charged: "persons charged",
    persons_sentenced: "persons sentenced",
    verdict_texts_published: "texts of verdicts published",
    suspended_of_published: "suspended sentences among published texts",
    share_suspended: "share of suspended sentences, per cent",
  },
  kinds: {
    total: "a total of the period",
    per_day: "a rate a day",
    per_working_day: "a rate a working day",
    per_week: "a rate a week",
    per_month: "a rate a month",
    percent: "per cent",
  },
  qualifiers: { exact: "exact", about: "about, rounded", at_least: "at least, more than" },
  services: {
    mobilised: "mobilised",
    contract: "contract",
    conscript: "conscripts",
    officer: "officers",
    unknown: "unknown",
  },
  everyService: "all",
  faults: {
    missing: "This is missing.",
    unfit: "This is too long, or has signs that can’t be printed.",
    address: "This isn’t a web address. Copy the whole of it, from https:// on.",
    "articles-unknown": "This names no article. Write its number: 337, 338, 332.",
    number: "This isn’t a number in digits. Write 1076, or 2.5 with a point.",
    whole: "A total counts whole cases or people. For a rate, change “What the number is”.",
    "too-large": "This is more than there are people.",
    share: "A share is at most 100 per cent.",
    "share-kind": "A share is in per cent.",
    "not-a-share": "Only the share of suspended sentences is in per cent.",
    "no-such-day": "There is no such day.",
    "other-times": "This day is before 2014 or too far ahead: is the year right?",
    order: "The last day is before the first.",
    "printed-before": "The page was printed before this day, so it can’t have counted it.",
  },
  faultsFound: (fields) => `This can’t be right yet: ${fields}.`,
  more_fields: "Region, service, note",
  propose: "Proposed",
  copy: "Copy from the last figure",
  copyLine: (line) => `Copy from ${line}`,
  onThePrintedDay: "the day it was printed",
  today: "today",
  readAs: (articles) => `Read as ${articles}.`,
  duplicates: "Known already",
  duplicateSame: (line) => `The same source has this for the same period: ${line}.`,
  duplicateOther: (line) => `The same source and period, but something else: ${line}.`,
  correctInstead: (id) => `Correct ${id} instead`,
  follows: "What follows from it",
  headline: "Large number, before and after",
  now: "Now",
  afterThis: "After this",
  stays: "The large number stays as it is.",
  defaultEmbed: "Default settings",
  ownEmbed: "Just these articles",
  byRecords:
    "Readers see a number from court records in large type. These are the numbers of embeds that ask for published figures.",
  rates: "Weekly rates that follow",
  ratesHead: ["What is counted", "Period", "Now", "After this"],
  noRates: "No weekly rate changes.",
  perWeek: (number) => `${number} a week`,
  gone: "none",
  made: "Contradictions it makes",
  solved: "Contradictions it solves",
  noConflicts: "It makes and solves no contradiction.",
  conflicts: {
    "different-values": "Different numbers for the same period",
    "different-periods": "The same number for different periods",
    "paths-disagree": "Another number follows from other totals",
    "negative-difference": "A running total falls",
    "part-exceeds-whole": "A part is larger than its whole",
  },
  review: "Review and publish",
  keepForLater: "Add to what waits",
  cancel: "Cancel",
  pending: "Not published yet",
  pendingHelp: "Kept in this browser. All of it goes out as one edition.",
  changes: { added: "New", corrected: "Corrected", withdrawn: "Withdrawn" },
  undo: "Undo",
  undoName: (id) => `Undo the change of ${id}`,
  checkAll: "Review and publish",
  checking: "Being checked …",
  cameFirst: (edition) =>
    `Edition ${edition} came first. Your changes have been made in it; nothing is lost. Look again, then publish.`,
  collisions: "Changed by somebody else, too",
  collisionHelp: "Choose for each figure which one stays. Nothing is published before.",
  theirsWithdrawn: "withdrawn by somebody else",
  mineWithdrawn: "withdrawn by you",
  keepMine: "Mine stays",
  keepTheirs: "Theirs stays",
  forAnother: "If a second person has to publish it, give them this address:",
  see: "See it on the demo page",
};
