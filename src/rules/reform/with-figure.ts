import { invariant } from "../../base/invariant.ts";
import type { Ratio } from "../../base/ratio.ts";
import type { Program } from "../ir.ts";

/** A figure of the law in base units; where the law leaves it open, between two ends. */
export type Ends = { readonly min: Ratio; readonly max: Ratio };

/** A program in which a parameter has another figure at every date. */
export function withFigure(program: Program, parameter: number, { min, max }: Ends): Program {
  const known = program.parameters[parameter];
  invariant(known, `parameter ${parameter} is in the program`);
  const value = { since: "unknown", until: undefined, min, max };
  const parameters = program.parameters.with(parameter, { ...known, values: [value] });
  return { ...program, parameters };
}

/** A program in which a parameter has one figure. */
export const withValue = (program: Program, parameter: number, value: Ratio): Program =>
  withFigure(program, parameter, { min: value, max: value });
