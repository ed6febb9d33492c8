import { isIsoDate } from "../domain/calendar.ts";
import { isObject, isTexts } from "./spoilt.ts";

/** Whether a value is a list of days that records speak of, for `storedJson`. */
export function areDays(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => isStretch(one) && isDay(one.end));
}

/** A stretch of days of some courts, or (null) of all; one without an end goes on. */
export function isStretch(value: unknown): value is Record<"start" | "end" | "courts", unknown> {
  if (!isObject(value) || !isDay(value.start)) return false;
  return (value.end === null || isDay(value.end)) && (value.courts === null || isTexts(value.courts));
}

function isDay(value: unknown): boolean {
  return typeof value === "string" && isIsoDate(value);
}
