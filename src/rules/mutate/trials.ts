import { readCase } from "../case/read.ts";
import type { Case } from "../case/model.ts";
import { dayOf, trialsOf, type Trial } from "../cover/trial.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import type { Program } from "../ir.ts";
import type { Slip } from "./mutant.ts";

/** A case that is read once and run on many slips. */
export type Ready = { readonly trial: Trial; readonly facts: Case; readonly asOf: string };

/** Every case of a pack by the measure or combination that it stands in. */
export function readyCases(program: Program): ReadonlyMap<string, readonly Ready[]> {
  const ready = new Map<string, Ready[]>();
  for (const trial of trialsOf(program)) {
    const read = readCase(program, trial.policyCase.facts, { id: trial.policyCase.name });
    if (!read.ok) continue;
    const list = ready.get(trial.owner) ?? [];
    ready.set(trial.owner, list);
    list.push({ trial, facts: read.value, asOf: dayOf(program, trial) });
  }
  return ready;
}

/** A part of a program with a slip in it; undefined where the slip lies outside the part. */
export function slipped(program: Program, part: Program, slip: Slip): Program | undefined {
  const placed = (indices: readonly number[]) =>
    indices.flatMap((index) => part.ruleById.get(program.rules[index]?.id ?? "") ?? []);
  switch (slip.kind) {
    case "parameter":
      return { ...part, parameters: part.parameters.with(slip.index, slip.parameter) };
    case "combination": {
      const by = { ...slip.combination, members: placed(slip.combination.members) };
      const combinations = part.combinations.map((one) => (one.id === by.id ? by : one));
      return { ...part, combinations };
    }
    case "rules": {
      const byId = new Map(slip.rules.map((rule) => [rule.id, rule]));
      if (!part.rules.some(({ id }) => byId.has(id))) return undefined;
      const rules = part.rules.map((own) => {
        const rule = byId.get(own.id);
        return rule ? { ...rule, overrides: placed(rule.overrides) } : own;
      });
      return { ...part, rules };
    }
  }
}

/** Whether a case comes out otherwise on the law with a slip in it. */
export function notices(program: Program, { trial, facts, asOf }: Ready, slip: Slip): boolean {
  const part = slipped(program, trial.part, slip);
  return part !== undefined && trial.failures(evaluate(part, facts, { asOf })).length > 0;
}
