import { readFileSync } from "node:fs";
import { courtDirectory } from "../../../../worker/desk/normalise/court-directory.ts";
import { parseCourts } from "../../../../worker/domain/courts.ts";

const file = new URL("../../../../worker/data/military-courts.csv", import.meta.url);

/** The list of military courts that the product ships. */
export const COURTS = parseCourts(readFileSync(file, "utf8"));
export const DIRECTORY = courtDirectory(COURTS);
