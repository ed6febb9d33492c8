import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Pieces of bytes on disk, in a file that has no name in any folder: it ends with the process, however that ends. */
export class Scratch {
  readonly #file: number;
  readonly #ends: number[] = [];

  constructor() {
    const folder = mkdtempSync(join(tmpdir(), "desertion-stats-"));
    this.#file = openSync(join(folder, "scratch"), "w+", 0o600);
    rmSync(folder, { recursive: true });
  }

  get count(): number {
    return this.#ends.length;
  }

  add(piece: Uint8Array): void {
    const start = this.#ends.at(-1) ?? 0;
    writeSync(this.#file, piece, 0, piece.length, start);
    this.#ends.push(start + piece.length);
  }

  /** Each piece in turn, in the same memory: it holds until the next one is asked for. */
  *pieces(): Generator<Uint8Array> {
    const longest = this.#ends.reduce((most, end, i) => Math.max(most, end - (this.#ends[i - 1] ?? 0)), 0);
    const memory = new Uint8Array(longest);
    let start = 0;
    for (const end of this.#ends) {
      const piece = memory.subarray(0, end - start);
      readSync(this.#file, piece, 0, piece.length, start);
      yield piece;
      start = end;
    }
  }

  close(): void {
    closeSync(this.#file);
  }
}
