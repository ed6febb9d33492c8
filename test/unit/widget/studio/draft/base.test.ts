import { describe, expect, it } from "vitest";
import { baseOf, conflictOf } from "../../../../../widget/studio/draft/base.ts";
import { PRESET_STYLES } from "../../../../../widget/studio/draft/presets.ts";
import type { ThemeStyle } from "../../../../../worker/contract/theme.ts";

const { press, night } = PRESET_STYLES;
const at = "2026-11-20T09:00:00Z";
const draft = { slug: "paper", revision: 5, style: press, based_on: 2, at, by: "the look" };
const version = (number: number, style: ThemeStyle | null, by = "the look") => ({
  version: number,
  at,
  by,
  style,
});
const with_ = (change: Partial<ThemeStyle>, from = press): ThemeStyle => ({ ...from, ...change });

describe("what an editor's changes are made over", () => {
  it("is the saved draft, with the version that it was made over", () => {
    expect(baseOf({ draft, versions: [version(3, night)] })).toEqual({
      style: press,
      revision: 5,
      version: 2,
    });
  });

  it("is the version in force where there is no draft", () => {
    expect(baseOf({ draft: null, versions: [version(3, night), version(2, press)] })).toEqual({
      style: night,
      revision: null,
      version: 3,
    });
  });

  it("is nothing of a theme that was deleted, or never was", () => {
    const nothing = { style: null, revision: null, version: null };
    expect(baseOf({ draft: null, versions: [version(3, null), version(2, press)] })).toEqual(nothing);
    expect(baseOf({ draft: null, versions: [] })).toEqual(nothing);
  });
});

describe("a conflict", () => {
  const over = { style: press, revision: 4, version: 3 };
  const theirs = with_({ radius: 9 });

  it("with another draft says who changed which field, and goes on over it and the version in force", () => {
    const standing = {
      draft: { ...draft, style: theirs, by: "the night desk" },
      versions: [version(3, press)],
    };
    const conflict = conflictOf(standing, over, with_({ radius: 4, density: "airy" }), []);
    expect(conflict.base).toEqual({ style: theirs, revision: 5, version: 3 });
    expect(conflict.collisions).toEqual([{ field: "radius", mine: "4", theirs: "9" }]);
    expect(conflict.authors).toEqual(new Map([["radius", "the night desk"]]));
  });

  it("names of several publications whoever changed each field last", () => {
    const first = with_({ radius: 9, chart: "bars" });
    const second = with_({ radius: 12 }, first);
    const standing = {
      draft: null,
      versions: [version(5, second, "beta"), version(4, first, "alpha"), version(3, press)],
    };
    const conflict = conflictOf(standing, { ...over, revision: null }, with_({ density: "airy" }), []);
    expect(conflict.authors).toEqual(
      new Map([
        ["chart", "alpha"],
        ["radius", "beta"],
      ]),
    );
    expect(conflict.collisions).toEqual([]);
    expect(conflict.taken.sort()).toEqual(["chart", "radius"]);
    expect(conflict.style).toEqual({ ...second, density: "airy" });
  });

  it("over my own draft, where a version was published beside it, begins at the version that it was made over", () => {
    const mine = with_({ density: "airy" });
    const standing = {
      draft: { ...draft, revision: 4, style: mine, based_on: 3 },
      versions: [version(4, theirs), version(3, press)],
    };
    const conflict = conflictOf(standing, { ...over, style: mine }, mine, []);
    expect(conflict.collisions).toEqual([]);
    expect(conflict.style).toEqual({ ...theirs, density: "airy" });
    expect(conflict.base).toEqual({ style: theirs, revision: 4, version: 4 });
  });

  it("is none with what was sent from here and never answered", () => {
    const sent = with_({ radius: 4 });
    const mine = with_({ radius: 5 });
    const conflict = conflictOf({ draft: { ...draft, style: sent }, versions: [] }, over, mine, [sent]);
    expect(conflict).toMatchObject({ collisions: [], taken: [], style: mine });
  });

  it("with a deletion keeps mine", () => {
    const conflict = conflictOf({ draft: null, versions: [version(4, null)] }, over, theirs, []);
    expect(conflict).toMatchObject({ theirs: null, style: theirs });
    expect(conflict.base).toEqual({ style: null, revision: null, version: null });
  });
});
