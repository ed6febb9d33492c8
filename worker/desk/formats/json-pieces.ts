/** An object or list cut out of a JSON document that is too large to parse whole. */
export interface JsonPiece {
  /** Keys and indices that lead to it from the top. */
  path: JsonPath;
  /** Physical line on which it starts, from 1. */
  line: number;
  /** Its JSON, still to be parsed; null where it's longer than the limit. */
  text: string | null;
}

export type JsonPath = readonly (string | number)[];

/** A record with a verdict's text in it stays far below. */
const LONGEST_PIECE = 32_000_000;

/**
 * Cuts objects and lists out of one JSON document, or of several one after another, while it's being read.
 * Only brackets and strings are followed here; whether a piece is JSON shows when it's parsed. Where the
 * brackets don't match, or the text ends within a value, the last item is the line of the break.
 *
 * @param wanted asked for each object and list outside of wanted ones, with its path
 */
export async function* jsonPieces(
  chunks: AsyncIterable<string>,
  wanted: (path: JsonPath) => boolean,
): AsyncGenerator<JsonPiece | { brokenAt: number }> {
  const cutter = new JsonCutter(wanted);
  for await (const chunk of chunks) {
    yield* cutter.cut(chunk);
    if (cutter.isBroken) break;
  }
  if (!cutter.isWhole) yield { brokenAt: cutter.line };
}

const [NEWLINE, QUOTE, BACKSLASH, COMMA, COLON] = [10, 34, 92, 44, 58] as const;
const [SQUARE, SQUARE_END, CURLY, CURLY_END] = [91, 93, 123, 125] as const;

class JsonCutter {
  line = 1;
  isBroken = false;
  readonly #wanted: (path: JsonPath) => boolean;
  readonly #levels: { isList: boolean; key: string; index: number }[] = [];
  #inString = false;
  #isEscaped = false;
  /** Whether the next string of the innermost object is a key. */
  #atKey = false;
  /** Parts of the key being read outside of a piece. */
  #key: string[] | null = null;
  #piece: { path: JsonPath; line: number; depth: number; parts: string[]; size: number } | null = null;
  /** Where the text of the open key or piece goes on in the current chunk. */
  #from = 0;

  constructor(wanted: (path: JsonPath) => boolean) {
    this.#wanted = wanted;
  }

  get isWhole(): boolean {
    return !this.isBroken && !this.#inString && this.#levels.length === 0;
  }

  *cut(chunk: string): Generator<JsonPiece> {
    this.#from = 0;
    for (let i = 0; i < chunk.length && !this.isBroken; i++) {
      const char = chunk.charCodeAt(i);
      if (char === NEWLINE) this.line += 1;
      if (this.#inString) this.#readString(char, chunk, i);
      else if (char === QUOTE) this.#openString(i);
      else if (char === CURLY || char === SQUARE) this.#open(char === SQUARE, i);
      else if (char === CURLY_END || char === SQUARE_END) yield* this.#close(char === SQUARE_END, chunk, i);
      else if (char === COMMA) this.#next();
      else if (char === COLON) this.#atKey = false;
    }
    this.#keep(chunk.slice(this.#from));
  }

  #readString(char: number, chunk: string, i: number): void {
    if (this.#isEscaped) this.#isEscaped = false;
    else if (char === BACKSLASH) this.#isEscaped = true;
    else if (char === QUOTE) {
      this.#inString = false;
      const level = this.#levels.at(-1);
      if (this.#key === null || level === undefined) return;
      this.#keep(chunk.slice(this.#from, i + 1));
      level.key = keyOf(this.#key.join(""));
      this.#key = null;
    }
  }

  #openString(i: number): void {
    this.#inString = true;
    if (!this.#atKey || this.#piece !== null) return;
    this.#key = [];
    this.#from = i;
  }

  #open(isList: boolean, i: number): void {
    if (this.#piece === null) {
      const path = this.#levels.map((level) => (level.isList ? level.index : level.key));
      if (this.#wanted(path)) {
        this.#piece = { path, line: this.line, depth: this.#levels.length, parts: [], size: 0 };
        this.#from = i;
      }
    }
    this.#levels.push({ isList, key: "", index: 0 });
    this.#atKey = !isList;
  }

  *#close(isList: boolean, chunk: string, i: number): Generator<JsonPiece> {
    this.#atKey = false;
    this.isBroken = this.#levels.pop()?.isList !== isList;
    if (this.isBroken || this.#piece?.depth !== this.#levels.length) return;
    this.#keep(chunk.slice(this.#from, i + 1));
    const { path, line, parts, size } = this.#piece;
    this.#piece = null;
    yield { path, line, text: size <= LONGEST_PIECE ? parts.join("") : null };
  }

  #next(): void {
    const level = this.#levels.at(-1);
    if (level?.isList) level.index += 1;
    this.#atKey = level !== undefined && !level.isList;
  }

  /** Takes a part of the text into the open key or piece, if there is one. */
  #keep(part: string): void {
    if (this.#key !== null) this.#key.push(part);
    if (this.#piece === null) return;
    this.#piece.size += part.length;
    if (this.#piece.size <= LONGEST_PIECE) this.#piece.parts.push(part);
  }
}

function keyOf(json: string): string {
  try {
    return String(JSON.parse(json));
  } catch {
    return json;
  }
}
