import type { Verdict } from "../contract/report.ts";
import { levelNumber } from "../evaluate/rows.ts";
import { verdicts } from "../columns/verdicts.ts";
import { rivalsIn, type Cause } from "./causes.ts";
import { isOtherwiseAt, shifts, type RuleShift, type Shift, type Simulation } from "./simulate.ts";

/** One subject that fares otherwise under one rule. */
export type ShiftRow = {
  readonly case: string;
  readonly synthetic: boolean;
  readonly subject: string;
  readonly rule: string;
  readonly shift: Shift;
  readonly from: Verdict;
  readonly to: Verdict;
  readonly causes: readonly Cause[];
};

/** Every subject that fares otherwise, rule by rule; each row is made when it is read. */
export function rowsOf(simulation: Simulation): Generator<ShiftRow> {
  return rowsIn(simulation);
}

function* rowsIn(simulation: Simulation): Generator<ShiftRow> {
  for (const shift of simulation.rules) {
    const moved = [...shift.codes.keys()].filter((at) => shift.codes[at] !== same);
    for (const at of moved) yield rowAt(simulation, shift, at);
  }
}

function rowAt(simulation: Simulation, shift: RuleShift, at: number): ShiftRow {
  const { base, after } = simulation;
  const { cases, starts } = base.library.levels[levelNumber[shift.level]]!;
  const owner = cases[at]!;
  const { id, synthetic, subjects } = base.library.cases[owner]!;
  return {
    ...{ case: id, synthetic, rule: shift.rule, shift: shifts[shift.codes[at]!]! },
    subject: subjects[shift.level][at - starts[owner]!]!.id,
    from: verdictOf(base.rules[shift.before ?? -1]?.verdict[at]),
    to: verdictOf(after.rules[shift.after ?? -1]?.verdict[at]),
    causes: causesAt(simulation, shift, at),
  };
}

const [same, figure] = [shifts.indexOf("same"), shifts.indexOf("figure")];

const verdictOf = (code: number | undefined): Verdict => verdicts[code ?? 0]!;

/**
 * Why a subject fares otherwise: what of its rule changes, where the rule alone comes out otherwise
 * there; and each rule that overrides it under one law only, or comes out otherwise for some
 * subject of its case.
 */
function causesAt(simulation: Simulation, shift: RuleShift, at: number): readonly Cause[] {
  const { base, after } = simulation;
  const [was, is] = [base.alone[shift.before ?? -1], after.alone[shift.after ?? -1]];
  const isByItself = isOtherwiseAt(was, is, at);
  const { cases } = base.library.levels[levelNumber[shift.level]]!;
  const owner = cases[at]!;
  const [old, fresh] = [base, after].map(({ program }) => rivalsIn(program, shift.rule));
  const rivals = [...new Set([...old!, ...fresh!])].filter(
    (id) => old!.has(id) !== fresh!.has(id) || isOtherwiseIn(simulation, id, owner),
  );
  const own = isByItself ? shift.causes : [];
  return [...own, ...rivals.map((id): Cause => ({ kind: "gives_way", id }))];
}

function isOtherwiseIn({ base, rules }: Simulation, id: string, owner: number): boolean {
  const rival = rules.find(({ rule }) => rule === id);
  if (!rival) return false;
  const { starts } = base.library.levels[levelNumber[rival.level]]!;
  const codes = rival.codes.subarray(starts[owner], starts[owner + 1]);
  return codes.some((code) => code !== same && code !== figure);
}
