/** The last few things that were loaded by key; the one that was used longest ago goes first. */
export class Recent<Value> {
  readonly #values = new Map<string, Value>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  /** What is kept under `key`, else what `load` gives, unless that is null. */
  async get(key: string, load: () => Promise<Value | null>): Promise<Value | null> {
    const known = this.#values.get(key) ?? (await load());
    if (known === null) return null;
    this.#values.delete(key);
    this.#values.set(key, known);
    const [oldest] = this.#values.keys();
    if (oldest !== undefined && this.#values.size > this.#most) this.#values.delete(oldest);
    return known;
  }
}
