import type { CodedValues, CodingBody, CodingCase, DraftCoding } from "../../../worker/contract/coding.ts";
import { type ClaimsAnswer, claim, lookAtCoding, release, type Wish } from "../service/coding.ts";
import { mayHaveArrived, reasonOf } from "../service/refusal.ts";
import { beforeLeaving } from "../service/session.ts";
import { countedWith } from "./left.ts";
import type { Letter, Taken } from "./outbox.ts";
import { isSame, queueOf } from "./queue.ts";
import { type Refused, type Station, stationOf } from "./station.ts";

/** How many records a window has before it, and below how many it asks for more: no key waits for the network. */
const BEFORE_ONE = 10;
const LOW_WATER = 8;
/** How often claims are renewed while the view is open (ms): several times before they expire. */
const RENEWED_EVERY_MS = 180_000;
/** After how long it asks again for what it didn't get (ms). */
const ASKED_AGAIN_MS = 5_000;

/** What happened, for whoever tells it. */
export type Event =
  | { what: "changed" }
  | { what: "restored"; values: CodedValues | null }
  | { what: "others-have" | "lost" | "second" | "nothing"; number: string };

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

  /** When the claims on what is before one end; null: there are none. */
  #until: string | null = null;
  #stay = () => {};
  #station: Station | null = null;
  #isClosed = false;
  #asking = false;
  /** More was wanted while an answer was on its way. */
  #asksAgain = false;
  /** How often something was taken back: an answer from before still has it. */
  #undone = 0;
  #done: { one: CodingCase; values: CodedValues | null }[] = [];
  #timer: ReturnType<typeof setInterval> | undefined;
  #again: ReturnType<typeof setTimeout> | undefined;
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

  get canUndo(): boolean {
    return this.#done.length > 0 || this.drafts.length > 0;
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
      this.reload();
    }, RENEWED_EVERY_MS);
    addEventListener("pagehide", this.#leave);
    addEventListener("pageshow", this.#comeBack);
    this.#stay = beforeLeaving(this.#leave);
    await station.adopt();
    await station.outbox.send();
    await Promise.all([this.reload(), this.more(true)]);
  }

  /** What is on its way goes on; what is before one is anybody's again. */
  close(): void {
    this.#isClosed = true;
    clearInterval(this.#timer);
    clearTimeout(this.#again);
    this.#stay();
    removeEventListener("pagehide", this.#leave);
    removeEventListener("pageshow", this.#comeBack);
    if (!this.#station) return;
    this.#station.hearer = null;
    this.#leave();
  }

  /** What is before one is anybody's again, but what is still on its way: nobody is to code it meanwhile. */
  async #giveUp(isPatient: boolean): Promise<void> {
    const onItsWay = this.letters.map(({ one }) => one);
    if (this.#station && this.#until !== null)
      await release(this.#station.desk, this.#until, onItsWay, isPatient);
  }

  readonly #leave = (): Promise<void> => this.#giveUp(false);

  /** A page that the browser had kept is shown again: what was before one may be others' by now. */
  readonly #comeBack = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) this.more(true);
  };

  async reload(): Promise<void> {
    const { drafts: before } = this;
    const undone = this.#undone;
    const answer = await lookAtCoding();
    if (undone !== this.#undone) return this.reload();
    if (answer.ok) {
      const { drafts } = answer.body;
      // What was kept while the answer was on its way isn't in it, and what was taken back is.
      const since = this.drafts.filter(
        (one) => !before.includes(one) && !drafts.some((other) => isSame(one, other)),
      );
      const isBack = (one: DraftCoding) =>
        this.letters.some(({ kind, one: other }) => kind === "undo" && isSame(one, other));
      this.look = answer.body;
      this.drafts = [...since, ...drafts.filter((one) => !isBack(one))];
    }
    this.failed = answer.ok ? null : reasonOf(answer);
    this.#tell({ what: "changed" });
  }

  /** Other records are wanted: those before one are given up. */
  async turnTo(wish: Wish): Promise<void> {
    this.wish = wish;
    this.queue = [];
    this.isLoaded = false;
    if (!this.#asking) await this.#giveUp(true);
    await this.more(true);
  }

  /** Has enough records before one. @param anyway also where there are enough, to renew them */
  async more(anyway = false): Promise<void> {
    const station = this.#station;
    const isEnough = this.queue.length >= LOW_WATER;
    // Without a line, what is before one has to do; the first letter that arrives asks again.
    if (!station || this.#isClosed || (!anyway && (isEnough || this.isStuck))) return;
    if (this.#asking) {
      this.#asksAgain = true;
      return;
    }
    this.#asking = true;
    clearTimeout(this.#again);
    let answer: ClaimsAnswer;
    let isDue: boolean;
    do {
      this.#asksAgain = false;
      const { wish } = this;
      const undone = this.#undone;
      answer = await claim(station.desk, wish, BEFORE_ONE);
      const isOther = wish !== this.wish;
      if (answer.ok) this.#until = answer.body.until;
      // The view may have been closed meanwhile, too.
      if (isOther || this.#isClosed) await this.#giveUp(isOther);
      // An answer from before something was taken back doesn't have it.
      const isStale = isOther || undone !== this.#undone;
      if (answer.ok && !isStale) this.#queueUp(answer.body.cases);
      isDue = isStale || (this.#asksAgain && this.queue.length < LOW_WATER);
    } while (isDue && answer.ok && !this.#isClosed);
    this.#asking = false;
    this.failed = answer.ok ? null : reasonOf(answer);
    this.isLoaded ||= answer.ok;
    if (!answer.ok && mayHaveArrived(answer) && !this.#isClosed)
      this.#again = setTimeout(() => this.more(true), ASKED_AGAIN_MS);
    this.#tell({ what: "changed" });
  }

  #queueUp(cases: readonly CodingCase[]): void {
    const { letters, queue } = this;
    const [current] = queue;
    this.queue = queueOf(cases, { letters, queue, done: this.#done.map(({ one }) => one) });
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
    this.more();
  }

  /**
   * Takes back what was coded last, here or, after a reload, by the service's own list; or one that is named. It stands
   * before one at once, whether or not there is a line.
   */
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
    this.drafts = this.drafts.filter((done) => !isSame(done, one));
    if (!this.#station?.outbox.recall(one)) this.#station?.outbox.put({ kind: "undo", one, values });
    this.queue = [one, ...this.queue.filter((other) => !isSame(one, other))];
    this.#tell({ what: "restored", values });
  }

  putAway(refused: Refused): void {
    this.#station?.keepRefused(this.refused.filter((one) => !isOne(one, refused)));
    this.#tell({ what: "changed" });
  }

  /** What the service refused may fit by now: once an edition has made room, or the other coding is taken back. */
  sendAgain(refused: Refused): void {
    this.putAway(refused);
    const { kind, one, values } = refused.letter;
    this.#station?.outbox.put({ kind, one, values });
  }

  /** @returns whether drafts have got a problem since they were looked at the last time */
  async hasNewProblems(): Promise<boolean> {
    const known = this.drafts.filter(({ problem }) => problem !== null).length;
    await this.reload();
    return this.drafts.filter(({ problem }) => problem !== null).length > known;
  }

  #told(letter: Letter, taken: Exclude<Taken, { how: "later" }>): void {
    const { kind, one, values } = letter;
    const isLast = !this.letters.some((other) => isSame(other.one, one));
    if (kind === "undo") {
      this.#undone += 1;
      if (taken.how === "taken") this.#count(one, 1);
      else this.reload();
      if (isLast && (taken.how === "refused" || !taken.again)) this.#forget(one, taken.how);
      // The record is claimed anew, and all claims end together.
      this.more(true);
    } else if (taken.how === "taken") {
      this.#count(one, -1);
      const isSecond = taken.round === "second";
      if (values && !isSecond && isLast) this.#keep(one, values);
      if (isSecond && one.round === "first") this.#tell({ what: "second", number: one.case_number });
    }
    this.more();
    this.#tell({ what: "changed" });
  }

  #keep(one: CodingCase, values: CodedValues): void {
    const coded_at = new Date().toISOString();
    const others = this.drafts.filter((draft) => !isSame(draft, one));
    this.drafts = [{ ...one, values, coded_at, problem: null }, ...others];
  }

  /** What was taken back, and isn't this coder's to code anew. */
  #forget(one: CodingCase, how: "taken" | "refused"): void {
    this.queue = this.queue.filter((other) => !isSame(other, one));
    if (how === "taken") this.#tell({ what: "others-have", number: one.case_number });
  }

  #count(one: CodingCase, by: 1 | -1): void {
    if (this.look) this.look = countedWith(this.look, one, by);
  }
}

/** Letters of several windows may have the same number. */
function isOne({ letter: a }: Refused, { letter: b }: Refused): boolean {
  return a.id === b.id && a.kind === b.kind && isSame(a.one, b.one);
}
