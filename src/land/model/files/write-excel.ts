import { zipSync } from "fflate";
import { FileBroken, type Cell } from "./table.ts";
import { cellsIn, columnsOf, writeWkt, type ExportTable } from "./write-table.ts";

/** What a cell can hold in Excel. */
const cellLimit = 32_767;

const signs: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const escaped = (text: string): string =>
  text
    .replace(/[&<>]/g, (sign) => signs[sign] ?? sign)
    // Signs that XML has no place for, as the form itself writes them.
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g,
      (sign) => `_x${sign.charCodeAt(0).toString(16).padStart(4, "0").toUpperCase()}_`,
    );

/** A cell states its type: a text is never taken for a formula. */
function cellXml(cell: Cell): string {
  if (cell === null) return "<c/>";
  if (typeof cell === "number") return `<c><v>${cell}</v></c>`;
  if (typeof cell === "boolean") return `<c t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (cell.length > cellLimit) {
    throw new FileBroken("too_large", `XLSX: ${cell.length} > ${cellLimit}`);
  }
  return `<c t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const bundle = "http://schemas.openxmlformats.org/package/2006";
const sheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml";

function sheetXml(table: ExportTable): string {
  const columns = columnsOf(table);
  const rows = [
    [...columns, "WKT"],
    ...table.features.map((feature) => [...cellsIn(feature, columns), writeWkt(feature.geometry)]),
  ];
  const body = rows.map((row) => `<row>${row.map(cellXml).join("")}</row>`).join("");
  return `${head}<worksheet xmlns="${main}"><sheetData>${body}</sheetData></worksheet>`;
}

const numbered = (tables: readonly ExportTable[], one: (at: number, layer: string) => string) =>
  tables.map(({ layer }, place) => one(place + 1, layer)).join("");

function parts(tables: readonly ExportTable[]): Record<string, string> {
  const sheets = numbered(
    tables,
    (at, layer) => `<sheet name="${layer.slice(0, 31)}" sheetId="${at}" r:id="rId${at}"/>`,
  );
  const relations = numbered(
    tables,
    (at) =>
      `<Relationship Id="rId${at}" Type="${office}/worksheet" Target="worksheets/sheet${at}.xml"/>`,
  );
  const overrides = numbered(
    tables,
    (at) =>
      `<Override PartName="/xl/worksheets/sheet${at}.xml" ContentType="${sheetType}.worksheet+xml"/>`,
  );
  const rels = (body: string): string =>
    `${head}<Relationships xmlns="${bundle}/relationships">${body}</Relationships>`;
  return {
    "[Content_Types].xml":
      `${head}<Types xmlns="${bundle}/content-types">` +
      '<Default Extension="rels" ' +
      'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/>` +
      `${overrides}</Types>`,
    "_rels/.rels": rels(
      `<Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/>`,
    ),
    "xl/workbook.xml":
      `${head}<workbook xmlns="${main}" xmlns:r="${office}">` +
      `<sheets>${sheets}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": rels(relations),
  };
}

/** An Excel workbook with a sheet for each layer, places as WKT. */
export function writeExcel(tables: readonly ExportTable[]): Uint8Array {
  const encoder = new TextEncoder();
  const files: Record<string, Uint8Array> = {};
  for (const [name, text] of Object.entries(parts(tables))) files[name] = encoder.encode(text);
  tables.forEach((table, place) => {
    files[`xl/worksheets/sheet${place + 1}.xml`] = encoder.encode(sheetXml(table));
  });
  return zipSync(files);
}
