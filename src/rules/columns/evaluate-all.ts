import { invariant } from "../../base/invariant.ts";
import { openClosures } from "../evaluate/closures-session.ts";
import { editionOn, type Edition } from "../evaluate/edition.ts";
import { levelNumber } from "../evaluate/rows.ts";
import { settleRaw } from "../evaluate/splitting.ts";
import type { Program, RuleIr } from "../ir.ts";
import { decideColumn, type Left } from "./decide-column.ts";
import { giveWayAll } from "./give-way.ts";
import type { Library } from "./library.ts";
import { emptyVerdicts, writeVerdict, type VerdictColumns } from "./verdicts.ts";

/** The verdicts of every rule, by index into Program.rules. */
export type LibraryVerdicts = {
  readonly program: Program;
  readonly library: Library;
  readonly asOf: string;
  readonly rules: readonly VerdictColumns[];
};

/**
 * Answers every rule for every subject of a library as `evaluate` does for one case. Amounts are
 * in whole output steps of their effect. Throws where the law date is no day of the calendar.
 */
export function evaluateAll(
  program: Program,
  library: Library,
  { asOf }: { readonly asOf: string },
): LibraryVerdicts {
  invariant(isSameDictionary(program, library), "the library has the facts of the program");
  const edition = editionOn(program, asOf);
  const left: Left[] = [];
  const rules = program.rules.map((rule, index) => {
    const { size } = library.levels[levelNumber[rule.level]]!;
    const columns = emptyVerdicts(rule, size);
    if (edition.stands[index]) decideColumn({ library, edition, index, columns }, left);
    return columns;
  });
  decideLeft({ library, edition, left }, rules);
  giveWayAll(program, library, rules);
  return { program, library, asOf, rules };
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
