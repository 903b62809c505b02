import { dayNumber } from "./date.ts";

/** The days that a civil date "YYYY-MM-DD" can name, as days since 1970-01-01. */
export const firstDay = dayNumber("0001-01-01") ?? NaN;
export const lastDay = dayNumber("9999-12-31") ?? NaN;

export const isOnCalendar = (day: number): boolean => day >= firstDay && day <= lastDay;

type Civil = { readonly year: number; readonly month: number; readonly day: number };

const dayMs = 86_400_000;

function civilOf(day: number): Civil {
  const at = new Date(day * dayMs);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth(), day: at.getUTCDate() };
}

/** Counts a month from 0; a day that the month lacks runs on into the next. */
function dayOf({ year, month, day }: Civil): number {
  const at = new Date(0);
  at.setUTCFullYear(year, month, day);
  return at.getTime() / dayMs;
}

export const yearOf = (day: number): number => civilOf(day).year;

/** Monday is 1, Sunday is 7. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** A day that many days on; undefined where the calendar ends before. */
export function addDays(day: number, days: number): number | undefined {
  const moved = day + days;
  return isOnCalendar(moved) ? moved : undefined;
}

/** The most months between two days of the calendar. */
const mostMonths = 10_000 * 12;

/**
 * The corresponding day that many months on, or the last of that month where it has none (Civil
 * Code art. 202); undefined where the calendar ends before.
 */
export function addMonths(day: number, months: number): number | undefined {
  if (Math.abs(months) > mostMonths) return undefined;
  const moved = movedBy(day, months);
  return isOnCalendar(moved) ? moved : undefined;
}

function movedBy(at: number, months: number): number {
  const { year, month, day } = civilOf(at);
  const last = dayOf({ year, month: month + months + 1, day: 0 });
  return Math.min(dayOf({ year, month: month + months, day }), last);
}

/** The months that are full: the most that, added to the one day, do not reach beyond the other. */
export function fullMonths(from: number, to: number): number {
  const [start, end] = [civilOf(from), civilOf(to)];
  const months = (end.year - start.year) * 12 + end.month - start.month;
  return movedBy(from, months) <= to ? months : months - 1;
}
