import type { CourtReportsBody } from "../../../worker/contract/court-reports.ts";
import { type Answer, ask } from "./ask.ts";

export function readCourtReports(): Promise<Answer<CourtReportsBody>> {
  return ask("GET", "/v1/imports/courts");
}
