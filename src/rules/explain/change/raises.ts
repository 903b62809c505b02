import { bilingual, type Bilingual } from "../../../base/message.ts";
import { factAt } from "../../case/dictionary.ts";
import { stateOf } from "../../case/model.ts";
import { writeValue } from "../../case/write.ts";
import type { Raise } from "../../contract/answer.ts";
import type { EffectLine, RuleVerdict } from "../../contract/report.ts";
import { evaluateRule } from "../../evaluate/evaluate.ts";
import { prove } from "../../evaluate/reference.ts";
import { subjectAt, variableKey, type Scope, type Variable } from "../../evaluate/scope.ts";
import type { EffectIr, RuleIr } from "../../ir.ts";
import { amountText, linesOf } from "../effect-step.ts";
import type { Asked } from "../explain.ts";
import { statedText } from "../expression.ts";
import { begun } from "../wording.ts";
import { figuresIn, knownOf, reachOf } from "./flip-compare.ts";
import { factNode } from "./gaps.ts";
import { changed } from "./plan.ts";

/** What is given out, and more of which is welcome; more of a duty is not. */
const isWelcome = ({ kind }: EffectIr): boolean => kind === "grant" || kind === "count";

type Granted = { readonly effect: EffectIr; readonly line: EffectLine };

/** The facts that move what a met rule grants, and how far each of them does. */
export function raisesOf(
  { rule, scope, asked }: { readonly rule: RuleIr; readonly scope: Scope; readonly asked: Asked },
  verdict: RuleVerdict,
): readonly Raise[] {
  return linesOf(rule, verdict)
    .filter(({ effect, line }) => isWelcome(effect) && line.amount?.min !== undefined)
    .flatMap((granted) =>
      figuresOf(granted.effect, scope).flatMap((variable) =>
        climb({ ...granted, variable, scope, asked }),
      ),
    );
}

/** The figures that an amount or a cutting bound reads; the wish where nothing else is given. */
function figuresOf(effect: EffectIr, scope: Scope): readonly Variable[] {
  const wish = effect.wish === undefined ? [] : [factNode(effect.wish, scope)];
  const cuts = effect.bounds.filter(
    ({ direction, force }) => direction === "at_most" && force === "must",
  );
  const nodes = [...(effect.amount ? [effect.amount] : wish), ...cuts.map(({ limit }) => limit)];
  const all = nodes.flatMap((node) => figuresIn(prove(node, scope), scope));
  return [...new Map(all.map((one) => [variableKey(one), one])).values()];
}

type Climb = Granted & {
  readonly variable: Variable;
  readonly scope: Scope;
  readonly asked: Asked;
};

/** What is certainly granted with the fact at so many quanta; nothing where the rule then fails. */
function grantedAt({ scope, asked, variable, effect }: Climb, quanta: number): number {
  const { program } = scope.edition;
  const to = knownOf(factAt(program, variable.fact), quanta);
  const then = evaluateRule(program, changed(scope.facts, [{ variable, to, quanta: 0 }]), asked);
  const line = then?.effects.find(
    ({ kind, target }) => kind === effect.kind && target === effect.target,
  );
  return line?.amount?.min ?? 0;
}

function climb(climbing: Climb): readonly Raise[] {
  const { variable, scope } = climbing;
  const fact = factAt(scope.edition.program, variable.fact);
  const holder = subjectAt(scope.facts, variable.level, variable.subject);
  const { from, min, max } = reachOf(fact, stateOf(holder, variable.fact));
  if (from === undefined) return [];
  const grants = (quanta: number) => grantedAt(climbing, quanta);
  const [up, down] = [peak(grants, from, max), peak(grants, from, min)];
  return [
    ...(up ? [raiseOf(climbing, up, "more")] : []),
    ...(down ? [raiseOf(climbing, down, "less")] : []),
  ];
}

type Peak = { readonly at: number | undefined; readonly amount: number };
type Grants = (quanta: number) => number;

/**
 * The most that is granted on the way from a figure to the end of its domain, and the first figure
 * that grants it; no figure where it grows to the very end. Undefined where nothing is gained.
 */
function peak(grants: Grants, from: number, end: number): Peak | undefined {
  const way = end > from ? 1 : -1;
  let [last, best] = [from, { at: from, amount: grants(from) }];
  const first = best.amount;
  for (let step = 1; last !== end; step *= 2) {
    const next = Math.abs(end - last) <= step ? end : last + way * step;
    const amount = grants(next);
    if (amount < best.amount) best = beforeFall(grants, best.at, next);
    if (amount < best.amount) break;
    if (amount > best.amount) best = { at: firstReaching(grants, last, next), amount };
    last = next;
  }
  if (best.amount <= first) return undefined;
  return best.at === end ? { at: undefined, amount: best.amount } : best;
}

/** Halves the way between a figure that grants less and one that grants the most. */
function firstReaching(grants: Grants, less: number, most: number): number {
  const amount = grants(most);
  let [low, high] = [less, most];
  while (Math.abs(high - low) > 1) {
    const middle = low + Math.trunc((high - low) / 2);
    if (grants(middle) >= amount) high = middle;
    else low = middle;
  }
  return high;
}

/** The last figure before the grant falls. */
function beforeFall(grants: Grants, good: number, bad: number) {
  const floor = grants(good);
  let [low, high] = [good, bad];
  while (Math.abs(high - low) > 1) {
    const middle = low + Math.trunc((high - low) / 2);
    if (grants(middle) >= floor) low = middle;
    else high = middle;
  }
  return { at: low, amount: grants(low) };
}

function raiseOf(climbing: Climb, { at, amount }: Peak, direction: Raise["direction"]): Raise {
  const { variable, scope, line, effect } = climbing;
  const fact = factAt(scope.edition.program, variable.fact);
  const unit = line.unit ?? effect.unit ?? "1";
  const { id } = subjectAt(scope.facts, variable.level, variable.subject);
  const head = { fact: fact.id, subject: id, label: fact.definition.label, direction, unit };
  if (at === undefined) return { ...head, text: endless(fact.definition.label, direction) };
  const to = knownOf(fact, at);
  const [figure, sum] = [
    statedText(fact, { state: "known", value: to }),
    amountText({ min: amount, max: amount }, unit),
  ];
  const { label } = fact.definition;
  const [zh, en] = direction === "more" ? ["增加到", "raised"] : ["减少到", "lowered"];
  return {
    ...head,
    to: writeValue(fact, to),
    amount,
    text: bilingual(
      `${label.zh}${zh} ${figure.zh}，${effect.title.zh}为 ${sum.zh}，再变就不再增加`,
      `${begun(label).en} ${en} to ${figure.en}: ${effect.title.en} ${sum.en}, and no more`,
    ),
  };
}

const endless = (label: Bilingual, direction: Raise["direction"]): Bilingual =>
  direction === "more"
    ? bilingual(`${label.zh}越大，数量越多`, `The more ${label.en}, the more is granted`)
    : bilingual(`${label.zh}越小，数量越多`, `The less ${label.en}, the more is granted`);
