import type { NoticeWords } from "./words.ts";

export const en: NoticeWords = {
  test: "This is a test. Notices of the counter arrive here.",
  published: (edition, sentence, before) =>
    `Edition ${edition} is published. ${sentence}${before === null ? " The headline stays as it was." : ` Before: ${before}.`}`,
  held: (source, reasons) =>
    `An edition ${source === null ? "from the desk’s machine" : `from the table “${source}”`} waits for a person: ${reasons.join("; ")}. Until then the number stays as it is.`,
  heldForReview: "this table may not publish by itself",
  heldForAnother: "somebody else than who staged it has to publish it",
  failing: (source, why) =>
    `The table “${source}” can’t be read: ${why}. The number stays as it is. You will hear of it again only when it begins anew.`,
  silent: (courts, more, source) =>
    `Courts that were in each of the last imports are missing from ${source === null ? "an import of the desk" : `the table “${source}”`}: ${courts.join(", ")}${more > 0 ? ` and ${more} more` : ""}.`,
  old: (days) => `The newest number is ${days} days old. Is there anything newer to publish?`,
  corrected: (weeks, edition) =>
    `Edition ${edition} corrects weeks that were final: ${weeks.map(({ start, before, after }) => `week of ${start}, ${before} → ${after}`).join("; ")}.`,
  reasons: {
    "finished-weeks": "finished weeks would change by more than 10%",
    vanished: "known records are missing from it",
    "silent-courts": "courts that always report are missing from it",
    "total-falls": "the total of convictions would fall",
    "headline-changes": "the headline would change by more than a quarter, or to another kind of evidence",
    "shares-move": "shares would move by more than 5 percentage points",
    recoded: "many known outcomes or sentences would be others",
    "implausible-dates": "records have dates that look like a slip",
    "figures-removed": "figures would be removed",
    "totals-broken": "totals would fall",
    "periods-move": "periods of figures would move",
    "records-altered": "something other than the desk has changed the database’s records",
    "too-late": "another edition came first",
  },
  problems: {
    address: "its address isn’t allowed, or leads to one that isn’t",
    redirects: "its address leads on and on",
    "secret-missing": "the deployment doesn’t have the secret that opens it",
    unreachable: "its address can’t be reached",
    "too-slow": "it takes too long to come",
    "too-large": "it is too large",
    login: "its address asks for a login",
    gone: "nothing is at its address any more",
    answered: "its server answers with an error",
    "web-page": "at its address is a web page instead; is the sheet published to the web?",
    empty: "it is empty",
    "not-text": "it is no text in UTF-8",
    names: "it is a dump that may name people; such files are published from the desk’s machine",
    "other-format": "its header isn’t the one that was expected",
    "rows-refused": "some of its rows can’t be read",
    "too-many-rows": "it has too many rows",
    unfit: "what it holds can’t become an edition",
    internal: "reading it failed for reasons of our own",
  },
};
