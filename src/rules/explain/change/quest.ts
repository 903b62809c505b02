import type { RuleVerdict } from "../../contract/report.ts";
import type { Scope } from "../../evaluate/scope.ts";
import type { Node, RuleIr } from "../../ir.ts";
import type { Asked } from "../explain.ts";
import { addedMax, growing, withOneMore, type Extended } from "./add.ts";
import { isOver, keptBounds } from "./gaps.ts";
import { workOf, type Effort } from "./effort.ts";
import type { Plan } from "./plan.ts";
import { trialOf, type Aim } from "./trial.ts";
import { waysTo } from "./ways.ts";

/** A rule asked of one subject of a case, with what it answers today. */
export type Question = {
  readonly rule: RuleIr;
  readonly scope: Scope;
  readonly asked: Asked;
  readonly verdict: RuleVerdict;
  /** See `Quest`. */
  readonly effort: Effort;
};

/** A case that may have further subjects, and the ways to what is wanted from there. */
export type Found = Extended & { readonly aim: Aim; readonly ways: readonly Plan[] };

export function aimOf({ condition, effects }: RuleVerdict): Aim {
  if (condition !== "met") return "met";
  return effects.some((effect) => effect.bounds?.some(isOver)) ? "within" : "more";
}

/**
 * The ways from the case as it is, or from one with further subjects where fewer steps do. What
 * waits for a text or a list cannot be met: it can only be ruled out no longer.
 */
export function waysFor(question: Question, extended: Extended): Found {
  const aim = aimOf(question.verdict);
  const found = waysWith(question, extended, aim);
  const isRuledOut = question.verdict.verdict === "does_not_apply";
  return found.ways.length > 0 || !isRuledOut ? found : waysWith(question, extended, "open");
}

function waysWith(question: Question, extended: Extended, aim: Aim): Found {
  const { rule, verdict, scope } = question;
  const node = aim === "within" ? keptBounds(rule, scope, verdict) : standing(rule, scope);
  if (!node) return { ...extended, aim, ways: [] };
  const from = (start: Extended): Found => ({
    ...start,
    aim,
    ways: waysFrom(question, { node, start, aim }),
  });
  const plain = from(extended);
  if (stepsOf(plain) === 1 || aim === "within") return plain;
  const grown = growing(node, extended.facts).map((level): Found => {
    let more: Found = { ...extended, aim, ways: [] };
    for (let count = 1; count <= addedMax && more.ways.length === 0; count += 1) {
      more = from(withOneMore(more, level));
    }
    return more;
  });
  return [plain, ...grown].reduce((best, one) => (stepsOf(one) < stepsOf(best) ? one : best));
}

/** The condition of a rule, and that no rule to which it gives way is met. */
function standing(rule: RuleIr, { edition: { program } }: Scope): Node | undefined {
  const { condition, level, id } = rule;
  if (!condition) return undefined;
  const index = program.ruleById.get(id) ?? -1;
  const { type, span } = condition;
  const rivals = program.rules.filter(
    (other) => other.level === level && other.overrides.includes(index),
  );
  const gone = rivals.flatMap((other): Node[] =>
    other.condition ? [{ op: "not", arg: other.condition, type, span }] : [],
  );
  return gone.length === 0 ? condition : { op: "and", args: [condition, ...gone], type, span };
}

/** Each further subject counts as one, like each fact. */
const stepsOf = ({ ways: [first], added }: Found): number =>
  first ? first.length + added.length : Infinity;

type Start = { readonly node: Node; readonly start: Extended; readonly aim: Aim };

function waysFrom(question: Question, { node, start, aim }: Start): readonly Plan[] {
  const { rule, scope, asked, effort } = question;
  const { facts } = start;
  const isDone = trialOf({ edition: scope.edition, facts, rule, asked, aim });
  const mayStayOpen = aim === "open";
  const work = workOf(node, facts);
  const quest = { node, scope: { ...scope, facts }, isDone, mayStayOpen, work, effort };
  // A further subject may do as it is, whatever else is true of it.
  return isDone([]) ? [[]] : waysTo(quest);
}
