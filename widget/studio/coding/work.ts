import type { CodedValues, CodingBody, CodingCase, DraftCoding } from "../../../worker/contract/coding.ts";
import { claim, lookAtCoding, release, type Wish } from "../service/coding.ts";
import { reasonOf } from "../service/refusal.ts";
import type { Letter, Taken } from "./outbox.ts";
import { type Refused, type Station, stationOf } from "./station.ts";

/** How many records a window has before it, and from how few on it asks for more: no key waits for the network. */
const BEFORE_ONE = 10;
const FEW = 5;
/** How often claims are renewed while the view is open (ms): several times before they expire. */
const RENEWED_EVERY_MS = 180_000;

/** What happened, for whoever tells it. */
export type Event =
  | { what: "changed" }
  | { what: "restored"; values: CodedValues | null }
  | { what: "others-have" | "lost" | "nothing"; number: string };

/** A coder's work at one window: what is before them, what they did, what is on its way. */
export class CodingWork {
  queue: CodingCase[] = [];
  look: CodingBody | null = null;
  drafts: DraftCoding[] = [];
  /** Why nothing could be asked for; null: it could. */
  failed: string | null = null;
  /** Whether the queue is known. */
  isLoaded = false;
  wish: Wish;

  #station: Station | null = null;
  #isClosed = false;
  #asking = false;
  #asksAgain = false;
  #done: { one: CodingCase; values: CodedValues | null }[] = [];
  #timer: ReturnType<typeof setInterval> | undefined;
  readonly #coder: string;
  readonly #tell: (event: Event) => void;

  constructor(coder: string, wish: Wish, tell: (event: Event) => void) {
    this.#coder = coder;
    this.wish = wish;
    this.#tell = tell;
  }

  get letters(): readonly Letter[] {
    return this.#station?.outbox.letters ?? [];
  }

  get isStuck(): boolean {
    return this.#station?.outbox.isStuck ?? false;
  }

  get refused(): readonly Refused[] {
    return this.#station?.refused ?? [];
  }

  async open(): Promise<void> {
    const station = await stationOf(this.#coder);
    if (this.#isClosed) return;
    this.#station = station;
    station.hearer = {
      told: (letter, taken) => this.#told(letter, taken),
      changed: () => this.#tell({ what: "changed" }),
    };
    this.#timer = setInterval(() => {
      station.adopt();
      this.more(true);
    }, RENEWED_EVERY_MS);
    await station.adopt();
    await station.outbox.send();
    await Promise.all([this.reload(), this.more(true)]);
  }

  /** What is on its way goes on; what is before one is anybody's again. */
  close(): void {
    this.#isClosed = true;
    clearInterval(this.#timer);
    if (!this.#station) return;
    this.#station.hearer = null;
    release(this.#station.desk);
  }

  async reload(): Promise<void> {
    const before = this.drafts;
    const answer = await lookAtCoding();
    if (answer.ok) {
      const { drafts } = answer.body;
      // What was kept while the answer was on its way isn't in it.
      const since = this.drafts.filter(
        (one) => !before.includes(one) && !drafts.some((other) => isSame(one, other)),
      );
      this.look = answer.body;
      this.drafts = [...since, ...drafts];
    }
    this.failed = answer.ok ? null : reasonOf(answer);
    this.#tell({ what: "changed" });
  }

  /** Other records are wanted: those before one are given up. */
  async turnTo(wish: Wish): Promise<void> {
    this.wish = wish;
    this.queue = [];
    this.isLoaded = false;
    if (this.#station) await release(this.#station.desk);
    await this.more(true);
  }

  /** Has enough records before one. @param anyway also where there are enough, to renew them */
  async more(anyway = false): Promise<void> {
    const station = this.#station;
    if (!station || (!anyway && this.queue.length > FEW)) return;
    if (this.#asking) {
      this.#asksAgain = true;
      return;
    }
    this.#asking = true;
    const { wish } = this;
    const answer = await claim(station.desk, wish, BEFORE_ONE);
    this.#asking = false;
    if (wish !== this.wish) return this.more(true);
    if (answer.ok) this.#queueUp(answer.body.cases);
    this.failed = answer.ok ? null : reasonOf(answer);
    this.isLoaded ||= answer.ok;
    this.#tell({ what: "changed" });
    // What was kept while the answer was on its way makes room for others that it doesn't have.
    const isDue = this.#asksAgain && answer.ok;
    this.#asksAgain = false;
    if (isDue) await this.more();
  }

  #queueUp(cases: readonly CodingCase[]): void {
    const [current] = this.queue;
    const done = [...this.letters.map(({ one }) => one), ...this.#done.map(({ one }) => one)];
    this.queue = cases.filter((one) => !done.some((other) => isSame(one, other)));
    if (current && !this.queue.some((one) => isSame(one, current))) {
      this.#tell({ what: "lost", number: current.case_number });
    }
  }

  /** What was read in the verdict that is before one; the next one comes. */
  save(values: CodedValues | null): void {
    const [one, ...others] = this.queue;
    if (!one) return;
    this.queue = others;
    this.#done.push({ one, values });
    this.#station?.outbox.put({ kind: "code", one, values });
    if (this.queue.length <= FEW) this.more();
  }

  /** Takes back what was coded last, here or, after a reload, by the service's own list; or one that is named. */
  undo(named?: DraftCoding): void {
    const draft = named ?? this.drafts[0];
    const last = named ? null : this.#done.at(-1);
    const one = last?.one ?? draft;
    if (!one) {
      this.#tell({ what: "nothing", number: "" });
      return;
    }
    const values = last ? last.values : (draft?.values ?? null);
    // Whoever takes back once more means the one before it.
    this.#done = this.#done.filter((done) => !isSame(done.one, one));
    if (this.#station?.outbox.recall(one)) this.#restore(one, values);
    else this.#station?.outbox.put({ kind: "undo", one, values });
  }

  putAway(refused: Refused): void {
    const kept = this.refused.filter(({ letter }) => letter.one.key !== refused.letter.one.key);
    this.#station?.keepRefused(kept);
    this.#tell({ what: "changed" });
  }

  #told(letter: Letter, taken: Exclude<Taken, { how: "later" }>): void {
    const { kind, one, values } = letter;
    if (taken.how === "refused") this.#tell({ what: "changed" });
    else if (kind === "undo") {
      this.drafts = this.drafts.filter((draft) => !isSame(draft, one));
      if (taken.again) this.#restore(taken.again, values);
      else this.#forget(one, "others-have");
    } else if (values && taken.round !== "second") {
      const coded_at = new Date().toISOString();
      this.drafts = [
        { ...one, values, coded_at, problem: null },
        ...this.drafts.filter((draft) => !isSame(draft, one)),
      ];
    }
    if (this.queue.length === 0 && this.letters.length === 0) this.more();
  }

  #restore(one: CodingCase, values: CodedValues | null): void {
    this.#done = this.#done.filter((done) => !isSame(done.one, one));
    this.queue = [one, ...this.queue.filter((other) => !isSame(one, other))];
    this.#tell({ what: "restored", values });
  }

  #forget(one: CodingCase, what: "others-have"): void {
    this.#done = this.#done.filter((done) => !isSame(done.one, one));
    this.#tell({ what, number: one.case_number });
  }
}

function isSame(a: Pick<CodingCase, "key" | "defendant">, b: Pick<CodingCase, "key" | "defendant">): boolean {
  return a.key === b.key && a.defendant === b.defendant;
}
