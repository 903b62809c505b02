import type { Locale } from "./message.ts";

/** A figure for reading: thousands apart, at most `digits` decimals, none that are zero. */
export const grouped = (value: number, digits = 2): string =>
  new Intl.NumberFormat("en-US", { maximumFractionDigits: digits }).format(value);

type Ends = { readonly min?: number | undefined; readonly max?: number | undefined };

const open: Readonly<Record<Locale, string>> = { zh: "不限", en: "no limit" };

/** One value, or both ends of a range; an end that is absent has no limit. */
export function range({ min, max }: Ends, locale: Locale, digits = 2): string {
  if (min !== undefined && min === max) return grouped(min, digits);
  const ends = [min, max].map((end) => (end === undefined ? open[locale] : grouped(end, digits)));
  return ends.join("–");
}
