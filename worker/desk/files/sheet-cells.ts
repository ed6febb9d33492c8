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
    const { r } = attributes();
    if (r === undefined) {
      // A row that isn't numbered comes after the one before; a cell has to say where it is.
      if (element === "row") rows += 1;
      return;
    }
    const [whole, letters = "", digits] = PLACE.exec(r) ?? [];
    // A reader takes `1e9` for a number, and any letter for a column.
    rows = whole === undefined ? Number.POSITIVE_INFINITY : Math.max(rows, Number(digits));
    columns = Math.max(1, columns, columnOf(letters));
    if (rows * columns > most) parser.stop();
  });
  parser.parse(xml);
  return rows * Math.max(1, columns);
}

/** Of a row or a cell, in as many letters and digits as a sheet has columns and rows. */
const PLACE = /^([A-Z]{0,3})(\d{1,7})$/;

/** The number of a column: A → 1, Z → 26, AA → 27. */
function columnOf(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}
