import type { SyntaxNode } from "@lezer/common";
import type { FeelType, Scalar } from "../value.ts";
import { contentOf, nameOf, partsOf, textOf, type Reading } from "./reading.ts";
import type { WrittenType } from "./syntax.ts";

const scalars: ReadonlySet<string> = new Set<Scalar>([
  "boolean",
  "number",
  "string",
  "date",
  "time",
  "date and time",
  "days and time duration",
  "years and months duration",
]);

const any: FeelType = { of: "any" };

/** The type that a name stands for: a simple one, or one whose items may be anything. */
export function namedType(name: string): WrittenType {
  if (scalars.has(name)) return { of: name as Scalar };
  if (name === "dateTime") return { of: "date and time" };
  if (name === "dayTimeDuration") return { of: "days and time duration" };
  if (name === "yearMonthDuration") return { of: "years and months duration" };
  if (name === "Any") return any;
  if (name === "Null") return { of: "null" };
  if (name === "list" || name === "range") return { of: name, item: any };
  return name === "context" ? { of: "context", entries: [] } : { refused: "type_unknown" };
}

const isRefused = (type: WrittenType): type is Extract<WrittenType, { refused: unknown }> =>
  "refused" in type;

function convertItems(reading: Reading, node: SyntaxNode): WrittenType {
  const inner = partsOf(node).find(({ name }) => name === "Type");
  const item = inner ? convertType(reading, inner) : any;
  if (isRefused(item)) return item;
  return { of: reading.ranges.has(node.from) ? "range" : "list", item };
}

function convertEntries(reading: Reading, node: SyntaxNode): WrittenType {
  const entries: (readonly [string, FeelType])[] = [];
  const list = partsOf(node).find(({ name }) => name === "ContextEntryTypes");
  for (const entry of list ? contentOf(list) : []) {
    const [key, type] = contentOf(entry);
    if (!key || !type) return { refused: "type_unknown" };
    const converted = convertType(reading, type);
    if (isRefused(converted)) return converted;
    entries.push([nameOf(reading, key), converted]);
  }
  return { of: "context", entries };
}

function convertFunction(reading: Reading, node: SyntaxNode): WrittenType {
  const list = partsOf(node).find(({ name }) => name === "ArgumentTypes");
  const result = partsOf(node).findLast(({ name }) => name === "Type");
  const takes: FeelType[] = [];
  for (const argument of list ? contentOf(list) : []) {
    const [type] = contentOf(argument);
    const converted: WrittenType = type ? convertType(reading, type) : any;
    if (isRefused(converted)) return converted;
    takes.push(converted);
  }
  const gives = result ? convertType(reading, result) : any;
  return isRefused(gives) ? gives : { of: "function", takes, gives };
}

/** The type that stands behind `instance of` or a parameter's colon. */
export function convertType(reading: Reading, node: SyntaxNode): WrittenType {
  const [inner] = node.name === "Type" ? contentOf(node) : [node];
  if (!inner) return { refused: "type_unknown" };
  if (inner.name === "ListType") return convertItems(reading, inner);
  if (inner.name === "ContextType") return convertEntries(reading, inner);
  if (inner.name === "FunctionType") return convertFunction(reading, inner);
  return namedType(textOf(reading, inner).trim().replace(/\s+/g, " "));
}
