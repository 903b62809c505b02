import type { FactField } from "./desk/fields.ts";

/** What stands in the field of a fact: its known value as it is typed, or nothing. */
export function inputOf({ stated }: Pick<FactField, "stated">): string {
  const { value } = stated;
  if (Array.isArray(value)) return (value as unknown[]).map(String).join(", ");
  return value === undefined ? "" : String(value);
}

/** Typed text as a case states it; what does not fit is left to the reader of cases to refuse. */
export function valueOf({ type }: Pick<FactField, "type">, text: string): unknown {
  const typed = text.trim();
  if (typed === "") return undefined;
  if (type === "boolean") return typed === "true";
  if (type === "list") return typed.split(/[,，、]/).map((one) => one.trim());
  return type === "quantity" ? typed.normalize("NFKC").replace(/,/g, "") : typed;
}
