import { levels } from "../contract/pack.ts";
import { joinRaw, type RuleRaw } from "../evaluate/raw.ts";
import { levelNumber, no, unknown, unknownWord, yes } from "../evaluate/rows.ts";
import { splitFacts } from "../evaluate/split-facts.ts";
import { completionsMax } from "../evaluate/splitting.ts";
import type { FactIr, RuleIr } from "../ir.ts";
import { isListed } from "../case/model.ts";
import type { Library } from "./library.ts";

/** One cell that nobody stated, and the codes that it may have. */
type Split = {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly at: number;
  readonly codes: readonly number[];
};

const codesOf = ({ type }: FactIr): readonly number[] => {
  if (type.kind === "boolean") return [no, yes];
  return type.kind === "enumeration" ? type.options.map((_, index) => index) : [];
};

/** The subjects of a level that a rule sees from one of its own; none where nobody lists them. */
function subjectsSeen(library: Library, rule: RuleIr, [level, at]: readonly [number, number]) {
  if (level === levelNumber[rule.level]) return [at];
  const { starts, listed } = library.levels[level]!;
  const owner = library.levels[levelNumber[rule.level]]!.cases[at]!;
  if (isListed(levels[level]!) && listed[owner] === 0) return [];
  const first = starts[owner]!;
  return Array.from({ length: starts[owner + 1]! - first }, (_, place) => first + place);
}

/** Every cell of a fact on which a rule splits, as it sees them from one of its subjects. */
const cellsAt = (library: Library, rule: RuleIr, at: number): readonly Split[] =>
  splitFacts(rule, library.facts).flatMap((index) => {
    const fact = library.facts[index]!;
    const codes = codesOf(fact);
    const open = fact.type.kind === "boolean" ? unknown : unknownWord;
    const { low, high } = library.column(index);
    return subjectsSeen(library, rule, [levelNumber[fact.level], at])
      .filter((subject) => low[subject] === open && codes.length > 0)
      .map((subject) => ({ low, high, at: subject, codes }));
  });

/** The unknown cells to split on, as `settle` finds them in one case. */
function splitsAt(library: Library, rule: RuleIr, at: number): readonly Split[] {
  let completions = 1;
  return cellsAt(library, rule, at).filter(({ codes }) => {
    const isWithin = completions * codes.length <= completionsMax;
    if (isWithin) completions *= codes.length;
    return isWithin;
  });
}

function put({ low, high, at }: Split, code: number): void {
  low[at] = code;
  high[at] = code;
}

type Deciding = { readonly at: number; readonly decide: (at: number) => RuleRaw | undefined };

function joinAll(splits: readonly Split[], { at, decide }: Deciding): RuleRaw | undefined {
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
 * What is certain of a rule in every completion of the facts that its parts share. While it is
 * worked out, the library holds the completion; undefined where one of them cannot be decided.
 */
export function completeAt(
  library: Library,
  rule: RuleIr,
  deciding: Deciding,
): RuleRaw | undefined {
  const splits = splitsAt(library, rule, deciding.at);
  const before = splits.map(({ low, at }) => low[at]!);
  try {
    return joinAll(splits, deciding);
  } finally {
    splits.forEach((split, index) => put(split, before[index]!));
  }
}
