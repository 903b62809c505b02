import type { CombinationIr, Program } from "../ir.ts";
import { combinationMutants } from "./combination-mutants.ts";
import { measureMutants } from "./measure-mutants.ts";
import type { Mutant } from "./mutant.ts";
import { ruleMutants } from "./rule-mutants.ts";
import { ownForm, slipForm } from "./slip-form.ts";

/** The slips that cases should notice, each once, and those that no case can notice. */
export type Mutants = { readonly slips: readonly Mutant[]; readonly same: readonly Mutant[] };

/** Every slip in a measure: in its rules, its figures and its standing. */
export function mutantsOf(program: Program, measure: string): Mutants {
  const rules = program.rules.filter((rule) => rule.measure === measure);
  const own = rules.flatMap((rule) => ruleMutants(program, rule));
  return sorted(program, [...own, ...measureMutants(program, measure)]);
}

/** Every slip in how rules go together. */
export const mutantsTogether = (program: Program, combination: CombinationIr): Mutants =>
  sorted(program, combinationMutants(program, combination));

/** Two ways of writing one law are one slip; the first is kept. */
function sorted(program: Program, mutants: readonly Mutant[]): Mutants {
  const same: Mutant[] = [];
  const byForm = new Map<string, Mutant>();
  for (const mutant of mutants) {
    const form = slipForm(program, mutant.slip);
    if (form === ownForm(program, mutant.slip)) same.push(mutant);
    else if (!byForm.has(form)) byForm.set(form, mutant);
  }
  return { slips: [...byForm.values()], same };
}
