import { ratio } from "../../base/ratio.ts";
import type { End } from "./ends.ts";

const dayMs = 86_400_000;

/**
 * The number of days of a civil date "YYYY-MM-DD" on a calendar that knows no clock and no zone.
 */
export const dayNumber = (date: string): number => Date.parse(date) / dayMs;

export const dayEnd = (date: string): End => ratio(dayNumber(date));

/** The civil date of a day number. */
export const dateOfDay = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);
