import { describe, expect, it } from "vitest";
import { addressOf, type Route, routeOf } from "../../../../../widget/studio/shell/route.ts";

describe("the studio's address", () => {
  it.each<[string, Route]>([
    ["#/themes", { view: "themes" }],
    ["#/new", { view: "theme", slug: null, tab: "look" }],
    ["#/themes/paper", { view: "theme", slug: "paper", tab: "look" }],
    ["#/themes/new/versions", { view: "theme", slug: "new", tab: "versions" }],
  ])("%s names a view, and the view has that address", (address, route) => {
    expect(routeOf(address)).toEqual(route);
    expect(addressOf(route)).toBe(address);
  });

  it.each(["", "#", "#/", "#/nothing", "#content"])(
    "that names nothing is the list of themes: «%s»",
    (address) => {
      expect(routeOf(address)).toEqual({ view: "themes" });
    },
  );
});
