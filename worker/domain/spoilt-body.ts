/** What KV gives isn't what was written: it is cut short, empty, of another edition, or something else. */
export class SpoiltBody extends Error {
  override readonly name = "SpoiltBody";
}

/** Whatever goes wrong while a body is unpacked is the body's fault. @throws SpoiltBody */
export function unpacked<Value>(what: string, unpack: () => Value): Value {
  try {
    return unpack();
  } catch (cause) {
    throw new SpoiltBody(`${what} in KV can't be unpacked.`, { cause });
  }
}
