import type { FileShape } from "./table.ts";
import { readShape } from "./shape.ts";

const kinds: Readonly<Record<string, FileShape["type"]>> = {
  POINT: "Point",
  MULTIPOINT: "MultiPoint",
  LINESTRING: "LineString",
  MULTILINESTRING: "MultiLineString",
  POLYGON: "Polygon",
  MULTIPOLYGON: "MultiPolygon",
};

const form = /^\s*(?:SRID=(\d+);)?\s*([A-Z]+?)\s*(?:ZM|Z|M)?\s*(\(.*\))\s*$/is;

export type ReadWkt = { readonly shape: FileShape | "mixed" | undefined; readonly srid?: string };

/** Well-known text, with the SRID that some write before it. */
export function readWkt(text: string): ReadWkt {
  const match = form.exec(text);
  if (!match) return { shape: undefined };
  const [, srid, word = "", body = ""] = match;
  if (word.toUpperCase() === "GEOMETRYCOLLECTION") return { shape: "mixed" };
  const type = kinds[word.toUpperCase()];
  const coordinates = type && readBody(body, type);
  if (coordinates === undefined) return { shape: undefined };
  return { shape: readShape({ type, coordinates }), ...(srid ? { srid } : {}) };
}

const numbers =
  /[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?(?:\s+[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)+/gi;

/** Rewrites the text as JSON, which has a parser already: positions become lists of numbers. */
function readBody(body: string, type: FileShape["type"]): unknown {
  const json = body
    .replace(numbers, (position) => `[${position.trim().split(/\s+/).map(Number).join(",")}]`)
    .replaceAll("(", "[")
    .replaceAll(")", "]");
  try {
    return settle(JSON.parse(json), type);
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

/** A point stands in one bracket more than in JSON; so may each point of several. */
function settle(value: unknown, type: FileShape["type"]): unknown {
  const list = value as unknown[];
  if (type === "Point") return list[0];
  if (type !== "MultiPoint") return list;
  return list.map((each) => (Array.isArray(each) && Array.isArray(each[0]) ? each[0] : each));
}
