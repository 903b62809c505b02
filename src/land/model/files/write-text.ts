import {
  cellsIn,
  columnsOf,
  guardedText,
  writeWkt,
  type ExportFeature,
  type ExportTable,
} from "./write-table.ts";
import type { Cell } from "./table.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function featureText(layer: string, feature: ExportFeature): string {
  const { geometry, id, name, name_en, synthetic, valid_from, properties } = feature;
  const words = { ...properties, layer, id, name, name_en, synthetic, valid_from };
  return JSON.stringify({ type: "Feature", id, properties: words, geometry });
}

/** GeoJSON: one collection of all features, each with its layer. */
export function writeGeoJson(tables: readonly ExportTable[]): Uint8Array {
  const name = JSON.stringify(tables.map(({ layer }) => layer).join(" "));
  const lines = tables.flatMap(({ layer, features }) =>
    features.map((feature) => featureText(layer, feature)),
  );
  return bytesOf(
    `{"type":"FeatureCollection","name":${name},"features":[\n${lines.join(",\n")}\n]}\n`,
  );
}

/** A cell of CSV: in quotes where it must be, and never a formula. */
function csvCell(cell: Cell): string {
  if (typeof cell !== "string") return cell === null ? "" : String(cell);
  const text = guardedText(cell);
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Lines of CSV under a heading, with the mark by which table programs know UTF-8. */
export const csvText = (rows: readonly (readonly Cell[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;

/** CSV: one table of all features, each with its layer, and its place as WKT. */
export function writeCsv(tables: readonly ExportTable[]): Uint8Array {
  const columns = [...new Set(tables.flatMap(columnsOf))];
  const rows = tables.flatMap(({ layer, features }) =>
    features.map((feature) => [layer, ...cellsIn(feature, columns), writeWkt(feature.geometry)]),
  );
  return bytesOf(csvText([["layer", ...columns, "WKT"], ...rows]));
}
