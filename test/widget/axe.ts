import axe from "axe-core";

/** What axe finds against WCAG 2.2 AA and good practice in the page that is mounted. */
export async function violations(): Promise<string[]> {
  const { violations } = await axe.run(document.querySelector("main")!, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    rules: { region: { enabled: false } },
  });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ failureSummary }) => `${id}: ${failureSummary}`));
}
