import { accept, refuse, type Decision } from "../../base/decision.ts";
import { bilingual } from "../../base/message.ts";
import { add, compareRatio, type Ratio } from "../../base/ratio.ts";
import { readValue, sweep, writeValue, type ParameterIr } from "../../rules/index.ts";
import { misuse, refusal, type Call, type Command, type Outcome } from "../../terminal/index.ts";
import { nearestOf, type Book } from "../model/book.ts";
import { groupTold, simulationText } from "../model/simulation-text.ts";
import type { CommandContext } from "./context.ts";
import { givenOfCall, libraryArguments, libraryOptions } from "./simulate.ts";

/** No sweep asks a library more often. */
const pointsMax = 1_000;

/** A parameter of the law, and figures of it in base units. */
export type Moved = {
  readonly index: number;
  readonly parameter: ParameterIr;
  readonly from: Ratio;
  readonly to: Ratio;
};

export const movedOptions = [
  {
    flags: "--parameter <id>",
    means: bilingual("参数全称：文件/条目.名称", "the parameter's full id: document/item.name"),
  },
  { flags: "--from <figure>", means: bilingual("从多少，按参数的单位", "from, in its own unit") },
  { flags: "--to <figure>", means: bilingual("到多少", "to") },
] as const;

function parameterOfCall({ program }: Book, call: Call): Decision<number, Outcome> {
  const id = String(call.options["parameter"] ?? "");
  const index = program.parameters.findIndex((parameter) => parameter.id === id);
  if (index >= 0) return accept(index);
  const near = nearestOf(
    id,
    program.parameters.map((parameter) => parameter.id),
  );
  const named = id || "?";
  const said = near
    ? bilingual(
        `没有参数 ${named}；最接近的是 ${near}`,
        `no parameter ${named}; near it is ${near}`,
      )
    : bilingual(`没有参数 ${named}`, `there is no parameter ${named}`);
  return refuse(misuse("parameter_unknown", said));
}

/** A figure that an option names, in the unit of a parameter. */
export function figureOfCall(
  call: Call,
  option: string,
  parameter: ParameterIr,
): Decision<Ratio, Outcome> {
  const said = String(call.options[option] ?? "");
  const value = readValue(parameter, said);
  if (value) return accept(value);
  const { unit } = parameter;
  const zh = `--${option} 要写一个数，单位 ${unit}，写的是 ${said || "（空）"}`;
  const en = `--${option} takes a figure in ${unit}, not ${said || "(nothing)"}`;
  return refuse(misuse("figure_invalid", bilingual(zh, en)));
}

/** The parameter of a call and the range in which it is moved. */
export function movedOfCall(book: Book, call: Call): Decision<Moved, Outcome> {
  const index = parameterOfCall(book, call);
  if (!index.ok) return index;
  const parameter = book.program.parameters[index.value]!;
  const from = figureOfCall(call, "from", parameter);
  if (!from.ok) return from;
  const to = figureOfCall(call, "to", parameter);
  if (!to.ok) return to;
  if (compareRatio(from.value, to.value) < 0) {
    return accept({ index: index.value, parameter, from: from.value, to: to.value });
  }
  const said = bilingual("--from 要小于 --to", "--from has to be less than --to");
  return refuse(misuse("range_reversed", said));
}

function valuesOf(moved: Moved, step: Ratio): readonly Ratio[] | undefined {
  const values: Ratio[] = [];
  for (let at = moved.from; compareRatio(at, moved.to) <= 0; at = add(at, step)) {
    if (values.push(at) > pointsMax) return undefined;
  }
  return values;
}

/** The figures that a call goes through in its range. */
export function stepsOfCall(moved: Moved, call: Call): Decision<readonly Ratio[], Outcome> {
  const step = figureOfCall(call, "step", moved.parameter);
  if (!step.ok) return step;
  const values = step.value.n > 0n ? valuesOf(moved, step.value) : undefined;
  if (values) return accept(values);
  const zh = `--step 要大于零，一共不超过 ${pointsMax} 个数`;
  const en = `--step has to be more than nothing, and give at most ${pointsMax} figures`;
  return refuse(misuse("step_invalid", bilingual(zh, en)));
}

export const datesMove = refusal(
  "moves_dates",
  bilingual(
    "有日期按这个参数推移，只能取整数",
    "dates move by this parameter: it is a whole number",
  ),
);

/** `zhibu sweep`: what a library comes to at each of several figures of one parameter. */
export async function runSweep(context: CommandContext, call: Call): Promise<Outcome> {
  const given = await givenOfCall(context, call);
  if (!given.ok) return given.refusal;
  const { book, base, by } = given.value;
  const moved = movedOfCall(book, call);
  if (!moved.ok) return moved.refusal;
  const values = stepsOfCall(moved.value, call);
  if (!values.ok) return values.refusal;
  const { index, parameter } = moved.value;
  const swept = sweep(base, { parameter: index, values: values.value }, by);
  if (!swept.ok) return datesMove;
  const points = [...swept.value].map(({ at, tally }) => ({
    at: writeValue(parameter, at),
    tally,
  }));
  return {
    exit: 0,
    json: {
      parameter: parameter.id,
      unit: parameter.unit,
      asOf: base.asOf,
      points: points.map(({ at, tally: { total, groups } }) => ({
        at,
        total: groupTold(total),
        groups: groups.map(groupTold),
      })),
    },
    text: (locale) =>
      points
        .map(({ at, tally }) => {
          const said = simulationText(tally, book.program, locale);
          return `${parameter.id} = ${at} ${parameter.unit}\n${said}`;
        })
        .join("\n"),
  };
}

/** `zhibu sweep`. */
export const sweepCommand = (context: CommandContext): Command => ({
  name: "sweep",
  means: bilingual(
    "把一个参数从小调到大，看每一步的得失",
    "move a parameter step by step, and see what each step comes to",
  ),
  takes: libraryArguments,
  options: [
    ...movedOptions,
    { flags: "--step <figure>", means: bilingual("每步多少", "by how much each time") },
    ...libraryOptions,
  ],
  run: (call) => runSweep(context, call),
});
