import { invariant } from "../../base/invariant.ts";
import { openClosures } from "../evaluate/closures-session.ts";
import { editionOn, type Edition } from "../evaluate/edition.ts";
import { levelNumber } from "../evaluate/rows.ts";
import { settleRaw } from "../evaluate/splitting.ts";
import type { Program, RuleIr } from "../ir.ts";
import { decideColumn, type Left } from "./decide-column.ts";
import { giveWayAll } from "./give-way.ts";
import { lawOf } from "./law-of.ts";
import type { Library } from "./library.ts";
import { emptyVerdicts, writeVerdict, type VerdictColumns } from "./verdicts.ts";

/** The verdicts of every rule, by index into Program.rules. */
export type LibraryVerdicts = {
  readonly program: Program;
  readonly library: Library;
  readonly asOf: string;
  readonly rules: readonly VerdictColumns[];
  /** What each rule comes to by itself, before it gives way to others. */
  readonly alone: readonly VerdictColumns[];
};

export type LibraryOptions = {
  /** The law date, "YYYY-MM-DD". */
  readonly asOf: string;
  /** An answer for the same library and day: rules that say the same there are not asked again. */
  readonly since?: LibraryVerdicts;
};

/**
 * Answers every rule for every subject of a library as `evaluate` does for one case. Amounts are
 * in whole output steps of their effect. Throws where the law date is no day of the calendar.
 */
export function evaluateAll(
  program: Program,
  library: Library,
  { asOf, since }: LibraryOptions,
): LibraryVerdicts {
  invariant(isSameDictionary(program, library), "the library has the facts of the program");
  const edition = editionOn(program, asOf);
  const isKnown = since?.library === library && since.asOf === asOf;
  const known = isKnown ? knownIn(since) : new Map<string, VerdictColumns>();
  const left: Left[] = [];
  const alone = program.rules.map((rule, index) => {
    const before = isKnown ? known.get(`${rule.id} ${lawOf(edition, index)}`) : undefined;
    if (before) return before;
    const columns = emptyVerdicts(rule, library.levels[levelNumber[rule.level]]!);
    if (edition.stands[index]) decideColumn({ library, edition, index, columns }, left);
    return columns;
  });
  decideLeft({ library, edition, left }, alone);
  return { program, library, asOf, rules: giveWayAll(program, library, alone), alone };
}

function knownIn({ program, asOf, alone }: LibraryVerdicts): ReadonlyMap<string, VerdictColumns> {
  const edition = editionOn(program, asOf);
  return new Map(
    program.rules.map(({ id }, index) => [`${id} ${lawOf(edition, index)}`, alone[index]!]),
  );
}

const isSameDictionary = ({ facts }: Program, library: Library): boolean =>
  facts === library.facts ||
  (facts.length === library.facts.length &&
    facts.every(({ id }, index) => library.facts[index]?.id === id));

type Leaving = {
  readonly library: Library;
  readonly edition: Edition;
  readonly left: readonly Left[];
};

/** Each case once, for all that is left of it. */
function decideLeft({ library, edition, left }: Leaving, rules: readonly VerdictColumns[]): void {
  const { program } = edition;
  const levelOf = ({ level }: RuleIr) => library.levels[levelNumber[level]]!;
  const byCase = new Map<number, Left[]>();
  for (const one of left) {
    const owner = levelOf(program.rules[one.rule]!).cases[one.at]!;
    const same = byCase.get(owner) ?? [];
    byCase.set(owner, same);
    same.push(one);
  }
  for (const [owner, ones] of byCase) {
    const facts = library.cases[owner];
    invariant(facts, `case ${owner} is in the library`);
    const session = openClosures(edition, facts);
    for (const { rule: index, at } of ones) {
      const rule = program.rules[index]!;
      const subject = at - levelOf(rule).starts[owner]!;
      const raw = settleRaw({ edition, facts, session, rule: index, subject });
      writeVerdict(rules[index]!, rule, { at, raw });
    }
  }
}
