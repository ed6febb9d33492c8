import type {
  ClaimsBody,
  CodedBody,
  CodedValues,
  CodingBody,
  CodingCase,
  StagedCodingBody,
} from "../../worker/contract/coding.ts";
import type { CourtCase } from "../../worker/contract/court-case.ts";
import { giveToken, type Newsroom } from "./desk-room.ts";
import { convicted } from "./newsroom.ts";

export const SUSPENDED: CodedValues = {
  outcome: "convicted",
  sentence: "suspended",
  term_months: 24,
  service: "mobilised",
};
export const IMPRISONED: CodedValues = { ...SUSPENDED, sentence: "imprisonment", term_months: 66 };
export const ACQUITTED: CodedValues = {
  outcome: "acquitted",
  sentence: "unknown",
  term_months: null,
  service: "contract",
};

/** Convictions of which nothing is coded, decided on consecutive days. */
export function verdicts(count: number, fields: Partial<CourtCase> = {}): CourtCase[] {
  return Array.from({ length: count }, (_, at) =>
    convicted({ decided_on: new Date(Date.UTC(2025, 3, 2 + at)).toISOString().slice(0, 10), ...fields }),
  );
}

export interface Refused {
  detail: string;
  errors?: { parameter: string; message: string; code?: string }[];
}

/** A coder at a window, as the studio asks for them. */
export interface Coder {
  label: string;
  ask<Body>(method: string, path: string, body?: unknown): Promise<{ status: number; body: Body }>;
  /** The window's name. */
  desk: string;
  claim(more?: object): Promise<CodingCase[]>;
  release(more?: object): Promise<{ status: number }>;
  code(
    one: CodingCase,
    values?: CodedValues | null,
    more?: object,
  ): Promise<{ status: number; body: CodedBody & Refused }>;
  undo(one: CodingCase): Promise<{ status: number; body: { case: CodingCase | null } & Refused }>;
  look(): Promise<CodingBody>;
  stage(): Promise<{ status: number; body: StagedCodingBody & Refused }>;
  publish(batch: string): Promise<{ status: number; body: Refused }>;
}

let windows = 0;

/** @param secret of a token that is there already, for another window of the same coder */
export async function coderAt(
  room: Newsroom,
  label: string,
  secret?: string,
): Promise<Coder & { secret: string }> {
  const own = secret ?? (await giveToken(label, "desk"));
  windows += 1;
  const desk = windows.toString(16).padStart(16, "0");
  const ask = async <Body>(method: string, path: string, body?: unknown) => {
    const response = await room.get(path, {
      method,
      headers: { Authorization: `Bearer ${own}`, "Content-Type": "application/json" },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: (text ? JSON.parse(text) : null) as Body };
  };
  return {
    label,
    secret: own,
    ask,
    desk,
    release: (more = {}) => ask("POST", "/v1/coding/release", { desk, ...more }),
    claim: async (more = {}) =>
      (await ask<ClaimsBody>("POST", "/v1/coding/claims", { desk, ...more })).body.cases,
    code: ({ key, defendant, round, stands }, values = SUSPENDED, more = {}) =>
      ask("PUT", "/v1/coding/codings", {
        ...{ key, defendant, round, desk, values, seen: stands },
        text: values ? "read" : "missing",
        ...more,
      }),
    undo: ({ key, defendant, round }) => ask("POST", "/v1/coding/undo", { key, defendant, round, desk }),
    look: async () => (await ask<CodingBody>("GET", "/v1/coding")).body,
    stage: () => ask("POST", "/v1/coding/batch", {}),
    publish: async (batch) => {
      const path = `/v1/imports/${batch}`;
      const { body } = await ask<{ guard: object[] }>("GET", path);
      const override = body.guard.length > 0 ? { override: "The guard of the test" } : {};
      return ask("POST", `${path}/publish`, { note: "Coded", ...override });
    },
  };
}
