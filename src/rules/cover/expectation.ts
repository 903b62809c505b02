import type { RequirementLine, RuleVerdict } from "../contract/report.ts";

/** One key of an expectation that did not come out. */
export type Difference = {
  readonly key: string;
  readonly expected: unknown;
  readonly got: unknown;
};

type Fields = { readonly [key: string]: unknown };

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const ids = (list: readonly { readonly id: string }[]): readonly string[] =>
  [...new Set(list.map(({ id }) => id))].sort();

/** Members in any order, as texts. */
export const sorted = (value: unknown): unknown =>
  Array.isArray(value) ? [...(value as unknown[])].map(String).sort() : value;

/** Equal as JSON, whatever the order of keys. */
export function same(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => same(item, b[index]));
  }
  if (isFields(a) && isFields(b)) {
    const keys = Object.keys(a);
    return keys.length === Object.keys(b).length && keys.every((key) => same(a[key], b[key]));
  }
  return Object.is(a, b);
}

/** A number n stands for { min: n, max: n }. */
export const asAmount = (value: unknown): unknown =>
  typeof value === "number" ? { min: value, max: value } : value;

/** Bounds are expected by their ids: each answers as written, or has the consequence written. */
function boundDifferences(verdict: RuleVerdict, expected: unknown): readonly Difference[] {
  const bounds = verdict.effects.flatMap((effect) => effect.bounds ?? []);
  if (!isFields(expected)) return [{ key: "bounds", expected, got: bounds }];
  return Object.entries(expected).flatMap(([id, wanted]) => {
    const bound = bounds.find((one) => one.id === id);
    if (bound && (bound.answer === wanted || bound.consequence === wanted)) return [];
    const got = bound?.consequence ?? bound?.answer;
    return [{ key: `bounds.${id}`, expected: wanted, got }];
  });
}

/**
 * Requirements are expected by their names alone, or as a rule writes them:
 * { duty: x, force: must }.
 */
function requireDifferences(verdict: RuleVerdict, expected: unknown): readonly Difference[] {
  const lines = verdict.effects.flatMap(({ requires = [] }) => requires);
  const isWhole = Array.isArray(expected) && expected.some(isFields);
  const wanted = isWhole ? (expected as unknown[]).map(asWritten).sort() : sorted(expected);
  const got = isWhole ? lines.map((line) => asWritten(toFields(line))).sort() : ids(lines);
  return same(wanted, got) ? [] : [{ key: "requires", expected: wanted, got }];
}

const toFields = ({ kind, id, force }: RequirementLine): Fields => ({ [kind]: id, force });

/** One requirement as one text, whatever the order of its keys. */
const asWritten = (one: unknown): string =>
  Object.entries(isFields(one) ? one : { name: one })
    .map(([key, value]) => `${key}: ${String(value)}`)
    .sort()
    .join(", ");

const verdictKeys = [
  "verdict",
  "condition",
  "in_force",
  "standing",
  "subject",
  "unverified",
] as const;
const effectKeys = ["amount", "binding", "unit", "account", "kind", "target", "force"] as const;

type Key = { readonly key: string; readonly wanted: unknown };

function effectDifferences(
  effect: RuleVerdict["effects"][number] | undefined,
  { key, wanted }: Key,
): readonly Difference[] {
  const known = effectKeys.find((name) => name === key);
  if (known === undefined) return [{ key, expected: wanted, got: "?" }];
  const expected = known === "amount" ? asAmount(wanted) : wanted;
  const got = effect?.[known];
  return same(expected, got) ? [] : [{ key, expected, got }];
}

/** One key of an expectation; keys that are no verdict's are those of its first effect. */
function differencesAt(verdict: RuleVerdict, { key, wanted }: Key): readonly Difference[] {
  const compared = (expected: unknown, got: unknown) =>
    same(expected, got) ? [] : [{ key, expected, got }];
  const own = verdictKeys.find((name) => name === key);
  if (own) return compared(wanted, verdict[own]);
  switch (key) {
    case "missing":
      return compared(sorted(wanted), ids(verdict.missing));
    case "reasons":
      return compared(sorted(wanted), [...new Set(verdict.reasons.map(({ code }) => code))].sort());
    case "requires":
      return requireDifferences(verdict, wanted);
    case "bounds":
      return boundDifferences(verdict, wanted);
    case "effects":
      return listedDifferences(verdict, wanted);
    default:
      return effectDifferences(verdict.effects[0], { key, wanted });
  }
}

/** Effects in their order, each by the keys that are named. */
function listedDifferences(verdict: RuleVerdict, wanted: unknown): readonly Difference[] {
  if (!Array.isArray(wanted) || wanted.length !== verdict.effects.length) {
    return [{ key: "effects", expected: wanted, got: verdict.effects }];
  }
  return wanted.flatMap((one: unknown, index) =>
    Object.entries(isFields(one) ? one : {}).flatMap(([key, value]) =>
      effectDifferences(verdict.effects[index], { key, wanted: value }).map((difference) => ({
        ...difference,
        key: `effects.${index}.${difference.key}`,
      })),
    ),
  );
}

/** What of an expectation did not come out; only the keys that it names are compared. */
export function differences(verdict: RuleVerdict, expected: unknown): readonly Difference[] {
  if (!isFields(expected)) return [{ key: "", expected, got: verdict.verdict }];
  return Object.entries(expected).flatMap(([key, wanted]) =>
    differencesAt(verdict, { key, wanted }),
  );
}
