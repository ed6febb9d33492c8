/**
 * A whole page to copy: prison against suspended sentences. Where nothing is known it says why, as a chart of nothing
 * would look like a zero.
 * @param address of a series by sentence
 */
export function chartPage(address: string): string {
  return `<!doctype html>
<meta charset="utf-8">
<title>Prison against suspended sentences</title>
<div id="chart"></div>
<script src="https://cdn.jsdelivr.net/npm/d3@7"></script>
<script src="https://cdn.jsdelivr.net/npm/@observablehq/plot@0.6"></script>
<script type="module">
const { edition, points, text } = await (await fetch("${address}")).json();
const shares = points
  .filter(({ key, known }) => ["imprisonment", "suspended"].includes(key) && known > 0)
  .map(({ label, key, value, known, status }) => ({
    quarter: \`\${label}\${status === "final" ? "" : ", so far"} (\${known} known)\`,
    sentence: text.keys[key],
    share: (value ?? 0) / known,
  }));
document.querySelector("#chart").replaceChildren(
  text.reason || Plot.plot({
    title: text.heading,
    subtitle: \`\${text.label}: shares of the sentences that are known\`,
    caption: \`\${text.status} \${text.source}, \${edition.id}\`,
    width: 720, color: { legend: true }, x: { axis: null }, y: { percent: true, label: "%" },
    marks: [Plot.barY(shares, { fx: "quarter", x: "sentence", y: "share", fill: "sentence" }), Plot.ruleY([0])],
  }),
);
</script>`;
}
