import { invariant } from "../../base/invariant.ts";
import type { CombinationIr, Program } from "../ir.ts";
import type { Mutant } from "./mutant.ts";
import { mutantsOf, mutantsTogether, type Mutants } from "./mutants.ts";
import { notices, readyCases, type Ready } from "./trials.ts";

/** A slip that no case notices. */
export type Survivor = Mutant & {
  /** The cases that were to notice it. */
  readonly cases: readonly Ready[];
};

export type MutationRun = {
  readonly total: number;
  /** Some case comes out otherwise. */
  readonly killed: number;
  /** The law with the slip has the normal form of the law: no case can tell them apart. */
  readonly same: readonly Mutant[];
  readonly survivors: readonly Survivor[];
};

/** What is known while a run goes on. */
export type Progress = {
  /** The measure or combination that is done. */
  readonly of: string;
  readonly done: number;
  readonly owners: number;
  readonly mutants: number;
  readonly survivors: number;
};

export type MutationOptions = {
  /** Only what belongs to this rule, measure or combination. */
  readonly only?: string;
  readonly tell?: (progress: Progress) => void;
};

type Owner = {
  readonly id: string;
  readonly mutants: () => Mutants;
  /** Where the cases stand that should notice a slip in it. */
  readonly guards: readonly string[];
};

/** A cap may read a figure of its members' measures. */
const isCapOf = (program: Program, measure: string, { cap, members }: CombinationIr): boolean =>
  cap !== undefined && members.some((member) => program.rules[member]?.measure === measure);

const ownersOf = (program: Program): readonly Owner[] => [
  ...[...program.measures.keys()].map((id) => ({
    id,
    mutants: () => mutantsOf(program, id),
    guards: [id, ...program.combinations.filter((one) => isCapOf(program, id, one)).map(idOf)],
  })),
  ...program.combinations.map((one) => ({
    id: one.id,
    mutants: () => mutantsTogether(program, one),
    guards: [one.id],
  })),
];

const idOf = ({ id }: { readonly id: string }): string => id;

/** Whether a mutant is what was asked for, or belongs to it. */
const isMeant = (only: string | undefined, { of }: Mutant): boolean =>
  only === undefined || of === only || of.startsWith(`${only}/`);

/** Puts every slip into the law, one at a time, and runs the cases that should notice it. */
export function runMutants(program: Program, options: MutationOptions = {}): MutationRun {
  const { only, tell = () => undefined } = options;
  const cases = readyCases(program);
  const owners = ownersOf(program).filter(
    ({ id }) => only === undefined || only === id || only.startsWith(`${id}/`),
  );
  const [same, survivors]: [Mutant[], Survivor[]] = [[], []];
  let total = 0;
  for (const [done, { id, mutants, guards }] of owners.entries()) {
    const own = guards.flatMap((guard) => cases.get(guard) ?? []);
    const found = mutants();
    const meant = found.slips.filter((mutant) => isMeant(only, mutant));
    const left = meant.filter((mutant) => !isNoticed(program, mutant, own));
    const equal = found.same.filter((mutant) => isMeant(only, mutant));
    for (const mutant of equal) {
      invariant(!isNoticed(program, mutant, own), `${mutant.id} is no slip at all`);
    }
    total += meant.length + equal.length;
    same.push(...equal);
    survivors.push(...left.map((mutant) => ({ ...mutant, cases: own })));
    const counts = { mutants: total, survivors: survivors.length };
    tell({ of: id, done: done + 1, owners: owners.length, ...counts });
  }
  return { total, killed: total - same.length - survivors.length, same, survivors };
}

/** The cases that speak of the slip's own rule come first: one of them most likely notices it. */
function isNoticed(program: Program, { of, slip }: Mutant, cases: readonly Ready[]): boolean {
  const near = cases.filter(({ trial }) => trial.rules.includes(of));
  const far = cases.filter(({ trial }) => !trial.rules.includes(of));
  return [...near, ...far].some((one) => notices(program, one, slip));
}
