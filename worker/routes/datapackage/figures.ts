import type { Field } from "../../contract/datapackage.ts";
import { FIGURE_KINDS, QUALIFIERS, SERVICES, UNITS } from "../../contract/terms.ts";

const required = true;

/** The columns of /v1/figures.csv, which are those of the ledger itself. */
export const FIGURE_FIELDS: readonly Field[] = [
  {
    name: "id",
    type: "string",
    description: "Permanent name of the figure",
    constraints: { required, unique: true, pattern: "f[0-9]{3,}" },
  },
  {
    name: "unit",
    type: "string",
    description: "What is counted; a share is in per cent",
    constraints: { required, enum: [...UNITS] },
  },
  {
    name: "articles",
    type: "string",
    description:
      "Articles of Russia's Criminal Code, joined by semicolons, or a named scope: toughened, ch33, any",
    constraints: { required },
  },
  { name: "region", type: "string", description: "Empty: the whole country" },
  {
    name: "service",
    type: "string",
    description: "Kind of service; empty: all",
    constraints: { enum: [...SERVICES] },
  },
  {
    name: "series",
    type: "string",
    description:
      "Counting series: who counts, from which start. Only figures of one series can be subtracted",
    constraints: { required },
  },
  { name: "period_start", type: "date", description: "First day", constraints: { required } },
  { name: "period_end", type: "date", description: "Last day, inclusive", constraints: { required } },
  {
    name: "kind",
    type: "string",
    description: "What the value is; only a total takes part in arithmetic",
    constraints: { required, enum: [...FIGURE_KINDS] },
  },
  { name: "value", type: "number", description: "As printed", constraints: { required, minimum: 0 } },
  {
    name: "qualifier",
    type: "string",
    description: "How certain it is: exact as printed, a lower bound, or rounded",
    constraints: { required, enum: [...QUALIFIERS] },
  },
  { name: "publisher", type: "string", description: "Who printed it", constraints: { required } },
  { name: "published_on", type: "date", description: "Empty: the page is undated" },
  {
    name: "source_url",
    type: "string",
    format: "uri",
    description: "Where it was printed",
    constraints: { required },
  },
  { name: "note", type: "string", description: "What to bear in mind with it" },
];
