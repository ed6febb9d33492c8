import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DOMParser } from "@xmldom/xmldom";

/** A cell as the spreadsheet understands it: a number, a date, or a text. */
export type Cell = { type: "number"; value: number } | { type: "date" | "text"; value: string };

const TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
const OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";

/**
 * Opens a CSV with LibreOffice in a locale, numbers and dates recognised as a person has them who double-clicks it.
 * @param separator what the person chooses in the dialogue, or the locale does
 */
export function opened(folder: string, locale: string, csv: string, separator: "," | ";"): Cell[][] {
  const profile = join(folder, `profile-${locale}`);
  mkdirSync(join(profile, "user"), { recursive: true });
  writeFileSync(join(profile, "user", "registrymodifications.xcu"), settings(locale));
  const file = join(folder, "series.csv");
  writeFileSync(file, csv);
  const filter = `CSV:${separator.charCodeAt(0)},34,76,1,,0,false,true,false,false`;
  const to = ["--convert-to", "fods", "--outdir", folder, file];
  execFileSync(
    "soffice",
    [`-env:UserInstallation=file://${profile}`, "--headless", `--infilter=${filter}`, ...to],
    {
      stdio: "pipe",
    },
  );
  const document = new DOMParser().parseFromString(
    readFileSync(join(folder, "series.fods"), "utf8"),
    "text/xml",
  );
  const rows = [...document.getElementsByTagNameNS(TABLE, "table-row")];
  return rows.map((row) => [...row.getElementsByTagNameNS(TABLE, "table-cell")].flatMap(cellsOf));
}

function cellsOf(cell: {
  getAttributeNS(space: string, name: string): string | null;
  textContent: string | null;
}): Cell[] {
  const count = Number(cell.getAttributeNS(TABLE, "number-columns-repeated") || 1);
  return new Array<Cell>(count).fill(read(cell));
}

function read(cell: Parameters<typeof cellsOf>[0]): Cell {
  const type = cell.getAttributeNS(OFFICE, "value-type");
  if (type === "float") return { type: "number", value: Number(cell.getAttributeNS(OFFICE, "value")) };
  if (type === "date") return { type, value: cell.getAttributeNS(OFFICE, "date-value") ?? "" };
  return { type: "text", value: (cell.textContent ?? "").trim() };
}

function settings(locale: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>${locale}</value></prop></item>
</oor:items>`;
}
