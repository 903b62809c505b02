import { bilingual } from "../../base/message.ts";
import { divide, multiply, one, type Ratio } from "../../base/ratio.ts";
import { parseUnit, sameDimension } from "../../base/unit.ts";
import { factAt } from "../case/dictionary.ts";
import { childrenOf } from "../check/tree.ts";
import { thresholdsOf } from "../cover/thresholds.ts";
import type { Node, ParameterIr, RuleIr } from "../ir.ts";
import type { Tried } from "./example.ts";
import { raised, rulesOn, turningCase } from "./figures.ts";
import type { LintFinding } from "./finding.ts";
import { standing, type Study } from "./study.ts";
import { clausesOf, figureName } from "./telling.ts";

/** Two figures that one may take for the other's unit, with why they are held together. */
type Clash = {
  readonly indices: readonly [number, number];
  /** The fact that both are compared with; absent where they share a name. */
  readonly fact?: number;
};

/**
 * What adds and compares, and is still read amiss: one fact against figures in two units, or one
 * name for figures in two units. The compiler refuses what neither adds nor compares.
 */
export function unitFindings(study: Study): readonly LintFinding[] {
  const clashes = [...againstOneFact(study), ...underOneName(study)];
  const found = clashes.flatMap((clash) => clashOf(study, clash));
  return [...new Map(found.map((finding) => [finding.id, finding])).values()];
}

type Against = { readonly fact: number; readonly index: number; readonly rule: RuleIr };

/** Each figure of a measure that stands against a fact, with no reckoning on either side. */
function against(study: Study): readonly Against[] {
  return standing(study).flatMap((rule) =>
    thresholdsOf(study.law, rule).flatMap(({ node }) => {
      const sides: readonly Node[] = childrenOf(node);
      const fact = sides.find((side) => side.op === "fact");
      const figure = sides.find((side) => side.op === "parameter");
      return fact?.op === "fact" && figure?.op === "parameter"
        ? [{ fact: fact.fact, index: figure.parameter, rule }]
        : [];
    }),
  );
}

function againstOneFact(study: Study): readonly Clash[] {
  const all = against(study);
  return all.flatMap((first, at) =>
    all
      .slice(at + 1)
      .filter((second) => second.fact === first.fact && isNear(first.rule, second.rule))
      .filter((second) => unitOf(study, first.index) !== unitOf(study, second.index))
      .map((second): Clash => ({ indices: [first.index, second.index], fact: first.fact })),
  );
}

const isNear = (a: RuleIr, b: RuleIr): boolean =>
  a.measure === b.measure ||
  a.effects.some(({ target }) => b.effects.some((other) => other.target === target));

const unitOf = ({ law }: Study, index: number): string => law.parameters[index]?.unit ?? "1";

/** Figures of one name in different documents. */
function underOneName(study: Study): readonly Clash[] {
  const { parameters } = study.law;
  return parameters.flatMap((first, at) =>
    parameters.flatMap((second, later): readonly Clash[] => {
      const isPair = later > at && second.name === first.name && second.unit !== first.unit;
      return isPair && documentOf(study, first) !== documentOf(study, second)
        ? [{ indices: [at, later] }]
        : [];
    }),
  );
}

const measureOf = ({ law }: Study, { id, name }: ParameterIr) =>
  law.measures.get(id.slice(0, -name.length - 1));

const documentOf = (study: Study, parameter: ParameterIr): string | undefined =>
  measureOf(study, parameter)?.cite.document;

/** The figure with its digits in the unit of another; one larger where the units differ in kind. */
function misread(figure: ParameterIr, other: ParameterIr): ParameterIr {
  const [own, read] = [parseUnit(figure.unit), parseUnit(other.unit)];
  if (!own || !read || !sameDimension(own.dimension, read.dimension)) return raised(figure);
  const factor = divide(read.factor, own.factor);
  const rescaled = (value: Ratio): Ratio => multiply(value, factor);
  const values = figure.values.map((value) => ({
    ...value,
    min: rescaled(value.min),
    max: rescaled(value.max),
  }));
  return factor.n === one.n && factor.d === one.d ? raised(figure) : { ...figure, values };
}

/** Told with a case that comes out otherwise were one figure read in the unit of the other. */
function clashOf(study: Study, clash: Clash): readonly LintFinding[] {
  const [first, second] = clash.indices;
  const turns = [
    { index: first, by: second },
    { index: second, by: first },
  ];
  for (const { index, by } of turns) {
    const tried = misreadCase(study, index, by);
    if (tried) return [finding(study, clash, tried)];
  }
  return [];
}

function misreadCase(study: Study, index: number, by: number): Tried | undefined {
  const [figure, read] = [study.law.parameters[index], study.law.parameters[by]];
  if (!figure || !read) return undefined;
  for (const rule of rulesOn(standing(study), index)) {
    const tried = turningCase(study, { rule, index, other: misread(figure, read) });
    if (tried) return tried;
  }
  return undefined;
}

function finding(study: Study, { indices, fact }: Clash, { example }: Tried): LintFinding {
  const { law } = study;
  const names = indices.map((index) => figureName(law, index));
  const units = indices.map((index) => unitOf(study, index));
  const ids = indices.map((index) => law.parameters[index]?.id ?? "");
  const measures = indices.flatMap((index) => {
    const parameter = law.parameters[index];
    return (parameter && measureOf(study, parameter)) ?? [];
  });
  const label = fact === undefined ? undefined : factAt(law, fact).definition.label;
  const why = label
    ? bilingual(`都与“${label.zh}”相比`, `both stand against "${label.en}"`)
    : bilingual("同名", "have one name");
  return {
    id: `unit_clash#${[...ids].sort().join("+")}`,
    code: "unit_clash",
    proof: "case",
    about: ids,
    clauses: clausesOf(measures),
    text: bilingual(
      `参数${names[0]?.zh}与${names[1]?.zh}${why.zh}，单位却是 ${units[0]} 和 ${units[1]}：看错单位，下面的情形结论就变`,
      `the parameters ${names[0]?.en} and ${names[1]?.en} ${why.en}, in ${units[0]} and in ${units[1]}: with the unit misread this case comes out otherwise`,
    ),
    example,
  };
}
