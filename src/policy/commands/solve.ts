import { accept, refuse, type Decision } from "../../base/decision.ts";
import { bilingual, type Bilingual, type Locale } from "../../base/message.ts";
import { parseRatio } from "../../base/ratio.ts";
import {
  levels,
  solveFor,
  writeValue,
  type Goal,
  type LibraryVerdicts,
  type ParameterIr,
  type Solved,
  type SolveRefusal,
} from "../../rules/index.ts";
import { misuse, refusal, type Call, type Command, type Outcome } from "../../terminal/index.ts";
import type { CommandContext } from "./context.ts";
import { wholeOption } from "./library-orders.ts";
import { givenOfCall, libraryArguments, libraryOptions } from "./simulate.ts";
import { movedOfCall, movedOptions } from "./sweep.ts";

const refusals: Readonly<Record<SolveRefusal, Bilingual>> = {
  no_flip: bilingual(
    "范围两端结果相同：都达到，或都没有达到",
    "both ends of the range come to the same: the goal is reached at both, or at neither",
  ),
  moves_dates: bilingual(
    "有日期按这个参数推移，只能取整数，没有临界值可解",
    "dates move by this parameter: it is a whole number, and has no critical figure",
  ),
  shared_total: bilingual(
    "几条规则共用一个封顶或互相排斥，合计不是各自之和，解不出精确的临界值",
    "rules share the total by a cap or exclude each other, so no exact figure can be given",
  ),
  not_a_line: bilingual(
    "有数额不随这个参数成直线变化（相乘或相除），解不出精确的临界值",
    "some amount is no straight line in this parameter, so no exact figure can be given",
  ),
  too_many_turns: bilingual("范围里转折太多，请缩小范围", "too many turns in the range: narrow it"),
};

const missing = (option: string): Outcome => {
  const zh = `没有 --${option} 所说的对象`;
  const en = `there is nothing that --${option} names`;
  return misuse(`${option}_unknown`, bilingual(zh, en));
};

/** What a call wants to be reached: of one project, of a count, or of an account. */
function goalOfCall(base: LibraryVerdicts, call: Call): Decision<Goal, Outcome> {
  const { account } = call.options;
  if (typeof account === "string") return totalOfCall(base, account, call);
  const rule = base.program.ruleById.get(String(call.options["rule"] ?? ""));
  if (rule === undefined) return refuse(missing("rule"));
  const count = wholeOption(call, "count");
  if (!count.ok) return count;
  if (count.value !== undefined) {
    return accept({ kind: "count", rule, is: "applies", atLeast: count.value });
  }
  return projectOfCall(base, rule, call);
}

function totalOfCall(base: LibraryVerdicts, account: string, call: Call): Decision<Goal, Outcome> {
  const isKnown = base.program.rules.some(({ effects }) =>
    effects.some((effect) => effect.account === account),
  );
  if (!isKnown) return refuse(missing("account"));
  const atLeast = parseRatio(String(call.options["total"] ?? ""));
  return atLeast ? accept({ kind: "total", account, atLeast }) : refuse(missing("total"));
}

function projectOfCall(base: LibraryVerdicts, rule: number, call: Call): Decision<Goal, Outcome> {
  const { program, library } = base;
  const owner = library.cases.findIndex(({ id }) => id === call.options["case"]);
  const facts = library.cases[owner];
  if (!facts) return refuse(missing("case"));
  const { level, effects } = program.rules[rule]!;
  const { subject } = call.options;
  const place = facts.subjects[level].findIndex(
    ({ id }) => subject === undefined || id === subject,
  );
  if (place < 0) return refuse(missing("subject"));
  const spot = { rule, at: library.levels[levels.indexOf(level)]!.starts[owner]! + place };
  const { bound } = call.options;
  if (typeof bound !== "string") return accept({ kind: "verdict", spot, is: "applies" });
  const isKnown = effects.some(({ bounds }) => bounds.some(({ id }) => id === bound));
  return isKnown ? accept({ kind: "bound", spot, bound, is: "within" }) : refuse(missing("bound"));
}

const reached = (isReached: boolean): Bilingual =>
  isReached ? bilingual("达到", "reached") : bilingual("没有达到", "not reached");

function solvedText(parameter: ParameterIr, solved: Solved, locale: Locale): string {
  const at = `${writeValue(parameter, solved.at)} ${parameter.unit}`;
  const [below, here, above] = [
    solved.isReachedBelow,
    solved.isReachedAt,
    solved.isReachedAbove,
  ].map((is) => reached(is)[locale]);
  return bilingual(
    `${parameter.id} 的临界值：${at}。低于它${below}，正好等于${here}，高于它${above}。`,
    `Critical figure of ${parameter.id}: ${at}. Below it ${below}, at it ${here}, above ${above}.`,
  )[locale];
}

/** `zhibu solve`: the figure of a parameter at which a project, a count or a total flips. */
export async function runSolve(context: CommandContext, call: Call): Promise<Outcome> {
  const given = await givenOfCall(context, call);
  if (!given.ok) return given.refusal;
  const { book, base } = given.value;
  const moved = movedOfCall(book, call);
  if (!moved.ok) return moved.refusal;
  const goal = goalOfCall(base, call);
  if (!goal.ok) return goal.refusal;
  const { index, parameter, from, to } = moved.value;
  const solved = solveFor(base, { parameter: index, from, to }, goal.value);
  if (!solved.ok) return refusal(solved.refusal, refusals[solved.refusal]);
  const { at, ...ends } = solved.value;
  return {
    exit: 0,
    json: {
      parameter: parameter.id,
      unit: parameter.unit,
      at: writeValue(parameter, at),
      ...ends,
    },
    text: (locale) => solvedText(parameter, solved.value, locale),
  };
}

/** `zhibu solve`. */
export const solveCommand = (context: CommandContext): Command => ({
  name: "solve",
  means: bilingual(
    "求临界值：参数取多少时，一个项目、一个数目或一笔合计翻转，精确到分数",
    "find the figure at which a project, a count or a total flips, exactly",
  ),
  takes: libraryArguments,
  options: [
    ...movedOptions,
    { flags: "--rule <id>", means: bilingual("规则全称", "the full id of a rule") },
    { flags: "--case <id>", means: bilingual("哪个案例", "of which case") },
    { flags: "--subject <id>", means: bilingual("案例里的哪一个", "of which of its subjects") },
    { flags: "--bound <id>", means: bilingual("哪个界限不再超出", "which bound is to be kept") },
    { flags: "--count <n>", means: bilingual("至少几处适用", "where so many at least apply") },
    { flags: "--account <id>", means: bilingual("哪个账户", "which account") },
    {
      flags: "--total <figure>",
      means: bilingual("账户合计至少多少（平方米或分）", "its least total, in m² or fen"),
    },
    ...libraryOptions,
  ],
  run: (call) => runSolve(context, call),
});
