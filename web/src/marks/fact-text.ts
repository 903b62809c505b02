import type { Bilingual, Locale } from "../../../src/base/message.ts";
import type { FactDefinition } from "../../../src/rules/contract.ts";
import { amountText, list } from "./format.ts";

type Words = { yes: string; no: string };
export type Reader = { locale: Locale; words: Words };

/** The label of an option where the dictionary knows it, else the word itself. */
function optionText(value: string, definition: FactDefinition | undefined, locale: Locale): string {
  const option = definition?.options?.find((one) => one.id === value);
  return option ? option.label[locale] : value;
}

/** Years are not grouped: 1978 is no thousand nine hundred. */
const isYear = (definition: FactDefinition | undefined): boolean =>
  definition?.id.endsWith("year") ?? false;

/** A known value as the screen says it: its figure with the unit, its option's label, yes or no. */
export function valueText(
  value: unknown,
  definition: FactDefinition | undefined,
  { locale, words }: Reader,
): string {
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (typeof value === "number") {
    if (isYear(definition)) return String(value);
    return amountText({ min: value, max: value }, definition?.unit, locale);
  }
  if (Array.isArray(value)) {
    return list(
      value.map((one) => valueText(one, definition, { locale, words })),
      locale,
    );
  }
  if (typeof value === "string") return optionText(value, definition, locale);
  return isBilingual(value) ? value[locale] : JSON.stringify(value);
}

function isBilingual(value: unknown): value is Bilingual {
  return typeof value === "object" && value !== null && "zh" in value && "en" in value;
}
