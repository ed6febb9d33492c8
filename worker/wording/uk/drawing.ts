import type { DrawingTerms } from "../language/drawing-terms.ts";

export const drawing: DrawingTerms = {
  months: ["січ", "лют", "бер", "кві", "тра", "чер", "лип", "сер", "вер", "жов", "лис", "гру"],
  estimate: "оцінка",
  bound: "не менше",
  soFar: "цього тижня поки що",
};
