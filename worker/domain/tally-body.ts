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
  const view = new DataView(new ArrayBuffer(counts.length * 2));
  counts.forEach((count, i) => {
    view.setUint16(i * 2, count, true);
  });
  return btoa(Array.from(new Uint8Array(view.buffer), (byte) => String.fromCharCode(byte)).join(""));
}

function decode(text: string): Uint16Array {
  const view = new DataView(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)).buffer);
  return Uint16Array.from({ length: view.byteLength / 2 }, (_, i) => view.getUint16(i * 2, true));
}
