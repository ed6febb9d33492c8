import type { FeedText } from "../language/feed-text.ts";

export const en: FeedText = {
  title: "New editions",
  subtitle: "Each publication of the data, numbered; any number can be asked for as of one of them.",
  kinds: { ledger: "Published figures", cases: "Court records", revert: "An earlier state again" },
  added: "a later note",
  addedBy: {
    desk: (date) => `Added by the data desk on ${date}`,
    admin: (date) => `Added by the service’s administrators on ${date}`,
  },
};
