import { bilingual, type Bilingual } from "../../base/message.ts";
import type { Ratio } from "../../base/ratio.ts";
import { standings } from "../contract/pack.ts";
import { dateOfDay } from "../evaluate/days.ts";
import { figureText } from "../explain/figure.ts";
import type { ParameterIr, Program, RuleIr } from "../ir.ts";
import type { Mutant } from "./mutant.ts";
import { dayBeside, stepOfUnit, stepped, ways, type Way } from "./steps.ts";
import { standingNames, tellBecomes } from "./telling.ts";

type Figure = ParameterIr["values"][number];

/** Every slip in what a measure says of all its rules: its standing, and its figures. */
export function measureMutants(program: Program, measure: string): readonly Mutant[] {
  const parameters = program.parameters.flatMap((parameter, index) =>
    parameter.id.slice(0, -parameter.name.length - 1) === measure
      ? parameterMutants(parameter, index, measure)
      : [],
  );
  return [...standingMutants(program, measure), ...parameters];
}

function standingMutants({ rules }: Program, measure: string): readonly Mutant[] {
  const own = rules.filter((rule) => rule.measure === measure);
  const standing = own[0]?.standing;
  if (!standing) return [];
  const label = bilingual("实施状态", "standing");
  return standings
    .filter((other) => other !== standing)
    .map((other) => ({
      id: `${measure}#standing:${other}`,
      of: measure,
      text: tellBecomes(label, standingNames[standing], standingNames[other]),
      slip: { kind: "rules", rules: own.map((rule): RuleIr => ({ ...rule, standing: other })) },
    }));
}

function parameterMutants(
  parameter: ParameterIr,
  index: number,
  measure: string,
): readonly Mutant[] {
  return parameter.values.flatMap((value, at) =>
    figureVariants(parameter, value).map(({ name, by, text }) => ({
      id: `${measure}#parameters.${parameter.name}.${at}:${name}`,
      of: measure,
      text,
      slip: {
        kind: "parameter",
        index,
        parameter: { ...parameter, values: parameter.values.with(at, by) },
      } as const,
    })),
  );
}

type FigureVariant = Pick<Mutant, "text"> & { readonly name: string; readonly by: Figure };

/** A figure of the law one step off, at either end, or valid from or until the day beside. */
function figureVariants(parameter: ParameterIr, value: Figure): readonly FigureVariant[] {
  const title = parameter.title ?? bilingual(parameter.name, parameter.name);
  const label = bilingual(`参数“${title.zh}”`, `parameter "${title.en}"`);
  const isOne = value.min.n * value.max.d === value.max.n * value.min.d;
  const ends = isOne ? (["both"] as const) : (["min", "max"] as const);
  const steps = ends.flatMap((end) =>
    ways.map((way) => figureStep(parameter, value, { end, way })),
  );
  const days = ways.flatMap((way) => dayVariants(value, way));
  return [...steps, ...days].map(({ name, by, was, is }) => ({
    name,
    by,
    text: tellBecomes(label, was, is),
  }));
}

type Step = { readonly end: "both" | "min" | "max"; readonly way: Way };

/** A figure in the words of its unit, or a day. */
const figureWords = ({ unit, type }: ParameterIr, value: Ratio): Bilingual => {
  if (type.kind !== "date") return figureText(value, unit);
  const day = dateOfDay(Number(value.n));
  return bilingual(day, day);
};

function figureStep(parameter: ParameterIr, value: Figure, { end, way }: Step) {
  const step = stepOfUnit(parameter.unit);
  const [min, max] = [stepped(value.min, step, way), stepped(value.max, step, way)];
  const by = { ...value, ...(end !== "max" && { min }), ...(end !== "min" && { max }) };
  const told = end === "max" ? "max" : "min";
  const [was, is] = [figureWords(parameter, value[told]), figureWords(parameter, by[told])];
  return { name: end === "both" ? way : `${end}.${way}`, by, was, is };
}

function dayVariants(value: Figure, way: Way) {
  const { since, until } = value;
  const told = (day: string) => bilingual(day, day);
  const first = since === "unknown" ? [] : [{ key: "since", day: since } as const];
  const last = until === undefined ? [] : [{ key: "until", day: until } as const];
  return [...first, ...last].map(({ key, day }) => {
    const beside = dayBeside(day, way);
    return {
      name: `${key}.${way}`,
      by: { ...value, [key]: beside },
      was: told(day),
      is: told(beside),
    };
  });
}
