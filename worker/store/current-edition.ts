import { POINTER_MAX_AGE_MS } from "../config.ts";
import type { Edition } from "../domain/edition.ts";
import { readEdition, readPointer } from "./distribution.ts";
import { type PublishedThemes, readThemes } from "./themes/published.ts";

export interface Held {
  edition: Edition;
  /** The looks in force; the same object while they are the same. */
  themes: PublishedThemes;
  /** KV could not be asked at the last attempt: this is the last good edition. */
  stale: boolean;
  /** When the pointer was last asked for (ms). */
  checkedAt: number;
}

/**
 * The isolate's copy of the current edition and of the themes. KV is asked for the pointer and for them at most every
 * `maxAgeMs`, for a body only when the pointer has moved; D1 never.
 */
export class CurrentEdition {
  readonly #maxAgeMs: number;
  #held: Held | null = null;

  constructor(maxAgeMs = POINTER_MAX_AGE_MS) {
    this.#maxAgeMs = maxAgeMs;
  }

  /** What is held, while it is young enough to be answered from without asking. */
  fresh(now: number): Held | null {
    const held = this.#held;
    return held && now - held.checkedAt < this.#maxAgeMs ? held : null;
  }

  /**
   * @param now milliseconds since 1970
   * @returns null where nothing has been published
   * @throws what KV threw, only while nothing is held to fall back on
   */
  async at(kv: KVNamespace, now: number): Promise<Held | null> {
    const fresh = this.fresh(now);
    if (fresh) return fresh;
    const held = this.#held;
    // Marked before the wait: requests that come meanwhile are answered from what is held.
    if (held) held.checkedAt = now;
    try {
      this.#held = await this.#revalidate(kv, now);
    } catch (error) {
      if (!held) throw error;
      this.#held = { ...held, stale: true };
    }
    return this.#held;
  }

  async #revalidate(kv: KVNamespace, now: number): Promise<Held | null> {
    const [pointer, themes] = await Promise.all([readPointer(kv), readThemes(kv, this.#held?.themes)]);
    if (!pointer) {
      if (this.#held) throw new Error("The pointer to the current edition is gone from KV.");
      return null;
    }
    const held = this.#held;
    if (held?.edition.id === pointer.id) return { ...held, themes, stale: false, checkedAt: now };
    const edition = await readEdition(kv, pointer.id);
    if (!edition) throw new Error(`KV points to edition ${pointer.id}, but its body isn't there yet.`);
    return { edition, themes, stale: false, checkedAt: now };
  }
}
