import { readArray } from "./array-text.ts";

/**
 * The one type table of both drivers: what a column's text becomes in TypeScript.
 * A type that is not listed arrives as PostgreSQL's own text.
 */
export type TypeTable = Readonly<Record<number, (text: string) => unknown>>;

const text = (value: string): string => value;

/** @throws RangeError beyond 2^53, where a double would silently round. */
function wholeNumber(value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) {
    throw new RangeError(`int8 ${value} does not fit a number: select it as text or numeric`);
  }
  return number;
}

/** "2026-11-21 08:30:00.5+00" (sessions run in UTC) as "2026-11-21T08:30:00.5Z". */
const instant = (value: string): string => value.replace(" ", "T").replace(/\+00(:00)?$/, "Z");

/** A date and time without a zone, as ISO 8601 writes it. */
const localTime = (value: string): string => value.replace(" ", "T");

/** "\x0aff" as bytes: a plain Uint8Array, never a driver's own class. */
function bytes(value: string): Uint8Array {
  return Uint8Array.from(Buffer.from(value.slice(2), "hex"));
}

const scalars: Readonly<
  Record<string, { oid: number; array: number; read: (t: string) => unknown }>
> = {
  bool: { oid: 16, array: 1000, read: (value) => value === "t" },
  bytea: { oid: 17, array: 1001, read: bytes },
  int8: { oid: 20, array: 1016, read: wholeNumber },
  int2: { oid: 21, array: 1005, read: Number },
  int4: { oid: 23, array: 1007, read: Number },
  text: { oid: 25, array: 1009, read: text },
  json: { oid: 114, array: 199, read: JSON.parse },
  float4: { oid: 700, array: 1021, read: Number },
  float8: { oid: 701, array: 1022, read: Number },
  bpchar: { oid: 1042, array: 1014, read: text },
  varchar: { oid: 1043, array: 1015, read: text },
  name: { oid: 19, array: 1003, read: text },
  oid: { oid: 26, array: 1028, read: Number },
  date: { oid: 1082, array: 1182, read: text },
  timestamp: { oid: 1114, array: 1115, read: localTime },
  timestamptz: { oid: 1184, array: 1185, read: instant },
  interval: { oid: 1186, array: 1187, read: text },
  numeric: { oid: 1700, array: 1231, read: text },
  uuid: { oid: 2950, array: 2951, read: text },
  jsonb: { oid: 3802, array: 3807, read: JSON.parse },
  xid8: { oid: 5069, array: 271, read: text },
};

export const typeTable: TypeTable = Object.fromEntries(
  Object.values(scalars).flatMap(({ oid, array, read }) => [
    [oid, (value: string) => read(value)],
    [array, (value: string) => readArray(value, (element) => read(element))],
  ]),
);

/** Session settings that the table above relies on; both drivers send them first. */
export const sessionSettings = {
  timezone: "UTC",
  datestyle: "ISO, YMD",
  intervalstyle: "iso_8601",
  bytea_output: "hex",
  extra_float_digits: "1",
} as const;
