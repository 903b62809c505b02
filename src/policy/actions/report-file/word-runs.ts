import { TextRun, type IFontAttributesProperties } from "docx";
import { sizes } from "./page.ts";

const latin = "Times New Roman";

const faceOf = (eastAsia: string): IFontAttributesProperties => ({
  ascii: latin,
  hAnsi: latin,
  cs: latin,
  eastAsia,
});

/** The faces of official documents; where one is absent, Word takes what comes nearest. */
export const faces = {
  title: faceOf("方正小标宋简体"),
  subtitle: faceOf("楷体"),
  heading: faceOf("黑体"),
  body: faceOf("仿宋"),
  number: faceOf("宋体"),
} as const;

type Look = {
  readonly size: number;
  readonly face?: IFontAttributesProperties;
  readonly isStrong?: boolean;
  readonly colour?: string;
  /** Set so that 28 characters fill the line. */
  readonly isGrid?: boolean;
};

/** A quarter of a point narrower than its size: 28 times that is the width of the text. */
const gridSpacing = -4;

export const runOf = (text: string, look: Look): TextRun =>
  new TextRun({
    text,
    font: look.face ?? faces.body,
    size: look.size * 2,
    ...(look.isStrong && { bold: true }),
    ...(look.colour !== undefined && { color: look.colour }),
    ...(look.isGrid && look.size === sizes.body && { characterSpacing: gridSpacing }),
  });
