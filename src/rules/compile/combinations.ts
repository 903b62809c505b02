import { sameDimension } from "../../base/unit.ts";
import { nearest } from "../resolve/nearest.ts";
import type { Scope } from "../resolve/scope.ts";
import { writtenUnit, zeroAs } from "../check/units.ts";
import type { Combination } from "../contract/pack.ts";
import type { BoundIr, CombinationIr, EffectIr, ParameterIr, RuleIr } from "../ir.ts";
import type { Located, PackSource } from "../source.ts";
import { scopeOf, type Book } from "./book.ts";
import { readBound } from "./bounds.ts";

/** The rules and parameters that a combination may name. */
export type Law = {
  readonly book: Book;
  readonly rules: readonly RuleIr[];
  readonly parameters: readonly ParameterIr[];
  /** All rule ids of the pack, broken rules included. */
  readonly ids: ReadonlySet<string>;
  /** The parameters that some expression has named. */
  readonly used: Set<number>;
};

export function readCombinations(source: PackSource, law: Law): CombinationIr[] {
  const read: CombinationIr[] = [];
  for (const located of source.combinations) {
    const combination = readCombination(located, law);
    if (!combination) continue;
    noteDisagreement(located, { combination, earlier: read }, law);
    read.push(combination);
  }
  return read;
}

type Compared = {
  readonly combination: CombinationIr;
  readonly earlier: readonly CombinationIr[];
};

/** Two combinations may share a pair of rules only if they say the same of it. */
function noteDisagreement(
  located: Located<Combination>,
  { combination, earlier }: Compared,
  { book }: Law,
): void {
  const { id, stack, members } = combination;
  const sharesPair = (one: CombinationIr): boolean =>
    one.members.filter((member) => members.includes(member)).length > 1;
  const other = earlier.find((one) => one.stack !== stack && sharesPair(one));
  if (!other) return;
  const holes = { id, other: other.id };
  book.desk.about(located, ["stack"], { code: "combination_stack", holes });
}

function readCombination(located: Located<Combination>, law: Law): CombinationIr | undefined {
  const { rules: ids, cap, ...rest } = located.value;
  const members = readMembers(located, law, ids);
  if (members.length < 2 || members.length < ids.length) return undefined;
  const [first, ...others] = members.flatMap((index) => law.rules[index] ?? []);
  if (!first) return undefined;
  const { desk } = law.book;
  if (rest.stack === "beside") {
    const holes = { id: rest.id };
    if (cap) return desk.about(located, ["cap"], { code: "combination_cap", holes });
    return { ...rest, members, cap: undefined };
  }
  const stray = others.find((rule) => rule.level !== first.level);
  if (stray) {
    const holes = { first: first.id, second: stray.id };
    return desk.about(located, ["rules"], { code: "combination_levels", holes });
  }
  const apart = others.find((rule) => !sharedEffect(first, rule));
  if (apart) {
    const holes = { first: first.id, second: apart.id };
    return desk.about(located, ["rules"], { code: "combination_targets", holes });
  }
  const bound = cap && readCap(located, law, { cap, first });
  return cap && !bound ? undefined : { ...rest, members, cap: bound };
}

function readMembers(
  located: Located<Combination>,
  { book, rules, ids }: Law,
  names: readonly string[],
): number[] {
  return names.flatMap((name, position) => {
    const index = rules.findIndex((rule) => rule.id === name);
    if (index >= 0) return [index];
    if (ids.has(name)) return [];
    const holes = { name, nearest: nearest(name, ids) };
    book.desk.about(located, ["rules", position], { code: "rule_unknown", holes });
    return [];
  });
}

/** The effect of the first rule that the second has too. */
export function sharedEffect(first: RuleIr, second: RuleIr): EffectIr | undefined {
  return first.effects.find((effect) => second.effects.some((other) => decideSame(effect, other)));
}

const contrary: ReadonlySet<string> = new Set(["permit prohibit", "prohibit permit"]);

/** Whether two effects decide the same thing. */
export const decideSame = (a: EffectIr, b: EffectIr): boolean =>
  a.target === b.target && (a.kind === b.kind || contrary.has(`${a.kind} ${b.kind}`));

type Capped = { readonly cap: NonNullable<Combination["cap"]>; readonly first: RuleIr };

/** A cap names facts, and the parameters of its members' measures where only one has it.
 * A cap names facts, and the parameters of its members' measures where only one has it. */
function readCap(
  located: Located<Combination>,
  law: Law,
  { cap, first }: Capped,
): BoundIr | undefined {
  const { book } = law;
  const path = ["cap"];
  const bound = readBound({ book, located, path, scope: capScope(located, law, first) }, cap);
  const dimension = first.effects.find((effect) => effect.amount ?? effect.wish)?.amount?.type;
  if (!bound || dimension?.kind !== "number") return bound;
  const limit = zeroAs(bound.limit, dimension);
  if (limit.type.kind !== "number" || sameDimension(limit.type.dimension, dimension.dimension)) {
    return { ...bound, limit };
  }
  const amount = first.effects.find((effect) => effect.amount)?.amount ?? limit;
  const units = { facts: book.facts, parameters: law.parameters };
  const holes = { left: writtenUnit(amount, units), right: writtenUnit(limit, units) };
  const note = book.desk.noteAt(located, ["cap", bound.direction]);
  return note("unit_mismatch", holes, limit.span);
}

function capScope(located: Located<Combination>, law: Law, first: RuleIr): Scope {
  const measures = new Set(located.value.rules.map((id) => id.slice(0, id.lastIndexOf("/"))));
  const visible = law.parameters.flatMap((parameter, index) => {
    const measure = parameter.id.slice(0, -parameter.name.length - 1);
    return measures.has(measure) ? [{ measure, name: parameter.name, index }] : [];
  });
  return {
    ...scopeOf(law.book, first.level),
    parameters: law.parameters,
    names: new Set(visible.map(({ name }) => name)),
    lookUp: (name, note, span) => {
      const found = visible.filter((one) => one.name === name);
      if (found.length > 1) {
        const names = found.map(({ measure }) => measure).join(", ");
        return note("cap_name_ambiguous", { name, measures: names }, span);
      }
      const index = found[0]?.index;
      const parameter = index === undefined ? undefined : law.parameters[index];
      if (index === undefined || !parameter) return undefined;
      law.used.add(index);
      return {
        op: "parameter",
        parameter: index,
        type: parameter.type,
        span: { start: 0, end: 0 },
      };
    },
  };
}
