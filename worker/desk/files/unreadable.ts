/** A file that can't be read as text, with what was expected of it and what to do, in the words of a rejection. */
export class UnreadableFile extends Error {
  readonly expected: string;

  constructor(expected: string) {
    super(`Expected ${expected}.`);
    this.expected = expected;
  }
}
