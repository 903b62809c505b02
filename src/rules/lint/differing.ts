import { bilingual } from "../../base/message.ts";
import { mapChildren } from "../check/tree.ts";
import { thresholdsOf, type Threshold } from "../cover/thresholds.ts";
import { decideSame } from "../compile/combinations.ts";
import type { Node, RuleIr } from "../ir.ts";
import { completed, tryCase, type Tried } from "./example.ts";
import type { LintFinding } from "./finding.ts";
import { search } from "./search.ts";
import { allOf, notOf, standing, type Study } from "./study.ts";
import { clausesOf, partText, ruleText } from "./telling.ts";

type Owned = { readonly rule: RuleIr; readonly threshold: Threshold };

/** Rules of two clauses that ask the same comparison of the same facts at different figures. */
export function differingFindings(study: Study): readonly LintFinding[] {
  const rules = standing(study);
  return rules.flatMap((rule, at) =>
    rules
      .slice(at + 1)
      .filter((other) => other.measure !== rule.measure && speaksOfSame(rule, other))
      .flatMap((other) => betweenOf(study, rule, other)),
  );
}

const speaksOfSame = (a: RuleIr, b: RuleIr): boolean =>
  a.effects.some((effect) => b.effects.some((other) => decideSame(effect, other)));

function betweenOf(study: Study, a: RuleIr, b: RuleIr): readonly LintFinding[] {
  const [mine, theirs] = [a, b].map((rule) =>
    thresholdsOf(study.law, rule).map((threshold): Owned => ({ rule, threshold })),
  );
  const pairs = (mine ?? []).flatMap((one) =>
    (theirs ?? [])
      .filter((other) => isComparable(study, one.threshold, other.threshold))
      .map((other) => [one, other] as const),
  );
  return pairs.flatMap(([one, other]) => {
    const found = between(study, one, other) ?? between(study, other, one);
    return found ?? [];
  });
}

const inCondition = ({ id }: Threshold): boolean => id.startsWith("when");

/** The same facts compared in the same way, at figures that come to something else. */
const isComparable = (study: Study, a: Threshold, b: Threshold): boolean =>
  inCondition(a) === inCondition(b) &&
  shapeOf(a.node) === shapeOf(b.node) &&
  figuresOf(study, a.node) !== figuresOf(study, b.node);

const plain = (_key: string, value: unknown): unknown =>
  typeof value === "bigint" ? String(value) : value;

const span = { start: 0, end: 0 };

/** A comparison without its figures, and without where it stands. */
function shapeOf(node: Node): string {
  const bare = (part: Node): Node =>
    part.op === "parameter"
      ? { op: "parameter", parameter: -1, type: part.type, span }
      : { ...mapChildren(part, bare), span };
  return JSON.stringify(bare(node), plain);
}

/** The figures of a comparison on the day. */
function figuresOf({ edition }: Study, node: Node): string {
  const figures: unknown[] = [];
  const walk = (part: Node): Node => {
    if (part.op === "parameter") figures.push(edition.figures[part.parameter] ?? null);
    return mapChildren(part, walk);
  };
  walk(node);
  const ends = figures.map((one) => one && [(one as Ends).min, (one as Ends).max]);
  return JSON.stringify(ends, plain);
}

type Ends = { readonly min: unknown; readonly max: unknown };

/** The first keeps to its figure where the second would, but for its own. */
function between(study: Study, one: Owned, other: Owned): LintFinding[] | undefined {
  const isWhen = inCondition(one.threshold);
  const theirs = isWhen ? freed(other) : other.rule.condition;
  const wanted = allOf(one.rule.condition, theirs, one.threshold.node, notOf(other.threshold.node));
  const searched = search(study, wanted);
  if (!searched.found) return undefined;
  const rules = [one.rule, other.rule];
  const states = completed(study.law, searched.states, rules);
  const tried = tryCase(study, { states, rules });
  return isShown(tried, one, other) ? [finding(study, [one, other], tried)] : undefined;
}

const always: Node = { op: "boolean", value: true, type: { kind: "boolean" }, span };

/** A condition that does not ask for its threshold. */
function freed({ rule, threshold }: Owned): Node | undefined {
  const without = (part: Node): Node =>
    part === threshold.node ? always : mapChildren(part, without);
  return rule.condition && without(rule.condition);
}

function isShown({ verdicts }: Tried, one: Owned, other: Owned): boolean {
  const [mine, theirs] = [one, other].map(({ rule }) =>
    verdicts.find((verdict) => verdict.rule === rule.id),
  );
  if (inCondition(one.threshold)) {
    return mine?.condition === "met" && theirs?.condition === "not_met";
  }
  const answerOf = ({ threshold }: Owned, verdict: typeof mine) => {
    const [, at, , id] = threshold.id.split(".");
    return verdict?.effects[Number(at)]?.bounds?.find((bound) => bound.id === id)?.answer;
  };
  return answerOf(one, mine) === "within" && answerOf(other, theirs) === "exceeded";
}

function finding(study: Study, owned: readonly [Owned, Owned], { example }: Tried): LintFinding {
  const [one, other] = owned;
  const [a, b] = [ruleText(one.rule), ruleText(other.rule)];
  const [mine, theirs] = owned.map(({ threshold }) => partText(study, threshold.node));
  const ids = owned.map(({ rule, threshold }) => `${rule.id}.${threshold.id}`);
  return {
    id: `figures_differ#${[...ids].sort().join("+")}`,
    code: "figures_differ",
    proof: "case",
    about: owned.map(({ rule }) => rule.id),
    clauses: clausesOf(owned.map(({ rule }) => rule)),
    text: bilingual(
      `${a.zh}要求“${mine?.zh}”，${b.zh}要求“${theirs?.zh}”：两者之间的情形，前者满足而后者不满足`,
      `${a.en} asks that ${mine?.en}, and ${b.en} that ${theirs?.en}: between the two the first is met and the second is not`,
    ),
    example,
  };
}
