import { describe, expect, it } from "vitest";
import { baseOf, conflictWith } from "../../../../../widget/studio/draft/base.ts";
import { PRESET_STYLES } from "../../../../../widget/studio/draft/presets.ts";

const [mine, theirs] = [PRESET_STYLES.press, PRESET_STYLES.night];
const at = "2026-11-20T09:00:00Z";
const draft = { slug: "paper", revision: 5, style: mine, based_on: 2, at, by: "the look" };
const version = (number: number, style: typeof mine | null) => ({
  version: number,
  at,
  by: "the look",
  style,
});

describe("what an editor's changes are made over", () => {
  it("is the saved draft, with the version that it was made over", () => {
    expect(baseOf({ draft, versions: [version(3, theirs)] })).toEqual({
      style: mine,
      revision: 5,
      version: 2,
    });
  });

  it("is the version in force where there is no draft", () => {
    expect(baseOf({ draft: null, versions: [version(3, theirs), version(2, mine)] })).toEqual({
      style: theirs,
      revision: null,
      version: 3,
    });
  });

  it("is nothing of a theme that was deleted, or never was", () => {
    const nothing = { style: null, revision: null, version: null };
    expect(baseOf({ draft: null, versions: [version(3, null), version(2, mine)] })).toEqual(nothing);
    expect(baseOf({ draft: null, versions: [] })).toEqual(nothing);
  });
});

describe("a conflict", () => {
  const base = { style: mine, revision: 4, version: 3 };

  it("with another draft lets mine go on over it, and forgets no version that I have seen", () => {
    expect(conflictWith({ ...draft, style: theirs }, base)).toEqual({
      theirs,
      by: "the look",
      base: { style: theirs, revision: 5, version: 3 },
    });
  });

  it("with a publication lets my draft go on over that version", () => {
    const published = { slug: "paper", version: 4, published_at: at, style: theirs };
    expect(conflictWith(published, base)).toEqual({
      theirs,
      by: null,
      base: { style: theirs, revision: 4, version: 4 },
    });
  });
});
