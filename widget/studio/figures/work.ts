import type { LedgerBody } from "../../../worker/contract/desk-answers.ts";
import type { Order } from "../desk/publication.ts";
import { words as desk } from "../desk/words/index.ts";
import { readLedgerInForce, stageLedger } from "../service/figures.ts";
import { type Preview, type Published, preview, publish } from "../service/imports.ts";
import { reasonOf } from "../service/refusal.ts";
import { addressOf } from "../shell/route.ts";
import { applied, type Collision, decided, type Pending, rebased } from "./pending.ts";
import { words } from "./words/index.ts";

export interface Said {
  kind: "good" | "bad";
  text: string;
  published?: boolean;
}

/**
 * Changes that wait, and their way out: made in the ledger in force, staged, looked at, published. Where another edition
 * comes first they are made in that one, so that nothing which somebody else has published meanwhile is overwritten.
 */
export class LedgerWork {
  /** In force; null: not read yet. */
  ledger: LedgerBody | null = null;
  pending: readonly Pending[];
  /** What two people have changed; a person decides which stays. */
  collisions: readonly Collision[] = [];
  /** What the service says of the changes, which are staged then. */
  shown: Preview | null = null;
  busy = false;
  said: Said | null = null;
  readonly #changed: () => void;

  /** @param changed told whenever anything here is another */
  constructor(pending: readonly Pending[], changed: () => void) {
    this.pending = pending;
    this.#changed = changed;
  }

  /** All that isn't out, also what is still to be decided. */
  get mine(): readonly Pending[] {
    return [...this.pending, ...this.collisions.map((one) => one.mine)];
  }

  /** Other changes: what was staged isn't of these. */
  take(pending: readonly Pending[]): void {
    this.pending = pending;
    this.quiet();
  }

  /** Something else is done: what was said and shown is over. */
  quiet(): void {
    this.shown = null;
    this.said = null;
    this.#changed();
  }

  decide(collision: Collision, stays: "mine" | "theirs"): void {
    this.collisions = this.collisions.filter((one) => one !== collision);
    this.take([...this.pending, ...decided(collision, stays)]);
  }

  /** @returns whether another edition is in force than before */
  async load(): Promise<boolean> {
    const answer = await readLedgerInForce();
    if (!answer.ok) {
      this.#complain(reasonOf(answer));
      return false;
    }
    const { figures, next_id, edition } = answer.body;
    const isOther = this.ledger !== null && this.ledger.edition?.id !== edition?.id;
    const { pending, collisions } = rebased(this.mine, figures, next_id);
    this.ledger = answer.body;
    this.pending = pending;
    this.collisions = collisions;
    this.#changed();
    return isOther;
  }

  /** Stages the ledger with the changes, and asks what it would change. */
  async review(): Promise<void> {
    if (this.busy || !this.ledger) return;
    this.#hold(true);
    const text = await this.#stage(this.ledger);
    if (text !== null) this.#complain(text);
    this.#hold(false);
  }

  /** @returns whether it is out */
  async publish({ note, override }: Order): Promise<boolean> {
    const { shown, busy } = this;
    if (!shown || busy) return false;
    this.#hold(true);
    const { id } = shown.batch;
    const answer = await publish(id, note, override);
    if (answer.ok) await this.#done(answer.body);
    else if (answer.status === 409 && (await this.load())) this.#complain((await this.#again()) ?? "");
    else {
      const address = `${location.origin}${location.pathname}${addressOf({ view: "desk", batch: id })}`;
      this.#complain(
        answer.status === 409 ? `${reasonOf(answer)} ${words.forAnother} ${address}` : reasonOf(answer),
      );
    }
    this.#hold(false);
    return answer.ok;
  }

  /** What would change is said by the service, in one language. */
  async speak(): Promise<void> {
    this.said = null;
    this.#changed();
    if (!this.shown) return;
    const answer = await preview(this.shown.batch.id);
    if (answer.ok) this.shown = answer.body;
    this.#changed();
  }

  /** @returns what is to be said; null: nothing */
  async #stage(ledger: LedgerBody, told: string | null = null): Promise<string | null> {
    const staged = await stageLedger(applied(ledger.figures, this.pending), ledger.edition?.id ?? null);
    if (!staged.ok) {
      if (staged.status !== 409 || told !== null || !(await this.load())) return reasonOf(staged);
      return this.#again();
    }
    const answer = await preview(staged.body.batch.id);
    if (!answer.ok) return reasonOf(answer);
    this.shown = answer.body;
    return told;
  }

  /** After another edition: the same changes in it, as far as nobody has to decide first. */
  async #again(): Promise<string | null> {
    const { ledger } = this;
    this.shown = null;
    if (!ledger?.edition) return null;
    const text = words.cameFirst(ledger.edition.id);
    if (this.collisions.length > 0 || this.pending.length === 0) return text;
    return this.#stage(ledger, text);
  }

  async #done({ edition: { id }, delivered }: Published): Promise<void> {
    this.take([]);
    await this.load();
    const { published, onItsWay } = desk.importing;
    this.said = { kind: "good", text: delivered ? published(id) : onItsWay(id), published: true };
  }

  #complain(text: string): void {
    this.said = { kind: "bad", text };
    this.#changed();
  }

  #hold(busy: boolean): void {
    this.busy = busy;
    this.#changed();
  }
}
