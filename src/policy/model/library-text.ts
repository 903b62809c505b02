import { bilingual, type Bilingual, type Locale } from "../../base/message.ts";
import { stepsText, type EffectSum, type LibrarySummary, type Program } from "../../rules/index.ts";
import type { LibraryRun, LibraryState, RunProgress } from "./library-run.ts";
import { verdictWords } from "./wording.ts";

export const stateWords: Readonly<Record<LibraryState, Bilingual>> = {
  running: bilingual("进行中", "running"),
  cancelled: bilingual("已取消", "cancelled"),
  refused: bilingual("被拒", "refused"),
  done: bilingual("完成", "done"),
};

const numbers = (locale: Locale) => new Intl.NumberFormat(locale === "zh" ? "zh-CN" : "en");

/** One run on one line. */
export const runLine = ({ id, createdAt, state, asOf, pack }: LibraryRun, locale: Locale): string =>
  [id, createdAt, stateWords[state][locale], pack, asOf].join("  ");

/** How far a run is: as a whole, on each node, and what stands in its way. */
export function progressText(
  progress: RunProgress,
  told: (refusal: RunProgress["waiting"][number]) => Bilingual,
  locale: Locale,
): string {
  const { run, partitions, done, cases, passedOver, takenUpAgain, nodes, waiting } = progress;
  const format = numbers(locale).format;
  const state = stateWords[run.state][locale];
  const lines = [
    bilingual(
      `${run.id}：${state}，${done}/${partitions} 份，${format(cases)} 个案例`,
      `${run.id}: ${state}, ${done} of ${partitions} partitions, ${format(cases)} cases`,
    ),
    ...(passedOver > 0
      ? [bilingual(`跳过 ${format(passedOver)} 行`, `${format(passedOver)} rows passed over`)]
      : []),
    ...(takenUpAgain > 0
      ? [bilingual(`重做 ${takenUpAgain} 份`, `${takenUpAgain} partitions taken up again`)]
      : []),
    ...nodes.map((node) =>
      bilingual(
        `  ${node.node}：${node.done} 份，${format(node.cases)} 个案例，手头 ${node.underWay} 份`,
        `  ${node.node}: ${node.done} partitions, ${format(node.cases)} cases, ` +
          `${node.underWay} under way`,
      ),
    ),
    ...[...(run.refusal ? [run.refusal] : []), ...waiting].map(told),
  ];
  return [...new Set(lines.map((line) => line[locale]))].join("\n");
}

const verdictOrder = ["does_not_apply", "applies", "undecided"] as const;
const shownOrder = ["applies", "undecided", "does_not_apply"] as const;

/** A rule's subjects by verdict, over all groups. */
function subjectsOf({ groups }: LibrarySummary, rule: string): readonly number[] {
  const tallies = Object.values(groups).flatMap((group) => group.rules[rule] ?? []);
  return shownOrder.map((verdict) =>
    tallies.reduce((sum, { subjects }) => sum + subjects[verdictOrder.indexOf(verdict)]!, 0),
  );
}

function amountsOf(summary: LibrarySummary, program: Program, rule: number): string {
  const { id, effects } = program.rules[rule]!;
  const tallies = Object.values(summary.groups).flatMap((group) => group.rules[id] ?? []);
  const texts = effects.flatMap((effect, at) => {
    const sums = tallies.flatMap(({ applies }): EffectSum[] => (applies[at] ? [applies[at]] : []));
    if (sums.every(({ measured }) => measured === 0)) return [];
    const total = (end: "min" | "max") => sums.reduce((sum, one) => sum + BigInt(one[end]), 0n);
    const [min, max] = [stepsText(effect, total("min")), stepsText(effect, total("max"))];
    return [`${min === max ? min : `${min}..${max}`} ${effect.unit ?? ""}`.trimEnd()];
  });
  return texts.join("; ");
}

/** A library by rule: subjects by verdict, and the amounts of those to which it applies. */
export function summaryText(summary: LibrarySummary, program: Program, locale: Locale): string {
  const groups = Object.values(summary.groups);
  const count = (of: "cases" | "synthetic") => groups.reduce((sum, group) => sum + group[of], 0);
  const format = numbers(locale).format;
  const head = bilingual(
    `${format(count("cases"))} 个案例，其中合成 ${format(count("synthetic"))} 个`,
    `${format(count("cases"))} cases, ${format(count("synthetic"))} of them synthetic`,
  );
  const names = shownOrder.map((verdict) => verdictWords[verdict][locale]);
  const rows = program.rules.map(({ id }, at) =>
    [
      id,
      ...subjectsOf(summary, id).map((number) => format(number)),
      amountsOf(summary, program, at),
    ].join("  "),
  );
  return [head[locale], ["", ...names].join("  "), ...rows].join("\n");
}
