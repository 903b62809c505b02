import type { Locale } from "../../../src/base/message.ts";
import { amountText } from "../marks/format.ts";

/**
 * A figure of the law as the pack writes it: a number, a quotient, or a range left open by the
 * text.
 */
export function parameterText(value: unknown, unit: string, locale: Locale): string {
  if (typeof value === "number") return amountText({ min: value, max: value }, unit, locale);
  if (Array.isArray(value)) {
    const [min, max] = value as unknown[];
    if (typeof min === "number" && typeof max === "number") {
      return amountText({ min, max }, unit, locale);
    }
  }
  return String(value);
}
