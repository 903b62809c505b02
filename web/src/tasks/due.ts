import type { Locale } from "../../../src/base/message.ts";

/** A year, a month or a day by which something is due, as exactly as the text says it. */
export function dueText(due: string, locale: Locale): string {
  const [year = "", month, day] = due.split("-");
  if (locale === "en") return due;
  if (month === undefined) return `${year} 年`;
  const whole = `${year} 年 ${Number(month)} 月`;
  return day === undefined ? whole : `${whole} ${Number(day)} 日`;
}

/** Whether all of a year, a month or a day lies before today. */
export const isPast = (due: string, today: string): boolean =>
  due !== "unknown" && due < today.slice(0, due.length);
