import type { Cell, FileShape } from "./table.ts";
import { cellOf } from "./cells.ts";

/** A feature as it leaves, in degrees of CGCS2000. */
export type ExportFeature = {
  readonly id: string;
  readonly name: string;
  readonly name_en: string;
  readonly synthetic: boolean;
  readonly valid_from: string | null;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: FileShape;
};

/** The features of one layer that go into one table of a file. */
export type ExportTable = { readonly layer: string; readonly features: readonly ExportFeature[] };

const own = ["id", "name", "name_en", "synthetic", "valid_from"] as const;

/** The columns of a table: those that each feature has, then its layer's own in their order. */
export function columnsOf({ features }: ExportTable): string[] {
  const names = new Set<string>(own);
  for (const { properties } of features) {
    for (const name of Object.keys(properties)) names.add(name);
  }
  return [...names];
}

/** The cells of a feature in the order of columns. */
export function cellsIn(feature: ExportFeature, columns: readonly string[]): Cell[] {
  const fixed: Readonly<Record<string, unknown>> = {
    ...feature.properties,
    id: feature.id,
    name: feature.name,
    name_en: feature.name_en,
    synthetic: feature.synthetic,
    valid_from: feature.valid_from,
  };
  return columns.map((name) => cellOf(fixed[name]));
}

/** A text that no table program takes for a formula. */
export const guardedText = (text: string): string =>
  /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;

const list = (items: readonly unknown[], one: (item: never) => string): string =>
  `(${items.map((item) => one(item as never)).join(", ")})`;
const place = ([x, y]: readonly [number, number]): string => `${x} ${y}`;
const line = (points: readonly unknown[]): string => list(points, place);
const lines = (parts: readonly (readonly unknown[])[]): string => list(parts, line);

/** Well-known text. */
export function writeWkt({ type, coordinates }: FileShape): string {
  const word = type.toUpperCase();
  switch (type) {
    case "Point":
      return `${word} (${place(coordinates)})`;
    case "MultiPoint":
    case "LineString":
      return `${word} ${line(coordinates)}`;
    case "MultiLineString":
    case "Polygon":
      return `${word} ${lines(coordinates)}`;
    case "MultiPolygon":
      return `${word} ${list(coordinates, lines)}`;
  }
}
