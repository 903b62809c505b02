import { invariant } from "../../base/invariant.ts";
import type { EffectSum, GroupSummary, LibrarySummary, RuleTally } from "./summary.ts";

/** The summary of two parts of a library together: in any order, and however they are paired. */
export function mergeSummaries(one: LibrarySummary, other: LibrarySummary): LibrarySummary {
  const { encoding, asOf, by } = one;
  invariant(
    encoding === other.encoding && asOf === other.asOf && by === other.by,
    "summaries are merged of one law, one day and one grouping",
  );
  return { encoding, asOf, by, groups: mergeRecords(one.groups, other.groups, mergeGroups) };
}

type Named<Value> = Readonly<Record<string, Value>>;

/** Both records; what both name is merged. The names stand in their order, whoever came first. */
function mergeRecords<Value>(
  one: Named<Value>,
  other: Named<Value>,
  merge: (one: Value, other: Value) => Value,
): Named<Value> {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort();
  const merged = names.map((name) => {
    const [left, right] = [one[name], other[name]];
    const value = left && right ? merge(left, right) : (left ?? right);
    return [name, value] as [string, Value];
  });
  return Object.fromEntries(merged);
}

const mergeGroups = (one: GroupSummary, other: GroupSummary): GroupSummary => ({
  cases: one.cases + other.cases,
  synthetic: one.synthetic + other.synthetic,
  rules: mergeRecords(one.rules, other.rules, mergeTallies),
});

const mergeTallies = (one: RuleTally, other: RuleTally): RuleTally => ({
  subjects: one.subjects.map((count, verdict) => count + other.subjects[verdict]!),
  applies: one.applies.map((sum, effect) => mergeSums(sum, other.applies[effect]!)),
  undecided: one.undecided.map((sum, effect) => mergeSums(sum, other.undecided[effect]!)),
});

function mergeSums(one: EffectSum | null, other: EffectSum | null): EffectSum | null {
  if (!one || !other) return one ?? other;
  return {
    stands: one.stands + other.stands,
    measured: one.measured + other.measured,
    min: String(BigInt(one.min) + BigInt(other.min)),
    max: String(BigInt(one.max) + BigInt(other.max)),
  };
}
