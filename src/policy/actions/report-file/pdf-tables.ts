import type { Content, ContentTable, TableCell } from "pdfmake/interfaces";
import type { Part, Table } from "../../model/report-document.ts";
import { colours, points, tableLinesPt, tableSizes, textWidthMm } from "./page.ts";

type Column = Table["columns"][number];
type Line = Table["rows"][number][number][number];

const faceLine = 1.437;
type Size = Table["size"];

const lineHeights: Readonly<Record<Size, number>> = {
  usual: tableLinesPt.usual / (tableSizes.usual * faceLine),
  small: tableLinesPt.small / (tableSizes.small * faceLine),
};
const paddingPt = 4;
const hash = (colour: string): string => `#${colour}`;

const alignments = { end: "right", centre: "center" } as const;

const widthOf = ({ share }: Column): number =>
  (points(textWidthMm) * share) / 100 - paddingPt * 2 - 0.5;

/** A row that is taller than this is broken: no page would hold it. */
const linesOfPage = 36;

/** About how many lines a cell takes: a character is as wide as it is high. */
const linesOf = (lines: readonly Line[], column: Column): number =>
  lines.reduce(
    (sum, { text }) => sum + Math.ceil((text.length * tableSizes.usual) / widthOf(column)),
    0,
  );

const isTall = (row: Table["rows"][number], columns: readonly Column[]): boolean =>
  columns.some((column, index) => linesOf(row[index] ?? [], column) > linesOfPage);

/** What the head of a table and its first row take of a page, about. */
export function headHeight({ columns, rows: [first = []] }: Table): number {
  const tallest = columns.map((column, index) => linesOf(first[index] ?? [], column));
  return tableLinesPt.usual * (Math.min(Math.max(...tallest), linesOfPage) + 2);
}

const lineOf = ({ text, tone }: Line, column: Column): Content => ({
  text,
  bold: tone === "strong",
  alignment: column.align ? alignments[column.align] : "left",
  ...(tone === "faint" && { color: hash(colours.faint) }),
});

const cellOf = (lines: readonly Line[], column: Column): TableCell => ({
  stack: lines.map((line) => lineOf(line, column)),
});

const headOf = (column: Column): TableCell => ({
  text: column.title,
  bold: true,
  fillColor: hash(colours.head),
  alignment: column.align ? alignments[column.align] : "left",
});

const layout = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0.5,
  hLineColor: () => hash(colours.line),
  vLineColor: () => hash(colours.line),
  paddingLeft: () => paddingPt,
  paddingRight: () => paddingPt,
  paddingTop: () => 2,
  paddingBottom: () => 1,
};

/** A table of the whole width. Its head stands on each page; no row is cut that a page can hold. */
export function pdfTable({ columns, rows, isHeaded, size }: Table): ContentTable {
  const isBroken = rows.some((row) => isTall(row, columns));
  const body = rows.map((cells) => columns.map((column, at) => cellOf(cells[at] ?? [], column)));
  return {
    margin: [0, 2, 0, 6],
    layout,
    fontSize: tableSizes[size],
    lineHeight: lineHeights[size],
    table: {
      // What is kept together and fits no page is lost: a table with such a row breaks anywhere.
      ...(isHeaded && { headerRows: 1, keepWithHeaderRows: isBroken ? 0 : 1 }),
      dontBreakRows: !isBroken,
      widths: columns.map(widthOf),
      body: isHeaded ? [columns.map(headOf), ...body] : body,
    },
  };
}

/** Room for a hand and a seal under each name. */
export function signatureBlock({ names, day }: Extract<Part, { kind: "signatures" }>): Content {
  const cell = (text: string): Content => ({ text, fontSize: 12 });
  return {
    unbreakable: true,
    margin: [0, 4, 0, 12],
    columns: names.map((name) => ({ stack: [cell(name), { text: " ", fontSize: 40 }, cell(day)] })),
  };
}
