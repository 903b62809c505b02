import { accept, refuse, type Decision } from "../../base/decision.ts";
import { bilingual, type Locale } from "../../base/message.ts";
import {
  paretoFront,
  stepsText,
  writeValue,
  type LibraryVerdicts,
  type Measured,
  type Objective,
  type ParameterIr,
  type Swept,
} from "../../rules/index.ts";
import { misuse, type Call, type Command, type Outcome } from "../../terminal/index.ts";
import type { Book } from "../model/book.ts";
import type { CommandContext } from "./context.ts";
import { givenOfCall, libraryArguments, libraryOptions } from "./simulate.ts";
import { datesMove, movedOfCall, stepsOfCall } from "./sweep.ts";

/** No front asks a library more often. */
const pairsMax = 1_000;

/** A parameter and its figures, as an option writes them: ID:FROM:TO:STEP. */
function sweptOfCall(book: Book, call: Call, option: "one" | "other"): Decision<Swept, Outcome> {
  const [parameter, from, to, step] = String(call.options[option] ?? "").split(":");
  const written = { ...call, options: { parameter, from, to, step } };
  const moved = movedOfCall(book, written);
  if (!moved.ok) return moved;
  const values = stepsOfCall(moved.value, written);
  return values.ok ? accept({ parameter: moved.value.index, values: values.value }) : values;
}

/** What is counted or added up: the subjects of a rule, or what an account certainly gives. */
function measuredOf({ program }: LibraryVerdicts, id: string): Measured | undefined {
  const rule = program.ruleById.get(id);
  if (rule !== undefined) return { kind: "count", rule, is: "applies" };
  const isAccount = program.rules.some(({ effects }) =>
    effects.some(({ account }) => account === id),
  );
  return isAccount ? { kind: "total", account: id } : undefined;
}

/** Two objectives, in the order of their options: what is wanted more of, then less. */
function objectivesOfCall(
  base: LibraryVerdicts,
  call: Call,
): Decision<readonly [Objective, Objective], Outcome> {
  const named = (["more", "less"] as const).flatMap((want) =>
    String(call.options[want] ?? "")
      .split(",")
      .filter((id) => id !== "")
      .map((id) => ({ id, want })),
  );
  const found = named.flatMap(({ id, want }): Objective[] => {
    const of = measuredOf(base, id);
    return of ? [{ of, want }] : [];
  });
  const [first, second] = found;
  if (first && second && found.length === 2 && named.length === 2) return accept([first, second]);
  const zh = "--more 和 --less 一共要写两个目标：规则全称，或账户";
  const en = "--more and --less name two objectives together: the full id of a rule, or an account";
  return refuse(misuse("objectives_unfit", bilingual(zh, en)));
}

/** A measure as people read it: a count, or a sum in the unit of its account. */
function measureText({ program }: LibraryVerdicts, { of }: Objective, value: bigint): string {
  if (of.kind === "count") return String(value);
  const effects = program.rules.flatMap((rule) => rule.effects);
  const effect = effects.find(({ account }) => account === of.account);
  return effect ? `${stepsText(effect, value)} ${effect.unit ?? ""}`.trim() : String(value);
}

type Told = { readonly at: readonly string[]; readonly measures: readonly string[] };

type Asked = {
  readonly swept: readonly [Swept, Swept];
  readonly objectives: readonly [Objective, Objective];
};

function askedOfCall(book: Book, base: LibraryVerdicts, call: Call): Decision<Asked, Outcome> {
  const one = sweptOfCall(book, call, "one");
  if (!one.ok) return one;
  const other = sweptOfCall(book, call, "other");
  if (!other.ok) return other;
  if (one.value.values.length * other.value.values.length > pairsMax) {
    const zh = `两组数相配不能超过 ${pairsMax} 对`;
    const en = `there may be ${pairsMax} pairs at most`;
    return refuse(misuse("pairs_too_many", bilingual(zh, en)));
  }
  const objectives = objectivesOfCall(base, call);
  if (!objectives.ok) return objectives;
  return accept({ swept: [one.value, other.value], objectives: objectives.value });
}

/** `zhibu front`: the pairs of figures of two parameters that no other pair betters. */
export async function runFront(context: CommandContext, call: Call): Promise<Outcome> {
  const given = await givenOfCall(context, call);
  if (!given.ok) return given.refusal;
  const { book, base } = given.value;
  const asked = askedOfCall(book, base, call);
  if (!asked.ok) return asked.refusal;
  const { swept, objectives } = asked.value;
  const front = paretoFront(base, swept, objectives);
  if (!front.ok) return datesMove;
  const parameters = swept.map(({ parameter }) => book.program.parameters[parameter]!);
  const told = front.value.map(({ at, measures }): Told => ({
    at: at.map((value, which) => writeValue(parameters[which]!, value)),
    measures: measures.map((value, which) => measureText(base, objectives[which]!, value)),
  }));
  return {
    exit: 0,
    json: { parameters: parameters.map(({ id, unit }) => ({ id, unit })), points: told },
    text: (locale) => frontText(parameters, told, locale),
  };
}

function frontText(
  parameters: readonly ParameterIr[],
  told: readonly Told[],
  locale: Locale,
): string {
  const head = bilingual(
    `${told.length} 对取值不被别的取值同时胜过`,
    `${told.length} pairs that no other pair betters`,
  );
  const lines = told.map(({ at, measures }) => {
    const figures = at.map((value, which) => {
      const { id, unit } = parameters[which]!;
      return `${id} = ${value} ${unit}`;
    });
    return `  ${figures.join(", ")}: ${measures.join(" · ")}`;
  });
  return [head[locale], ...lines].join("\n");
}

/** `zhibu front`. */
export const frontCommand = (context: CommandContext): Command => ({
  name: "front",
  means: bilingual(
    "两个参数一起调：两个目标之间，哪些取值不被别的取值同时胜过",
    "move two parameters: the pairs of figures that no other pair betters in two objectives",
  ),
  takes: libraryArguments,
  options: [
    {
      flags: "--one <range>",
      means: bilingual("第一个参数，写作 全称:从:到:步长", "the first, as ID:FROM:TO:STEP"),
    },
    { flags: "--other <range>", means: bilingual("第二个参数，写法相同", "the second, alike") },
    {
      flags: "--more <ids>",
      means: bilingual("越多越好的：规则或账户", "what is wanted more of: rules or accounts"),
    },
    {
      flags: "--less <ids>",
      means: bilingual("越少越好的：规则或账户", "what is wanted less of: rules or accounts"),
    },
    ...libraryOptions,
  ],
  run: (call) => runFront(context, call),
});
