import type { Field } from "../../contract/datapackage.ts";
import { SERIES_KEYS } from "../../contract/series.ts";
import { EVIDENCES, QUALIFIERS, SENTENCES, SERVICES, STATUSES, UNITS } from "../../contract/terms.ts";

const required = true;
const SHARE = { minimum: 0, maximum: 1 };

/** The columns of /v1/series.csv, whatever it is asked for. */
export const SERIES_FIELDS: readonly Field[] = [
  {
    name: "edition",
    type: "string",
    description: "The edition that the row was made from",
    constraints: { required, pattern: "[0-9]{4}-[0-9]{2}-[0-9]{2}[.][0-9]+" },
  },
  {
    name: "evidence",
    type: "string",
    description: "Court records, or figures that publishers printed",
    constraints: { required, enum: [...EVIDENCES] },
  },
  {
    name: "sample",
    type: "string",
    description: "`sample`: generated data, not real; else empty",
    constraints: { enum: ["sample"] },
  },
  {
    name: "unit",
    type: "string",
    description: "What is counted",
    constraints: { required, enum: [...UNITS] },
  },
  {
    name: "articles",
    type: "string",
    description: "Articles of Russia's Criminal Code, joined by semicolons",
    constraints: { required },
  },
  {
    name: "service",
    type: "string",
    description: "Filter; empty: all",
    constraints: { enum: [...SERVICES] },
  },
  {
    name: "sentence",
    type: "string",
    description: "Filter; empty: all",
    constraints: { enum: [...SENTENCES] },
  },
  { name: "court", type: "string", description: "Filter: code of a court; empty: all" },
  { name: "court_name", type: "string", description: "The court's name in the requested language" },
  { name: "region", type: "string", description: "Filter: region of the courts; empty: all" },
  { name: "region_name", type: "string", description: "The region's name in the requested language" },
  {
    name: "label",
    type: "string",
    description: "Name of the period: 2025-W20, 2025-05, 2025-Q2, 2025-H1, 2025",
    constraints: { required },
  },
  { name: "start", type: "date", description: "First day of the period", constraints: { required } },
  { name: "end", type: "date", description: "Last day, inclusive", constraints: { required } },
  {
    name: "by",
    type: "string",
    description: "What the counts are broken down by; empty: no breakdown",
    constraints: { enum: [...SERIES_KEYS] },
  },
  { name: "key", type: "string", description: "The part of a breakdown: the sentence, the court's code …" },
  { name: "key_name", type: "string", description: "The key's name in the requested language" },
  {
    name: "value",
    type: "number",
    description: "0: none was counted; empty: nothing is known",
    constraints: { minimum: 0 },
  },
  {
    name: "known",
    type: "integer",
    description:
      "By service or sentence: the number of cases for which it is known. The denominator of a share",
    constraints: { minimum: 0 },
  },
  {
    name: "status",
    type: "string",
    description: "`provisional`: records of the period are still expected",
    constraints: { required, enum: [...STATUSES] },
  },
  {
    name: "qualifier",
    type: "string",
    description: "How certain the value is",
    constraints: { required, enum: [...QUALIFIERS] },
  },
  {
    name: "coverage",
    type: "number",
    description: "Share of the period's days for which anything is known",
    constraints: { required, ...SHARE },
  },
  {
    name: "completeness",
    type: "number",
    description: "Weeks from records: the share of the records that is expected to be in",
    constraints: SHARE,
  },
  {
    name: "expected_low",
    type: "integer",
    description: "Lower end of the expected final count (90%)",
    constraints: { minimum: 0 },
  },
  {
    name: "expected_mid",
    type: "integer",
    description: "Median of the expected final count",
    constraints: { minimum: 0 },
  },
  {
    name: "expected_high",
    type: "integer",
    description: "Upper end of the expected final count (90%)",
    constraints: { minimum: 0 },
  },
  {
    name: "figures",
    type: "string",
    description: "Ids of the figures from which the value is derived, joined by semicolons",
  },
];
