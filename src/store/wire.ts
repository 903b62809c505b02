import { BrokenPromise, invariant } from "../base/invariant.ts";

/** Every parameter travels as text, so that both drivers send the same bytes. */
export type WireValue = string | null;

/** Writes a parameter as PostgreSQL reads it. Dates and instants are strings already. */
export function toWire(value: unknown): WireValue {
  if (value === null) return null;
  if (typeof value === "string") return value;
  if (typeof value === "boolean" || typeof value === "bigint") return String(value);
  if (typeof value === "number") return numberToWire(value);
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString("hex")}`;
  if (Array.isArray(value)) return arrayToWire(value);
  invariant(value !== undefined, "a parameter is never undefined: write null to mean null");
  invariant(!(value instanceof Date), "instants and dates are strings, never Date");
  throw new BrokenPromise("an object is written sql.json(value), never as a bare parameter");
}

function numberToWire(value: number): string {
  invariant(Number.isFinite(value), "a number parameter is finite");
  return String(value);
}

function arrayToWire(values: readonly unknown[]): string {
  const elements = values.map((value) => {
    if (value === null) return "NULL";
    if (Array.isArray(value)) return arrayToWire(value);
    const text = toWire(value) ?? "NULL";
    return typeof value === "number" || typeof value === "boolean" ? text : quote(text);
  });
  return `{${elements.join(",")}}`;
}

const quote = (text: string): string => `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
