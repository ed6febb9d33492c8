import { describe, expect, it } from "vitest";
import { differences } from "../../../../../widget/studio/draft/changed.ts";
import type { Drawer } from "../../../../../widget/studio/draft/drawer.ts";
import { parseFamilies, SAFE_FAMILIES } from "../../../../../widget/studio/draft/families.ts";
import { begin, change, redo, undo } from "../../../../../widget/studio/draft/history.ts";
import { forget, keep, restore } from "../../../../../widget/studio/draft/kept.ts";
import { PRESET_STYLES } from "../../../../../widget/studio/draft/presets.ts";
import { slugOf } from "../../../../../widget/studio/draft/slug.ts";
import { ThemeStyle } from "../../../../../worker/contract/theme.ts";

const press = PRESET_STYLES.press;

describe("undo and redo", () => {
  it("take changes back one by one, and bring them again", () => {
    const edited = change(change(begin("a"), "b", "one"), "c", "two");
    expect(undo(edited).now).toBe("b");
    expect(undo(undo(edited)).now).toBe("a");
    expect(redo(undo(undo(edited))).now).toBe("b");
    expect(redo(redo(undo(undo(edited)))).now).toBe("c");
  });

  it("have an end on both sides", () => {
    expect(undo(begin("a")).now).toBe("a");
    expect(redo(begin("a")).now).toBe("a");
  });

  it("take back a word and not a letter", () => {
    const typed = change(change(change(begin(""), "N", "name"), "No", "name"), "Nov", "name");
    expect(undo(typed).now).toBe("");
  });

  it("count the same field anew after an undo", () => {
    const again = change(undo(change(begin("a"), "b", "name")), "c", "name");
    expect(undo(again).now).toBe("a");
  });

  it("forget what was undone once something else is changed", () => {
    expect(redo(change(undo(change(begin("a"), "b", null)), "c", null)).now).toBe("c");
  });

  it("make no step of a change that changes nothing", () => {
    const same = change(begin(press), structuredClone(press), "name");
    expect(same.past).toEqual([]);
  });
});

function drawer(): Drawer & { held: Map<string, string> } {
  const held = new Map<string, string>();
  return {
    held,
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => void held.set(key, value),
    removeItem: (key) => void held.delete(key),
  };
}

describe("unsaved changes", () => {
  const kept = {
    slug: "paper",
    style: press,
    base: press,
    revision: 3,
    version: null,
    sent: [press],
    written: {},
  };

  it("survive", () => {
    const storage = drawer();
    keep(storage, kept);
    expect(restore(storage, "paper")).toEqual(kept);
    expect(restore(storage, "other")).toBeNull();
    forget(storage, "paper");
    expect(restore(storage, "paper")).toBeNull();
  });

  it("survive before the theme has its name", () => {
    const storage = drawer();
    const nameless = { ...kept, slug: "", style: { ...press, name: "" } };
    keep(storage, nameless);
    expect(restore(storage, "")).toEqual(nameless);
  });

  it.each(["", "{", "null", '{"style":{"name":"<script>"}}'])("that read %j are none", (text) => {
    const storage = drawer();
    storage.setItem("desertion-stats:unsaved:paper", text);
    expect(restore(storage, "paper")).toBeNull();
  });

  it("are lost without harm where the browser keeps nothing", () => {
    const fail = () => {
      throw new Error("forbidden");
    };
    const shut = { getItem: fail, setItem: fail, removeItem: fail };
    keep(shut, kept);
    forget(shut, "paper");
    expect(restore(shut, "paper")).toBeNull();
  });
});

describe("the second of two editors", () => {
  it("is shown what changed, field by field", () => {
    const theirs: ThemeStyle = {
      ...press,
      radius: 4,
      light: { ...press.light, accent: "#0b63ce" },
      headings: { uk: "СЗЧ" },
      font: ["Georgia"],
    };
    expect(differences(press, theirs)).toEqual([
      { field: "light.accent", before: "#b01e28", after: "#0b63ce" },
      { field: "font", before: "", after: "Georgia" },
      { field: "radius", before: "0", after: "4" },
      { field: "headings.uk", before: "", after: "СЗЧ" },
    ]);
    expect(differences(press, press)).toEqual([]);
  });
});

describe("a stack of families", () => {
  it("is read with or without quotes", () => {
    expect(parseFamilies(`"Iowan Old Style", 'Noto Serif', Georgia,`)).toEqual([
      "Iowan Old Style",
      "Noto Serif",
      "Georgia",
    ]);
    expect(parseFamilies("")).toEqual([]);
  });

  it.each(["Arial; color: red", "url(x)", "a}b", 'Ari"al', "x\ny", "Arial, </style>"])(
    "%j breaks out",
    (text) => {
      expect(parseFamilies(text)).toBeNull();
    },
  );

  it("is one that the schema takes where it is offered", () => {
    for (const stack of SAFE_FAMILIES) expect(parseFamilies(stack.join(","))).toEqual(stack);
  });
});

describe("a theme's address", () => {
  it.each([
    ["The Kyiv Paper", "the-kyiv-paper"],
    ["Новая газета", "novaia-gazeta"],
    ["Українська правда", "ukrainska-pravda"],
    ["  Ünïted — News!  ", "united-news"],
    ["«»", ""],
  ])("of %j is %j", (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });
});

describe("the presets", () => {
  it.each(Object.entries(PRESET_STYLES))("%s is a theme", (_, style) => {
    expect(ThemeStyle.parse(style)).toEqual(style);
  });
});
