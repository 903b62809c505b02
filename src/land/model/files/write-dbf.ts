import { ByteWriter } from "./byte-writer.ts";
import { FileBroken, type Cell } from "./table.ts";

/** A column of a shapefile's table: names are cut to ten bytes, and told apart by a number. */
export type DbfField = {
  readonly column: string;
  readonly name: string;
  readonly type: "C" | "N" | "L";
  readonly length: number;
  readonly decimals: number;
};

const encoder = new TextEncoder();
const nameBytes = 10;
const textBytes = 254;
const numberBytes = 24;
const mostDecimals = 15;
/** Readers take no more columns; and the head, which counts a row's bytes in two, has room. */
const mostColumns = 255;

/** The start of a name that fits, no sign cut in half. */
function cut(name: string, most: number): string {
  let kept = "";
  for (const sign of name) {
    if (encoder.encode(kept + sign).length > most) return kept;
    kept += sign;
  }
  return kept;
}

function uniqueName(column: string, taken: readonly string[]): string {
  const plain = cut(column, nameBytes);
  for (let number = 1, name = plain; ; number += 1) {
    if (!taken.includes(name.toLowerCase())) return name;
    name = `${cut(column, nameBytes - 1 - String(number).length)}_${number}`;
  }
}

const decimalsOf = (value: number): number => String(value).split(".")[1]?.length ?? 0;
const isPlain = (cell: Cell): cell is number =>
  typeof cell === "number" && !/e/.test(String(cell)) && String(cell).length <= numberBytes;

type Shape = Pick<DbfField, "type" | "length" | "decimals">;

function shapeOf(column: string, cells: readonly Cell[]): Shape {
  const stated = cells.filter((cell) => cell !== null);
  if (stated.length > 0 && stated.every((cell) => typeof cell === "boolean")) {
    return { type: "L", length: 1, decimals: 0 };
  }
  if (stated.length > 0 && stated.every(isPlain)) {
    const decimals = stated.reduce((most, cell) => Math.max(most, decimalsOf(cell)), 0);
    return { type: "N", length: numberBytes, decimals: Math.min(decimals, mostDecimals) };
  }
  const length = stated.reduce<number>(
    (most, cell) => Math.max(most, encoder.encode(String(cell)).length),
    1,
  );
  if (length > textBytes)
    throw new FileBroken("too_large", `DBF: ${column}, ${length} > ${textBytes}`);
  return { type: "C", length, decimals: 0 };
}

/** How each column stands in the table. */
export function dbfFields(columns: readonly string[], rows: readonly Cell[][]): DbfField[] {
  const taken: string[] = [];
  return columns.map((column, place) => {
    const name = uniqueName(column, taken);
    taken.push(name.toLowerCase());
    return {
      column,
      name,
      ...shapeOf(
        column,
        rows.map((row) => row[place] ?? null),
      ),
    };
  });
}

function textOf(type: DbfField["type"], cell: Cell): string {
  if (cell === null) return "";
  if (type === "L") return cell === true ? "T" : "F";
  // A number is written as it is: padded to the decimals of others it might not fit.
  return String(cell);
}

function cellText({ type, length }: DbfField, cell: Cell): Uint8Array {
  const text = textOf(type, cell);
  const bytes = new Uint8Array(length).fill(0x20);
  const written = encoder.encode(text);
  if (type === "L" && cell === null) bytes.fill(0x3f);
  bytes.set(written, type === "N" ? length - written.length : 0);
  return bytes;
}

function writeHead(out: ByteWriter, fields: readonly DbfField[], rows: number): void {
  out.add(new Uint8Array([3, 126, 1, 1]));
  out.int(rows);
  out.short(33 + fields.length * 32);
  out.short(1 + fields.reduce((sum, { length }) => sum + length, 0));
  out.zeros(20);
  for (const { name, type, length, decimals } of fields) {
    const bytes = new Uint8Array(32);
    bytes.set(encoder.encode(name));
    bytes[11] = type.charCodeAt(0);
    bytes[16] = length;
    bytes[17] = decimals;
    out.add(bytes);
  }
  out.byte(0x0d);
}

/** The table of a shapefile, in UTF-8; refused where the form has no room for it. */
export function writeDbf(fields: readonly DbfField[], rows: readonly Cell[][]): Uint8Array {
  if (fields.length > mostColumns) {
    throw new FileBroken("too_many_columns", `DBF: ${fields.length} > ${mostColumns}`);
  }
  const out = new ByteWriter();
  writeHead(out, fields, rows.length);
  for (const row of rows) {
    out.byte(0x20);
    fields.forEach((field, place) => out.add(cellText(field, row[place] ?? null)));
  }
  out.byte(0x1a);
  return out.bytes();
}
