import type { Bilingual } from "../../base/message.ts";
import type { NamedProject, StatedField, StatedValue } from "../../rules/index.ts";
import type { StatedLine } from "../contract.ts";
import type { Book } from "./book.ts";

function textOf(field: StatedField, value: StatedValue): Bilingual | undefined {
  if (typeof value === "object") return value;
  return field.options?.find(({ id }) => id === value)?.label;
}

function lineOf(field: StatedField, value: StatedValue | undefined): StatedLine[] {
  const { id, label, expected = false } = field;
  if (value === undefined) return expected ? [{ field: id, label, state: "unsaid" }] : [];
  const text = textOf(field, value);
  return [{ field: id, label, state: "stated", value, ...(text ? { text } : {}) }];
}

/**
 * What the document says of a project in the order of the pack's fields, and where it is silent on
 * what a reader looks for.
 */
export const statedLines = ({ source }: Book, { stated }: NamedProject): StatedLine[] =>
  source.stated.flatMap(({ value: field }) => lineOf(field, stated[field.id]));
