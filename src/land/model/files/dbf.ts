import { Cursor } from "./bytes.ts";
import { encodingNamed } from "./text.ts";
import { FileBroken, limits, type Cell } from "./table.ts";

type Field = {
  readonly name: string;
  readonly type: string;
  readonly from: number;
  readonly to: number;
};

export type Dbf = {
  readonly encoding: string;
  readonly rows: number;
  row(index: number): [string, Cell][];
};

/** What a .cpg file says, else the mark in the head, else UTF-8 where all of it is, else GBK. */
function encodingOf(bytes: Uint8Array, cpg: string | undefined): string {
  const named = cpg === undefined ? undefined : encodingNamed(cpg);
  if (named) return named;
  if (bytes[29] === 0x4d || bytes[29] === 0x7a) return "gb18030";
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(32));
    return "utf-8";
  } catch (cause) {
    if (cause instanceof TypeError) return "gb18030";
    throw cause;
  }
}

function fieldsOf(bytes: Uint8Array, decoder: TextDecoder): Field[] {
  const fields: Field[] = [];
  let from = 1;
  for (let at = 32; bytes[at] !== 0x0d; at += 32) {
    if (at + 32 > bytes.length) throw new FileBroken("broken", "DBF: fields");
    if (fields.length >= limits.columns) throw new FileBroken("too_many_columns", "DBF");
    const end = bytes.subarray(at, at + 11).indexOf(0);
    const name = decoder.decode(bytes.subarray(at, at + (end < 0 ? 11 : end))).trim();
    const to = from + bytes[at + 16]!;
    fields.push({ name, type: String.fromCharCode(bytes[at + 11]!), from, to });
    from = to;
  }
  return fields;
}

function cellOf(type: string, text: string): Cell {
  const word = text.replaceAll("\0", "").trim();
  if (word === "" || /^\*+$/.test(word)) return null;
  if ((type === "N" || type === "F") && Number.isFinite(Number(word))) return Number(word);
  if (type === "L") return /^[tTyY]$/.test(word) ? true : /^[fFnN]$/.test(word) ? false : null;
  if (type === "D") return word.replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3");
  return word;
}

/** The table of a shapefile. */
export function openDbf(bytes: Uint8Array, cpg: string | undefined): Dbf {
  const head = new Cursor(bytes, 4);
  const rows = head.int();
  const [start, size] = [head.short(), head.short()];
  if (rows < 0 || size < 1) throw new FileBroken("broken", "DBF: head");
  const encoding = encodingOf(bytes, cpg);
  const decoder = new TextDecoder(encoding);
  const fields = fieldsOf(bytes, decoder);
  const row = (index: number): [string, Cell][] => {
    const base = start + index * size;
    if (base + size > bytes.length + 1) throw new FileBroken("broken", `DBF: row ${index + 1}`);
    return fields.map(({ name, type, from, to }) => [
      name,
      cellOf(type, decoder.decode(bytes.subarray(base + from, base + to))),
    ]);
  };
  return { encoding: encoding === "gb18030" ? "GBK" : encoding.toUpperCase(), rows, row };
}
