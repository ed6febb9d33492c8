/** Machines unlike each other: what of them must not get into what is built. */
export const PLACES = [
  {
    folder: "a",
    env: { TZ: "Pacific/Chatham", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8", USER: "one", CI: "" },
  },
  {
    folder: "b/with spaces/and ünïcode/deep",
    env: { TZ: "America/Adak", LANG: "C", LC_ALL: "C", USER: "two", CI: "true" },
  },
] as const;
