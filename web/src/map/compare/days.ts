import { isCivilDate } from "../../../../src/base/date.ts";

/** Two civil days, as YYYY-MM-DD: the one that the left map shows, and the right one's. */
export type Days = { readonly left: string; readonly right: string };

export const dayText = (date: Date): string => new Intl.DateTimeFormat("sv").format(date);

/** At first a year ago and today. */
export function usualDays(now: Date): Days {
  const before = new Date(now);
  before.setFullYear(now.getFullYear() - 1);
  return { left: dayText(before), right: dayText(now) };
}

export const daysText = ({ left, right }: Days): string => `${left},${right}`;

/** The days that an address names; undefined where it names no two. */
export function readDays(days: string | undefined): Days | undefined {
  const [left = "", right = "", ...rest] = (days ?? "").split(",");
  return isCivilDate(left) && isCivilDate(right) && rest.length === 0 ? { left, right } : undefined;
}
