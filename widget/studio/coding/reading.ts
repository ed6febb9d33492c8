import type { CodedValues, CodingCase } from "../../../worker/contract/coding.ts";
import type { Action } from "./keys.ts";
import { finish, type Missing, NOTHING_TYPED, press, type Typed, typedOf } from "./typed.ts";

/** The verdict under a coder's hands: of which record it is, what was typed, and what is still missing. */
export class Reading {
  typed: Typed = NOTHING_TYPED;
  missing: Missing | null = null;
  #of = "";

  /** Whether it is of no record. */
  get isEmpty(): boolean {
    return this.#of === "";
  }

  /** @param one what is before the coder; undefined: nothing */
  isOf(one: CodingCase | undefined): boolean {
    return this.#of === nameOf(one);
  }

  /** @param values what was read before it was taken back; null: what the record says */
  begin(one: CodingCase | undefined, values: CodedValues | null): void {
    this.#of = nameOf(one);
    const stands = one?.round === "first" ? one.stands : null;
    this.type(values ? typedOf(values, true) : stands ? typedOf(stands, false) : NOTHING_TYPED);
  }

  type(typed: Typed): void {
    this.typed = typed;
    this.missing = null;
  }

  press(action: Action): void {
    this.type(press(this.typed, action));
  }

  /** @returns what was read; null: something is missing, which is marked from now on */
  finish(): CodedValues | null {
    const finished = finish(this.typed);
    if ("values" in finished) return finished.values;
    this.missing = finished.missing;
    if (finished.missing === "term") this.typed = { ...this.typed, asked: true };
    return null;
  }
}

function nameOf(one: CodingCase | undefined): string {
  return one ? `${one.round} ${one.key} ${one.defendant}` : "";
}
