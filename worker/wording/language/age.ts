/** A month of the Gregorian calendar, on average. */
const DAYS_A_MONTH = 30.44;
/** From so many months on, years are told. */
const MONTHS_TOLD = 24;

/** How long ago something was, as it is told; `over`: by more than that. */
export interface Age {
  unit: "month" | "year";
  count: number;
  over: boolean;
}

/** 60 days are two months, not one and a bit; 28 months are more than two years. */
export function ageOf(days: number): Age {
  const months = Math.round(days / DAYS_A_MONTH);
  if (months < MONTHS_TOLD) return { unit: "month", count: months, over: false };
  return { unit: "year", count: Math.floor(months / 12), over: months % 12 > 0 };
}
