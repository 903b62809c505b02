import type { Missing } from "../contract/report.ts";
import type { Program } from "../ir.ts";
import type { Decided } from "./decided.ts";
import { reason } from "./messages.ts";

const overriders = new WeakMap<Program, readonly (readonly number[])[]>();

/** By rule: the rules that override it. */
export function overridersIn(program: Program): readonly (readonly number[])[] {
  const known = overriders.get(program);
  if (known) return known;
  const found = program.rules.map((): number[] => []);
  program.rules.forEach((rule, index) => rule.overrides.forEach((to) => found[to]?.push(index)));
  overriders.set(program, found);
  return found;
}

/** Every rule on which it depends whether this one gives way, its rivals' own rivals included. */
export function overridersOf(program: Program, rule: number): ReadonlySet<number> {
  const direct = overridersIn(program);
  const all = new Set<number>();
  const visit = (one: number): void => {
    for (const rival of direct[one] ?? []) {
      if (all.has(rival)) continue;
      all.add(rival);
      visit(rival);
    }
  };
  visit(rule);
  return all;
}

/** The answers of one rule that speak to the same subject; across levels, all of them. */
function facing(decided: Decided, others: readonly Decided[]): readonly Decided[] {
  return others.filter(
    (other) =>
      other.inForce &&
      (other.rule.level !== decided.rule.level || other.subject === decided.subject),
  );
}

/** Lets rules give way to those in force that override them: the overriding are settled first. */
export function giveWay(program: Program, byRule: readonly (readonly Decided[])[]): void {
  const found = overridersIn(program);
  for (const index of program.order) {
    const rivals = found[index];
    if (!rivals || rivals.length === 0) continue;
    const others = rivals.flatMap((rival) => byRule[rival] ?? []);
    for (const decided of byRule[index] ?? []) yieldTo(decided, facing(decided, others));
  }
}

function yieldTo(decided: Decided, others: readonly Decided[]): void {
  if (decided.verdict === "does_not_apply") return;
  const winner = others.find((other) => other.verdict === "applies");
  if (winner) {
    decided.verdict = "does_not_apply";
    decided.effects = [];
    decided.missing = [];
    decided.reasons = [reason("gives_way", winner.rule.title)];
    return;
  }
  const open = others.filter((other) => other.verdict === "undecided");
  if (open.length === 0) return;
  decided.verdict = "undecided";
  decided.missing = mergeMissing([decided, ...open]);
  decided.reasons = [
    ...decided.reasons,
    ...open.map((other) => reason("may_give_way", other.rule.title)),
  ];
}

/** What any of them misses, each once. */
function mergeMissing(all: readonly Decided[]): Missing[] {
  const seen = new Map<string, Missing>();
  for (const one of all.flatMap(({ missing }) => missing)) {
    const key = `${one.kind} ${one.id} ${one.subject ?? ""}`;
    if (!seen.has(key)) seen.set(key, one);
  }
  return [...seen.values()];
}
