import { ratio } from "../../base/ratio.ts";
import type { End } from "./ends.ts";

const dayMs = 86_400_000;

/**
 * The number of days of a civil date "YYYY-MM-DD" on a calendar that knows no clock and no zone.
 */
export function dayNumber(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, day);
  return at.getTime() / dayMs;
}

export const dayEnd = (date: string): End => ratio(dayNumber(date));

/** The civil date of a day number. */
export const dateOfDay = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);
