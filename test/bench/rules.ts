import { isDeepStrictEqual } from "node:util";
import { invariant } from "../../src/base/invariant.ts";
import { bilingual, type Bilingual } from "../../src/base/message.ts";
import { evaluate } from "../../src/rules/index.ts";
import { drawProjects, type Project } from "./cases.ts";
import { medianOf, ratioOf, timeAll, type Timed, type Timing, type Timings } from "./clock.ts";
import { contestOf, peerProjects, type Contest, type Contestant } from "./contestant.ts";
import { reporterByHand } from "./hand/report.ts";
import { spokenPart } from "./hand/spoken.ts";
import { byHand } from "./languages/by-hand.ts";
import { ownReports, ownVerdicts } from "./languages/own.ts";
import { asOf, type Pack } from "./pack.ts";
import { enterPeer, peerNames } from "./peers.ts";
import { subsetOf } from "./subset.ts";
import type { Measured, Part, Ratio, Row } from "./table.ts";

const seed = "zhibu";
/** As many projects as a library has that somebody works with. */
const subsetProjects = 2_000;
const toolboxProjects = 200;

const handBar = { is: "at_most", value: 1.5 } as const;
const peerBar = { is: "at_least", value: 10 } as const;

/** What rows are called, and by what name their timings are kept. */
const shown: Readonly<Record<string, Bilingual>> = {
  "zhibu, verdicts": bilingual("织补：只要结论", "zhibu, verdicts"),
  "zhibu, reports": bilingual("织补：带依据", "zhibu, reports"),
  "JavaScript by hand": bilingual("手写 JavaScript", "JavaScript by hand"),
  "loop by hand": bilingual("手写循环", "loop by hand"),
  "zhibu, generated code": bilingual("织补（生成代码）", "zhibu, generated code"),
};

const shownAs = (name: string): string | Bilingual => shown[name] ?? name;

const beside = (
  timings: Timings,
  [name, to]: readonly [string, string],
  bar?: Ratio["bar"],
): Ratio => ({
  to: shownAs(to),
  value: ratioOf(timings, name, to),
  ...(bar && { bar }),
});

const row = (timings: Timings, name: string, ratios: readonly Ratio[] = []): Row => ({
  name: shownAs(name),
  figure: medianOf(timings.get(name) ?? []),
  unit: "µs",
  ratios,
});

/** Every rule of every project that is timed has one answer; else nothing is timed. */
async function compare(all: readonly Contestant[], { subset, projects }: Contest): Promise<void> {
  const [first, ...others] = all;
  invariant(first, "somebody answers");
  const { rules } = subset.program;
  for (const one of others) {
    const count = peerNames.includes(one.name) ? peerProjects : projects.length;
    const columns = one.answersAll ? one.answersAll() : undefined;
    for (let at = 0; at < count; at++) {
      const [ours, theirs] = [
        await first.answersFor(at),
        columns?.[at] ?? (await one.answersFor(at)),
      ];
      const differs = rules.findIndex((_, index) => ours[index] !== theirs[index]);
      const said = `${one.name} answers ${rules[differs]?.id} of project ${at} as we do`;
      invariant(differs < 0 && ours.length === theirs.length, said);
    }
  }
}

type Peers = {
  readonly contestants: readonly Contestant[];
  readonly missing: Measured["missing"];
};

async function enterPeers(contest: Contest, folder: string): Promise<Peers> {
  const contestants: Contestant[] = [];
  const missing: { name: string; why: Bilingual }[] = [];
  for (const name of peerNames) {
    const entered = await enterPeer(name, folder, contest);
    if ("zh" in entered) missing.push({ name, why: entered });
    else contestants.push(...entered);
  }
  return { contestants, missing };
}

/** Peers beside our own, the fastest first. */
function peerRows(timings: Timings, peers: readonly Contestant[], own: string): Row[] {
  const names = peers
    .map(({ name }) => name)
    .sort((a, b) => medianOf(timings.get(a)!) - medianOf(timings.get(b)!));
  return names.map((name, at) =>
    row(timings, name, [beside(timings, [name, own], at === 0 ? peerBar : undefined)]),
  );
}

export type Contested = {
  readonly parts: readonly Part[];
  readonly missing: Measured["missing"];
};

export type Order = { readonly pack: Pack; readonly folder: string; readonly timing: Timing };

/** The set of rules that all can say: plain verdicts, and verdicts with a trace. */
export async function contestParts({ pack, folder, timing }: Order): Promise<Contested> {
  const subset = subsetOf(pack.program);
  const drawing = { seed, count: subsetProjects, listed: [1, 1] } as const;
  const contest = contestOf(subset, drawProjects(pack.program, drawing));
  const [reports, verdicts, hand] = [ownReports(contest), ownVerdicts(contest), byHand(contest)];
  const { contestants: peers, missing } = await enterPeers(contest, folder);
  await compare([reports, verdicts, hand, ...peers], contest);

  // What is nearest to ours is timed without peers, whose garbage would slow it down.
  const byHands = await timeAll([verdicts, hand], timing);
  const untraced = peers.filter(({ isTraced }) => !isTraced);
  const traced = peers.filter(({ isTraced }) => isTraced);
  const plain = await timeAll([verdicts, ...untraced], timing);
  const told = await timeAll([reports, ...traced], timing);
  const lines = [
    `${subset.program.rules.length} of ${subset.of} rules of the pack, all that every language can`,
    `say, as conditions over ${subset.facts.length} facts, on ${subsetProjects} projects of which`,
    `every fact is known (peers: ${peerProjects} of them). All answers are equal.`,
  ];
  const own = row(byHands, verdicts.name, [beside(byHands, [verdicts.name, hand.name], handBar)]);
  const rows = [row(byHands, hand.name), own, ...peerRows(plain, untraced, verdicts.name)];
  const title = bilingual("每个项目的结论，不带依据", "Verdicts without a trace, for one project");
  return {
    parts: [
      { title, lines, rows },
      {
        title: bilingual("每个项目的结论，带依据", "Verdicts with a trace, for one project"),
        lines: ["The same rules and projects; of ours the whole report."],
        rows: [row(told, reports.name), ...peerRows(told, traced, reports.name)],
      },
    ],
    missing,
  };
}

const over = (
  projects: readonly Project[],
  name: string,
  work: (one: Project) => object,
): Timed => ({
  name,
  run: () => {
    for (const project of projects) invariant(work(project), "a report is made");
    return projects.length;
  },
});

/** One full report over all that is written by hand, too, beside the loop that makes the same. */
export async function toolboxPart({ pack, timing }: Order): Promise<Part> {
  const program = spokenPart(pack.program);
  const drawing = { seed, count: toolboxProjects, listed: [1, 3] } as const;
  const projects = drawProjects(program, drawing);
  const hand = reporterByHand(program);
  for (const project of projects) {
    const report = evaluate(program, project.facts, { asOf });
    const isSame = isDeepStrictEqual(report, hand(project));
    invariant(isSame, `the loop by hand reports on ${report.case} as we do`);
  }
  const names = {
    hand: "loop by hand",
    closures: "zhibu, reports",
    generated: "zhibu, generated code",
  };
  const timings = await timeAll(
    [
      over(projects, names.hand, hand),
      over(projects, names.closures, ({ facts }) => evaluate(program, facts, { asOf })),
      over(projects, names.generated, ({ facts }) =>
        evaluate(program, facts, { asOf, engine: "generated" }),
      ),
    ],
    timing,
  );
  const ratio = (name: string) => [beside(timings, [name, names.hand], handBar)];
  return {
    title: bilingual("一个项目的完整报告", "One full report"),
    lines: [
      `${program.rules.length} of ${pack.program.rules.length} rules: those that can be written by hand, without lists, dates and`,
      `registers. ${toolboxProjects} projects of which every fact is known, each with one to three buildings,`,
      "parcels and spaces. Both make the same report, key by key.",
    ],
    rows: [
      row(timings, names.hand),
      row(timings, names.closures, ratio(names.closures)),
      row(timings, names.generated, ratio(names.generated)),
    ],
  };
}
