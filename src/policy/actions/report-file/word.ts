import {
  AlignmentType,
  Document,
  Footer,
  Header,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
  type FileChild,
  type ISectionOptions,
} from "docx";
import type { Part, ReportDocument } from "../../model/report-document.ts";
import { page, sizes, bodyLinePt, twips, twipsOf, colours } from "./page.ts";
import { settled } from "./settled.ts";
import { faces, runOf } from "./word-runs.ts";
import { signatureTable, wordTable } from "./word-tables.ts";

const exactly = (pt: number) => ({ line: twipsOf(pt), lineRule: LineRuleType.EXACT });

/** Two characters, as each paragraph of an official document begins. */
const indent = { firstLine: twipsOf(sizes.body * 2) };

const bodyParagraph = (text: string): Paragraph =>
  new Paragraph({
    indent,
    widowControl: true,
    alignment: AlignmentType.BOTH,
    spacing: exactly(bodyLinePt),
    children: [runOf(text, { size: sizes.body, isGrid: true })],
  });

/** A notice is seen before all else, a note after it. */
function smallParagraph(text: string, isNotice: boolean): Paragraph {
  const size = isNotice ? sizes.body : sizes.note;
  return new Paragraph({
    alignment: isNotice ? AlignmentType.CENTER : AlignmentType.BOTH,
    spacing: { before: 80, after: 80 },
    children: [
      runOf(text, { size, isStrong: isNotice, ...(isNotice && { colour: colours.mark }) }),
    ],
  });
}

const headingParagraph = (text: string): Paragraph =>
  new Paragraph({
    keepNext: true,
    outlineLevel: 0,
    indent,
    spacing: { before: 160, after: 80, ...exactly(bodyLinePt) },
    children: [runOf(text, { size: sizes.body, face: faces.heading })],
  });

function childrenOf(part: Part): FileChild[] {
  switch (part.kind) {
    case "heading":
      return [headingParagraph(part.text)];
    case "paragraph":
      return part.role === "body" || part.role === "item"
        ? [bodyParagraph(part.line.text)]
        : [smallParagraph(part.line.text, part.role === "notice")];
    case "table":
      return [wordTable(part), new Paragraph({ spacing: exactly(6), children: [] })];
    case "signatures":
      return [signatureTable(part)];
  }
}

const titles = ({ title, subtitle }: ReportDocument): Paragraph[] => [
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 120 },
    children: [runOf(title, { size: sizes.title, face: faces.title })],
  }),
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 240 },
    children: [runOf(subtitle, { size: sizes.body, face: faces.subtitle })],
  }),
];

/** Where the report comes from stands over each page; so does what no action may rest on. */
function headerOf({ header, mark }: ReportDocument): Header {
  const lines = [...(mark === undefined ? [] : [mark]), ...header];
  return new Header({
    children: lines.map(
      (text) =>
        new Paragraph({
          alignment: AlignmentType.CENTER,
          children: [
            runOf(text, {
              size: sizes.margin,
              colour: text === mark ? colours.mark : colours.faint,
            }),
          ],
        }),
    ),
  });
}

/** The number of the page between two dashes, one character in from the outer edge. */
const footerOf = (alignment: "left" | "right"): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment,
        indent: { [alignment]: twipsOf(sizes.body) },
        children: [
          new TextRun({
            font: faces.number,
            size: 28,
            children: ["— ", PageNumber.CURRENT, " —"],
          }),
        ],
      }),
    ],
  });

function sectionOf(report: ReportDocument): ISectionOptions {
  const header = headerOf(report);
  return {
    properties: {
      page: {
        size: { width: twips(page.widthMm), height: twips(page.heightMm) },
        margin: {
          top: twips(page.topMm),
          right: twips(page.rightMm),
          bottom: twips(page.bottomMm),
          left: twips(page.leftMm),
          header: twips(page.headMm),
          footer: twips(page.footMm - 7),
        },
      },
    },
    headers: { default: header, even: header },
    footers: { default: footerOf("right"), even: footerOf("left") },
    children: [...titles(report), ...report.parts.flatMap(childrenOf)],
  };
}

/** The report as a Word file: the same bytes for the same report. */
export async function writeWord(report: ReportDocument): Promise<Uint8Array> {
  const file = new Document({
    creator: "Zhibu 织补",
    lastModifiedBy: "Zhibu 织补",
    title: `${report.title} · ${report.subtitle}`,
    evenAndOddHeaderAndFooters: true,
    // Where a face is absent, the one that stands in draws its characters as in Chinese.
    styles: { default: { document: { run: { language: { value: "en-US", eastAsia: "zh-CN" } } } } },
    sections: [sectionOf(report)],
  });
  return settled(await Packer.toBuffer(file), report.createdAt);
}
