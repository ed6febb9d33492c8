/**
 * `npm run sbom [-- --out FILE]`: the bill of materials in CycloneDX: every package of the lock file with its version,
 * licence and checksum, those for development marked as `optional`. Needs no network.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { Command } from "commander";

interface Bill {
  metadata: { component: { name: string } };
  components: unknown[];
}

const { out } = new Command("npm run sbom --")
  .description("Writes the bill of materials (CycloneDX, JSON).")
  .option("--out <file>", "where to write it", "dist/sbom.cdx.json")
  .parse()
  .opts<{ out: string }>();

const written = execFileSync("npm", ["sbom", "--sbom-format", "cyclonedx", "--package-lock-only"], {
  encoding: "utf8",
  maxBuffer: 2 ** 26,
});
const bill = JSON.parse(written) as Bill;
// npm takes the folder's name, which each clone has another of.
bill.metadata.component.name = (JSON.parse(readFileSync("package.json", "utf8")) as { name: string }).name;
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, `${JSON.stringify(bill, null, 2)}\n`);
console.log(`${bill.components.length} packages are in ${out}.`);
