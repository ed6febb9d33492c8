/** Who counted, and who printed it, where those are two. */
export interface Publisher {
  name: string;
  via: string | null;
}

/** Reads a publisher's name as the ledger spells it: "Mediazona via The Kyiv Independent". */
export function publisherOf(source: string): Publisher {
  // Which of its own language editions it was says nothing about who counted.
  const [name = "", via] = source.replace(" (English)", "").split(/ via (.+)/);
  return { name, via: via ?? null };
}
