import { buildEdition } from "../../worker/domain/build-edition.ts";
import {
  decodeCourts,
  decodeEdition,
  encodeCourts,
  encodeEdition,
  OtherShape,
} from "../../worker/domain/edition-body.ts";
import { SpoiltBody } from "../../worker/domain/spoilt-body.ts";
import { FEW_RECORDS } from "../unit/worker/domain/methodology/editions.ts";
import type { Parser } from "./parsers.ts";

const PUBLICATION = {
  sequence: 1,
  id: "2025-07-01.1",
  published_at: "2025-07-01T09:00:00Z",
  kind: "cases",
  note: "",
} as const;

/** A body in KV that is no JSON object was refused before. Readers have the last good edition, and the schedule writes it again. */
const body = (decode: (value: never) => unknown) => (text: string) => {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null) decode(value as never);
  } catch (error) {
    const isRefused = [SyntaxError, SpoiltBody, OtherShape].some((kind) => error instanceof kind);
    if (!isRefused) throw error;
  }
};

/** What stands in KV, unpacked. */
export async function kept(): Promise<readonly Parser[]> {
  const content = { provenance: [], figures: [], records: FEW_RECORDS };
  const { edition, courts } = await buildEdition(PUBLICATION, content, null, false);
  return [
    { name: "KV: edition", texts: [JSON.stringify(encodeEdition(edition))], read: body(decodeEdition) },
    { name: "KV: counts by court", texts: [JSON.stringify(encodeCourts(courts!))], read: body(decodeCourts) },
  ];
}
