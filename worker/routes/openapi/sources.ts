import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { EmbargoBody, EmbargoesBody, EmbargoRequest } from "../../contract/embargo.ts";
import {
  HookBody,
  HookChange,
  HookChanged,
  HookCreated,
  HookRequest,
  HooksBody,
  HookTested,
} from "../../contract/hooks.ts";
import {
  HeldBody,
  HoldBody,
  RunBody,
  RunsBody,
  SourceBody,
  SourceRequest,
  SourceSlug,
  SourcesBody,
} from "../../contract/sources.ts";
import { SENT, securedPaths } from "./secured.ts";

const DESK = "desk or admin";
const ADMIN = "admin";
const BATCH = z.object({
  id: z.string().meta({ description: "Id of the batch", example: "1f0c5a9e3b7d2468" }),
});
const HOOK = z.object({ id: z.string().meta({ description: "Id of the hook", example: "9b1deb4d" }) });
const SOURCE = z.object({
  slug: SourceSlug.meta({ description: "The source's slug", example: "court-records" }),
});

/** The addresses of watched tables. All take a token. */
export const SOURCE_PATHS: ZodOpenApiPathsObject = securedPaths("Sources", {
  "/v1/sources": {
    get: { roles: DESK, summary: "All watched tables, and how their last runs ended", answer: SourcesBody },
  },
  "/v1/sources/{slug}": {
    get: { roles: DESK, summary: "A watched table", params: SOURCE, answer: SourceBody, refused: [404] },
    put: {
      roles: DESK,
      summary: "Set a watched table; it is looked at within five minutes",
      params: SOURCE,
      body: SourceRequest,
      answer: SourceBody,
      also: [201],
      refused: [400, ...SENT],
    },
    delete: {
      roles: DESK,
      summary: "Watch a table no longer; what was published stays",
      params: SOURCE,
      answer: null,
      status: 204,
      refused: [404],
    },
  },
  "/v1/sources/{slug}/runs": {
    get: {
      roles: DESK,
      summary: "The last 50 looks at a table",
      params: SOURCE,
      answer: RunsBody,
      refused: [404],
    },
  },
  "/v1/sources/{slug}/run": {
    post: {
      roles: DESK,
      summary: "Look at a table now; 202: it goes on behind the answer",
      params: SOURCE,
      answer: RunBody,
      also: [202],
      refused: [404],
    },
  },
  "/v1/hooks": {
    get: { roles: ADMIN, summary: "Where notices go, without the addresses", answer: HooksBody },
    post: {
      roles: ADMIN,
      summary: "Have notices sent to an address; the key of a `json` hook is shown only this once",
      body: HookRequest,
      answer: HookCreated,
      status: 201,
      refused: SENT,
    },
  },
  "/v1/hooks/{id}": {
    get: {
      roles: ADMIN,
      summary: "A hook, and its last 50 deliveries",
      params: HOOK,
      answer: HookBody,
      refused: [404],
    },
    put: {
      roles: ADMIN,
      summary: "Set a hook otherwise; without `url` it goes where it went",
      params: HOOK,
      body: HookChange,
      answer: HookChanged,
      refused: [404, ...SENT],
    },
    delete: {
      roles: ADMIN,
      summary: "Send no more notices there",
      params: HOOK,
      answer: null,
      status: 204,
      refused: [404],
    },
  },
  "/v1/hooks/{id}/test": {
    post: {
      roles: ADMIN,
      summary: "Send a test, and say what became of it",
      params: HOOK,
      answer: HookTested,
      refused: [404],
    },
  },
  "/v1/imports/embargoes": {
    get: { roles: DESK, summary: "Batches that wait for their hour", answer: EmbargoesBody },
  },
  "/v1/imports/{id}/embargo": {
    put: {
      roles: DESK,
      summary: "Publish a batch at an hour; within five minutes after it readers have it",
      params: BATCH,
      body: EmbargoRequest,
      answer: EmbargoBody,
      refused: [404, 409, ...SENT],
    },
    delete: {
      roles: DESK,
      summary: "Take an hour back; the batch stays staged",
      params: BATCH,
      answer: null,
      status: 204,
      refused: [404],
    },
  },
  "/v1/imports/held": {
    get: {
      roles: DESK,
      summary:
        "Editions of watched tables, and of unattended publications, that wait for a person: publish or discard their batches",
      answer: HeldBody,
    },
  },
  "/v1/imports/{id}/hold": {
    post: {
      roles: DESK,
      summary: "Leave a batch for a person, as an unattended publication does",
      params: BATCH,
      answer: HoldBody,
      refused: [404, 409],
    },
  },
});
