import type { Locale } from "../../../src/base/message.ts";
import { unitSymbol } from "../../../src/base/unit.ts";
import type { Amount } from "../../../src/rules/contract.ts";

/** Figures are grouped by thousands in both languages; what is not stated is not padded. */
export function figure(value: number, digits?: { min?: number; max?: number }): string {
  return new Intl.NumberFormat("en-US", {
    minimumFractionDigits: digits?.min ?? 0,
    maximumFractionDigits: digits?.max ?? 4,
  }).format(value);
}

const areas = new Set(["m2", "hm2", "km2", "mu"]);

/** An area in square metres carries the two decimals of a certificate wherever it is not whole. */
export function quantity(value: number, unit?: string): string {
  const isWhole = Number.isInteger(value);
  return unit && areas.has(unit) && !isWhole ? figure(value, { min: 2, max: 4 }) : figure(value);
}

export type Span =
  | { kind: "exact"; value: number }
  | { kind: "between"; min: number; max: number }
  | { kind: "at_least"; min: number }
  | { kind: "at_most"; max: number }
  | { kind: "unbounded" };

/** What an amount says: one figure, a range, or one end only. */
export function spanOf({ min, max }: Amount): Span {
  if (min !== undefined && max !== undefined) {
    return min === max ? { kind: "exact", value: min } : { kind: "between", min, max };
  }
  if (min !== undefined) return { kind: "at_least", min };
  if (max !== undefined) return { kind: "at_most", max };
  return { kind: "unbounded" };
}

/** A range is written with its two ends; a midpoint never appears. */
export function spanText(span: Span, unit?: string): string {
  const write = (value: number) => quantity(value, unit);
  switch (span.kind) {
    case "exact":
      return write(span.value);
    case "between":
      return `${write(span.min)}–${write(span.max)}`;
    case "at_least":
      return `≥ ${write(span.min)}`;
    case "at_most":
      return `≤ ${write(span.max)}`;
    case "unbounded":
      return "…";
  }
}

export const symbol = (unit: string | undefined, locale: Locale): string =>
  unit ? unitSymbol(unit)[locale] : "";

/** The amount with its unit, for running text. */
export function amountText(amount: Amount, unit: string | undefined, locale: Locale): string {
  const text = spanText(spanOf(amount), unit);
  const sign = symbol(unit, locale);
  if (!sign) return text;
  return sign === "%" ? `${text}%` : `${text} ${sign}`;
}

/** "2026-03-16T09:42:10Z" → "2026-03-16 09:42" on the reader's clock. */
export function instantText(instant: string): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return instant;
  const two = (value: number) => String(value).padStart(2, "0");
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** Joins words with the comma of the reader's language. */
export const list = (parts: readonly string[], locale: Locale): string =>
  parts.join(locale === "zh" ? "、" : ", ");
