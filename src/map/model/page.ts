import { accept, refuse, type Decision } from "../../base/decision.ts";
import type { Span } from "../../land/index.ts";
import { itemLimit, usualItemLimit, type ItemsQuery } from "../contract.ts";
import type { Condition, FilterRefusal } from "./cql/expression.ts";
import { propertiesOf } from "./cql/expression.ts";
import { boxGeometry } from "./cql/geometry.ts";
import { readCqlJson } from "./cql/read-json.ts";
import { readCqlText } from "./cql/read-text.ts";
import { crsOf, type Crs, type CrsRefusal } from "./crs.ts";
import { spanOf, type DatetimeRefusal } from "./span.ts";
import type { Geometry } from "./shape.ts";

/** A page as it was asked for, understood. */
export type PageOrder = {
  readonly crs: Crs;
  readonly span: Span | undefined;
  readonly box: { readonly geometry: Geometry; readonly crs: Crs } | undefined;
  readonly filter: { readonly condition: Condition; readonly crs: Crs } | undefined;
  readonly after: string | undefined;
  readonly limit: number;
  /** The properties that are asked for by name: all of them must be known. */
  readonly properties: readonly string[];
};

export type PageRefusal =
  | CrsRefusal
  | DatetimeRefusal
  | FilterRefusal
  | { readonly code: "bbox_invalid"; readonly bbox: string };

const named = new Set([
  ...["f", "limit", "cursor", "bbox", "bbox-crs", "crs", "datetime"],
  ...["filter", "filter-lang", "filter-crs"],
]);

/** Reads the box of an address, in the order of coordinates that its system has. */
function boxIn(query: ItemsQuery): Decision<PageOrder["box"], PageRefusal> {
  const { bbox, "bbox-crs": word } = query;
  if (bbox === undefined) return accept(undefined);
  const crs = crsOf(word);
  if (!crs.ok) return crs;
  const numbers = bbox.split(",").map((part) => (part.trim() === "" ? NaN : Number(part)));
  const [first, second, third, fourth] =
    numbers.length === 6 ? [numbers[0]!, numbers[1]!, numbers[3]!, numbers[4]!] : numbers;
  const isBox = (numbers.length === 4 || numbers.length === 6) && numbers.every(Number.isFinite);
  const flat = [first!, second!, third!, fourth!];
  const geometry = isBox && first! <= third! && second! <= fourth! && boxGeometry(numbers);
  if (!geometry || !isInReach(flat, crs.value)) return refuse({ code: "bbox_invalid", bbox });
  return accept({ geometry, crs: crs.value });
}

/** Degrees end somewhere; metres of a projection do so long before these. */
const isInReach = (numbers: readonly number[], { srid }: Crs): boolean =>
  numbers.every((number) => Math.abs(number) <= (srid === 4490 ? 180 : 40_000_000));

function conditionIn(query: ItemsQuery): Decision<Condition | undefined, FilterRefusal> {
  const { filter, "filter-lang": language = "cql2-text" } = query;
  if (filter === undefined) return accept(undefined);
  if (language === "cql2-text") return readCqlText(filter);
  if (language === "cql2-json") return readCqlJson(filter);
  return refuse({ code: "filter_invalid", near: language });
}

/** A word of an address as a value: features may hold it as a text, a number or a truth. */
function equalTo(property: string, text: string): Condition {
  const compare = (value: string | number | boolean): Condition => ({
    ...{ kind: "compare", by: "=", property },
    value,
  });
  const number = text.trim() === "" ? NaN : Number(text);
  const parts = [
    compare(text),
    ...(Number.isFinite(number) ? [compare(number)] : []),
    ...(text === "true" || text === "false" ? [compare(text === "true")] : []),
  ];
  return { kind: "any", parts };
}

const equalities = (query: ItemsQuery): Condition[] =>
  Object.entries(query)
    .filter(([name]) => !named.has(name))
    .map(([name, value]) => equalTo(name, String(value)));

/** Reads what an address asks of a page. */
export function pageOrderOf(query: ItemsQuery): Decision<PageOrder, PageRefusal> {
  const crs = crsOf(query.crs);
  if (!crs.ok) return crs;
  const filterCrs = crsOf(query["filter-crs"]);
  if (!filterCrs.ok) return filterCrs;
  const box = boxIn(query);
  if (!box.ok) return box;
  const span = query.datetime === undefined ? undefined : spanOf(query.datetime);
  if (span && !span.ok) return span;
  const stated = conditionIn(query);
  if (!stated.ok) return stated;
  const parts = [...equalities(query), ...(stated.value ? [stated.value] : [])];
  const condition: Condition = { kind: "all", parts };
  return accept({
    crs: crs.value,
    span: span?.value,
    box: box.value,
    filter: parts.length > 0 ? { condition, crs: filterCrs.value } : undefined,
    after: query.cursor,
    limit: Math.min(Number(query.limit ?? usualItemLimit), itemLimit),
    properties: propertiesOf(condition),
  });
}
