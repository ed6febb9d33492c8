import type { CasesDiff, RowsDiff } from "../contract/changes.ts";
import type { CountedChanges } from "../contract/counted-changes.ts";
import type { CourtCase } from "../contract/court-case.ts";
import type { EditionAddition } from "../contract/editions.ts";
import type { Figure } from "../contract/figure.ts";
import type { HeadlineChange } from "../contract/headline-change.ts";
import type {
  Batch,
  BatchRequest,
  CheckRequest,
  FigureChange,
  WithdrawRequest,
} from "../contract/imports.ts";
import type { Objection } from "../contract/objection.ts";
import type { HeldEdition } from "../contract/sources.ts";
import type { Role, Token } from "../contract/tokens.ts";
import { type Answer, exchange } from "./exchange.ts";

/** A request that the server refused: its problem's own words. */
export class Refused extends Error {
  readonly status: number;
  constructor(status: number, detail: string) {
    super(detail);
    this.status = status;
  }
}

/** The server can't be reached at all. */
export class Unreachable extends Error {}

/** Waits before a request is tried again after a broken connection (ms); one that came too often waits as it is told. */
const RETRY_AFTER_MS = [500, 2_000, 5_000];

export interface Preview {
  batch: Batch;
  figures: FigureChange[];
  cases: CasesDiff | null;
  guard: Objection[];
  headlines: HeadlineChange[];
}

/** An edition that is committed; `delivered`: readers have it, too. */
export interface Published {
  edition: { id: string };
  delivered: boolean;
}

/** The desk's side of the import addresses. Every request can be repeated without harm. */
export class DeskClient {
  readonly origin: string;
  readonly #token: string;

  constructor(origin: string, token: string) {
    this.origin = origin.replace(/\/$/, "");
    this.#token = token;
  }

  checkFigures(figures: readonly Figure[]): Promise<{
    figures: FigureChange[];
    guard: Objection[];
    headlines: HeadlineChange[];
  }> {
    return this.#ask("POST", "/v1/imports/check/figures", { figures });
  }

  /** @param body a part's bytes, as `Parts` has it */
  checkCases(
    body: Uint8Array,
    { first, last, read_on }: { first: string; last: string; read_on?: string | undefined },
  ): Promise<{ diff: RowsDiff; counted: CountedChanges; matched: number }> {
    const days = new URLSearchParams({ first, last, ...(read_on && { read_on }) });
    return this.#ask("POST", `/v1/imports/check/cases?${days}`, body);
  }

  checkWhole(
    request: CheckRequest,
  ): Promise<{ diff: CasesDiff; guard: Objection[]; headlines: HeadlineChange[] }> {
    return this.#ask("POST", "/v1/imports/check", request);
  }

  open(request: BatchRequest): Promise<{ batch: Batch }> {
    return this.#ask("POST", "/v1/imports", request);
  }

  sendPart(batch: string, number: number, body: Uint8Array | object): Promise<{ batch: Batch }> {
    return this.#ask("PUT", `/v1/imports/${batch}/parts/${number}`, body);
  }

  seal(batch: string): Promise<{ batch: Batch }> {
    return this.#ask("POST", `/v1/imports/${batch}/seal`, {});
  }

  preview(batch: string): Promise<Preview> {
    return this.#ask("GET", `/v1/imports/${batch}`);
  }

  publish(batch: string, order: { note: string; override?: string }): Promise<Published> {
    return this.#ask("POST", `/v1/imports/${batch}/publish`, order);
  }

  /** Leaves a batch for a person. @returns null where it would change nothing: it is discarded then */
  async hold(batch: string): Promise<HeldEdition | null> {
    return (await this.#ask<{ held: HeldEdition | null }>("POST", `/v1/imports/${batch}/hold`, {})).held;
  }

  discard(batch: string): Promise<null> {
    return this.#ask("DELETE", `/v1/imports/${batch}`);
  }

  revert(edition: string, note: string): Promise<Published> {
    return this.#ask("POST", "/v1/imports/revert", { edition, note });
  }

  /** Says something more of an edition that is out. */
  add(edition: string, text: string): Promise<{ addition: EditionAddition; delivered: boolean }> {
    const path = `/v1/imports/editions/${encodeURIComponent(edition)}/additions`;
    return this.#ask("POST", path, { text });
  }

  /** Stages it for review; it is published like any batch, with its reason as the note. */
  stageWithdrawal(request: WithdrawRequest): Promise<{ batch: Batch; records: number }> {
    return this.#ask("POST", "/v1/imports/withdrawals", request);
  }

  redact(): Promise<{ editions: string[] }> {
    return this.#ask("POST", "/v1/imports/redact", {});
  }

  /** Brings what is published to the readers, where it isn't there yet, and says whether it is. */
  async isDelivered(): Promise<boolean> {
    return (await this.#ask<{ delivered: boolean }>("GET", "/v1/imports/editions")).delivered;
  }

  export(after: number): Promise<{ cases: CourtCase[]; next: number | null }> {
    return this.#ask("GET", `/v1/imports/export?after=${after}`);
  }

  tokens(): Promise<{ tokens: Token[] }> {
    return this.#ask("GET", "/v1/tokens");
  }

  createToken(request: { label: string; role: Role; days: number }): Promise<{
    id: string;
    secret: string;
    expires_at: string;
  }> {
    return this.#ask("POST", "/v1/tokens", request);
  }

  revokeToken(id: string): Promise<null> {
    return this.#ask("DELETE", `/v1/tokens/${id}`);
  }

  async #ask<Body>(method: string, path: string, body?: object): Promise<Body> {
    const { status, reason, text } = await this.#send(method, path, body);
    const answer = text.startsWith("{") ? JSON.parse(text) : null;
    if (status >= 300) throw new Refused(status, answer?.detail ?? `${status} ${reason}`);
    return answer as Body;
  }

  async #send(method: string, path: string, body: object | undefined): Promise<Answer> {
    const headers = { Authorization: `Bearer ${this.#token}`, "Content-Type": "application/json" };
    for (const wait of [...RETRY_AFTER_MS, null]) {
      try {
        const answer = await exchange(`${this.origin}${path}`, method, headers, bytesOf(body));
        if (answer.status !== 429 || answer.retryAfter === null || wait === null) return answer;
        await sleep(answer.retryAfter * 1_000);
      } catch (error) {
        if (wait === null || isRefusedConnection(error)) throw unreachable(this.origin, error);
        await sleep(wait);
      }
    }
    throw new Unreachable(this.origin);
  }
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function bytesOf(body: object | undefined): Uint8Array | null {
  if (body === undefined || body instanceof Uint8Array) return body ?? null;
  return Buffer.from(JSON.stringify(body));
}

/** Nobody listens there: waiting won't help. */
function isRefusedConnection(error: unknown): boolean {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return code === "ECONNREFUSED" || code === "ENOTFOUND";
}

function unreachable(origin: string, error: unknown): Unreachable {
  const cause =
    error instanceof Error ? error.message || (error as NodeJS.ErrnoException).code : String(error);
  return new Unreachable(
    `${origin} can't be reached (${cause}). Is it running? npm start, or --url for another.`,
  );
}
