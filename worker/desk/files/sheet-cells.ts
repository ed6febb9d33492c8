/// <reference path="./saxen.d.ts" />
import { Parser } from "saxen";

/**
 * How many cells a sheet's rows and columns make, from the first to the last that it names, filled or not: a reader makes
 * a place for each, and two cells in opposite corners name seventeen thousand million.
 * @param xml of a sheet; any other has none
 * @param most counting stops beyond it
 */
export function cellsOf(xml: string, most: number): number {
  let [rows, columns] = [0, 0];
  const parser = new Parser();
  // What isn't well-formed is refused by whoever reads it whole.
  parser.on("error", () => parser.stop());
  parser.on("warn", () => {});
  parser.on("openTag", (name, attributes) => {
    const element = name.slice(name.indexOf(":") + 1);
    if (element !== "row" && element !== "c") return;
    const { r = "" } = attributes();
    const [, letters = "", digits = ""] = /^([A-Z]{0,9})(\d{0,12})$/i.exec(r) ?? [];
    // A row that isn't numbered comes after the one before.
    rows = Math.max(rows + (element === "row" && digits === "" ? 1 : 0), Number(digits));
    columns = Math.max(columns, columnOf(letters));
    if (rows * columns > most) parser.stop();
  });
  parser.parse(xml);
  return rows * Math.max(1, columns);
}

/** The number of a column: A → 1, Z → 26, AA → 27. */
function columnOf(letters: string): number {
  return [...letters.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}
