import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
  type IBorderOptions,
  type ITableBordersOptions,
} from "docx";
import type { Part, Table as ReportTable } from "../../model/report-document.ts";
import { colours, sizes, tableLinesPt, tableSizes, textWidthMm, twips, twipsOf } from "./page.ts";
import { faces, runOf } from "./word-runs.ts";

type Column = ReportTable["columns"][number];
type Size = ReportTable["size"];
type Line = ReportTable["rows"][number][number][number];

const rule: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: colours.line };
const none: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: "auto" };
const edges = ["top", "bottom", "left", "right", "insideHorizontal", "insideVertical"] as const;

const bordersOf = (border: IBorderOptions): ITableBordersOptions =>
  Object.fromEntries(edges.map((edge) => [edge, border]));

const alignments = { end: AlignmentType.RIGHT, centre: AlignmentType.CENTER } as const;

const widthOf = ({ share }: Pick<Column, "share">): number =>
  Math.round((twips(textWidthMm) * share) / 100);

type Look = { readonly column: Column; readonly size: Size; readonly isHead: boolean };

function lineParagraph({ text, tone }: Line, { column, size, isHead }: Look): Paragraph {
  const isStrong = isHead || tone === "strong";
  return new Paragraph({
    keepNext: isHead,
    alignment: column.align ? alignments[column.align] : AlignmentType.LEFT,
    spacing: { line: twipsOf(tableLinesPt[size]), lineRule: "exact" },
    children: [
      runOf(text, {
        size: tableSizes[size],
        isStrong,
        face: isHead ? faces.heading : faces.body,
        ...(tone === "faint" && { colour: colours.faint }),
      }),
    ],
  });
}

function cellOf(lines: readonly Line[], look: Look): TableCell {
  const { column, isHead } = look;
  return new TableCell({
    width: { size: widthOf(column), type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    verticalAlign: VerticalAlignTable.TOP,
    ...(isHead && { shading: { type: ShadingType.CLEAR, fill: colours.head, color: "auto" } }),
    // A cell without a paragraph is no cell to Word.
    children: (lines.length > 0 ? lines : [{ text: "" }]).map((line) => lineParagraph(line, look)),
  });
}

/** A table of the whole width. Its head stands on each page; no row is cut. */
export function wordTable({ columns, rows, isHeaded, size }: ReportTable): Table {
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column) =>
      cellOf([{ text: column.title }], { column, size, isHead: true }),
    ),
  });
  const body = rows.map(
    (cells) =>
      new TableRow({
        cantSplit: true,
        children: columns.map((column, index) =>
          cellOf(cells[index] ?? [], { column, size, isHead: false }),
        ),
      }),
  );
  return new Table({
    width: { size: twips(textWidthMm), type: WidthType.DXA },
    columnWidths: columns.map(widthOf),
    layout: TableLayoutType.FIXED,
    borders: bordersOf(rule),
    rows: isHeaded ? [head, ...body] : body,
  });
}

/** Room for a hand and a seal under each name. */
export function signatureTable({ names, day }: Extract<Part, { kind: "signatures" }>): Table {
  const column = { title: "", share: 100 / names.length };
  const row = (texts: readonly string[], gap: number): TableRow =>
    new TableRow({
      cantSplit: true,
      children: texts.map(
        (text) =>
          new TableCell({
            width: { size: widthOf(column), type: WidthType.DXA },
            children: [
              new Paragraph({
                keepNext: true,
                spacing: { before: gap },
                children: [runOf(text, { size: sizes.table + 1.5 })],
              }),
            ],
          }),
      ),
    });
  return new Table({
    width: { size: twips(textWidthMm), type: WidthType.DXA },
    columnWidths: names.map(() => widthOf(column)),
    layout: TableLayoutType.FIXED,
    borders: bordersOf(none),
    rows: [
      row(names, 0),
      row(
        names.map(() => day),
        twipsOf(48),
      ),
    ],
  });
}
