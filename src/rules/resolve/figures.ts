import { compareRatio, divide, parseRatio, ratioOf, type Ratio } from "../../base/ratio.ts";

/** Reads a figure as a pack writes it: a number, a decimal text, or a quotient such as "1/3". */
export function readFigure(figure: number | string): Ratio | undefined {
  if (typeof figure === "number") return Number.isFinite(figure) ? ratioOf(figure) : undefined;
  const parts = figure.split("/").map(parseRatio);
  const [top, bottom] = parts;
  if (parts.length === 1) return top;
  if (parts.length > 2 || !top || !bottom || bottom.n === 0n) return undefined;
  return divide(top, bottom);
}

/** Whether one period ends before the other begins; "unknown" has no beginning. */
export const endsBefore = (until: string | undefined, since: string): boolean =>
  until !== undefined && since !== "unknown" && until <= since;

export const isReversed = (low: Ratio, high: Ratio): boolean => compareRatio(low, high) > 0;
