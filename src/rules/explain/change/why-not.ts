import { bilingual, type Bilingual } from "../../../base/message.ts";
import type { Case } from "../../case/model.ts";
import type { WhyNot } from "../../contract/answer.ts";
import type { Level } from "../../contract/pack.ts";
import type { RuleVerdict } from "../../contract/report.ts";
import { editionOn } from "../../evaluate/edition.ts";
import { evaluateRule } from "../../evaluate/evaluate.ts";
import { prove } from "../../evaluate/reference.ts";
import { scopeOf, type Scope } from "../../evaluate/scope.ts";
import { factAt } from "../../case/dictionary.ts";
import type { Node, Program, RuleIr } from "../../ir.ts";
import { changeOf } from "./text.ts";
import { subjectIndex, verdictOn, type Asked } from "../explain.ts";
import { plansFor } from "./flip.ts";
import { changed, cheapest, type Plan, type Step } from "./plan.ts";
import { ruleNamed } from "../sentence.ts";
import { levelWords } from "../wording.ts";

/**
 * The smallest change of facts that makes a rule met; of a rule that is met, the smallest that
 * brings
 * what is asked for within its bounds. Every change proposed has been tried on the case itself.
 */
export function whyNot(program: Program, facts: Case, asked: Asked): WhyNot {
  const rule = ruleNamed(program, asked.rule);
  const verdict = verdictOn(program, facts, asked);
  const head = { rule: rule.id, subject: asked.subject };
  const stopped = stoppedBy(verdict, rule);
  if (stopped) return { ...head, changes: [], none: stopped };
  const subject = subjectIndex(facts, rule, asked.subject);
  const scope = scopeOf(editionOn(program, asked.asOf), facts, { level: rule.level, subject });
  const node = verdict.condition === "met" ? boundsOf(rule, scope, verdict) : rule.condition;
  const isDone = (plan: Plan) => {
    const then = evaluateRule(program, changed(facts, plan), asked);
    return then !== undefined && isFulfilled(then, verdict.condition === "met");
  };
  const plan = node && smallest(node, scope, isDone);
  if (!plan) return { ...head, changes: [], none: noneBecause(verdict) };
  return { ...head, changes: plan.map((step) => changeOf(program, facts, step)) };
}

const noneFound = bilingual(
  "没有找到只改事实就能满足的办法",
  "No change of facts was found that would do",
);
/** Why no change helps, as far as the report itself says. */
function noneBecause({ missing, reasons }: RuleVerdict): Bilingual {
  const empty = reasons.find(({ code }) => code === "needs_list")?.detail;
  if (empty) return empty;
  const level = missing.find(
    ({ kind, id }) => kind === "list" && Object.hasOwn(levelWords, id),
  )?.id;
  if (level === undefined) return noneFound;
  const { zh, en } = levelWords[level as Level];
  return bilingual(`还没有列出${zh}，先列出来`, `No ${en} is listed yet: list them first`);
}

const alreadyMet = bilingual("条件已经满足，不用改", "It is met already; nothing has to change");

/** What stands in the way that no fact of the case can move. */
function stoppedBy({ condition, verdict, effects, reasons }: RuleVerdict, rule: RuleIr) {
  const code = (wanted: string) => reasons.find((reason) => reason.code === wanted)?.detail;
  const outside = code("not_in_force_on") ?? code("gives_way") ?? code("needs_text");
  if (outside) return outside;
  const isExceeded = effects.some((effect) => effect.bounds?.some(isOver));
  if (condition === "met" && verdict === "applies" && !isExceeded) return alreadyMet;
  if (condition === "met" && !isExceeded) return amountOpen;
  return rule.condition || isExceeded ? undefined : noneFound;
}

const amountOpen: Bilingual = bilingual(
  "条件已经满足，差的是数量：补上缺的事实",
  "It is met already; only the amount is open: answer the missing facts",
);

const isOver = (bound: { readonly answer: string }): boolean => bound.answer === "exceeded";

function isFulfilled(verdict: RuleVerdict, isMet: boolean): boolean {
  if (verdict.condition !== "met" || verdict.verdict === "does_not_apply") return false;
  return !isMet || !verdict.effects.some((effect) => effect.bounds?.some(isOver));
}

/** The bounds that are exceeded, as one condition: what is asked for keeps to each of them. */
function boundsOf(rule: RuleIr, scope: Scope, verdict: RuleVerdict): Node | undefined {
  const exceeded = verdict.effects.flatMap(({ bounds = [] }) => bounds.filter(isOver));
  const args = rule.effects.flatMap((effect) => {
    const asked = effect.wish === undefined ? effect.amount : factNode(effect.wish, scope);
    if (!asked) return [];
    const over = effect.bounds.filter(({ id }) => exceeded.some((bound) => bound.id === id));
    return over.map(({ limit, direction }) => comparison(asked, direction, limit));
  });
  return args.length > 0 ? { op: "and", args, type: { kind: "boolean" }, span } : undefined;
}

const span = { start: 0, end: 0 };

export const factNode = (fact: number, scope: Scope): Node => {
  return { op: "fact", fact, type: factAt(scope.edition.program, fact).type, span };
};

/** Whether one figure keeps to another, as a condition of its own. */
export const comparison = (left: Node, direction: "at_most" | "at_least", right: Node): Node => ({
  op: "compare",
  comparison: direction === "at_most" ? "<=" : ">=",
  left,
  right,
  type: { kind: "boolean" },
  span,
});

type Done = (plan: Plan) => boolean;

/** The cheapest plan that does, with nothing in it that is not needed. */
function smallest(node: Node, scope: Scope, isDone: Done): Plan | undefined {
  const plans = plansFor({ outcome: prove(node, scope), scope, want: "T" });
  const found = cheapest(scope.edition.program, plans).find(
    (plan) => plan.length > 0 && isDone(plan),
  );
  if (!found) return undefined;
  const needed = found.reduce<Plan>((plan, step) => {
    const without = plan.filter((other) => other !== step);
    return without.length > 0 && isDone(without) ? without : plan;
  }, found);
  return needed.map((step) => keepOptions(step, needed, isDone));
}

/** Of the options of a word, those that do indeed. */
function keepOptions(step: Step, plan: Plan, isDone: Done): Step {
  if (!step.options) return step;
  const options = step.options.filter((to) =>
    isDone(plan.map((other) => (other === step ? { ...step, to } : other))),
  );
  return { ...step, options };
}
