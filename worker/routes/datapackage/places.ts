import type { Field } from "../../contract/datapackage.ts";

const required = true;
const NAMES: readonly Field[] = [
  { name: "name_en", type: "string", description: "Its name in English", constraints: { required } },
  { name: "name_ru", type: "string", description: "Its name in Russian", constraints: { required } },
  { name: "name_uk", type: "string", description: "Its name in Ukrainian", constraints: { required } },
];

/** The columns of /v1/courts.csv. */
export const COURT_FIELDS: readonly Field[] = [
  {
    name: "code",
    type: "string",
    description: "As `court` takes it",
    constraints: { required, unique: true },
  },
  {
    name: "kind",
    type: "string",
    description: "Instance of the court",
    constraints: { required, enum: ["garrison", "district", "appeal", "cassation"] },
  },
  ...NAMES,
  { name: "region", type: "string", description: "As `region` takes it; empty: it has no site of its own" },
  { name: "site", type: "string", description: "Host of the court's own site" },
];

/** The columns of /v1/regions.csv. */
export const REGION_FIELDS: readonly Field[] = [
  {
    name: "name",
    type: "string",
    description: "As `region` takes it",
    constraints: { required, unique: true },
  },
  ...NAMES,
  {
    name: "courts",
    type: "string",
    description: "Codes of its courts, joined by semicolons",
    constraints: { required },
  },
];
