import type { Program, RuleIr } from "../ir.ts";
import type { Slip } from "./mutant.ts";
import { combinationForm, ruleForm } from "./rule-form.ts";

const formsOf = (rules: readonly (RuleIr | undefined)[], law: Program): string =>
  rules.map((rule) => (rule ? ruleForm(rule, law) : "")).join("\n");

/** Everything that may read a parameter: the rules of its measure, and caps. */
function readersForm({ index, law }: { index: number; law: Program }): string {
  const { id = "", name = "" } = law.parameters[index] ?? {};
  const rules = law.rules.filter((rule) => `${rule.measure}.${name}` === id);
  const capped = law.combinations.filter(({ cap }) => cap);
  return [formsOf(rules, law), ...capped.map((one) => combinationForm(one, law))].join("\n");
}

/** One text for all slips that leave the same law. */
export function slipForm(program: Program, slip: Slip): string {
  switch (slip.kind) {
    case "rules":
      return formsOf(slip.rules, program);
    case "combination":
      return combinationForm(slip.combination, program);
    case "parameter": {
      const parameters = program.parameters.with(slip.index, slip.parameter);
      return readersForm({ index: slip.index, law: { ...program, parameters } });
    }
  }
}

/** The same of what the slip changes, without the slip. */
export function ownForm(program: Program, slip: Slip): string {
  switch (slip.kind) {
    case "rules":
      return formsOf(
        slip.rules.map(({ id }) => program.rules[program.ruleById.get(id) ?? -1]),
        program,
      );
    case "combination": {
      const own = program.combinations.find(({ id }) => id === slip.combination.id);
      return own ? combinationForm(own, program) : "";
    }
    case "parameter":
      return readersForm({ index: slip.index, law: program });
  }
}
