import type { DrawingTerms } from "../language/drawing-terms.ts";

export const drawing: DrawingTerms = {
  months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
  estimate: "estimated",
  bound: "at least",
  soFar: "this week so far",
};
