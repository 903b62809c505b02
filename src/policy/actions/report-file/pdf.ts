import { createRequire } from "node:module";
import pdfmake from "pdfmake";
import type { Content, TDocumentDefinitions } from "pdfmake/interfaces";
import type { Part, ReportDocument } from "../../model/report-document.ts";
import { bodyLinePt, colours, page, points, sizes } from "./page.ts";
import { headHeight, pdfTable, signatureBlock } from "./pdf-tables.ts";

const require = createRequire(import.meta.url);
const normal =
  require.resolve("@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf");
const bold = require.resolve("@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf");

// Nothing but the two faces is ever read, and nothing is fetched.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path === normal || path === bold);
pdfmake.addFonts({ Song: { normal, bold, italics: normal, bolditalics: bold } });

/** A quarter of a point less than size three: 28 characters then fill the line. */
const gridPt = 15.75;
/** The face's own height of a line, as a part of its size. */
const faceLine = 1.437;

/** A paragraph of few lines leaves none of them alone on a page: it goes over whole. */
const shortLines = 5;
const charactersALine = 28;

const gridLine = bodyLinePt / (gridPt * faceLine);
const hash = (colour: string): string => `#${colour}`;

function paragraphOf({ role, line: { text } }: Extract<Part, { kind: "paragraph" }>): Content {
  if (role === "notice") {
    return {
      text,
      bold: true,
      alignment: "center",
      color: hash(colours.mark),
      margin: [0, 4, 0, 4],
    };
  }
  if (role === "note")
    return { text, fontSize: sizes.note, lineHeight: 1.05, margin: [0, 4, 0, 4] };
  const body = { text, fontSize: gridPt, lineHeight: gridLine, leadingIndent: gridPt * 2 };
  const isShort = text.length < shortLines * charactersALine;
  return isShort ? { stack: [body], unbreakable: true } : body;
}

function contentOf(part: Part, index: number): Content {
  switch (part.kind) {
    case "heading":
      return {
        id: `part-${index}`,
        text: part.text,
        bold: true,
        fontSize: gridPt,
        lineHeight: gridLine,
        margin: [gridPt * 2, 6, 0, 4],
      };
    case "paragraph":
      return paragraphOf(part);
    case "table":
      return pdfTable(part);
    case "signatures":
      return signatureBlock(part);
  }
}

const titles = ({ title, subtitle }: ReportDocument): Content[] => [
  { text: title, bold: true, fontSize: sizes.title, alignment: "center", margin: [0, 0, 0, 4] },
  { text: subtitle, fontSize: gridPt, alignment: "center", margin: [0, 0, 0, 10] },
];

/** Where the report comes from stands over each page; so does what no action may rest on. */
function headerOf({ header, mark }: ReportDocument): Content {
  const small = { fontSize: sizes.margin, alignment: "center" } as const;
  const marks = mark === undefined ? [] : [{ ...small, text: mark, color: hash(colours.mark) }];
  const lines = header.map((text) => ({ ...small, text, color: hash(colours.faint) }));
  return {
    margin: [points(page.leftMm), points(page.headMm), points(page.rightMm), 0],
    stack: [...marks, ...lines],
  };
}

/** The number of the page between two dashes, at the outer edge. */
const footerOf = (number: number): Content => ({
  text: `— ${number} —`,
  fontSize: 14,
  alignment: number % 2 === 0 ? "left" : "right",
  margin: [points(page.leftMm) + gridPt, points(7) - 6, points(page.rightMm) + gridPt, 0],
});

/** How much of a page each heading needs below itself, so that it stays with what it heads. */
const roomOf = ({ parts }: ReportDocument): ReadonlyMap<string, number> =>
  new Map(
    parts.flatMap((part, index) => {
      if (part.kind !== "heading") return [];
      const next = parts[index + 1];
      const beneath = next?.kind === "table" ? headHeight(next) : bodyLinePt * 3;
      return [[`part-${index}`, bodyLinePt * 2 + beneath] as const];
    }),
  );

function definitionOf(report: ReportDocument): TDocumentDefinitions {
  const at = new Date(report.createdAt);
  const room = roomOf(report);
  return {
    pageSize: "A4",
    pageMargins: [
      points(page.leftMm),
      points(page.topMm),
      points(page.rightMm),
      points(page.bottomMm),
    ],
    defaultStyle: { font: "Song", fontSize: sizes.table },
    info: {
      title: `${report.title} · ${report.subtitle}`,
      creator: "Zhibu 织补",
      producer: "Zhibu 织补",
      creationDate: at,
      modDate: at,
    },
    ...(report.mark === undefined
      ? {}
      : { watermark: { text: report.mark, color: hash(colours.mark), opacity: 0.08, bold: true } }),
    header: () => headerOf(report),
    footer: footerOf,
    content: [...titles(report), ...report.parts.map(contentOf)],
    pageBreakBefore: ({ id, startPosition: { top } }) =>
      top + (room.get(id ?? "") ?? 0) > points(page.heightMm - page.bottomMm),
  };
}

/** The report as PDF, with as much of the face in it as it uses; the same bytes each time. */
export async function writePdf(report: ReportDocument): Promise<Uint8Array> {
  return pdfmake.createPdf(definitionOf(report)).getBuffer();
}
