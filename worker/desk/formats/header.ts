/**
 * What is wrong with a header, in words that say what was expected; null where each column is there once, in any order.
 * A strange column is told by its place and never repeated: a file without a header begins with a row.
 */
export function headerProblem(found: readonly string[], columns: readonly string[]): string | null {
  const missing = columns.filter((column) => !found.includes(column)).join(", ");
  const strange = found
    .flatMap((name, index) => (columns.includes(name) && found.indexOf(name) === index ? [] : [index + 1]))
    .join(", ");
  const whole = `whole header: ${columns.join(",")}`;
  if (missing && strange)
    return `${missing} in the header, where something else is in column ${strange}; ${whole}`;
  if (missing) return `${missing} in the header, where it is missing; ${whole}`;
  if (strange) return `nothing, or another name, in column ${strange} of the header; ${whole}`;
  return null;
}

/** A header's names, and where each of them stands; empty columns behind the last name are a spreadsheet's. */
export function headerOf(cells: readonly string[]): string[] {
  const names = cells.map((cell) => cell.trim());
  return names.slice(0, names.findLastIndex((name) => name !== "") + 1);
}

/** How many of the columns a first line has, whatever parts them. */
export function namedIn(line: string, columns: readonly string[]): number {
  const words = new Set(
    line
      .slice(0, 5_000)
      .toLowerCase()
      .match(/[a-z_]+/g),
  );
  return columns.filter((column) => words.has(column)).length;
}
