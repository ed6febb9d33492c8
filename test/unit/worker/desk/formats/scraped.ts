import { foldAll } from "../../../../../worker/desk/fold.ts";
import type { Reading } from "../fixtures.ts";

/** One case for each defendant of what was read, without the cards that it was folded from. */
export function fold({ events }: Reading) {
  const found = events.filter((event) => event.kind === "cases" || event.kind === "higher");
  const { cases, higherAlone } = foldAll(found);
  return { cases: cases.map(({ cards: _, ...one }) => one), higherAlone };
}

/** The cases that both of sudrfscraper's dumps tell of, as far as the NDJSON has them. */
export const USSURIYSK = {
  case_uid: "27GV0008-01-2024-000081-20",
  court_code: "27GV0008",
  case_number: "1-81/2024",
  earlier_numbers: [],
  defendant: 1,
  articles: ["337.5"],
  received_on: "2024-06-10",
  decided_on: "2024-07-03",
  outcome: "convicted",
  sentence: "unknown",
  term_months: null,
  service: "unknown",
  source_url:
    "https://ugvs--prm.sudrf.ru/modules.php?name=sud_delo&srv_num=1&name_op=case&case_id=1234567&delo_id=1540006",
  first_seen_on: "2024-07-05",
  removed_on: null,
};
export const PETERSBURG = {
  ...USSURIYSK,
  case_uid: null,
  court_code: "39GV0005",
  case_number: "1-4/2024",
  earlier_numbers: ["1-112/2023"],
  articles: ["337.2.1", "337.5"],
  received_on: "2023-12-09",
  decided_on: "2024-02-15",
  source_url: null,
  first_seen_on: null,
};
