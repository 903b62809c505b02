import { contextFunctions } from "./context.ts";
import { conversionFunctions } from "./conversion.ts";
import { listFunctions } from "./list.ts";
import type { BuiltIn } from "./matching.ts";
import { numericFunctions } from "./numeric.ts";
import { rangeFunctions } from "./range.ts";
import { statisticFunctions } from "./statistics.ts";
import { stringFunctions } from "./string.ts";
import { temporalFunctions } from "./temporal.ts";

/** Every built-in function of the standard, by its name. */
export const builtIns: ReadonlyMap<string, BuiltIn> = new Map(
  Object.entries({
    ...conversionFunctions,
    ...stringFunctions,
    ...listFunctions,
    ...statisticFunctions,
    ...numericFunctions,
    ...contextFunctions,
    ...rangeFunctions,
    ...temporalFunctions,
  }),
);
