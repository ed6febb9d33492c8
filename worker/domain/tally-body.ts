import type { Counts, Tally, TallyColumn } from "./tally.ts";

/** A tally as JSON: each column's counts are little-endian numbers in base64, of 16 bits, or of 32 where it is wide. */
export interface TallyBody extends Omit<Tally, "columns"> {
  columns: (Omit<TallyColumn, "counts" | "turns"> & { counts: string; turns: string; wide?: true })[];
}

/** As many bytes for a week of 3 cases as for one of 3,000: a body grows with weeks, not with cases. */
export function encodeTally(tally: Tally): TallyBody {
  const packed = ({ counts, turns, ...kind }: TallyColumn) => {
    const wide = counts instanceof Uint32Array;
    const bytes = wide ? 4 : 2;
    return {
      ...kind,
      counts: encode(counts, bytes),
      turns: encode(turns, bytes),
      ...(wide && { wide: true as const }),
    };
  };
  return { ...tally, columns: tally.columns.map(packed) };
}

export function decodeTally(body: TallyBody): Tally {
  const unpacked = ({ counts, turns, wide, ...kind }: TallyBody["columns"][number]): TallyColumn => ({
    ...kind,
    counts: decode(counts, wide),
    turns: decode(turns, wide),
  });
  return { ...body, columns: body.columns.map(unpacked) };
}

function encode(counts: Counts, bytesEach: number): string {
  let text = "";
  for (const count of counts) {
    for (let byte = 0; byte < bytesEach; byte++) text += String.fromCharCode((count >>> (8 * byte)) & 0xff);
  }
  return btoa(text);
}

function decode(text: string, wide = false): Counts {
  const packed = atob(text);
  const bytes = new DataView(new ArrayBuffer(packed.length));
  for (let at = 0; at < packed.length; at++) bytes.setUint8(at, packed.charCodeAt(at));
  const bytesEach = wide ? 4 : 2;
  const counts = new (wide ? Uint32Array : Uint16Array)(Math.floor(packed.length / bytesEach));
  for (let at = 0; at < counts.length; at++)
    counts[at] = wide ? bytes.getUint32(4 * at, true) : bytes.getUint16(2 * at, true);
  return counts;
}
