import { isListed } from "../case/model.ts";
import { levels } from "../contract/pack.ts";
import { joinRaw, type RuleRaw } from "../evaluate/raw.ts";
import { levelNumber } from "../evaluate/rows.ts";
import { splitFacts } from "../evaluate/split-facts.ts";
import { completionsMax } from "../evaluate/splitting.ts";
import type { RuleIr } from "../ir.ts";
import { codesOf, openCodeOf } from "./complete-column.ts";
import type { Library } from "./library.ts";

/** A fact on which a rule splits: its column, and the codes that it may have. */
type Shared = {
  readonly level: number;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly open: number;
  readonly codes: readonly number[];
};

/** One cell that nobody stated, and the codes that it may have. */
type Split = Pick<Shared, "low" | "high" | "codes"> & { readonly at: number };

function sharedBy(library: Library, rule: RuleIr): readonly Shared[] {
  return splitFacts(rule, library.facts).flatMap((index): Shared[] => {
    const fact = library.facts[index]!;
    const codes = codesOf(fact);
    if (codes.length === 0) return [];
    const { low, high } = library.column(index);
    return [{ level: levelNumber[fact.level], low, high, open: openCodeOf(fact), codes }];
  });
}

/** Where the subjects of a level stand that a rule sees from one of its own; see `scope.ts`. */
type Seeing = (level: number, at: number) => readonly [from: number, to: number];

function seeingOf(library: Library, rule: RuleIr): Seeing {
  const own = levelNumber[rule.level];
  const owners = library.levels[own]!.cases;
  return (level, at) => {
    if (level === own) return [at, at + 1];
    const { starts, listed } = library.levels[level]!;
    const owner = owners[at]!;
    // Of a level that nobody lists nobody knows the subjects.
    if (isListed(levels[level]!) && listed[owner] === 0) return [0, 0];
    return [starts[owner]!, starts[owner + 1]!];
  };
}

/** The unknown cells to split on, as `settle` finds them in one case. */
function splitsAt(shared: readonly Shared[], seeing: Seeing, at: number): readonly Split[] {
  const found: Split[] = [];
  let completions = 1;
  const take = ({ low, high, open, codes }: Shared, cell: number): void => {
    if (low[cell] !== open || completions * codes.length > completionsMax) return;
    completions *= codes.length;
    found.push({ low, high, codes, at: cell });
  };
  for (const one of shared) {
    const [from, to] = seeing(one.level, at);
    for (let cell = from; cell < to; cell++) take(one, cell);
  }
  return found;
}

function put({ low, high, at }: Pick<Split, "low" | "high" | "at">, code: number): void {
  low[at] = code;
  high[at] = code;
}

type Decide = (at: number) => RuleRaw | undefined;

function joinAll(splits: readonly Split[], at: number, decide: Decide): RuleRaw | undefined {
  const total = splits.reduce((product, { codes }) => product * codes.length, 1);
  let joined: RuleRaw | undefined;
  for (let number = 0; number < total; number++) {
    let rest = number;
    for (const split of splits) {
      put(split, split.codes[rest % split.codes.length]!);
      rest = Math.floor(rest / split.codes.length);
    }
    const raw = decide(at);
    joined = raw && (joined ? joinRaw(joined, raw) : raw);
    if (!joined) return undefined;
  }
  return joined;
}

/**
 * What is certain of a rule at a subject in every completion of the facts that its parts share.
 * While it is worked out, the library holds the completion; undefined where one of them cannot be
 * decided.
 */
export function completerOf(library: Library, rule: RuleIr, decide: Decide): Decide {
  const shared = sharedBy(library, rule);
  const seeing = seeingOf(library, rule);
  return (at) => {
    const splits = splitsAt(shared, seeing, at);
    const before = splits.map(({ low, at: cell }) => low[cell]!);
    try {
      return joinAll(splits, at, decide);
    } finally {
      splits.forEach((split, index) => put(split, before[index]!));
    }
  };
}
