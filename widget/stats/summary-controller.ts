import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Summary } from "../../worker/contract/summary.ts";
import { type LoadDetail, tell } from "./events.ts";
import { type Failure, requestSummary } from "./request.ts";

/** What an element wants to know, and whether it wants to be kept up to date. */
export interface Question {
  url: string;
  refresh: boolean;
}

/** An element begins to load when it is less than a window away from the window. */
const NEAR = "100%";
/** Whoever has a page before them for so long may print it: on paper, all of it is near. */
const READING_MS = 3000;
/** Seconds after which a failure is tried again; after each further one, twice as many. */
const RETRY_S = 15;
/** In a quarter of an hour. Afterwards only a reader who comes back, or their line, has it tried again. */
const MOST_TRIES = 5;
/** What belongs to an article, and got into a tag that HTML didn't take as closed. */
const BLOCKS = "h2,p+p,section";

/**
 * Holds the answer to an element's question: asks once the element comes near the window or its page has been read for
 * a while, and whenever the question changes, and tells the page by events. With `refresh` it asks again when the answer is out of date, but never
 * for a page that nobody sees. What fails for a while (no line, 429, 5xx) is tried again, ever less often.
 */
export class SummaryController implements ReactiveController {
  /** The answer to show; null while there is none. */
  summary: Summary | null = null;

  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #question: () => Question;
  #asked: Question | null = null;
  /** The address that `summary` came from; empty before the first. */
  #from = "";
  #near: IntersectionObserver | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  /** Before that time of the page, in milliseconds, nothing is asked again. */
  #notBefore = 0;

  constructor(host: ReactiveControllerHost & HTMLElement, question: () => Question) {
    this.#host = host;
    this.#question = question;
    host.addController(this);
  }

  hostConnected(): void {
    this.#near = new IntersectionObserver(
      (sightings) => sightings.some((sighting) => sighting.isIntersecting) && this.#come(),
      { rootMargin: NEAR },
    );
    this.#near.observe(this.#host);
    // Not at `beforeprint`: the page is drawn in that turn, before any answer can come. No frame is drawn of a page that
    // nobody sees, and what isn't on it has no width.
    const early = () => this.#host.offsetWidth && this.#come();
    this.#timer = setTimeout(requestAnimationFrame, READING_MS, early);
  }

  hostDisconnected(): void {
    this.#near?.disconnect();
    this.#rest();
    this.#asked = null;
  }

  hostUpdate(): void {
    const { url, refresh } = this.#question();
    if (this.#near || (url === this.#asked?.url && refresh === this.#asked.refresh)) return;
    this.#failures = 0;
    this.#ask({ url, refresh });
  }

  /** The element is near the window, or may soon be on paper. */
  #come(): void {
    this.#near?.disconnect();
    this.#near = null;
    this.#host.requestUpdate();
  }

  /** The answer can't be shown: as good as none. */
  refuse(cause: unknown): void {
    this.summary = null;
    this.#fail({ status: 200, problem: null, cause, retryAfter: 0 });
  }

  async #ask(question: Question): Promise<void> {
    this.#rest();
    this.#asked = question;
    // A bundle knows of no service before its script tells, or the tag names one.
    if (!question.url) return;
    const outcome = await requestSummary(question.url);
    // Meanwhile the element may have been removed, or asked something else.
    if (this.#asked !== question) return;
    if ("summary" in outcome) {
      this.#failures = 0;
      if (question.refresh) this.#askIn(outcome.maxAge);
      await this.#show({ url: question.url, summary: outcome.summary });
    } else {
      this.#tryAgain(outcome, question);
      this.#fail(outcome);
    }
  }

  /** A reader who comes back to the page, or their line, needn't wait for the timer; the service's own wish counts. */
  #tryAgain({ status, retryAfter }: Failure, { refresh }: Question): void {
    const isRefused = status && status < 500 && status !== 429;
    if (isRefused && !refresh) return;
    const least = Math.max(retryAfter, RETRY_S);
    this.#notBefore = performance.now() + 1000 * least;
    if (refresh || this.#failures < MOST_TRIES) this.#askIn(least * 2 ** this.#failures);
    this.#failures = Math.min(this.#failures + 1, MOST_TRIES);
    addEventListener("online", this.#askAgain);
    document.addEventListener("visibilitychange", this.#askAgain);
  }

  #askIn(seconds: number): void {
    this.#timer = setTimeout(this.#askAgain, 1000 * seconds);
  }

  readonly #askAgain = (): void => {
    if (document.hidden) document.addEventListener("visibilitychange", this.#askAgain);
    else if (this.#asked && performance.now() >= this.#notBefore) this.#ask({ ...this.#asked });
  };

  #rest(): void {
    clearTimeout(this.#timer);
    removeEventListener("online", this.#askAgain);
    document.removeEventListener("visibilitychange", this.#askAgain);
  }

  async #show(answer: LoadDetail): Promise<void> {
    // Where a browser translated the page, its elements stand in the place of Lit's texts: all is drawn anew.
    if (this.#host.shadowRoot?.querySelector("font,ya-tr-span")) {
      this.summary = null;
      this.#host.requestUpdate();
      await this.#host.updateComplete;
    }
    this.summary = answer.summary;
    if (!this.#from && this.#host.querySelector(BLOCKS)) console.warn("Unclosed tag:", this.#host);
    this.#from = answer.url;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    if (this.summary !== answer.summary) return;
    const { edition, correction } = answer.summary;
    tell(this.#host, "desertion-stats-load", answer);
    if (edition.stale) tell(this.#host, "desertion-stats-stale", answer);
    if (correction) tell(this.#host, "desertion-stats-correction", answer);
  }

  #fail(failure: Failure): void {
    const url = this.#asked?.url ?? "";
    // What answers the same question stays; an answer to another one would be a wrong number.
    if (this.#from !== url) this.summary = null;
    this.#host.requestUpdate();
    tell(this.#host, "desertion-stats-error", { url, ...failure });
  }
}
