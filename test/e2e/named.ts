import type { Page } from "playwright";

/** Roles whose bearers somebody has to call by a name, be it aloud. */
const NAMED = new Set([
  "alertdialog",
  "button",
  "checkbox",
  "combobox",
  "dialog",
  "Iframe",
  "image",
  "link",
  "listbox",
  "navigation",
  "progressbar",
  "radio",
  "region",
  "searchbox",
  "slider",
  "spinbutton",
  "switch",
  "tab",
  "textbox",
]);

/** What the accessibility tree has without a name that needs one: role and markup. */
export async function nameless(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const found = nodes.filter(
    ({ ignored, role, name }) =>
      !ignored && NAMED.has(String(role?.value)) && !String(name?.value ?? "").trim(),
  );
  const told = found.map(async ({ role, backendDOMNodeId }) => {
    if (backendDOMNodeId === undefined) return String(role?.value);
    const { outerHTML } = await session.send("DOM.getOuterHTML", { backendNodeId: backendDOMNodeId });
    return `${role?.value}: ${outerHTML.slice(0, 80)}`;
  });
  const names = await Promise.all(told);
  await session.detach();
  return names;
}

/** Ids that stand in the page more than once. */
export function twice(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    return ids.filter((id, at) => ids.indexOf(id) !== at);
  });
}
