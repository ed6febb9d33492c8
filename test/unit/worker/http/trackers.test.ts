import { describe, expect, it } from "vitest";
import { CardQuery } from "../../../../worker/contract/card.ts";
import { FragmentQuery, OembedQuery } from "../../../../worker/contract/embed.ts";
import { isTracker, withoutTrackers } from "../../../../worker/http/trackers.ts";

const without = (query: string) => withoutTrackers(new URLSearchParams(query)).toString();

describe("trackers", () => {
  it.each([
    "fbclid",
    "gclid",
    "FBCLID",
    "utm_source",
    "utm_campaign",
    "UTM_Medium",
    "yclid",
    "mc_cid",
    "igshid",
    "_hsenc",
    "__hstc",
    "mtm_campaign",
    "ysclid",
  ])("know %s", (name) => {
    expect(isTracker(name)).toBe(true);
  });

  it.each(["", "utm", "lang", "gap", "attr", "offense", "as_of", "clid", "constructor"])(
    "don't take %j for one",
    (name) => {
      expect(isTracker(name)).toBe(false);
    },
  );

  it("are never called like anything that an address takes", () => {
    const names = [CardQuery, FragmentQuery, OembedQuery].flatMap(({ shape }) => Object.keys(shape));
    expect(names.filter(isTracker)).toEqual([]);
  });

  it("are taken out wherever they stand and however often, and nothing else is", () => {
    expect(without("utm_source=a&offence=awol&utm_source=b&lang=uk&fbclid=")).toBe("offence=awol&lang=uk");
    expect(without("offence=awol&typo=1")).toBe("offence=awol&typo=1");
  });
});
