import { openGrid } from "./grid.ts";
import { FileBroken, limits, type Cell, type FileTable } from "./table.ts";
import { unpack } from "./zip.ts";

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

/** Text of XML as it is meant. Only the five entities are known: no file defines its own. */
const plain = (xml: string): string =>
  xml
    .replace(/&(#?[0-9a-z]{1,8});/gi, (all, word: string) => {
      if (!word.startsWith("#")) return entities[word] ?? all;
      const isHex = word[1] === "x" || word[1] === "X";
      const code = Number.parseInt(word.slice(isHex ? 2 : 1), isHex ? 16 : 10);
      return code <= 0x10ffff ? String.fromCodePoint(code) : "";
    })
    .replace(/_x([0-9A-F]{4})_/g, (_, code) =>
      String.fromCharCode(Number.parseInt(String(code), 16)),
    );

const textRuns = (xml: string): string =>
  [...xml.replace(/<rPh[\s\S]*?<\/rPh>/g, "").matchAll(/<t(?:\s[^>]*)?>([^<]*)<\/t>/g)]
    .map((match) => plain(match[1] ?? ""))
    .join("");

/** The texts that cells share, in their order. */
const sharedTexts = (xml: string): string[] =>
  [...xml.matchAll(/<si>([\s\S]*?)<\/si>|<si\/>/g)].map((match) => textRuns(match[1] ?? ""));

/** "BC12" stands in the column 54. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of /^[A-Z]{0,3}/.exec(reference)?.[0] ?? "") {
    column = column * 26 + letter.charCodeAt(0) - 64;
  }
  return column - 1;
}

const attribute = (tag: string, name: string): string | undefined =>
  [...tag.matchAll(/\s([\w:]+)="([^"]*)"/g)].find((match) => match[1] === name)?.[2];

function cellOf(tag: string, body: string, shared: readonly string[]): Cell {
  const type = attribute(tag, "t");
  if (type === "inlineStr") return textRuns(body);
  const value = /<v(?:\s[^>]*)?>([^<]*)<\/v>/.exec(body)?.[1];
  if (value === undefined || type === "e") return null;
  if (type === "s") return shared[Number(value)] ?? null;
  if (type === "b") return value === "1";
  if (type === "str" || type === "d") return plain(value);
  return Number.isFinite(Number(value)) ? Number(value) : null;
}

/** The cells of one row, each in its column. A formula counts as the value it had when kept. */
function rowOf(xml: string, shared: readonly string[]): Cell[] {
  const row: Cell[] = [];
  for (const match of xml.matchAll(/<c(\s[^>]*?)?(?:\/>|>([\s\S]*?)<\/c>)/g)) {
    const tag = match[1] ?? "";
    const reference = attribute(tag, "r");
    const column = reference === undefined ? row.length : columnOf(reference);
    if (column >= limits.columns) throw new FileBroken("too_many_columns", reference ?? "");
    while (row.length < column) row.push(null);
    row[column] = cellOf(tag, match[2] ?? "", shared);
  }
  return row;
}

function* rowsOf(xml: string, shared: readonly string[]): Iterable<readonly Cell[]> {
  for (const match of xml.matchAll(/<row(?:\s[^>]*?)?(?:\/>|>([\s\S]*?)<\/row>)/g)) {
    yield rowOf(match[1] ?? "", shared);
  }
}

const isWanted = (name: string): boolean =>
  /^xl\/(workbook\.xml|sharedStrings\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/.test(
    name,
  );

type Sheet = { readonly name: string; readonly path: string };

/** The first sheet of the book: where it lies is told by the book's relations. */
function firstSheet(book: string, relations: string): Sheet {
  const tag = /<sheet\s[^>]*>/.exec(book)?.[0] ?? "";
  const id = attribute(tag, "r:id") ?? "";
  const relation = [...relations.matchAll(/<Relationship\s[^>]*>/g)].find(
    ([each]) => attribute(each, "Id") === id,
  )?.[0];
  const target = (relation && attribute(relation, "Target")) ?? "worksheets/sheet1.xml";
  const path = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
  return { name: plain(attribute(tag, "name") ?? ""), path };
}

/** The first sheet of an Excel workbook (.xlsx), read as a table with a heading. */
export function openExcel(bytes: Uint8Array): FileTable {
  const files = unpack(bytes, isWanted);
  const text = (path: string): string => new TextDecoder().decode(files.get(path));
  const sheet = firstSheet(text("xl/workbook.xml"), text("xl/_rels/workbook.xml.rels"));
  if (!files.has(sheet.path)) throw new FileBroken("broken", `XLSX: ${sheet.path}`);
  const shared = sharedTexts(text("xl/sharedStrings.xml"));
  const xml = text(sheet.path);
  return openGrid({
    form: "excel",
    encoding: null,
    table: sheet.name,
    rows: () => rowsOf(xml, shared),
  });
}
