import { REMEMBERED_ANSWERS, REMEMBERED_CHARACTERS } from "../config.ts";
import type { Answer } from "../http/answer.ts";
import type { Held } from "../store/current-edition.ts";

/** Answers of one edition on one day, by what asked for them. The oldest goes first. */
export class RememberedAnswers {
  readonly #answers = new Map<string, Answer>();
  #characters = 0;

  get(key: string): Answer | undefined {
    return this.#answers.get(key);
  }

  set(key: string, answer: Answer): void {
    this.#drop(key);
    this.#answers.set(key, answer);
    this.#characters += weight(key, answer);
    for (const oldest of this.#answers.keys()) {
      if (this.#answers.size <= REMEMBERED_ANSWERS && this.#characters <= REMEMBERED_CHARACTERS) break;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    const answer = this.#answers.get(key);
    if (!answer) return;
    this.#answers.delete(key);
    this.#characters -= weight(key, answer);
  }
}

function weight(key: string, { body }: Answer): number {
  return key.length + body.length;
}

/** What an isolate remembers. All of it goes with its edition, its themes and its day. */
export class AnswerMemory {
  #answers = new RememberedAnswers();
  #held: Pick<Held, "edition" | "themes" | "additions" | "stale"> | null = null;
  #today = "";

  /** The answers about what is held now. One that was begun before keeps its own, which nobody asks any more. */
  about(held: Held, today: string): RememberedAnswers {
    const same =
      this.#held?.edition === held.edition &&
      this.#held.themes === held.themes &&
      this.#held.additions === held.additions &&
      this.#held.stale === held.stale &&
      this.#today === today;
    if (!same) {
      this.#answers = new RememberedAnswers();
      this.#held = held;
      this.#today = today;
    }
    return this.#answers;
  }
}
