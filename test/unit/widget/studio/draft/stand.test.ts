import { describe, expect, it } from "vitest";
import { out, saved } from "../../../../../widget/studio/draft/arrived.ts";
import { moved, wrote } from "../../../../../widget/studio/draft/edit.ts";
import { change, undo } from "../../../../../widget/studio/draft/history.ts";
import { keep, restore } from "../../../../../widget/studio/draft/kept.ts";
import { type Stand, standOf } from "../../../../../widget/studio/draft/stand.ts";
import { begun, keptOf, opened, type Work } from "../../../../../widget/studio/draft/work.ts";
import type { Standing } from "../../../../../widget/studio/service/themes.ts";
import { ThemeStyle } from "../../../../../worker/contract/theme.ts";

const COLOURS = {
  ink: "#161616",
  muted: "#5b5b5b",
  surface: "#ffffff",
  accent: "#b01e28",
  border: "#d3d0cb",
};
const styled = (name: string) => ThemeStyle.parse({ name, light: COLOURS, dark: COLOURS });
const AT = "2025-06-30T09:00:00Z";
const drafted = (name: string) => ({
  slug: "any",
  revision: 3,
  based_on: 2,
  style: styled(name),
  by: "desk",
  at: AT,
});
const version = (number: number, style: ThemeStyle | null) => ({
  version: number,
  style,
  by: "desk",
  at: AT,
});

/** What the service can have of a theme, and where the work on it stands before anything is touched. */
const SERVICES: readonly [name: string, standing: Standing, stand: Stand][] = [
  ["nothing", { draft: null, versions: [] }, { kind: "unpublished" }],
  ["a draft", { draft: drafted("A"), versions: [] }, { kind: "draft" }],
  [
    "a version",
    { draft: null, versions: [version(2, styled("B")), version(1, styled("A"))] },
    { kind: "published", version: 2 },
  ],
  ["both", { draft: drafted("C"), versions: [version(2, styled("B"))] }, { kind: "draft" }],
  [
    "a theme that was deleted",
    { draft: null, versions: [version(2, null), version(1, styled("A"))] },
    { kind: "unpublished" },
  ],
];
const SLUGS = ["default", "the-daily"];

const loaded = (slug: string | null, standing: Standing) => begun({ ...opened(slug), standing }, null);
const typed = (work: Work) =>
  moved(work, change(work.history, { ...work.history.now, radius: work.history.now.radius + 1 }, "radius"));

/** Ways of working on a theme after which it is as it was. */
const THERE_AND_BACK: readonly ((work: Work) => Work)[] = [
  (work) => work,
  (work) => moved(typed(work), undo(typed(work).history)),
  (work) => wrote(wrote(work, "light.ink", "redd"), "light.ink", undefined),
  (work) => wrote(work, "light.ink", work.history.now.light.ink.toUpperCase()),
];
/** Ways after which something is here alone. */
const CHANGES: readonly ((work: Work) => Work)[] = [
  typed,
  (work) => wrote(work, "light.ink", "redd"),
  (work) => wrote(typed(work), "light.ink", "redd"),
];

describe("where the work on a theme stands", () => {
  for (const slug of SLUGS) {
    for (const [name, standing, stand] of SERVICES) {
      it(`is as the service has it while nothing is changed: ${slug}, ${name}`, () => {
        for (const way of THERE_AND_BACK) {
          const work = way(loaded(slug, standing));
          expect(standOf(work)).toEqual(stand);
          expect(keptOf(work)).toBe(null);
        }
      });

      it(`is unsaved as soon as anything is, and outlives a reload: ${slug}, ${name}`, () => {
        for (const way of CHANGES) {
          const work = way(loaded(slug, standing));
          expect(standOf(work)).toEqual({ kind: "unsaved" });
          const drawer = new Map<string, string>();
          const storage = {
            getItem: (key: string) => drawer.get(key) ?? null,
            setItem: (key: string, text: string) => void drawer.set(key, text),
            removeItem: (key: string) => void drawer.delete(key),
          };
          keep(storage, keptOf(work)!);
          const again = begun({ ...opened(slug), standing }, restore(storage, slug));
          expect(standOf(again)).toEqual({ kind: "unsaved" });
          expect(again.history.now).toEqual(work.history.now);
          expect(again.written).toEqual(work.written);
        }
      });

      it(`is a draft once it is saved, and published once it is out: ${slug}, ${name}`, () => {
        const work = typed(loaded(slug, standing));
        const style = work.history.now;
        const kept = { ...drafted("D"), slug, style };
        expect(standOf(saved(work, slug, kept, style))).toEqual({ kind: "draft" });
        const meanwhile = typed(work);
        expect(standOf(saved(meanwhile, slug, kept, style))).toEqual({ kind: "unsaved" });
        const standing9 = { draft: null, versions: [version(9, style)] };
        const after = out({ ...work, standing: standing9 }, slug, { version: 9, style }, style);
        expect(standOf(after)).toEqual({ kind: "published", version: 9 });
      });
    }
  }

  it("is nothing yet of a new theme", () => {
    const work = loaded(null, { draft: null, versions: [] });
    expect(standOf(work)).toEqual({ kind: "new" });
    expect(standOf(typed(work))).toEqual({ kind: "unsaved" });
  });
});
