/**
 * 64 bits that an accident in a database leaves otherwise than they were. They are no proof against somebody who means to
 * deceive: whoever can write the rows can write these, too.
 */
export type Bits = readonly [number, number];

/** FNV-1a in two lanes that begin and multiply otherwise, each mixed at the end so that every bit depends on all. */
export function bitsOf(text: string): Bits {
  let [one, other] = [0x811c9dc5, 0x9747b28c];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ unit, 0x5bd1e995);
  }
  return [mixed(one), mixed(other)];
}

/** The bits of something with a number beside it. */
export function withNumber([one, other]: Bits, number: number): Bits {
  return [mixed(one ^ Math.imul(number + 1, 0x9e3779b1)), mixed(other ^ Math.imul(number + 1, 0x85ebca77))];
}

/** As 16 hex digits. */
export function hexOf(bits: Bits): string {
  return bits.map((half) => (half >>> 0).toString(16).padStart(8, "0")).join("");
}

/** The bits of many things, each so many times, in whatever order they come. */
export class Sum {
  #one = 0;
  #other = 0;

  add([one, other]: Bits, times: number): void {
    this.#one = (this.#one + Math.imul(one, times)) | 0;
    this.#other = (this.#other + Math.imul(other, times)) | 0;
  }

  get bits(): Bits {
    return [this.#one, this.#other];
  }
}

/** The finaliser of MurmurHash3 (Austin Appleby, public domain). */
function mixed(bits: number): number {
  let half = bits ^ (bits >>> 16);
  half = Math.imul(half, 0x85ebca6b);
  half = Math.imul(half ^ (half >>> 13), 0xc2b2ae35);
  return half ^ (half >>> 16);
}
