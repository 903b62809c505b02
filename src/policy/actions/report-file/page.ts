/**
 * The page of an official document after GB/T 9704, in millimetres: a text of 156 by 225, with 22
 * lines of 28 characters in size three.
 */
export const page = {
  widthMm: 210,
  heightMm: 297,
  topMm: 37,
  leftMm: 28,
  rightMm: 26,
  bottomMm: 35,
  /** The number of the page stands seven millimetres below the text. */
  footMm: 28,
  headMm: 22,
} as const;

/** Points: the sizes three, two, small four, five and small five of Chinese type. */
export const sizes = { body: 16, title: 22, table: 10.5, note: 10.5, margin: 9 } as const;
export const tableSizes = { usual: 10.5, small: 9 } as const;

/** Twenty-two lines fill the page. */
export const bodyLinePt = 28.95;
export const tableLinesPt = { usual: 15, small: 13 } as const;

const pointsAnInch = 72;
const millimetresAnInch = 25.4;

export const points = (millimetres: number): number =>
  (millimetres * pointsAnInch) / millimetresAnInch;

/** Twentieths of a point, by which Word measures. */
export const twips = (millimetres: number): number => Math.round(points(millimetres) * 20);
export const twipsOf = (pt: number): number => Math.round(pt * 20);
export const textWidthMm = page.widthMm - page.leftMm - page.rightMm;

/** Hairlines, and what is read second. */
export const colours = { line: "808080", faint: "595959", head: "EDEDED", mark: "A03030" } as const;
