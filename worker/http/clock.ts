/** The time as an argument, so that a test can stand on any Monday. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
}
