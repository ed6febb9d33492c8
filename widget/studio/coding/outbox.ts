import type { CodedValues, CodingCase } from "../../../worker/contract/coding.ts";
import type { CodingRound } from "../../../worker/contract/terms.ts";

/** Something that a coder did, until the service has it. */
export interface Letter {
  /** Of this window: the order in which they were written. */
  id: number;
  kind: "code" | "undo";
  one: CodingCase;
  /** What was read; of what is taken back, what it was. Null: there was no text. */
  values: CodedValues | null;
}

/** How the service took a letter. `later`: nobody knows whether it has it, so it goes again. */
export type Taken =
  | { how: "taken"; again?: CodingCase | null; round?: CodingRound }
  | { how: "later" }
  | { how: "refused"; why: string };

/** Where letters lie while they are on their way: in this browser, so that neither a reload nor a crash loses one. */
export interface Drawer {
  read(): Letter[];
  write(letters: readonly Letter[]): void;
}

/** How long it waits before it tries again (ms), longer each time. */
const WAITS = [500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000];

/**
 * Sends what a coder does one after the other, in its order, each until the service says that it has it. The service
 * takes the same letter as often as it comes.
 */
export class Outbox {
  #letters: Letter[];
  #busy = false;
  #tries = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #drawer: Drawer;
  readonly #send: (letter: Letter) => Promise<Taken>;
  readonly #told: (letter: Letter, taken: Exclude<Taken, { how: "later" }>) => void;
  readonly #changed: () => void;

  constructor(
    drawer: Drawer,
    {
      send,
      told,
      changed,
    }: {
      send: (letter: Letter) => Promise<Taken>;
      told: (letter: Letter, taken: Exclude<Taken, { how: "later" }>) => void;
      changed: () => void;
    },
  ) {
    this.#drawer = drawer;
    this.#send = send;
    this.#told = told;
    this.#changed = changed;
    this.#letters = drawer.read();
  }

  /** What is on its way, the oldest first. */
  get letters(): readonly Letter[] {
    return this.#letters;
  }

  /** Whether sending failed the last time. */
  get isStuck(): boolean {
    return this.#tries > 0;
  }

  /** Puts something in, which is kept from now on, and sends it. */
  put(letter: Omit<Letter, "id">): void {
    const id = (this.#letters.at(-1)?.id ?? 0) + 1;
    this.#keep([...this.#letters, { ...letter, id }]);
    this.send();
  }

  /** Takes the newest one out again, if it isn't on its way yet and is of this record. */
  recall({ key, defendant }: Pick<CodingCase, "key" | "defendant">): Letter | null {
    const last = this.#letters.at(-1);
    const isOnItsWay = this.#letters.length === 1 && this.#busy;
    if (last?.kind !== "code" || isOnItsWay || last.one.key !== key || last.one.defendant !== defendant)
      return null;
    this.#keep(this.#letters.slice(0, -1));
    return last;
  }

  /** Goes on sending; whoever knows that the service is there again says so. */
  readonly send = async (): Promise<void> => {
    if (this.#busy) return;
    clearTimeout(this.#timer);
    this.#busy = true;
    for (let [first] = this.#letters; first; [first] = this.#letters) {
      const taken = await this.#send(first);
      if (taken.how === "later") {
        this.#timer = setTimeout(this.send, WAITS[Math.min(this.#tries, WAITS.length - 1)]);
        this.#tries += 1;
        break;
      }
      this.#tries = 0;
      this.#keep(this.#letters.slice(1));
      this.#told(first, taken);
    }
    this.#busy = false;
    this.#changed();
  };

  #keep(letters: Letter[]): void {
    this.#letters = letters;
    this.#drawer.write(letters);
    this.#changed();
  }
}
