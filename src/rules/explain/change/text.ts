import { bilingual, type Bilingual } from "../../../base/message.ts";
import {
  compareRatio,
  divide,
  multiply,
  negate,
  subtract,
  toNumber,
  zero,
} from "../../../base/ratio.ts";
import { factAt, figureOf, unitOf } from "../../case/dictionary.ts";
import { isListed, stateOf, type Case, type Known } from "../../case/model.ts";
import { writeValue } from "../../case/write.ts";
import type { Change } from "../../contract/answer.ts";
import { subjectAt } from "../../evaluate/scope.ts";
import type { FactIr, Program } from "../../ir.ts";
import { optionText, statedText } from "../expression.ts";
import { figureText } from "../figure.ts";
import { quantaOf } from "./flip-compare.ts";
import type { Step } from "./plan.ts";
import { either, levelWords } from "../wording.ts";

/** The case with the subjects that a change may add, and the case as it is. */
type Cases = { readonly facts: Case; readonly today: Case };

/** One change as an answer gives it, with how far it is from what the case says today. */
export function changeOf(program: Program, cases: Cases, step: Step): Change {
  const { facts } = cases;
  const { variable, to, until, direction, isStrict } = step;
  const fact = factAt(program, variable.fact);
  const subject = subjectAt(facts, variable.level, variable.subject);
  const margin = marginOf(fact, facts, step);
  const beyond = direction === "at_least" ? "above" : "below";
  const isFigure = direction !== undefined && fact.type.kind === "number";
  return {
    fact: fact.id,
    subject: subject.id,
    label: fact.definition.label,
    to: writeValue(fact, to),
    ...(direction && { direction: isStrict && direction !== "equals" ? beyond : direction }),
    ...(until !== undefined && { until: writeValue(fact, until) }),
    ...(margin && { margin: toNumber(divide(margin.value, unitOf(fact).factor)) }),
    ...(isFigure && fact.definition.unit !== undefined && { unit: fact.definition.unit }),
    text: textOf(fact, cases, step),
  };
}

/** The distance from today's figure, in base units, and whether more or less is asked for. */
function marginOf(fact: FactIr, facts: Case, { variable, to }: Step) {
  const stated = stateOf(subjectAt(facts, variable.level, variable.subject), variable.fact);
  if (stated.state !== "known" || typeof to !== "number") return undefined;
  const far = multiply(
    subtract(figureOf(fact, to), figureOf(fact, Number(stated.value))),
    unitOf(fact).factor,
  );
  const isLess = compareRatio(far, zero) < 0;
  return { value: isLess ? negate(far) : far, isLess };
}

function textOf(fact: FactIr, { facts, today }: Cases, step: Step): Bilingual {
  const { label, unit } = fact.definition;
  const { level, subject } = step.variable;
  const isNamed = isListed(level) && today.subjects[level][subject] !== undefined;
  const who = isNamed && today.stated[level] ? ownerText(facts, step) : bilingual("", "");
  const target = targetText(fact, step);
  const margin = marginOf(fact, facts, step);
  const far = margin && unit !== undefined ? figureText(margin.value, unit) : undefined;
  const more = margin?.isLess ? ["减少", "less"] : ["增加", "more"];
  return bilingual(
    `${who.zh}${label.zh}：${target.zh}${far ? `（${more[0]} ${far.zh}）` : ""}`,
    `${who.en}${label.en}: ${target.en}${far ? ` (${far.en} ${more[1]})` : ""}`,
  );
}

function ownerText(facts: Case, { variable: { level, subject } }: Step): Bilingual {
  const { id } = subjectAt(facts, level, subject);
  return bilingual(`${levelWords[level].zh} ${id} 的`, `${levelWords[level].en} ${id}: `);
}

const relations = {
  at_least: bilingual("至少 ", "at least "),
  at_most: bilingual("至多 ", "at most "),
  above: bilingual("超过 ", "more than "),
  below: bilingual("小于 ", "less than "),
  equals: bilingual("等于 ", "exactly "),
} as const;

const dateRelations = {
  at_least: bilingual("不早于 ", "no earlier than "),
  at_most: bilingual("不晚于 ", "no later than "),
  above: bilingual("不早于 ", "no earlier than "),
  below: bilingual("不晚于 ", "no later than "),
  equals: bilingual("就是 ", "on "),
} as const;

function targetText(fact: FactIr, step: Step): Bilingual {
  const { to, until, direction, isStrict, options } = step;
  if (options) return either(options.map((option) => optionText(fact, option)));
  if (!direction) return statedText(fact, { state: "known", value: to });
  const relation = fact.type.kind === "date" ? dateRelations : relations;
  if (until !== undefined) return betweenText(fact, [to, until]);
  if (!isStrict || direction === "equals" || typeof to !== "number") {
    return prefixed(relation[direction], fact, to);
  }
  return direction === "at_least"
    ? prefixed(relations.above, fact, to - 1)
    : prefixed(relations.below, fact, to + 1);
}

/** A stretch with both its ends; the lesser end first. */
function betweenText(fact: FactIr, ends: readonly Known[]): Bilingual {
  const [from, to] = [...ends].sort((a, b) => quantaOf(fact, a) - quantaOf(fact, b));
  const text = (value: Known = 0) => statedText(fact, { state: "known", value });
  return bilingual(`${text(from).zh} 到 ${text(to).zh}`, `${text(from).en} to ${text(to).en}`);
}

function prefixed(relation: Bilingual, fact: FactIr, value: Known): Bilingual {
  const text = statedText(fact, { state: "known", value });
  return bilingual(relation.zh + text.zh, relation.en + text.en);
}
