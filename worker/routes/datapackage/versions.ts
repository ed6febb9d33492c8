import type { Field } from "../../contract/datapackage.ts";
import { EVIDENCES, QUALIFIERS, STATUSES } from "../../contract/terms.ts";

const required = true;

/** The columns of /v1/versions.csv, one row an edition. */
export const VERSION_FIELDS: readonly Field[] = [
  {
    name: "edition",
    type: "string",
    description: "Id of the edition",
    constraints: { required, unique: true },
  },
  {
    name: "published_at",
    type: "string",
    description: "Instant in UTC, ISO 8601",
    constraints: { required },
  },
  { name: "read_on", type: "date", description: "When the courts' sites were last read; empty: no records" },
  {
    name: "evidence",
    type: "string",
    description: "Court records, or figures that publishers printed",
    constraints: { required, enum: [...EVIDENCES] },
  },
  { name: "label", type: "string", description: "Name of the period", constraints: { required } },
  { name: "start", type: "date", description: "Its first day", constraints: { required } },
  { name: "end", type: "date", description: "Its last day", constraints: { required } },
  { name: "value", type: "number", description: "What the edition says; empty: nothing is known" },
  {
    name: "qualifier",
    type: "string",
    description: "How certain the value is",
    constraints: { required, enum: [...QUALIFIERS] },
  },
  {
    name: "status",
    type: "string",
    description: "`provisional`: records of the period were still expected",
    constraints: { required, enum: [...STATUSES] },
  },
  {
    name: "coverage",
    type: "number",
    description: "Share of the period's days for which anything is known",
    constraints: { required, minimum: 0, maximum: 1 },
  },
];
