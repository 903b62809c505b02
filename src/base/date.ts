/**
 * Days since 1970-01-01 of a civil date "YYYY-MM-DD"; undefined where the calendar has no such day.
 */
export function dayNumber(text: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const instant = new Date(0);
  instant.setUTCFullYear(year, month - 1, day);
  const stands = instant.getUTCMonth() === month - 1 && instant.getUTCDate() === day;
  return stands ? Math.round(instant.getTime() / 86_400_000) : undefined;
}

/** Whether the text is a day of the calendar, written "YYYY-MM-DD". */
export const isCivilDate = (text: string): boolean => dayNumber(text) !== undefined;

/** The civil date at an instant in a city's own zone. */
export function civilDateIn(zone: string, instant: Date): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short" }).format(instant);
}
