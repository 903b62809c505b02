import type { Program, RuleIr } from "../ir.ts";

/** What a rule can depend on: itself, what it gives way to, and what gives way to it. */
function closure(program: Program, wanted: readonly number[]): readonly number[] {
  const found = new Set(wanted);
  let size = 0;
  while (size < found.size) {
    size = found.size;
    program.rules.forEach(({ overrides }, index) => {
      const touches = found.has(index) || overrides.some((other) => found.has(other));
      if (touches) for (const other of [index, ...overrides]) found.add(other);
    });
  }
  return [...found].sort((a, b) => a - b);
}

/** A program of a few rules, whose verdicts are those of the whole; nothing is totalled in it. */
function build(program: Program, wanted: readonly number[]): Program {
  const kept = closure(program, wanted);
  const place = new Map(kept.map((index, at) => [index, at]));
  const moved = (indices: readonly number[]) => indices.flatMap((index) => place.get(index) ?? []);
  const rules = kept.flatMap((index): RuleIr[] => {
    const rule = program.rules[index];
    return rule ? [{ ...rule, overrides: moved(rule.overrides) }] : [];
  });
  return {
    ...program,
    rules,
    ruleById: new Map(rules.map(({ id }, index) => [id, index])),
    order: moved(program.order),
    combinations: [],
  };
}

const excerpts = new WeakMap<Program, Map<string, Program>>();

/** The part of a program that answers some of its rules: asking about one asks no other. */
export function excerptOf(program: Program, ids: readonly string[]): Program {
  const shelf = excerpts.get(program) ?? new Map<string, Program>();
  excerpts.set(program, shelf);
  const key = ids.join("|");
  const indices = ids.flatMap((id) => program.ruleById.get(id) ?? []);
  const excerpt = shelf.get(key) ?? build(program, indices);
  shelf.set(key, excerpt);
  return excerpt;
}
