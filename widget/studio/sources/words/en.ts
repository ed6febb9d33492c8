import type { EmbargoFault } from "../../../../worker/contract/embargo.ts";
import type { HookEvent } from "../../../../worker/contract/hooks.ts";
import type {
  AddressFaultCode,
  RunProblem,
  SourceEvery,
  SourceRun,
} from "../../../../worker/contract/sources.ts";

/** A phrase for each of a term's values. */
type Named<Term extends string> = Readonly<Record<Term, string>>;

export interface SourceWords {
  motto: string;
  held: string;
  nothingHeld: string;
  heldFrom(source: string, day: string): string;
  headline(before: string, after: string): string;
  headlineStays: string;
  noNumber: string;
  heldFromMachine(label: string, day: string): string;
  mayNot: string;
  /** Of what the desk's machine staged, where two people publish. */
  another: string;
  overtaken: string;
  reallyDiscardFiles: string;
  decide: string;
  discard: string;
  reallyDiscard(source: string): string;
  discarded: string;
  tables: string;
  noTables: string;
  add: string;
  change: string;
  runNow: string;
  running: string;
  stop: string;
  reallyStop(name: string): string;
  paused: string;
  next(day: string): string;
  last(state: string, day: string): string;
  never: string;
  states: Named<SourceRun["state"]>;
  problems: Named<RunProblem["code"]>;
  row(line: number, column: string, expected: string): string;
  name: string;
  nameHelp: string;
  slug: string;
  slugHelp: string;
  url: string;
  urlHelp: string;
  format: string;
  formats: Named<"desk-csv" | "ledger">;
  namesStay: string;
  every: string;
  everies: Named<SourceEvery>;
  absence: string;
  absences: Named<"partial" | "complete">;
  coversFrom: string;
  coversHelp: string;
  publishes: string;
  publishing: Named<"by-itself" | "after-review">;
  secret: string;
  secretHelp: string;
  pause: string;
  save: string;
  cancel: string;
  saved(name: string): string;
  notices: string;
  noticesHelp: string;
  noHooks: string;
  label: string;
  receiver: string;
  receiverHelp: string;
  receiverStays(host: string): string;
  oldAfter: string;
  oldAfterHelp: string;
  changed(label: string): string;
  againAt(day: string): string;
  noAnswers: Named<"no answer in time" | "unreachable" | "refused">;
  /** What is wrong with a field, by the service's name for it. */
  wrong: Readonly<Record<string, string>>;
  addressFaults: Named<AddressFaultCode>;
  embargoes: string;
  waitsUntil(moscow: string, here: string | null): string;
  setBy(label: string): string;
  kinds: Named<"ledger" | "cases">;
  takeBack: string;
  reallyTakeBack(hour: string): string;
  takenBack: string;
  embargoFaults: Named<EmbargoFault>;
  publishLater: string;
  hour: string;
  hourHelp: string;
  hourHere(here: string): string;
  setHour: string;
  hourSet(moscow: string): string;
  shape: string;
  shapes: Named<"slack" | "discord" | "json">;
  language: string;
  events: string;
  eventNames: Named<HookEvent | "test">;
  addHook: string;
  added(label: string): string;
  key(key: string): string;
  test: string;
  tested(answered: string): string;
  remove: string;
  reallyRemove(label: string): string;
  log: string;
  emptyLog: string;
  logHeads: readonly [when: string, what: string, state: string, answered: string];
  deliveries: Named<"pending" | "delivered" | "given-up">;
}

export const en: SourceWords = {
  motto: "Tables that are looked at by themselves, and what waits for you",
  held: "Waiting for a person",
  nothingHeld: "Nothing waits.",
  heldFrom: (source, day) => `From “${source}”, ${day}`,
  headline: (before, after) => `The headline: ${before} → ${after}`,
  headlineStays: "The headline stays as it is.",
  noNumber: "no number",
  heldFromMachine: (label, day) => `From the desk’s machine (“${label}”), ${day}`,
  mayNot: "The check has no objection; this source may not publish by itself.",
  another: "The check has no objection; somebody else than who staged it has to publish it.",
  overtaken:
    "Another edition came first, so this one can’t be published any more. The table, or the next run of the command, brings it anew.",
  reallyDiscardFiles: "Discard this edition? The number stays, and the files stay where they are.",
  decide: "Look at it and decide",
  discard: "Discard",
  reallyDiscard: (source) =>
    `Discard the edition from “${source}”? The number stays, and the table is read again only when it changes.`,
  discarded: "Discarded. The number stays as it is.",
  tables: "Watched tables",
  noTables: "No table is watched yet.",
  add: "Watch a table",
  change: "Change",
  runNow: "Look now",
  running: "Looking …",
  stop: "Watch no longer",
  reallyStop: (name) => `Watch “${name}” no longer? What it has published stays.`,
  paused: "paused",
  next: (day) => `next look ${day}`,
  last: (state, day) => `${state}, ${day}`,
  never: "not looked at yet",
  states: {
    running: "Being read",
    "nothing-new": "Nothing new",
    published: "Published",
    held: "Held for a person",
    replaced: "Replaced by a newer table",
    discarded: "Discarded",
    failed: "Failed",
  },
  problems: {
    address: "The address isn’t allowed, or leads to one that isn’t.",
    redirects: "The address leads on and on.",
    "secret-missing": "The deployment doesn’t have the secret that opens it.",
    unreachable: "The address can’t be reached.",
    "too-slow": "The table takes too long to come.",
    "too-large": "The table has more than 25 MB.",
    login: "The address asks for a login. Is the table public?",
    gone: "Nothing is at this address any more.",
    answered: "The server answered with an error.",
    "web-page": "This is a web page: is the sheet published to the web?",
    empty: "The table is empty. That is no zero, so the number stays.",
    "not-text": "This is no text in UTF-8. Publish the sheet as CSV.",
    names:
      "This is a dump that names people. Publish it from the desk’s machine: npm run desk -- publish FILE… --unattended",
    "other-format": "The header isn’t the one that this source should have.",
    "rows-refused": "Rows can’t be read, so nothing of the table was taken.",
    "too-many-rows": "The table has more than 26,000 rows.",
    unfit: "What the table holds can’t become an edition.",
    internal: "Reading it failed here. It is tried again.",
  },
  row: (line, column, expected) => `Line ${line}, ${column}: expected ${expected}`,
  name: "Name",
  nameHelp: "For the desk. No person’s name.",
  slug: "Short name",
  slugHelp: "In addresses and notices: small letters, digits, hyphens.",
  url: "Address of the table",
  urlHelp: "https. A Google Sheet: File → Share → Publish to web → CSV.",
  format: "What it holds",
  formats: { "desk-csv": "Court records, the desk’s CSV", ledger: "Published figures, the ledger" },
  namesStay:
    "Dumps of the courts’ sites name people and are read on the desk’s machine alone: npm run desk -- publish FILE… --unattended",
  every: "How often",
  everies: {
    "quarter-hour": "every quarter of an hour",
    hour: "hourly",
    "six-hours": "every six hours",
    day: "daily",
  },
  absence: "A record that is missing",
  absences: { partial: "says nothing", complete: "is gone from the courts’ sites" },
  coversFrom: "Speaks of all days from",
  coversHelp: "Up to the day on which it is read. Empty: as far as records lie close together.",
  publishes: "Publishes",
  publishing: {
    "by-itself": "by itself, if the check has no objection",
    "after-review": "after a person has looked",
  },
  secret: "Name of its secret",
  secretHelp: "Only for a private table: a secret of the deployment, SOURCE_…; its value is never shown.",
  pause: "Paused",
  save: "Save",
  cancel: "Cancel",
  saved: (name) => `“${name}” is saved. It is looked at within five minutes.`,
  notices: "Notices",
  noticesHelp: "What happens here is told to these addresses.",
  noHooks: "Nobody is told yet.",
  label: "What it is for",
  receiver: "Address that takes notices",
  receiverHelp: "https. It is shown only to the service from now on.",
  receiverStays: (host) => `Empty: it goes on to ${host}. The address itself isn’t shown.`,
  oldAfter: "Old after so many days",
  oldAfterHelp: "From the end of the headline’s period on: 7 to 730.",
  changed: (label) => `“${label}” is changed.`,
  againAt: (day) => `will be tried again ${day}`,
  noAnswers: {
    "no answer in time": "no answer in time",
    unreachable: "can’t be reached",
    refused: "the address isn’t allowed",
  },
  wrong: {
    name: "2 to 80 letters were expected, without marks that nobody sees.",
    label: "2 to 80 letters were expected, without marks that nobody sees.",
    slug: "Small letters, digits and hyphens were expected, 40 at most, such as court-records.",
    covers: "A day was expected, not after the last one.",
    secret: "The name of a secret was expected, SOURCE_ and then capital letters, digits and _.",
    events: "Choose at least one thing to be told of.",
    old_after_days: "A number of days from 7 to 730 was expected.",
    until: "An hour from now on, within 90 days, was expected.",
    override: "A reason of at least 10 letters was expected.",
    note: "At most 1,000 letters were expected.",
  },
  addressFaults: {
    malformed: "A whole address was expected, such as https://…",
    credentials:
      "An address with a name or a password in it isn’t taken. Make the password a secret of the deployment.",
    own: "This is an address of this deployment itself.",
    scheme: "An https address was expected.",
    private: "A public address was expected: this one is of a private or reserved network.",
  },
  embargoes: "Waiting for their hour",
  waitsUntil: (moscow, here) => `${moscow} in Moscow${here === null ? "" : ` (${here} here)`}`,
  setBy: (label) => `set by ${label}`,
  kinds: { ledger: "Published figures", cases: "Court records" },
  takeBack: "Take back",
  reallyTakeBack: (hour) => `Take back the publication of ${hour}? What was staged stays staged.`,
  takenBack: "Taken back. It is staged, and published only if somebody says so.",
  embargoFaults: {
    overtaken: "Its hour came, but another edition was first. Stage the files again.",
    objections: "Its hour came, but the check objects to it now. Look at it and decide.",
    "nothing-new": "Its hour came, but it would have changed nothing.",
    unfit: "Its hour came, but it couldn’t become an edition. Look at it and decide.",
  },
  publishLater: "Publish at an hour",
  hour: "Hour in Moscow",
  hourHelp: "From now on, within 90 days. Readers have it within five minutes after it.",
  hourHere: (here) => `Here that is ${here}.`,
  setHour: "Let it wait until then",
  hourSet: (moscow) => `It waits, and is published ${moscow} in Moscow. Until then it can be taken back.`,
  shape: "For",
  shapes: { slack: "Slack", discord: "Discord", json: "a program (signed JSON)" },
  language: "Language",
  events: "Told of",
  eventNames: {
    "edition-published": "a published edition",
    "edition-held": "an edition that waits",
    "source-failing": "a table that can’t be read",
    "court-silent": "a court that is silent",
    "evidence-old": "a newest number that is old",
    "final-week-corrected": "a corrected final week",
    test: "a test",
  },
  addHook: "Add a receiver",
  added: (label) => `“${label}” is told from now on.`,
  key: (key) => `The key of the signature, shown this once: ${key}`,
  test: "Send a test",
  tested: (answered) => `The receiver answered: ${answered}`,
  remove: "Remove",
  reallyRemove: (label) => `Send no more notices to “${label}”?`,
  log: "Deliveries",
  emptyLog: "Nothing was sent yet.",
  logHeads: ["When", "What", "State", "Answer"],
  deliveries: { pending: "will be tried again", delivered: "arrived", "given-up": "given up" },
};
