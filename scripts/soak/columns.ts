import { join } from "node:path";
import { civilDateIn } from "../../src/base/date.ts";
import { invariant } from "../../src/base/invariant.ts";
import { divide, ratio, toNumber } from "../../src/base/ratio.ts";
import { parseUnit } from "../../src/base/unit.ts";
import { libraryLines, readGround } from "../../src/land/index.ts";
import { loadPack } from "../../src/packs/index.ts";
import {
  accountsOf,
  compile,
  evaluate,
  evaluateAll,
  libraryOf,
  readCase,
  readCaseText,
  rowsOf,
  simulate,
  tally,
  withValue,
  type AccountColumns,
  type Case,
  type EngineName,
  type Program,
  type Report,
  type Simulation,
} from "../../src/rules/index.ts";
import { root } from "../step.ts";
import { toldByColumns, toldOneByOne } from "./columns/told.ts";

/** What was held against each other, and how often it differed. */
export type ColumnFigures = {
  readonly cases: number;
  readonly verdicts: number;
  /** Reports of two engines that are not the same, byte for byte. */
  readonly engines: number;
  /** Cases whose columns say something else than their report. */
  readonly columns: number;
};

/** The award's cap at a quarter, beside the law as it is. */
export type ReformFigures = {
  readonly rows: number;
  /** Sums of what is certain, in whole steps: of all cases, of the groups, and case by case. */
  readonly sums: readonly {
    readonly account: string;
    readonly before: string;
    readonly total: string;
    readonly groups: string;
    readonly recomputed: string;
  }[];
};

const asOf = civilDateIn("Asia/Shanghai", new Date());

type Whole = { readonly program: Program; readonly cases: readonly Case[] };

/** Every case of the synthetic library, and every named project. */
export async function readWhole(seed: string): Promise<Whole> {
  const packs = join(root, "packs");
  const pack = await loadPack(packs, "beijing");
  invariant(pack.ok, "the shipped pack reads");
  const compiled = compile(pack.value);
  invariant(compiled.ok, "the shipped pack compiles");
  const program = compiled.value;
  const values = <T>(all: readonly { readonly value: T }[]) => all.map(({ value }) => value);
  const { groups, facts, projects } = pack.value;
  const ground = await readGround(join(packs, "beijing"));
  const order = { seed, ...ground, groups: values(groups), facts: values(facts), projects: [] };
  const read = readCaseText(program, [...libraryLines(order)].join("\n"), "jsonl");
  invariant(read.ok, "the synthetic library reads");
  const named = values(projects).map(({ id, facts: stated }) => {
    const one = readCase(program, stated, { id });
    invariant(one.ok, `${id} reads`);
    return one.value;
  });
  return { program, cases: [...read.value, ...named] };
}

const reportOf = (program: Program, facts: Case, engine: EngineName): Report =>
  evaluate(program, facts, { asOf, engine });

/** Holds columns, and each of the three engines one case after the other, against each other. */
export function holdColumns({ program, cases }: Whole): ColumnFigures {
  const base = evaluateAll(program, libraryOf(program, cases), { asOf });
  const figures = { cases: cases.length, verdicts: 0, engines: 0, columns: 0 };
  for (const [owner, facts] of cases.entries()) {
    const report = reportOf(program, facts, "reference");
    const text = JSON.stringify(report);
    figures.verdicts += report.verdicts.length;
    const others = (["closures", "generated"] as const).map((engine) =>
      JSON.stringify(reportOf(program, facts, engine)),
    );
    figures.engines += others.filter((other) => other !== text).length;
    figures.columns += toldByColumns(base, owner) === toldOneByOne(report) ? 0 : 1;
  }
  return figures;
}

/** Tries the award's cap at a quarter, and recomputes what comes of it case by case. */
export function holdReform({ program, cases }: Whole): ReformFigures {
  const cap = program.parameters.findIndex(({ id }) => id === "toolbox-1.0/04.award_cap");
  const reformed = withValue(program, cap, ratio(25, 100));
  const base = evaluateAll(program, libraryOf(program, cases), { asOf });
  const simulation = simulate(base, reformed);
  const { total, groups } = tally(simulation, program.factById.get("place.district"));
  const reports = cases.map((facts) => reportOf(reformed, facts, "reference"));
  const sums = total.accounts.map(({ account, unit, before, after }, at) => ({
    account,
    before: before.min,
    total: after.min,
    groups: String(groups.reduce((sum, one) => sum + BigInt(one.accounts[at]!.after.min), 0n)),
    recomputed: String(recomputed(reports, columnsOf(simulation, account, unit))),
  }));
  return { rows: [...rowsOf(simulation)].length, sums };
}

function columnsOf({ after }: Simulation, account: string, unit: string): AccountColumns {
  const found = accountsOf(after).find((one) => one.account === account && one.unit === unit);
  invariant(found, `${account} is an account`);
  return found;
}

/** What an account certainly gives by the reports, of cases that know both ends; in whole steps. */
function recomputed(reports: readonly Report[], { account, unit, step }: AccountColumns): bigint {
  const factor = parseUnit(unit)?.factor;
  invariant(factor, `${unit} is a unit`);
  const each = toNumber(divide(step, factor));
  const sums = reports.map(({ totals }) => {
    const own = totals.filter((one) => one.account === account && one.unit === unit);
    const isEnded = own.every(({ amount }) => amount.min !== undefined && amount.max !== undefined);
    return isEnded ? own.map(({ amount }) => BigInt(Math.round((amount.min ?? 0) / each))) : [];
  });
  return sums.flat().reduce((sum, one) => sum + one, 0n);
}
