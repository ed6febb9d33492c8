import { FontStack } from "../../../worker/contract/theme.ts";

/** Families that readers' systems have, so that nothing has to be loaded. */
export const SAFE_FAMILIES = [
  ["Iowan Old Style", "Charter", "Georgia"],
  ["Georgia", "Times New Roman"],
  ["Helvetica Neue", "Arial"],
  ["Segoe UI", "Roboto", "Noto Sans"],
  ["Verdana", "Tahoma"],
  ["Courier New"],
] as const satisfies readonly (readonly string[])[];

/** A stack as an editor types it, with or without CSS's quotes: its names in order, or null where one breaks out. */
export function parseFamilies(text: string): string[] | null {
  const names = text
    .split(",")
    .map((name) => name.trim().replace(/^(["'])(.*)\1$/, "$2"))
    .filter((name) => name !== "");
  const read = FontStack.safeParse(names);
  return read.success ? read.data : null;
}
