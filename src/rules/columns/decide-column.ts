import type { Edition } from "../evaluate/edition.ts";
import { gauge } from "../evaluate/machine.ts";
import { workCalendarOf } from "../evaluate/moving.ts";
import { isSettled, isUnmet, type RuleRaw } from "../evaluate/raw.ts";
import { inapplicable, no, truths } from "../evaluate/rows.ts";
import { splitFacts } from "../evaluate/split-facts.ts";
import { compileForLibrary, type BindRule, type LibraryRule } from "./compile.ts";
import { completerOf } from "./complete.ts";
import { completeColumn } from "./complete-column.ts";
import type { Library } from "./library.ts";
import { proverOf } from "./prove-at.ts";
import { broken, writeBare, writeVerdict, type VerdictColumns } from "./verdicts.ts";

/** One subject of a rule that is left to a session on its own case. */
export type Left = { readonly rule: number; readonly at: number };

const compiled = new WeakMap<Edition["stretch"], Map<number, BindRule | undefined>>();

function compiledOn(edition: Edition, index: number): BindRule | undefined {
  const shelf = compiled.get(edition.stretch) ?? new Map<number, BindRule | undefined>();
  compiled.set(edition.stretch, shelf);
  if (!shelf.has(index)) {
    shelf.set(index, compileForLibrary(edition.program.rules[index]!, edition));
  }
  return shelf.get(index);
}

export type Deciding = {
  readonly library: Library;
  readonly edition: Edition;
  readonly index: number;
  readonly columns: VerdictColumns;
};

/** Decides a rule for all subjects; those that need more than its columns are added to `left`. */
export function decideColumn(deciding: Deciding, left: Left[]): void {
  const { library, edition, index, columns } = deciding;
  const size = columns.verdict.length;
  const bind = compiledOn(edition, index);
  const leave = (at: number): void => void left.push({ rule: index, at });
  if (!bind) return Array.from({ length: size }).forEach((_, at) => leave(at));
  const law = { day: edition.day, calendar: workCalendarOf(edition.program) };
  const bound = bind(library, law, proverOf(library, edition));
  const codes = new Uint8Array(size);
  bound.condition(0, size, codes);
  // What goes back to the case does not see a completion: such a rule is completed in a session.
  const { condition, hasNodes } = bound;
  const rule = edition.program.rules[index]!;
  const joined = hasNodes ? undefined : completeColumn(library, rule, { codes, condition });
  if (joined && bound.isBare) return writeBare(columns, { rule, codes: joined }, leave);
  const raw = rawsOf({ ...deciding, bound, codes: joined ?? codes, isJoined: Boolean(joined) });
  for (let at = 0; at < size; at++) {
    const code = (joined ?? codes)[at]!;
    if (code === no || code === inapplicable) continue;
    const found = raw(at);
    if (found) writeVerdict(columns, rule, { at, raw: found });
    else leave(at);
  }
}

type Raws = Deciding & {
  readonly bound: LibraryRule;
  readonly codes: Uint8Array;
  readonly isJoined: boolean;
};

/** What a rule comes to at a subject; undefined where that is left to a session. */
function rawsOf({ library, edition, index, bound, codes, isJoined }: Raws) {
  const rule = edition.program.rules[index]!;
  const { condition, effects, hasNodes } = bound;
  const scratch = new Uint8Array(codes.length);
  const decide = (at: number): RuleRaw | undefined => {
    condition(at, at + 1, scratch);
    return rawOf(scratch[at]!, effects, at);
  };
  const complete = completerOf(library, rule, decide);
  const isWhole = isJoined || splitFacts(rule, library.facts).length === 0;
  return (at: number): RuleRaw | undefined => {
    const first = rawOf(codes[at]!, effects, at);
    if (!first || isWhole || isSettled(first)) return first;
    return hasNodes ? undefined : complete(at);
  };
}

/** Undefined where a magnitude left what doubles hold exactly. */
function rawOf(code: number, effects: LibraryRule["effects"], at: number): RuleRaw | undefined {
  if (code === broken) return undefined;
  const truth = truths[code]!;
  if (isUnmet(truth)) return { truth, effects: [] };
  gauge.isBroken = false;
  const raw: RuleRaw = { truth, effects: effects.map((effect) => effect(at)) };
  return gauge.isBroken ? undefined : raw;
}
