import { createHash } from "node:crypto";
import { PART_MAX_BYTES, PART_MAX_CASES } from "../config.ts";
import type { CourtCase } from "../contract/court-case.ts";
import { Scratch } from "./scratch.ts";

/** A part is closed at this many bytes: the store adds some to each case, and takes 2 MB in one piece. */
const PART_BYTES = 1_000_000;
const [OPENING, CLOSING] = [Buffer.from('{"cases":['), Buffer.from("]}")];

/** From the last day to the first: a span that holds none. */
const NEVER = { first: "9999-12-31", last: "0001-01-01" } as const;

/** A defendant's case as it will be sent, and by what it is found. */
export interface SpooledCase {
  /** A `CourtCase` in JSON. */
  json: string;
  court: string;
  /** Of the verdict, else of the receipt. */
  day: string | null;
}

/** What cases span, for the question what should have been among them. */
export interface Extent {
  courts: string[];
  /** First and last day of the cases, of the verdict, else of the receipt; where none has a date, no day at all. */
  first: string;
  last: string;
}

/**
 * Cases cut into the parts of an upload, kept on disk as they'll be sent. The same cases always make the same parts
 * with the same hash, so that a broken upload can go on; the defendants of a case are never parted.
 */
export class Parts {
  readonly #bodies = new Scratch();
  readonly #hash = createHash("sha256");
  readonly #courts = new Set<string>();
  #first: string = NEVER.first;
  #last: string = NEVER.last;
  /** The part that is being filled, in one memory for all: what isn't allocated needn't be collected. */
  readonly #open = Buffer.alloc(PART_MAX_BYTES);
  #used = 0;
  #cases = 0;
  /** SHA-256 of all cases, in hexadecimal digits. */
  readonly content: string;

  /** @param cases the defendants of each case */
  constructor(cases: Iterable<readonly SpooledCase[]>) {
    for (const defendants of cases) this.#add(defendants);
    this.#finishPart();
    this.content = this.#hash.digest("hex");
  }

  get count(): number {
    return this.#bodies.count;
  }

  get extent(): Extent {
    return { courts: [...this.#courts].sort(), first: this.#first, last: this.#last };
  }

  /** The bodies of the requests, in order: `{"cases": […]}` in bytes. Each holds until the next one is asked for. */
  bodies(): Generator<Uint8Array> {
    return this.#bodies.pieces();
  }

  /** All cases, one after the other. */
  *cases(): Generator<CourtCase> {
    const decoder = new TextDecoder();
    for (const body of this.bodies()) {
      yield* (JSON.parse(decoder.decode(body)) as { cases: CourtCase[] }).cases;
    }
  }

  close(): void {
    this.#bodies.close();
  }

  #add(defendants: readonly SpooledCase[]): void {
    const bytes = defendants.reduce((sum, { json }) => sum + Buffer.byteLength(json) + 1, 0);
    const isFull = this.#cases + defendants.length > PART_MAX_CASES || this.#used + bytes > PART_BYTES;
    if (isFull) this.#finishPart();
    if (OPENING.length + bytes + CLOSING.length > PART_MAX_BYTES) {
      throw new Error("A case has too many defendants to be sent in one part.");
    }
    for (const { json, court, day } of defendants) {
      this.#used += this.#used === 0 ? OPENING.copy(this.#open) : this.#open.write(",", this.#used);
      this.#used += this.#open.write(json, this.#used);
      this.#cases += 1;
      this.#courts.add(court);
      if (day !== null && day < this.#first) this.#first = day;
      if (day !== null && day > this.#last) this.#last = day;
    }
  }

  #finishPart(): void {
    if (this.#used === 0) return;
    this.#used += CLOSING.copy(this.#open, this.#used);
    const body = this.#open.subarray(0, this.#used);
    this.#hash.update(body);
    this.#bodies.add(body);
    this.#used = 0;
    this.#cases = 0;
  }
}
