/** Careful access to parsed JSON of unknown shape. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function objectOf(value: unknown): JsonObject | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/**
 * The text of a cell, null where the tools write that there is none: nothing at all, `-`, or the word `null`.
 * Numbers are taken as their digits.
 */
export function textOf(value: unknown): string | null {
  if (typeof value === "number") return String(value);
  if (typeof value !== "string") return null;
  const text = value.replace(/[\s\u00A0]+/g, " ").trim();
  return /^(?:-|–|—|null|None|)$/.test(text) ? null : text;
}
