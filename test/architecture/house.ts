import type { Arrows } from "./arrows.ts";

/**
 * The arrows as CONTRIBUTING's table of the house has them: a row a room, in the first column its path, in the last the
 * rooms that it may import. The table that people read is the one that the code is held to.
 * @throws where a row can't be read
 */
export function readHouse(markdown: string): Arrows {
  const rows = markdown
    .split("\n")
    .flatMap((line) => /^\| (`w\w+\/[^|]*`) \|[^|]*\|([^|]*)\|$/.exec(line) ?? []);
  const arrows: Record<string, readonly string[]> = {};
  for (let at = 0; at < rows.length; at += 3) {
    const [room, allowed] = [rows[at + 1]!, rows[at + 2]!.trim()];
    arrows[nameOf(room)] = allowed === "nothing" ? [] : allowed.split(", ").map(nameOf);
  }
  return arrows;
}

/** `` `worker/http/` `` → `http`, `` types of `contract` `` → `types of contract`. */
function nameOf(cell: string): string {
  const found = /^(types of )?`([^`]+)`$/.exec(cell);
  if (!found) throw new Error(`The table of the house has a cell that names no room: ${cell}`);
  const [, types = "", path = ""] = found;
  return types + path.replace(/^worker\/|\/$|\.ts$/g, "");
}
