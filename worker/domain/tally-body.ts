import type { Tally, TallyColumn } from "./tally.ts";

/** A tally as JSON: each column's counts are little-endian 16-bit numbers in base64. */
export interface TallyBody extends Omit<Tally, "columns"> {
  columns: (Omit<TallyColumn, "counts" | "turns"> & { counts: string; turns: string })[];
}

/** As many bytes for a week of 3 cases as for one of 3,000: a body grows with weeks, not with cases. */
export function encodeTally(tally: Tally): TallyBody {
  const packed = ({ counts, turns, ...kind }: TallyColumn) => ({
    ...kind,
    counts: encode(counts),
    turns: encode(turns),
  });
  return { ...tally, columns: tally.columns.map(packed) };
}

export function decodeTally(body: TallyBody): Tally {
  const unpacked = ({ counts, turns, ...kind }: TallyBody["columns"][number]) => ({
    ...kind,
    counts: decode(counts),
    turns: decode(turns),
  });
  return { ...body, columns: body.columns.map(unpacked) };
}

function encode(counts: Uint16Array): string {
  const bytes = new Uint8Array(counts.length * 2);
  counts.forEach((count, i) => {
    bytes[i * 2] = count & 0xff;
    bytes[i * 2 + 1] = count >> 8;
  });
  return btoa(String.fromCharCode(...bytes));
}

function decode(text: string): Uint16Array {
  const bytes = atob(text);
  return Uint16Array.from(
    { length: bytes.length / 2 },
    (_, i) => bytes.charCodeAt(i * 2) | (bytes.charCodeAt(i * 2 + 1) << 8),
  );
}
