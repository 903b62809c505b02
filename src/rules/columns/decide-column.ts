import type { Edition } from "../evaluate/edition.ts";
import { gauge } from "../evaluate/machine.ts";
import { workCalendarOf } from "../evaluate/moving.ts";
import { isSettled, isUnmet, type RuleRaw } from "../evaluate/raw.ts";
import { inapplicable, no, truths } from "../evaluate/rows.ts";
import { splitFacts } from "../evaluate/split-facts.ts";
import { broken, compileForLibrary, type BindRule } from "./compile.ts";
import { completeAt } from "./complete.ts";
import type { Library } from "./library.ts";
import { proverOf } from "./prove-at.ts";
import { writeVerdict, type VerdictColumns } from "./verdicts.ts";

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

type Deciding = {
  readonly library: Library;
  readonly edition: Edition;
  readonly index: number;
  readonly columns: VerdictColumns;
};

/** Decides a rule for all subjects; those that need more than its columns are added to `left`. */
export function decideColumn({ library, edition, index, columns }: Deciding, left: Left[]): void {
  const rule = edition.program.rules[index]!;
  const size = columns.verdict.length;
  const bind = compiledOn(edition, index);
  const leave = (at: number): void => void left.push({ rule: index, at });
  if (!bind) return Array.from({ length: size }).forEach((_, at) => leave(at));
  const law = { day: edition.day, calendar: workCalendarOf(edition.program) };
  const { condition, effects, hasNodes } = bind(library, law, proverOf(library, edition));
  const codes = new Uint8Array(size);
  condition(0, size, codes);
  const decide = (at: number): RuleRaw | undefined => {
    condition(at, at + 1, codes);
    return rawOf(codes[at]!, effects, at);
  };
  // What goes back to the case does not see a completion: such a rule is completed in a session.
  const complete = (at: number): RuleRaw | undefined =>
    hasNodes ? undefined : completeAt(library, rule, { at, decide });
  const isSplit = splitFacts(rule, library.facts).length > 0;
  for (let at = 0; at < size; at++) {
    const code = codes[at]!;
    if (code === no || code === inapplicable) continue;
    const first = rawOf(code, effects, at);
    const raw = first && isSplit && !isSettled(first) ? complete(at) : first;
    if (raw) writeVerdict(columns, rule, { at, raw });
    else leave(at);
  }
}

/** Undefined where a magnitude left what doubles hold exactly. */
function rawOf(
  code: number,
  effects: ReturnType<BindRule>["effects"],
  at: number,
): RuleRaw | undefined {
  if (code === broken) return undefined;
  const truth = truths[code]!;
  if (isUnmet(truth)) return { truth, effects: [] };
  gauge.isBroken = false;
  const raw: RuleRaw = { truth, effects: effects.map((effect) => effect(at)) };
  return gauge.isBroken ? undefined : raw;
}
