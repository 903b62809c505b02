import { add, type Ratio } from "../../base/ratio.ts";
import { one } from "../../base/ratio.ts";
import { bilingual } from "../../base/message.ts";
import { parseUnit } from "../../base/unit.ts";
import { readCase } from "../case/read.ts";
import { childrenOf, mapChildren } from "../check/tree.ts";
import { nodesOf } from "../compile/splits.ts";
import { thresholdsOf } from "../cover/thresholds.ts";
import type { Node, ParameterIr, Program, RuleIr } from "../ir.ts";
import { completed, tryCase, verdictsOf, type Tried } from "./example.ts";
import type { Clause, LintFinding } from "./finding.ts";
import { search } from "./search.ts";
import { allOf, apart, standing, type Study } from "./study.ts";
import { clausesOf, figureName, ruleText } from "./telling.ts";

/** Whether a tree reads a figure of the law. */
export const readsFigure = (node: Node, index: number): boolean =>
  (node.op === "parameter" && node.parameter === index) ||
  childrenOf(node).some((part) => readsFigure(part, index));

/** The rules that rest on a figure. */
export const rulesOn = (rules: readonly RuleIr[], index: number): readonly RuleIr[] =>
  rules.filter((rule) => nodesOf(rule).some((node) => readsFigure(node, index)));

/** The law with another figure in the place of one. */
export const withFigure = (law: Program, index: number, parameter: ParameterIr): Program => ({
  ...law,
  parameters: law.parameters.with(index, parameter),
});

/** A figure that is one of its units larger. */
export function raised(parameter: ParameterIr): ParameterIr {
  const step: Ratio = parseUnit(parameter.unit)?.factor ?? one;
  const values = parameter.values.map((value) => ({
    ...value,
    min: add(value.min, step),
    max: add(value.max, step),
  }));
  return { ...parameter, values };
}

type Changed = {
  readonly rule: RuleIr;
  readonly index: number;
  /** What stands in the place of the figure. */
  readonly other: ParameterIr;
};

/**
 * A case on which a rule comes out otherwise with another figure, as the engine answers both. The
 * other figure stands behind the law's own while the case is looked for.
 */
export function turningCase(study: Study, { rule, index, other }: Changed): Tried | undefined {
  const beside = besideOf(study, other);
  const swap = (node: Node): Node =>
    node.op === "parameter" && node.parameter === index
      ? { ...node, parameter: study.law.parameters.length }
      : mapChildren(node, swap);
  const asked = questionsOf(study, rule).filter((node) => readsFigure(node, index));
  const found = asked.map((node) =>
    search(
      beside,
      allOf(node === rule.condition ? undefined : rule.condition, apart(node, swap(node))),
    ),
  );
  const starts = found.flatMap((one) => (one.found ? [one.states] : []));
  for (const start of [...starts, new Map()]) {
    const states = completed(study.law, start, [rule]);
    const tried = tryCase(study, { states, rules: [rule] });
    if (!isSame(study, { rule, index, other }, tried)) return tried;
  }
  return undefined;
}

/** The condition of a rule, and what is wanted or given against its bounds. */
function questionsOf(study: Study, rule: RuleIr): readonly Node[] {
  const bounds = thresholdsOf(study.law, rule).filter(({ id }) => !id.startsWith("when"));
  return [...(rule.condition ? [rule.condition] : []), ...bounds.map(({ node }) => node)];
}

/** The study of a law that has one figure more. */
function besideOf(study: Study, other: ParameterIr): Study {
  const { edition, filled } = study;
  const program = { ...filled, parameters: [...filled.parameters, other] };
  const figure = other.values.at(-1);
  const figures = [...edition.figures, figure];
  return {
    ...study,
    filled: program,
    edition: { ...edition, program, figures } as Study["edition"],
  };
}

function isSame(study: Study, { rule, index, other }: Changed, tried: Tried): boolean {
  const asked = { facts: tried.facts, asOf: study.asOf, rules: [rule.id] };
  const otherwise = verdictsOf(withFigure(study.law, index, other), asked);
  return JSON.stringify(otherwise.map(bare)) === JSON.stringify(tried.verdicts.map(bare));
}

type Verdict = Tried["verdicts"][number];

/** A verdict without the sentence that quotes its figures. */
const bare = ({ because: _, ...verdict }: Verdict): unknown => verdict;

const measureOf = ({ id, name }: ParameterIr): string => id.slice(0, -name.length - 1);

const clauseIn = (law: Program, parameter: ParameterIr): readonly Clause[] => {
  const measure = law.measures.get(measureOf(parameter));
  return measure ? clausesOf([measure]) : [];
};

/**
 * Figures that nothing decides by, and figures that no word of a clause is held against. What a
 * register gives is no figure of a clause.
 */
export const figureFindings = (study: Study): readonly LintFinding[] =>
  study.law.parameters.flatMap((parameter, index) => {
    if (parameter.register !== undefined) return [];
    const rules = rulesOn(study.law.rules, index);
    const isCapped = study.law.combinations.some(({ cap }) => cap && readsFigure(cap.limit, index));
    return rules.length === 0 && !isCapped ? unused(study, index) : uncited(study, index);
  });

/** The first case of its measure: it comes to the same with the figure raised. */
function unused(study: Study, index: number): readonly LintFinding[] {
  const { law } = study;
  const parameter = law.parameters[index] as ParameterIr;
  const rules = standing(study).filter(({ measure }) => measure === measureOf(parameter));
  const [first] = law.measures.get(measureOf(parameter))?.cases ?? [];
  const read = readCase(law, first?.facts ?? {});
  const facts = read.ok ? read.value : undefined;
  const states = new Map(
    Object.values(facts?.subjects ?? {}).flatMap(([one]) => [...(one?.facts ?? [])]),
  );
  const tried = tryCase(study, { states, rules });
  const other = raised(parameter);
  if (!rules.every((rule) => isSame(study, { rule, index, other }, onlyOf(tried, rule)))) return [];
  const name = figureName(law, index);
  return [
    {
      id: `unused_parameter#${parameter.id}`,
      code: "unused_parameter",
      proof: "text",
      about: [parameter.id],
      clauses: clauseIn(law, parameter),
      text: bilingual(
        `没有规则按参数${name.zh}作出决定：换成别的数，结论不变`,
        `no rule decides by the parameter ${name.en}: with another figure nothing changes`,
      ),
      example: tried.example,
    },
  ];
}

const onlyOf = (tried: Tried, { id }: RuleIr): Tried => ({
  ...tried,
  verdicts: tried.verdicts.filter(({ rule }) => rule === id),
});

/** A figure by which a case turns, and that no line of `figures` holds against its clause. */
function uncited(study: Study, index: number): readonly LintFinding[] {
  const { law } = study;
  const parameter = law.parameters[index] as ParameterIr;
  const { figures = [] } = law.measures.get(measureOf(parameter)) ?? {};
  if (figures.some((figure) => figure.parameter === parameter.name)) return [];
  const other = raised(parameter);
  for (const rule of rulesOn(standing(study), index)) {
    const tried = turningCase(study, { rule, index, other });
    if (tried) return [uncitedOf(study, index, { rule, tried })];
  }
  return [];
}

type Turning = { readonly rule: RuleIr; readonly tried: Tried };

function uncitedOf(study: Study, index: number, { rule, tried }: Turning): LintFinding {
  const parameter = study.law.parameters[index] as ParameterIr;
  const [name, by] = [figureName(study.law, index), ruleText(rule)];
  return {
    id: `figure_uncited#${parameter.id}`,
    code: "figure_uncited",
    proof: "case",
    about: [parameter.id, rule.id],
    clauses: clauseIn(study.law, parameter),
    text: bilingual(
      `${by.zh}按参数${name.zh}决定，举措的 figures 却没有把它对到条款的字句`,
      `${by.en} decides by the parameter ${name.en}, and no line of the measure's figures holds it against the clause`,
    ),
    example: tried.example,
  };
}
