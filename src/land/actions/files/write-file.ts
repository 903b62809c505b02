import type { FileForm } from "../../contract.ts";
import { writeExcel } from "../../model/files/write-excel.ts";
import { writeShapefile } from "../../model/files/write-shapefile.ts";
import { writeCsv, writeGeoJson } from "../../model/files/write-text.ts";
import type { ExportTable } from "../../model/files/write-table.ts";
import { writePackage } from "./write-package.ts";

/** The features as a file of a form. */
export async function writeFileOf(
  form: FileForm,
  tables: readonly ExportTable[],
): Promise<Uint8Array> {
  switch (form) {
    case "geojson":
      return writeGeoJson(tables);
    case "csv":
      return writeCsv(tables);
    case "excel":
      return writeExcel(tables);
    case "shapefile":
      return writeShapefile(tables);
    case "geopackage":
      return writePackage(tables);
  }
}
