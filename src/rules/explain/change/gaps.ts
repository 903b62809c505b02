import { bilingual } from "../../../base/message.ts";
import { multiply, one, toNumber } from "../../../base/ratio.ts";
import { parseUnit } from "../../../base/unit.ts";
import { factAt } from "../../case/dictionary.ts";
import { writeValue } from "../../case/write.ts";
import type { Gap } from "../../contract/answer.ts";
import type { BoundAnswer, EffectLine, RuleVerdict } from "../../contract/report.ts";
import { variableIn, type Scope } from "../../evaluate/scope.ts";
import type { BoundIr, EffectIr, Node, RuleIr } from "../../ir.ts";
import { linesOf, overBy } from "../effect-step.ts";
import { statedText } from "../expression.ts";
import { figureText } from "../figure.ts";
import { amid } from "../wording.ts";
import { solve } from "./flip-compare.ts";

const span = { start: 0, end: 0 };

export const isOver = (bound: { readonly answer: string }): boolean => bound.answer === "exceeded";

type Exceeded = {
  readonly effect: EffectIr;
  readonly line: EffectLine;
  readonly bound: BoundIr;
  readonly answer: BoundAnswer;
};

/** The bounds of a rule that what is asked for does not keep to. */
function exceeded(rule: RuleIr, verdict: RuleVerdict): readonly Exceeded[] {
  return linesOf(rule, verdict).flatMap(({ effect, line }) =>
    (line.bounds ?? []).flatMap((answer, index) => {
      const bound = effect.bounds[index];
      return bound && isOver(answer) ? [{ effect, line, bound, answer }] : [];
    }),
  );
}

/** The exceeded bounds as one condition: what is asked for keeps to each of them. */
export function keptBounds(rule: RuleIr, scope: Scope, verdict: RuleVerdict): Node | undefined {
  const kept = exceeded(rule, verdict).flatMap(({ effect, bound }) => {
    const asked = effect.wish === undefined ? effect.amount : factNode(effect.wish, scope);
    return asked ? [comparison(asked, bound.direction, bound.limit)] : [];
  });
  if (kept.length === 0) return undefined;
  const args = rule.condition ? [rule.condition, ...kept] : kept;
  return { op: "and", args, type: { kind: "boolean" }, span };
}

export const factNode = (fact: number, scope: Scope): Node => {
  return { op: "fact", fact, type: factAt(scope.edition.program, fact).type, span };
};

type Compare = Extract<Node, { op: "compare" }>;

/** Whether one figure keeps to another, as a condition of its own. */
export const comparison = (
  left: Node,
  direction: BoundIr["direction"],
  right: Node,
): Compare & Node => ({
  op: "compare",
  comparison: direction === "at_most" ? "<=" : ">=",
  left,
  right,
  type: { kind: "boolean" },
  span,
});

/** By how much each exceeded bound is missed, and what could be asked for instead. */
export const gapsOf = (rule: RuleIr, scope: Scope, verdict: RuleVerdict): readonly Gap[] =>
  exceeded(rule, verdict).flatMap((one) => gapOf(one, scope) ?? []);

function gapOf({ effect, line, bound, answer }: Exceeded, scope: Scope): Gap | undefined {
  const unit = line.unit ?? effect.unit ?? "1";
  const over = overBy(answer);
  if (!over) return undefined;
  const by = figureText(multiply(over, parseUnit(unit)?.factor ?? one), unit);
  const [zh, en] = answer.direction === "at_most" ? ["超出", "over"] : ["还差", "short"];
  const name = bound.title ? bilingual(`${bound.title.zh}：`, `${bound.title.en}: `) : undefined;
  const instead = insteadOf({ effect, bound, scope });
  return {
    bound: bound.id,
    over: toNumber(over),
    unit,
    ...(instead && { fact: instead.fact, within: instead.within }),
    text: bilingual(
      `${name?.zh ?? ""}${zh} ${by.zh}${instead ? `；${instead.text.zh}` : ""}`,
      `${name?.en ?? ""}${by.en} ${en}${instead ? `; ${instead.text.en}` : ""}`,
    ),
  };
}

type Wished = { readonly effect: EffectIr; readonly bound: BoundIr; readonly scope: Scope };

/** The nearest that could be asked for within a bound, with all else as it is. */
function insteadOf({ effect, bound, scope }: Wished) {
  if (effect.wish === undefined) return undefined;
  const fact = factAt(scope.edition.program, effect.wish);
  const node = comparison(factNode(effect.wish, scope), bound.direction, bound.limit);
  const variable = variableIn(scope, effect.wish);
  const [step] = solve({ node, scope, variable, accepts: (truth) => truth === "T" });
  if (!step) return undefined;
  const label = amid(fact.definition.label);
  const text = statedText(fact, { state: "known", value: step.to });
  const isCap = bound.direction === "at_most";
  return {
    fact: fact.id,
    within: writeValue(fact, step.to),
    text: bilingual(
      `${label.zh}${isCap ? "不超过" : "不低于"} ${text.zh} 就行`,
      `${label.en} would do at ${text.en}`,
    ),
  };
}
