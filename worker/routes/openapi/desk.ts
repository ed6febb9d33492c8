import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { AuditBody, AuditQuery } from "../../contract/audit.ts";
import { CourtReportsBody } from "../../contract/court-reports.ts";
import {
  AdditionBody,
  BatchBody,
  BatchesBody,
  CasesCheck,
  DifferenceBody,
  ExportBody,
  FiguresCheck,
  LedgerBody,
  PreviewBody,
  PublishedBody,
  PublishedEditionsBody,
  RedactedBody,
  StagedWithdrawalBody,
  TokenSecret,
  TokensBody,
  WholeCheck,
  WithdrawnBody,
} from "../../contract/desk-answers.ts";
import { EditionPath } from "../../contract/editions.ts";
import {
  AdditionRequest,
  BatchRequest,
  CasesPart,
  CheckDays,
  CheckRequest,
  DifferenceQuery,
  LedgerPart,
  PublishRequest,
  RevertRequest,
  WithdrawRequest,
} from "../../contract/imports.ts";
import { TokenRequest } from "../../contract/tokens.ts";
import { SENT, securedPaths } from "./secured.ts";

const DESK = "desk or admin";
const ADMIN = "admin";

const BATCH = z.object({
  id: z.string().meta({ description: "Id of the batch", example: "1f0c5a9e3b7d2468" }),
});
const PART = BATCH.extend({ number: z.int().min(0).meta({ description: "From 0", example: 0 }) });
const TOKEN = z.object({ id: z.string().meta({ description: "Id of the token", example: "9b1deb4d" }) });
const AFTER = z.object({
  edition: z.string().optional().meta({
    description: "Id of the edition whose cases they are. Default: the one in force",
    example: "2025-06-30.1",
  }),
  after: z.coerce.number().int().min(0).default(0).meta({
    description: "`next` of the page before",
    example: 2000,
  }),
});
/** The desk's addresses. All take a token. */
export const DESK_PATHS: ZodOpenApiPathsObject = securedPaths("Desk", {
  "/v1/imports": {
    get: { roles: DESK, summary: "The last 50 batches", answer: BatchesBody },
    post: {
      roles: DESK,
      summary: "Open a batch, or find it again after a broken upload",
      body: BatchRequest,
      answer: BatchBody,
      status: 201,
      refused: [409, ...SENT],
    },
  },
  "/v1/imports/export": {
    get: {
      roles: DESK,
      summary: "The cases in force, or of an edition, page by page",
      query: AFTER,
      answer: ExportBody,
      refused: [400, 404],
    },
  },
  "/v1/imports/courts": {
    get: {
      roles: DESK,
      summary: "How each court reports: its records, its rhythm, its silence, and which source brought what",
      answer: CourtReportsBody,
    },
  },
  "/v1/imports/ledger": {
    get: {
      roles: DESK,
      summary: "The ledger of published figures in force at this moment, to correct it",
      answer: LedgerBody,
    },
  },
  "/v1/imports/editions": {
    get: {
      roles: DESK,
      summary: "The last editions: who published what, and why they overrode the check",
      answer: PublishedEditionsBody,
    },
  },
  "/v1/imports/difference": {
    get: {
      roles: DESK,
      summary: "How two editions differ, as a review tells it",
      query: DifferenceQuery,
      answer: DifferenceBody,
      refused: [400, 404],
    },
  },
  "/v1/imports/editions/{id}/additions": {
    post: {
      roles: DESK,
      summary: "Say something more of an edition; its own note stays as it is",
      params: EditionPath,
      body: AdditionRequest,
      answer: AdditionBody,
      status: 201,
      refused: [404, 409, ...SENT],
    },
  },
  "/v1/imports/check": {
    post: {
      roles: DESK,
      summary: "What a checked file would change as a whole, and what the check says",
      body: CheckRequest,
      answer: WholeCheck,
      refused: SENT,
    },
  },
  "/v1/imports/check/figures": {
    post: {
      roles: DESK,
      summary: "What a ledger would change; writes nothing",
      body: LedgerPart,
      answer: FiguresCheck,
      refused: SENT,
    },
  },
  "/v1/imports/check/cases": {
    post: {
      roles: DESK,
      summary: "What a part of a file would change; writes nothing",
      query: CheckDays,
      body: CasesPart,
      answer: CasesCheck,
      refused: [400, ...SENT],
    },
  },
  "/v1/imports/{id}": {
    get: {
      roles: DESK,
      summary: "A batch, what publishing it would change, and what the check says",
      params: BATCH,
      answer: PreviewBody,
      refused: [404],
    },
    delete: {
      roles: DESK,
      summary: "Discard a batch",
      params: BATCH,
      answer: null,
      status: 204,
      refused: [404, 409],
    },
  },
  "/v1/imports/{id}/parts/{number}": {
    put: {
      roles: DESK,
      summary: "Send a part; sending it again does no harm",
      params: PART,
      body: z.union([LedgerPart, CasesPart]),
      answer: BatchBody,
      refused: [404, 409, ...SENT],
    },
  },
  "/v1/imports/{id}/seal": {
    post: {
      roles: DESK,
      summary: "Close a batch once all its parts have arrived",
      params: BATCH,
      answer: BatchBody,
      refused: [404, 409],
    },
  },
  "/v1/imports/{id}/publish": {
    post: {
      roles: DESK,
      summary: "Publish a batch as the next edition",
      params: BATCH,
      body: PublishRequest,
      answer: PublishedBody,
      also: [202],
      refused: [404, 409, ...SENT],
    },
  },
  "/v1/imports/withdraw": {
    post: {
      roles: DESK,
      summary: "Withdraw a record that was wrong from the start, as the next edition, or put one back",
      body: WithdrawRequest,
      answer: WithdrawnBody,
      also: [202],
      refused: [404, 409, ...SENT],
    },
  },
  "/v1/imports/withdrawals": {
    post: {
      roles: DESK,
      summary: "Stage a withdrawal for review, as a batch that is published with its reason as the note",
      body: WithdrawRequest,
      answer: StagedWithdrawalBody,
      status: 201,
      refused: [404, ...SENT],
    },
  },
  "/v1/imports/redact": {
    post: {
      roles: DESK,
      summary: "Remove the names of files from earlier editions that kept them; no number changes",
      answer: RedactedBody,
    },
  },
  "/v1/imports/revert": {
    post: {
      roles: DESK,
      summary: "Publish the state of an earlier edition as the next one",
      body: RevertRequest,
      answer: PublishedBody,
      also: [202],
      refused: [404, 409, ...SENT],
    },
  },
  "/v1/tokens": {
    get: { roles: ADMIN, summary: "All tokens, without their secrets", answer: TokensBody },
    post: {
      roles: ADMIN,
      summary: "Make a token; its secret is shown only this once",
      body: TokenRequest,
      answer: TokenSecret,
      status: 201,
      refused: SENT,
    },
  },
  "/v1/tokens/{id}": {
    delete: {
      roles: ADMIN,
      summary: "Revoke a token",
      params: TOKEN,
      answer: null,
      status: 204,
      refused: [404],
    },
  },
  "/v1/audit": {
    get: {
      roles: ADMIN,
      summary: "Who changed what, and when: every change, page by page",
      query: AuditQuery,
      answer: AuditBody,
      refused: [400],
    },
  },
});
