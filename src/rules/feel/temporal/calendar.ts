import { mostYear } from "../limits.ts";

export type Civil = { readonly year: number; readonly month: number; readonly day: number };

const daysOfEra = 146_097;
const yearsOfEra = 400;

export const isLeap = (year: number): boolean =>
  year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

export const daysOfMonth = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** Days since 1970-01-01 of a day that stands in the proleptic Gregorian calendar. */
function countDays({ year, month, day }: Civil): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / yearsOfEra);
  const yearOfEra = shifted - era * yearsOfEra;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const leaps = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * daysOfEra + yearOfEra * 365 + leaps + dayOfYear - 719_468;
}

/** The civil date of a count of days since 1970-01-01. */
export function civilOf(days: number): Civil {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / daysOfEra);
  const dayOfEra = shifted - era * daysOfEra;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const leaps = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  const dayOfYear = dayOfEra - (365 * yearOfEra + leaps);
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return { year: yearOfEra + era * yearsOfEra + (month <= 2 ? 1 : 0), month, day };
}

/** The count of days of a civil date; undefined where the calendar has no such day. */
export function dayOf(civil: Civil): number | undefined {
  const { year, month, day } = civil;
  const areWhole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day);
  if (!areWhole || Math.abs(year) > mostYear || month < 1 || month > 12) return undefined;
  if (day < 1 || day > daysOfMonth(year, month)) return undefined;
  return countDays(civil);
}

export const isWithinYears = (days: number): boolean =>
  Number.isSafeInteger(days) && Math.abs(civilOf(days).year) <= mostYear;

/** The same day of the month that many months on, or the last day of that month. */
export function addMonths(days: number, months: number): number | undefined {
  const { year, month, day } = civilOf(days);
  const place = year * 12 + (month - 1) + months;
  const to = { year: Math.floor(place / 12), month: (((place % 12) + 12) % 12) + 1 };
  return dayOf({ ...to, day: Math.min(day, daysOfMonth(to.year, to.month)) });
}

/** Monday is 1, Sunday is 7. */
export const weekdayOf = (days: number): number => ((((days + 3) % 7) + 7) % 7) + 1;

export function dayOfYear(days: number): number {
  const { year } = civilOf(days);
  return days - countDays({ year, month: 1, day: 1 }) + 1;
}

/** The week of ISO 8601: week 1 holds the year's first Thursday. */
export function weekOfYear(days: number): number {
  const thursday = days - weekdayOf(days) + 4;
  return Math.floor((dayOfYear(thursday) - 1) / 7) + 1;
}
