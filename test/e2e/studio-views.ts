/**
 * Every view of the studio by its address, as an admin sees it after the first start. A new view is a line here; the
 * tests of focus, names and titles take it from there.
 */
export const STUDIO_VIEWS = [
  "#/themes",
  "#/new",
  "#/themes/default",
  "#/themes/default/snippets",
  "#/themes/default/versions",
  "#/desk",
  "#/figures",
  "#/courts",
  "#/sources",
  "#/audit",
] as const;
