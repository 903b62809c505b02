import { zipSync } from "fflate";
import { invariant } from "./invariant.ts";

/** How many signs a cell can hold in Excel. */
export const cellLimit = 32_767;

export type WorkbookCell = string | number | boolean | null;

/** A sheet by its name, of 31 signs at most; its first row is the heading. */
export type Sheet = {
  readonly name: string;
  readonly rows: readonly (readonly WorkbookCell[])[];
};

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
function cellXml(cell: WorkbookCell): string {
  if (cell === null) return "<c/>";
  if (typeof cell === "number") return `<c><v>${cell}</v></c>`;
  if (typeof cell === "boolean") return `<c t="b"><v>${cell ? 1 : 0}</v></c>`;
  invariant(cell.length <= cellLimit, `a cell holds ${cellLimit} signs at most`);
  return `<c t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const bundle = "http://schemas.openxmlformats.org/package/2006";
const sheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml";

function sheetXml({ rows }: Sheet): string {
  const body = rows.map((row) => `<row>${row.map(cellXml).join("")}</row>`).join("");
  return `${head}<worksheet xmlns="${main}"><sheetData>${body}</sheetData></worksheet>`;
}

const numbered = (sheets: readonly Sheet[], one: (at: number, name: string) => string): string =>
  sheets.map(({ name }, place) => one(place + 1, name)).join("");

function parts(all: readonly Sheet[]): Record<string, string> {
  const sheets = numbered(
    all,
    (at, name) => `<sheet name="${escaped(name.slice(0, 31))}" sheetId="${at}" r:id="rId${at}"/>`,
  );
  const relations = numbered(
    all,
    (at) =>
      `<Relationship Id="rId${at}" Type="${office}/worksheet" Target="worksheets/sheet${at}.xml"/>`,
  );
  const overrides = numbered(
    all,
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

/** An Excel workbook (.xlsx): plain cells, each of its own type. */
export function writeWorkbook(sheets: readonly Sheet[]): Uint8Array {
  const encoder = new TextEncoder();
  const files: Record<string, Uint8Array> = {};
  for (const [name, text] of Object.entries(parts(sheets))) files[name] = encoder.encode(text);
  sheets.forEach((sheet, place) => {
    files[`xl/worksheets/sheet${place + 1}.xml`] = encoder.encode(sheetXml(sheet));
  });
  return zipSync(files);
}
