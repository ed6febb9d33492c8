import { HELD_PATIENCE_MS, KV_PATIENCE_MS, POINTER_MAX_AGE_MS } from "../config.ts";
import { type Additions, countAdditions } from "../domain/additions.ts";
import type { Edition } from "../domain/edition.ts";
import { readAgain } from "../domain/records/reading.ts";
import { logFailure } from "../log.ts";
import { readTold } from "./additions.ts";
import { readEdition, readPointer } from "./distribution.ts";
import { readNewestReading } from "./readings.ts";
import { type PublishedThemes, readThemes } from "./themes/published.ts";
import { within } from "./within.ts";

export interface Held {
  edition: Edition;
  /** The looks in force; the same object while they are the same. */
  themes: PublishedThemes;
  /** What was said of editions later; the same object while it is the same. */
  additions: Additions;
  /** KV could not be asked at the last attempt: this is the last good edition. */
  stale: boolean;
  /** When KV last confirmed it (ms). */
  checkedAt: number;
}

/** What keeps a request's work going after its answer; a Worker's context, where there is one. */
export type Behind = Partial<Pick<ExecutionContext, "waitUntil">> | null;

/**
 * The isolate's copy of the current edition and of the themes. KV is asked for the pointer and for them at most every
 * `maxAgeMs`, for a body only when the pointer has moved; D1 never. Each asks for itself: what one request
 * waits for may end with it.
 */
export class CurrentEdition {
  readonly #maxAgeMs: number;
  #held: Held | null = null;
  /** The edition that is held, as it was published. */
  #published: Edition | null = null;
  #askedAt = Number.NEGATIVE_INFINITY;

  constructor(maxAgeMs = POINTER_MAX_AGE_MS) {
    this.#maxAgeMs = maxAgeMs;
  }

  /** What is held, while it is young enough to be answered from without asking. */
  fresh(now: number): Held | null {
    const age = now - this.#askedAt;
    // A clock that was set back makes an age negative, which is no age.
    return age >= 0 && age < this.#maxAgeMs ? this.#held : null;
  }

  /**
   * What is held, confirmed by KV where that is quick, and else behind the answer.
   * @param now milliseconds since 1970
   * @returns null where nothing has been published
   * @throws what KV threw, or a `TimeoutError`, only while nothing is held to fall back on
   */
  async at(kv: KVNamespace, now: number, behind: Behind): Promise<Held | null> {
    const fresh = this.fresh(now);
    if (fresh) return fresh;
    // Marked before the wait: requests that come meanwhile are answered from what is held.
    this.#askedAt = now;
    const held = this.#held;
    if (!held) {
      this.#held = await within(KV_PATIENCE_MS, this.#read(kv, now));
      return this.#held;
    }
    const confirmed = this.#confirm(kv, now, held);
    behind?.waitUntil?.(confirmed);
    return within(HELD_PATIENCE_MS, confirmed).catch(() => held);
  }

  async #confirm(kv: KVNamespace, now: number, held: Held): Promise<Held> {
    try {
      const found = await within(KV_PATIENCE_MS, this.#read(kv, now));
      if (!found) throw new Error("The pointer to the current edition is gone from KV.");
      this.#held = found;
    } catch (error) {
      logFailure("edition-unconfirmed", error);
      this.#held = { ...(this.#held ?? held), stale: true };
    }
    return this.#held;
  }

  async #read(kv: KVNamespace, now: number): Promise<Held | null> {
    const [pointer, themes, reading, told] = await Promise.all([
      readPointer(kv),
      readThemes(kv, this.#held?.themes),
      readNewestReading(kv),
      readTold(kv),
    ]);
    if (!pointer) return null;
    const held = this.#held;
    // Additions only come: fewer than are known are KV's of before.
    const additions = held && countAdditions(told) <= countAdditions(held.additions) ? held.additions : told;
    // KV may give a pointer of before for a while; the newest that was seen stands, as pointers only go forward.
    const newest = this.#published;
    const known = newest && pointer.sequence <= newest.sequence ? newest : null;
    const published = known ?? (await readEdition(kv, pointer.id));
    if (!published) throw new Error(`KV points to edition ${pointer.id}, but its body isn't there yet.`);
    this.#published = published;
    const again = readAgain(published, reading);
    // What says the same stays the same object: answers are remembered by it.
    const same = held?.edition.id === published.id && held.edition.records?.readOn === again.records?.readOn;
    return { edition: same ? held.edition : again, themes, additions, stale: false, checkedAt: now };
  }
}
