import type { Locale } from "../../../src/base/message.ts";

/** An instant as a clock on the reader's wall shows it: 2026-11-21 04:16. */
export function clockText(instant: string): string {
  const at = new Date(instant);
  const two = (part: number): string => String(part).padStart(2, "0");
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join("-");
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The day alone, as fields of the kind date have it. */
export const dayText = (instant: Date): string => clockText(instant.toISOString()).slice(0, 10);

/** The time of day alone: for what ends within hours. */
export const timeText = (instant: string): string => clockText(instant).slice(11);

/** The first instant of a day on the reader's clock, or of the day after it. */
export function dayStart(day: string, daysLater = 0): string {
  const at = new Date(`${day}T00:00:00`);
  at.setDate(at.getDate() + daysLater);
  return at.toISOString();
}

/** How long ago, in the largest unit that says something. */
export function agoText(instant: string, now: Date, locale: Locale): string {
  const minutes = Math.round((Date.parse(instant) - now.getTime()) / 60_000);
  const format = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  if (Math.abs(minutes) < 60) return format.format(minutes, "minute");
  if (Math.abs(minutes) < 24 * 60) return format.format(Math.round(minutes / 60), "hour");
  return format.format(Math.round(minutes / 1440), "day");
}
