import type { RefusalText } from "../language/refusal-text.ts";

export const en: RefusalText = {
  title: "This number can’t be shown",
  reasons: {
    "bad-address": "The address of this page asks for something that isn’t known here.",
    "no-such-edition": "There is no number as of {asked}: the first edition is {first}.",
    "not-now": "The number can’t be loaded at the moment. Please try again in a minute.",
    "nothing-here": "There is nothing at this address.",
  },
  current: "Show the current number",
  details: "For the publisher of this page",
};
