import {
  answers,
  conditions,
  effectAmount,
  levels,
  verdicts,
  type EffectColumns,
  type LibraryVerdicts,
  type RuleIr,
} from "../../rules/index.ts";

/**
 * Verdicts as a table, a column each: a row for each case, subject and rule, and for each effect of
 * the rule that stands there. What is missing is null, and never a zero.
 */
export type VerdictRows = {
  readonly case: string[];
  readonly synthetic: boolean[];
  readonly subject: string[];
  readonly rule: string[];
  readonly condition: string[];
  readonly verdict: string[];
  /** The place of the effect in its rule, counted from one. */
  readonly effect: (number | null)[];
  readonly amount_min: (number | null)[];
  readonly amount_max: (number | null)[];
  readonly unit: (string | null)[];
  /** The answers to the bounds of the effect, in their order. */
  readonly bounds: (string | null)[];
};

export const emptyRows = (): VerdictRows => ({
  case: [],
  synthetic: [],
  subject: [],
  rule: [],
  condition: [],
  verdict: [],
  effect: [],
  amount_min: [],
  amount_max: [],
  unit: [],
  bounds: [],
});

/** Appends the verdicts of a library, case by case. */
export function appendVerdicts(rows: VerdictRows, of: LibraryVerdicts): void {
  of.library.cases.forEach((_, owner) => {
    of.program.rules.forEach((_rule, rule) => appendRule(rows, of, { owner, rule }));
  });
}

type Where = { readonly owner: number; readonly rule: number };

function appendRule(rows: VerdictRows, of: LibraryVerdicts, { owner, rule: index }: Where): void {
  const rule = of.program.rules[index]!;
  const columns = of.rules[index]!;
  const facts = of.library.cases[owner]!;
  const first = of.library.levels[levels.indexOf(rule.level)]!.starts[owner]!;
  facts.subjects[rule.level].forEach(({ id }, place) => {
    const at = first + place;
    const head = (): void => {
      rows.case.push(facts.id);
      rows.synthetic.push(facts.synthetic);
      rows.subject.push(id);
      rows.rule.push(rule.id);
      rows.condition.push(conditions[columns.condition[at]!]!);
      rows.verdict.push(verdicts[columns.verdict[at]!]!);
    };
    const standing = columns.effects.flatMap((effect, which) =>
      effect.stands[at] === 1 ? [{ effect, which }] : [],
    );
    for (const { effect, which } of standing) {
      head();
      appendEffect(rows, rule.effects[which]!, { effect, which, at });
    }
    if (standing.length > 0) return;
    head();
    appendNothing(rows);
  });
}

type Standing = { readonly effect: EffectColumns; readonly which: number; readonly at: number };

function appendEffect(
  rows: VerdictRows,
  ir: RuleIr["effects"][number],
  { effect, which, at }: Standing,
): void {
  const [min, max] = [effect.min[at]!, effect.max[at]!];
  const amount = Number.isNaN(min) ? {} : effectAmount(ir, { min, max });
  const told = effect.bounds.map((codes) => answers[codes[at]!]!);
  rows.effect.push(which + 1);
  rows.amount_min.push(amount.min ?? null);
  rows.amount_max.push(amount.max ?? null);
  rows.unit.push(ir.unit ?? null);
  rows.bounds.push(told.length === 0 ? null : told.join(";"));
}

function appendNothing(rows: VerdictRows): void {
  rows.effect.push(null);
  rows.amount_min.push(null);
  rows.amount_max.push(null);
  rows.unit.push(null);
  rows.bounds.push(null);
}
