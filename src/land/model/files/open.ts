import { openCsv } from "./csv.ts";
import { openExcel } from "./excel.ts";
import { openGeoJson } from "./geojson.ts";
import { openShapefile } from "./shapefile.ts";
import { FileBroken, type FileTable } from "./table.ts";
import { unpack } from "./zip.ts";

const startsWith = (bytes: Uint8Array, text: string): boolean =>
  [...text].every((letter, at) => bytes[at] === letter.charCodeAt(0));

/** What a file is by its first bytes: names may say anything. */
export function isGeoPackage(bytes: Uint8Array): boolean {
  return startsWith(bytes, "SQLite format 3\0");
}

function openZip(bytes: Uint8Array): FileTable {
  const names: string[] = [];
  unpack(bytes, (name) => {
    names.push(name);
    return false;
  });
  if (names.some((name) => /\.shp$/i.test(name))) return openShapefile(bytes);
  if (names.includes("xl/workbook.xml")) return openExcel(bytes);
  throw new FileBroken("form_unknown", names.slice(0, 5).join(", ").slice(0, 200));
}

const isSpace = (byte: number | undefined): boolean =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09 || byte === 0x1e;

/** Opens whatever file it is, but for a GeoPackage, which needs a database to be read. */
export function openFile(bytes: Uint8Array): FileTable {
  if (startsWith(bytes, "PK\x03\x04")) return openZip(bytes);
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  let at = mark;
  while (isSpace(bytes[at])) at += 1;
  if (bytes[at] === 0x7b) return openGeoJson(bytes.subarray(at));
  if (at >= bytes.length) throw new FileBroken("rows_missing", "0");
  if (bytes.subarray(0, 4096).includes(0)) throw new FileBroken("form_unknown", "?");
  return openCsv(bytes);
}
