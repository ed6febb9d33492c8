import { describe, expect, it } from "vitest";
import { out, saved } from "../../../../../widget/studio/draft/arrived.ts";
import { moved, renamed, wrote } from "../../../../../widget/studio/draft/edit.ts";
import { change } from "../../../../../widget/studio/draft/history.ts";
import { goneOn, metWith } from "../../../../../widget/studio/draft/overtaken.ts";
import {
  begun,
  faultsOf,
  isChanged,
  keptOf,
  opened,
  slugFor,
  type Work,
} from "../../../../../widget/studio/draft/work.ts";
import type { ThemeStyle } from "../../../../../worker/contract/theme.ts";
import type { ThemeDraft } from "../../../../../worker/contract/theme-answers.ts";

const typed = (work: Work, patch: Partial<ThemeStyle>, field = Object.keys(patch)[0] ?? "") =>
  moved(work, change(work.history, { ...work.history.now, ...patch }, field));
const named = typed(begun(opened(null), null), { name: "The Daily" });
const draftOf = (style: ThemeStyle, revision: number): ThemeDraft => ({
  slug: "the-daily",
  revision,
  based_on: null,
  style,
  by: "desk",
  at: "2025-06-30T09:00:00Z",
});

describe("the work on a theme", () => {
  it("begins unchanged, and names its address after its name until that is typed", () => {
    expect(isChanged(begun(opened(null), null))).toBe(false);
    expect(slugFor(named)).toBe("the-daily");
    expect(slugFor(renamed(named, "daily"))).toBe("daily");
  });

  it("keeps nothing of what isn't changed, and everything of what is", () => {
    expect(keptOf(begun(opened(null), null))).toBe(null);
    const kept = keptOf(named);
    expect(begun(opened(null), kept).history.now).toEqual(named.history.now);
  });

  it("keeps what can't be read in its field until that gets another value, and no longer", () => {
    const unread = wrote(named, "light.accent", "redd");
    expect(faultsOf(unread)).toEqual([{ field: "light.accent", reason: "colour" }]);
    expect(faultsOf(typed(unread, { radius: 8 }))).toHaveLength(1);
    const light = { ...unread.history.now.light, accent: "#005f99" };
    expect(faultsOf(typed(unread, { light }, "other"))).toEqual([]);
  });

  it("stays as it was typed on while it was being saved", () => {
    const edited = named.history.now;
    const meanwhile = typed(named, { radius: 8 });
    const after = saved(meanwhile, "the-daily", draftOf(edited, 1), edited);
    expect(after.history.now.radius).toBe(8);
    expect(isChanged(after)).toBe(true);
    expect(after.base.revision).toBe(1);
    expect(isChanged(saved(named, "the-daily", draftOf(edited, 1), edited))).toBe(false);
  });

  it("is over what is out once it is out, and waits for no answer any more", () => {
    const waiting = { ...named, unanswered: [named.history.now] };
    const style = { ...named.history.now, name: "The Daily" };
    const after = out(waiting, "the-daily", { version: 3, style }, named.history.now);
    expect(after.base).toEqual({ style, revision: null, version: 3 });
    expect(keptOf(after)).toBe(null);
  });

  it("takes what others changed where nothing collides, and is in conflict where something does", () => {
    const first = saved(named, "the-daily", draftOf(named.history.now, 1), named.history.now);
    const mine = typed(first, { radius: 8 });
    const with_ = (style: Partial<ThemeStyle>) => ({
      versions: [],
      draft: { ...draftOf({ ...named.history.now, ...style }, 2), by: "another" },
    });
    const met = metWith(mine, with_({ density: "airy" }));
    expect(met.taken).toEqual(["density"]);
    expect(met.work.history.now).toMatchObject({ radius: 8, density: "airy" });
    expect(goneOn(mine, with_({ density: "airy" }), mine.history.now)).toBe(null);
    expect(metWith(mine, with_({ radius: 16 })).work.conflict?.collisions).toHaveLength(1);
  });
});
