import { Temporal } from "temporal-polyfill";
import { ZONE } from "./calendar.ts";

/** The calendar date in Moscow, worked out once a day instead of at each asking. */
export class MoscowDay {
  #date = "";
  #begins = 0;
  #ends = 0;

  /** @param now milliseconds since 1970 */
  at(now: number): string {
    if (now < this.#begins || now >= this.#ends) this.#turn(now);
    return this.#date;
  }

  #turn(now: number): void {
    const midnight = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(ZONE).startOfDay();
    this.#date = midnight.toPlainDate().toString();
    this.#begins = midnight.epochMilliseconds;
    this.#ends = midnight.add({ days: 1 }).epochMilliseconds;
  }
}
