import { invariant } from "../../../src/base/invariant.ts";
import type { CombinationIr, Program, Report, Total } from "../../../src/rules/index.ts";
import type { HandEffect } from "./rules.ts";
import type { Look, Told } from "./tell.ts";

type Line = Report["combinations"][number];

/** Whole output steps of one effect for one subject. */
type Part = { readonly rule: number; readonly hand: HandEffect; min: number; max: number };
type Sum = { readonly hand: HandEffect; readonly look: Look; min: number; max: number };

type Combination = {
  readonly head: Pick<Line, "id" | "stack" | "rules" | "because">;
  readonly members: readonly number[];
  readonly isSum: boolean;
};

const keyOf = ({ head, effect, scale }: HandEffect): string =>
  `${head.kind} ${head.target} ${effect.unit} ${scale.n}/${scale.d}`;

const inUnit = (steps: number, { n, d }: HandEffect["scale"]): number => (steps * n) / d;

function prepare(program: Program, one: CombinationIr): Combination {
  invariant(!one.cap, "nobody has written a cap over several rules by hand yet");
  const rules = one.members.map((at) => program.rules[at]!.id);
  const { id, stack, because } = one;
  const members = [...new Set(one.members)].sort((a, b) => a - b);
  return { head: { id, stack, rules, because }, members, isSum: stack === "sum" };
}

/** What each effect adds; what is undecided may come to nothing. */
function partsOf(told: Told): Part[] {
  if (!told.rule.inForce || told.verdict === "does_not_apply") return [];
  const isSure = told.verdict === "applies";
  const parts: Part[] = [];
  for (const { hand, steps } of told.given) {
    if (steps === undefined) continue;
    const min = isSure ? steps : Math.min(0, steps);
    parts.push({ rule: told.rule.index, hand, min, max: steps });
  }
  return parts;
}

function besideLine({ head, members }: Combination, byRule: ByRule): Line[] {
  let first: Told | undefined;
  let applying = 0;
  for (const member of members) {
    const one = byRule.get(member)?.find(({ verdict }) => verdict === "applies");
    if (one) applying += 1;
    first ??= one;
  }
  if (!first || applying < 2) return [];
  const { id, stack, rules, because } = head;
  return [{ id, stack, rules, subject: first.look.id, because }];
}

type ByRule = ReadonlyMap<number, readonly Told[]>;

function add(sum: Sum, part: Part, isSum: boolean): void {
  sum.min = isSum ? sum.min + part.min : Math.max(sum.min, part.min);
  sum.max = isSum ? sum.max + part.max : Math.max(sum.max, part.max);
}

/** What one rule adds for one subject, by what can be added up. */
function addParts(told: Told, sums: Map<string, Sum>, isSum: boolean): void {
  for (const part of partsOf(told)) {
    const key = keyOf(part.hand);
    const sum = sums.get(key);
    if (sum) add(sum, part, isSum);
    else sums.set(key, { hand: part.hand, look: told.look, min: part.min, max: part.max });
  }
}

function sumsBySubject({ members, isSum }: Combination, byRule: ByRule) {
  const bySubject = new Map<Look, Map<string, Sum>>();
  for (const told of members.flatMap((member) => byRule.get(member) ?? [])) {
    const sums = bySubject.get(told.look) ?? new Map<string, Sum>();
    bySubject.set(told.look, sums);
    addParts(told, sums, isSum);
  }
  return bySubject;
}

function stackedLines(combination: Combination, byRule: ByRule): Line[] {
  const { id, stack, rules, because } = combination.head;
  return [...sumsBySubject(combination, byRule)].flatMap(([look, sums]): Line[] => {
    if (sums.size === 0) return [{ id, stack, rules, subject: look.id, because }];
    return [...sums.values()].map(({ hand, min, max }) => {
      const line: Line = { id, stack, rules, subject: look.id, because };
      line.amount = { min: inUnit(min, hand.scale), max: inUnit(max, hand.scale) };
      if (hand.effect.unit !== undefined) line.unit = hand.effect.unit;
      return line;
    });
  });
}

function addGrants(told: Told, sums: Map<string, Sum>): void {
  for (const part of partsOf(told)) {
    const { kind, account } = part.hand.effect;
    if (kind !== "grant" || account === undefined) continue;
    const key = `${account} ${told.rule.level} ${told.look.number}`;
    const sum = sums.get(key);
    if (sum) add(sum, part, true);
    else sums.set(key, { hand: part.hand, look: told.look, min: part.min, max: part.max });
  }
}

/** Sums by account; none of the grants of the pack exclude each other. */
function totalsOf({ terms }: Program, all: readonly Told[]): Total[] {
  const sums = new Map<string, Sum>();
  for (const told of all) addGrants(told, sums);
  return [...sums.values()].map(({ hand, look, min, max }) => {
    const account = hand.effect.account!;
    return {
      account,
      title: terms.get(account) ?? { zh: account, en: account },
      subject: look.id,
      amount: { min: inUnit(min, hand.scale), max: inUnit(max, hand.scale) },
      unit: hand.effect.unit!,
    };
  });
}

/** What goes together and what it comes to. */
export function summerByHand(program: Program) {
  const combinations = program.combinations.map((one) => prepare(program, one));
  return (told: readonly (readonly Told[])[]): Pick<Report, "combinations" | "totals"> => {
    const live = new Map<number, readonly Told[]>();
    told.forEach((ones, at) => {
      const left = ones.filter(({ verdict }) => verdict !== "does_not_apply");
      if (left.length > 0) live.set(at, left);
    });
    return {
      combinations: combinations.flatMap((one) =>
        one.head.stack === "beside" ? besideLine(one, live) : stackedLines(one, live),
      ),
      totals: totalsOf(program, told.flat()),
    };
  };
}
