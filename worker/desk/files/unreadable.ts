/** A file that can't be read as text, with what was expected of it and what to do, in the words of a rejection. */
export class UnreadableFile extends Error {
  readonly expected: string;

  constructor(expected: string) {
    super(`Expected ${expected}.`);
    this.expected = expected;
  }
}

/** The part that reads a kind of file comes when it is needed, and didn't come. The file itself may be good. */
export class ReaderMissing extends Error {
  override readonly name = "ReaderMissing";

  constructor(cause: unknown) {
    super("The reader of this kind of file couldn't be loaded.", { cause });
  }
}
