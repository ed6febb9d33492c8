import { understood } from "../../widget/stats/understood.ts";
import { accessSettings } from "../../worker/access/settings.ts";
import { HookRequest } from "../../worker/contract/hooks.ts";
import { SummaryQuery } from "../../worker/contract/query.ts";
import { SourceRequest } from "../../worker/contract/sources.ts";
import { Colour, ThemeStyle } from "../../worker/contract/theme.ts";
import { readLedger } from "../../worker/desk/formats/ledger.ts";
import { isIsoDate } from "../../worker/domain/calendar.ts";
import { failingPairs } from "../../worker/domain/theme/contrast.ts";
import { isAcceptable } from "../../worker/http/accept.ts";
import { preferredLanguage } from "../../worker/http/accept-language.ts";
import { seen } from "../../worker/http/if-match.ts";
import { readParameters } from "../../worker/http/parameters.ts";
import { refuseAddress } from "../../worker/sources/address.ts";
import { kept } from "./kept.ts";
import { RECORDS } from "./records.ts";
import { signed } from "./signed.ts";
import { WORKBOOKS } from "./workbooks.ts";

export interface Parser {
  name: string;
  /** Good texts, and those that once made it fall. */
  texts: readonly string[];
  /** Of the tries that others get, where each takes long; 1 by default. */
  share?: number;
  /** Refuses by a value, and never throws. */
  read(text: string): void | Promise<void>;
}

const PALETTE = {
  ink: "#161616",
  muted: "#5b5b5b",
  surface: "#ffffff",
  accent: "#b01e28",
  border: "#d3d0cb",
};
const STYLE = { name: "Paper", light: PALETTE, dark: PALETTE, font: ["Georgia"], radius: 4, density: "airy" };
const SUMMARY = {
  edition: { id: "2025-06-30.1", published_at: "2025-06-30T09:00:00Z", evidence: "published", stale: false },
  type: { unit: "convictions", offence: "refusal", articles: ["332", "337"] },
  headline: { value: 198, period: { start: "2025-04-01", end: "2025-04-30" }, status: "final" },
  series: { granularity: "week", start: "2022-09-19", values: [18, null], qualifiers: [[0, 1, "at_least"]] },
  text: { lang: "en", dir: "ltr", heading: "Heading", number: "198", label: "convictions", source: "Source" },
  theme: { slug: "default", light: PALETTE, dark: PALETTE },
};
const LEDGER =
  "id,unit,articles,region,service,series,period_start,period_end,kind,value,qualifier,publisher,published_on,source_url,note\n" +
  'f001,convictions,337,,,own,2024-01-01,2024-12-31,total,520,exact,"Paper, The",2025-01-09,https://example.org/,\n';

/** As JSON arrives: what isn't JSON was refused before. */
const json = (read: (value: unknown) => void) => (text: string) => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return;
  }
  read(value);
};

/** Readers of what comes from outside. */
export const PARSERS: readonly Parser[] = [
  ...RECORDS,
  ...WORKBOOKS,
  ...(await signed()),
  ...(await kept()),
  {
    name: "query parameters",
    texts: [
      "lang=uk&offence=awol&weeks=52",
      "article=337,338&span=total&since=2023-01-01",
      "as-of=2025-06-30.1&court=77GV0007",
    ],
    read: (text) => void readParameters(SummaryQuery, new URLSearchParams(text)),
  },
  { name: "If-Match", texts: ['"v12"', "*", 'W/"v1"', '"v1", "v2"'], read: (text) => void seen(text, "v") },
  {
    name: "Accept-Language",
    texts: ["uk,ru;q=0.9,en;q=0.8", "*", "en-GB;q=1.000"],
    read: (text) => void preferredLanguage(text, ["en", "ru", "uk"]),
  },
  {
    name: "Accept",
    texts: ["text/html,application/json;q=0.9,*/*;q=0.1"],
    read: (text) => void isAcceptable(text, "application/json"),
  },
  { name: "dates", texts: ["2025-06-30", "0001-01-01", "2024-02-29"], read: (text) => void isIsoDate(text) },
  {
    name: "colours",
    texts: ["#b01e28", "rgb(10 20 30 / 50%)", "oklch(60% 0.2 20)", "color-mix(in srgb, red, blue)"],
    read: (text) => {
      const colour = Colour.safeParse(text);
      if (colour.success) failingPairs({ light: { ...PALETTE, ink: colour.data }, dark: PALETTE });
    },
  },
  { name: "themes", texts: [JSON.stringify(STYLE)], read: json((value) => void ThemeStyle.safeParse(value)) },
  {
    name: "addresses of tables and receivers",
    texts: [
      "https://example.org/table.csv",
      "http://[::1]:8080/",
      "https://127.1/",
      "https://user@10.0.0.1/",
      "https://xn--80ak6aa92e.example/",
    ],
    read: (text) => void refuseAddress(text, { ownHost: "stats.example", local: false }),
  },
  {
    name: "watched tables",
    texts: [
      JSON.stringify({ name: "Ledger", url: "https://example.org/a.csv", format: "ledger", every: "day" }),
    ],
    read: json((value) => void SourceRequest.safeParse(value)),
  },
  {
    name: "receivers of notices",
    texts: [
      JSON.stringify({
        name: "Chat",
        url: "https://example.org/hook",
        shape: "json",
        events: ["edition-held"],
      }),
    ],
    read: json((value) => void HookRequest.safeParse(value)),
  },
  {
    name: "rules of Access",
    texts: ['{"admin":["chief@paper.example"],"desk":["groups=data-desk"],"editor":["@paper.example"]}'],
    read: (text) =>
      void accessSettings({ ACCESS_TEAM: "a.example.com", ACCESS_AUD: "aud", ACCESS_ROLES: text }),
  },
  { name: "ledgers", texts: [LEDGER, LEDGER.replaceAll(",", ";")], read: (text) => void readLedger(text) },
  {
    name: "answers to the element",
    texts: [JSON.stringify(SUMMARY)],
    // What can't be understood is an error by design: the element catches it and keeps the tag's content.
    read: json((value) => {
      try {
        understood(value);
      } catch (error) {
        if (!(error instanceof Error) || error instanceof RangeError) throw error;
      }
    }),
  },
];
