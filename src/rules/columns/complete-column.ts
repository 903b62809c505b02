import { isListed } from "../case/model.ts";
import { factsIn, splitFacts } from "../evaluate/split-facts.ts";
import { no, unknown, unknownWord, yes } from "../evaluate/rows.ts";
import type { FactIr, RuleIr } from "../ir.ts";
import type { Level } from "../contract/pack.ts";
import type { Library } from "./library.ts";
import { broken } from "./verdicts.ts";

/** With more completions than these, going through the whole library for each does not pay. */
const passesMax = 64;

/** One fact that nobody stated of some subjects, and the codes that it may have. */
type Split = {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly open: number;
  readonly codes: readonly number[];
  /** The subjects of which nobody stated it. */
  readonly ats: readonly number[];
};

/** The codes that a condition or an enumeration may have. */
export const codesOf = ({ type }: FactIr): readonly number[] => {
  if (type.kind === "boolean") return [no, yes];
  return type.kind === "enumeration" ? type.options.map((_, index) => index) : [];
};

/** What stands in the cell of a condition or an enumeration that nobody stated. */
export const openCodeOf = ({ type }: FactIr): number =>
  type.kind === "boolean" ? unknown : unknownWord;

/** Whether each subject of a rule sees one subject of a level, and not all of its case. */
const isSeenAlone = (rule: RuleIr, level: Level): boolean =>
  level === rule.level || !isListed(level);

/** Whether a figure of the rule follows from a fact on which it splits. */
const isInFigures = (rule: RuleIr, splits: readonly number[]): boolean =>
  rule.effects
    .flatMap(({ amount, bounds }) => [...(amount ? [amount] : []), ...bounds.map((b) => b.limit)])
    .some((node) => factsIn(node).some((fact) => splits.includes(fact)));

function splitOf(library: Library, index: number): Split {
  const fact = library.facts[index]!;
  const open = openCodeOf(fact);
  const { low, high } = library.column(index);
  const ats: number[] = [];
  low.forEach((code, at) => code === open && ats.push(at));
  return { low, high, open, codes: codesOf(fact), ats };
}

function put({ low, high, ats }: Split, code: number): void {
  for (const at of ats) {
    low[at] = code;
    high[at] = code;
  }
}

type Deciding = {
  readonly codes: Uint8Array;
  readonly condition: (from: number, to: number, codes: Uint8Array) => void;
};

const join = (a: number, b: number): number => {
  if (a === b || a === broken) return a;
  if (b === broken) return b;
  const isUnmet = a !== yes && a !== unknown && b !== yes && b !== unknown;
  return isUnmet ? no : unknown;
};

/**
 * The codes of a condition for all subjects, joined over the completions of the facts that its
 * parts share; `codes` themselves where it shares none. Undefined where that would not say it all:
 * where a figure follows from such a fact, where a subject sees several cells of it, or where the
 * completions are many.
 */
export function completeColumn(
  library: Library,
  rule: RuleIr,
  { codes, condition }: Deciding,
): Uint8Array | undefined {
  const facts = splitFacts(rule, library.facts);
  if (facts.length === 0) return codes;
  if (isInFigures(rule, facts)) return undefined;
  if (!facts.every((fact) => isSeenAlone(rule, library.facts[fact]!.level))) return undefined;
  const splits = facts.map((fact) => splitOf(library, fact));
  const passes = splits.reduce((product, { codes: all }) => product * all.length, 1);
  if (passes > passesMax) return undefined;
  try {
    return joinPasses(splits, passes, { codes, condition });
  } finally {
    for (const split of splits) put(split, split.open);
  }
}

function joinPasses(
  splits: readonly Split[],
  passes: number,
  { codes, condition }: Deciding,
): Uint8Array {
  const joined = new Uint8Array(codes.length);
  const completed = new Uint8Array(codes.length);
  for (let pass = 0; pass < passes; pass++) {
    let rest = pass;
    for (const split of splits) {
      put(split, split.codes[rest % split.codes.length]!);
      rest = Math.floor(rest / split.codes.length);
    }
    condition(0, codes.length, completed);
    for (let at = 0; at < codes.length; at++) {
      joined[at] = pass === 0 ? completed[at]! : join(joined[at]!, completed[at]!);
    }
  }
  return joined;
}
