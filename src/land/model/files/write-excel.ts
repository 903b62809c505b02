import { cellLimit, writeWorkbook } from "../../../base/workbook.ts";
import { FileBroken, type Cell } from "./table.ts";
import { cellsIn, columnsOf, writeWkt, type ExportTable } from "./write-table.ts";

function rowsOf(table: ExportTable): Cell[][] {
  const columns = columnsOf(table);
  return [
    [...columns, "WKT"],
    ...table.features.map((feature) => [...cellsIn(feature, columns), writeWkt(feature.geometry)]),
  ];
}

/** Told before a sheet is begun: a place of many corners may not fit into a cell. */
function refuseLongCells(rows: readonly (readonly Cell[])[]): void {
  for (const cell of rows.flat()) {
    if (typeof cell !== "string" || cell.length <= cellLimit) continue;
    throw new FileBroken("too_large", `XLSX: ${cell.length} > ${cellLimit}`);
  }
}

/** An Excel workbook with a sheet for each layer, places as WKT. */
export function writeExcel(tables: readonly ExportTable[]): Uint8Array {
  const sheets = tables.map((table) => ({ name: table.layer, rows: rowsOf(table) }));
  for (const { rows } of sheets) refuseLongCells(rows);
  return writeWorkbook(sheets);
}
