const form = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether a text is a civil date that stands on the calendar: 2025-02-30 does not. */
export function isDate(text: string): boolean {
  const [, year = "", month = "", day = ""] = form.exec(text) ?? [];
  if (year === "" || Number(year) === 0) return false;
  const at = new Date(0);
  at.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  return at.getUTCMonth() === Number(month) - 1 && at.getUTCDate() === Number(day);
}
