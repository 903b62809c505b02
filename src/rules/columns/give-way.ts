import { overridersIn } from "../evaluate/overriding.ts";
import { levelNumber } from "../evaluate/rows.ts";
import type { Program, RuleIr } from "../ir.ts";
import type { Library } from "./library.ts";
import { copyOf, verdicts, withdraw, type VerdictColumns } from "./verdicts.ts";

const applies = verdicts.indexOf("applies");
const undecided = verdicts.indexOf("undecided");
const doesNotApply = verdicts.indexOf("does_not_apply");

type Columns = readonly VerdictColumns[];

/**
 * Lets rules give way to those in force that override them, case by case; see `giveWay`. What a
 * rule comes to alone is left as it is.
 */
export function giveWayAll(program: Program, library: Library, alone: Columns): Columns {
  const overriders = overridersIn(program);
  const byRule = [...alone];
  for (const index of program.order) {
    const rivals = (overriders[index] ?? []).filter(
      (rival) => program.rules[rival]!.standing !== "exploratory",
    );
    if (rivals.length === 0) continue;
    const rule = program.rules[index]!;
    const own = copyOf(alone[index]!);
    byRule[index] = own;
    const others = rivals.map((rival) => [program.rules[rival]!, byRule[rival]!] as const);
    yieldAll(library, { rule, own, others });
  }
  return byRule;
}

type Yielding = {
  readonly rule: RuleIr;
  readonly own: VerdictColumns;
  readonly others: readonly (readonly [RuleIr, VerdictColumns])[];
};

function yieldAll(library: Library, { rule, own, others }: Yielding): void {
  const { size } = library.levels[levelNumber[rule.level]]!;
  for (let at = 0; at < size; at++) {
    if (own.verdict[at] === doesNotApply) continue;
    const facing = others.flatMap(([rival, { verdict }]) =>
      facingOf(library, [rule, rival], at).map((to) => verdict[to]),
    );
    if (facing.includes(applies)) {
      own.verdict[at] = doesNotApply;
      withdraw(own, at);
    } else if (facing.includes(undecided)) own.verdict[at] = undecided;
  }
}

/** The subjects of a rival that a subject faces: itself, or across levels all of its case. */
function facingOf(
  library: Library,
  [rule, rival]: readonly [RuleIr, RuleIr],
  at: number,
): readonly number[] {
  if (rule.level === rival.level) return [at];
  const owner = library.levels[levelNumber[rule.level]]!.cases[at]!;
  const { starts } = library.levels[levelNumber[rival.level]]!;
  const first = starts[owner]!;
  return Array.from({ length: starts[owner + 1]! - first }, (_, place) => first + place);
}
