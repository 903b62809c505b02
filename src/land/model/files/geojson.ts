import { cellsOf, nextRow } from "./cells.ts";
import { readShape } from "./shape.ts";
import { FileBroken, limits, type FileRow, type FileTable, type RowFault } from "./table.ts";

const sign = (text: string): number => text.charCodeAt(0);
const [quote, backslash] = [sign('"'), sign("\\")];
const opening = new Set([sign("{"), sign("[")]);
const closing = new Set([sign("}"), sign("]")]);

/** From where to where each piece of JSON lies in the bytes. */
type Span = readonly [from: number, to: number];
type Found = { readonly roots: readonly Span[]; readonly features: readonly Span[] };

/** Where the string that begins here ends: at its closing quote. */
function endOfString(bytes: Uint8Array, from: number): number {
  let at = from + 1;
  while (at < bytes.length && bytes[at] !== quote) at += bytes[at] === backslash ? 2 : 1;
  return at;
}

const textOf = (bytes: Uint8Array, [from, to]: Span): string =>
  new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(from, to));

/**
 * Walks the brackets once: the pieces at the root, and the members of the list named "features" in
 * them. Nothing is built, so that a large file is read feature by feature.
 */
class Walk {
  readonly roots: Span[] = [];
  readonly features: Span[] = [];
  private readonly starts: number[] = [];
  private word = "";
  private listDepth = 0;

  private readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  run(): Found {
    const { bytes } = this;
    for (let at = 0; at < bytes.length; at += 1) {
      const byte = bytes[at]!;
      if (byte === quote) at = this.pass(at);
      else if (opening.has(byte)) this.open(at, byte);
      else if (closing.has(byte)) this.close(at);
    }
    if (this.starts.length > 0) throw new FileBroken("broken", "JSON ends too early");
    return this;
  }

  private pass(at: number): number {
    const end = endOfString(this.bytes, at);
    if (this.starts.length === 1) {
      this.word = end - at < 20 ? textOf(this.bytes, [at + 1, end]) : "";
    }
    return end;
  }

  private open(at: number, byte: number): void {
    const isList = byte === sign("[") && this.starts.length === 1 && this.word === "features";
    this.starts.push(at);
    if (isList) this.listDepth = this.starts.length;
    if (this.starts.length > 100) throw new FileBroken("broken", "JSON nests too deep");
  }

  private close(at: number): void {
    const from = this.starts.pop();
    if (from === undefined) throw new FileBroken("broken", `byte ${at}`);
    const depth = this.starts.length;
    if (depth === 0) this.keep(this.roots, [from, at + 1]);
    else if (this.listDepth > 0 && depth === this.listDepth) {
      this.keep(this.features, [from, at + 1]);
    } else if (depth < this.listDepth) {
      this.listDepth = 0;
      this.word = "";
    }
  }

  private keep(list: Span[], span: Span): void {
    list.push(span);
    if (list.length > limits.rows) throw new FileBroken("too_many_rows", `> ${limits.rows}`);
  }
}

/** What stands around the features: the members of the collection without them. */
function headOf(bytes: Uint8Array, { roots, features }: Found): Record<string, unknown> {
  const [root] = roots;
  if (!root) throw new FileBroken("broken", "JSON");
  const [first, last] = [features[0], features.at(-1)];
  const text =
    first && last
      ? textOf(bytes, [root[0], first[0]]) + textOf(bytes, [last[1], root[1]])
      : textOf(bytes, root);
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch (cause) {
    throw new FileBroken("broken", String(cause).slice(0, 200));
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const faulty = (number: number, fault: RowFault): FileRow => ({
  number,
  cells: new Map(),
  shape: null,
  fault,
});

/** One feature as a row; its own id is a column, beside its properties. */
function rowOf(text: string, number: number): FileRow {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    return faulty(number, { code: "row_unreadable", detail: String(cause).slice(0, 200) });
  }
  if (!isObject(value) || value["type"] !== "Feature") {
    return faulty(number, { code: "row_unreadable", detail: "Feature" });
  }
  const properties = isObject(value["properties"]) ? value["properties"] : {};
  const id = value["id"] === undefined ? [] : [["id", value["id"]] as const];
  const cells = cellsOf([...id, ...Object.entries(properties)]);
  const { geometry } = value;
  if (geometry === null || geometry === undefined)
    return { number, cells, shape: null, fault: null };
  const shape = readShape(geometry);
  if (shape === "mixed") return { number, cells, shape: null, fault: { code: "shape_mixed" } };
  if (!shape) return { number, cells, shape: null, fault: { code: "shape_unreadable" } };
  return { number, cells, shape, fault: null };
}

function* rowsOf(bytes: Uint8Array, spans: readonly Span[]): Iterable<FileRow> {
  let number = 0;
  for (const span of spans) {
    number = nextRow(number);
    yield rowOf(textOf(bytes, span), number);
  }
}

function statedIn(head: Record<string, unknown>): string | null {
  const { crs } = head;
  if (!isObject(crs) || !isObject(crs["properties"])) return null;
  const { name } = crs["properties"];
  return typeof name === "string" ? name : null;
}

/** GeoJSON: a collection, one feature, or a feature on each line. */
export function openGeoJson(bytes: Uint8Array): FileTable {
  const found = new Walk(bytes).run();
  const head = found.roots.length === 1 ? headOf(bytes, found) : {};
  const isCollection = head["type"] === "FeatureCollection";
  return {
    form: "geojson",
    encoding: "UTF-8",
    table: typeof head["name"] === "string" ? head["name"] : null,
    stated: statedIn(head),
    rows: () => rowsOf(bytes, isCollection ? found.features : found.roots),
  };
}
