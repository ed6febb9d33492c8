import type { ZodOpenApiPathsObject } from "zod-openapi";
import { BehindBody, BehindQuery } from "../../contract/behind.ts";
import {
  ClaimRequest,
  ClaimsBody,
  CodedBody,
  CodingBody,
  CodingRequest,
  ReleaseRequest,
  StagedCodingBody,
  UndoneBody,
  UndoRequest,
} from "../../contract/coding.ts";
import { SENT, securedPaths } from "./secured.ts";

const DESK = "desk or admin";

/** The addresses of the coding of verdicts, and of what is behind a number. All take a token. */
export const CODING_PATHS: ZodOpenApiPathsObject = securedPaths("Coding", {
  "/v1/cases": {
    get: {
      roles: DESK,
      summary:
        "The cases behind a week, a court or a difference, and which editions brought and changed them",
      query: BehindQuery,
      answer: BehindBody,
      refused: [400, 404],
    },
  },
  "/v1/coding": {
    get: {
      roles: DESK,
      summary: "What is left to code, by court and by week, and one's own codings that no edition has",
      answer: CodingBody,
    },
  },
  "/v1/coding/claims": {
    post: {
      roles: DESK,
      summary: "Have records before one that nobody else gets for 15 minutes, or renew them",
      body: ClaimRequest,
      answer: ClaimsBody,
      refused: SENT,
    },
  },
  "/v1/coding/release": {
    post: {
      roles: DESK,
      summary: "Leave the records that a window has to others, but those whose coding is on its way",
      body: ReleaseRequest,
      answer: null,
      status: 204,
      refused: SENT,
    },
  },
  "/v1/coding/codings": {
    put: {
      roles: DESK,
      summary: "Keep what was read in a verdict; sending it again does no harm",
      body: CodingRequest,
      answer: CodedBody,
      refused: [404, 409, ...SENT],
    },
  },
  "/v1/coding/undo": {
    post: {
      roles: DESK,
      summary: "Take back one's own coding that no edition has, and have the record again",
      body: UndoRequest,
      answer: UndoneBody,
      refused: [409, ...SENT],
    },
  },
  "/v1/coding/batch": {
    post: {
      roles: DESK,
      summary: "Stage one's own codings for review, as one batch; it is published as any other",
      answer: StagedCodingBody,
      status: 201,
      refused: [409],
    },
  },
});
