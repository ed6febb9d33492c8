/** What an edition's id says: the date in Moscow, and which one of that day it is; null: it is no such id. */
export function editionOf(id: string): { date: string; ordinal: string } | null {
  const [, date, ordinal] = /^(\d{4}-\d{2}-\d{2})\.(\d+)$/.exec(id) ?? [];
  return date && ordinal ? { date, ordinal } : null;
}
