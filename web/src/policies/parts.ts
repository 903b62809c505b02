import type { MeasurePage } from "../../../src/policy/contract.ts";

export type PartId = "rules" | "duty" | "parameters" | "accounted" | "touched" | "cases";
export type MeasurePart = { readonly id: PartId; readonly count: number | undefined };

/** The parts of a measure's page, in their order: those alone for which it has something. */
export function partsOf(page: MeasurePage): MeasurePart[] {
  const accounted = page.figures.length + page.words.length;
  const isRuled = page.rules.length > 0;
  const parts: (MeasurePart & { isThere: boolean })[] = [
    { id: "rules", count: page.rules.length, isThere: isRuled || !page.duty },
    { id: "duty", count: undefined, isThere: page.duty !== null },
    { id: "parameters", count: page.parameters.length, isThere: page.parameters.length > 0 },
    { id: "accounted", count: accounted, isThere: accounted > 0 },
    { id: "touched", count: undefined, isThere: isRuled },
    { id: "cases", count: page.cases.length, isThere: isRuled || page.cases.length > 0 },
  ];
  return parts.filter(({ isThere }) => isThere).map(({ id, count }) => ({ id, count }));
}
