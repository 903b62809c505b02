import { add, divide, multiply, negate, one, zero, type Ratio } from "../../base/ratio.ts";

/**
 * A number as a sum of terms, each a coefficient times what cannot be taken apart. Intervals add
 * and multiply in any order, so two sums with the same terms come to the same, whatever is known.
 * Terms are never put together: of a fact that is not known, x − x need not be zero.
 */
export type Sum = { readonly constant: Ratio; readonly terms: readonly Term[] };
type Term = { readonly factor: Ratio; readonly key: string };

export const constantSum = (value: Ratio): Sum => ({ constant: value, terms: [] });
export const termSum = (key: string): Sum => ({ constant: zero, terms: [{ factor: one, key }] });

const textOf = ({ n, d }: Ratio): string => `${n}/${d}`;

/** The same text for every way of writing the same sum. */
export function sumKey({ constant, terms }: Sum): string {
  const written = terms.map(({ factor, key }) => `${textOf(factor)}*${key}`).sort();
  return `{${[textOf(constant), ...written].join(" ")}}`;
}

const isConstant = ({ terms }: Sum): boolean => terms.length === 0;

export const addSums = (a: Sum, b: Sum): Sum => ({
  constant: add(a.constant, b.constant),
  terms: [...a.terms, ...b.terms],
});

export const scaleSum = ({ constant, terms }: Sum, by: Ratio): Sum => ({
  constant: multiply(constant, by),
  terms: terms.map(({ factor, key }) => ({ factor: multiply(factor, by), key })),
});

export const negateSum = (sum: Sum): Sum => scaleSum(sum, negate(one));

/** A product with a constant is taken apart; any other stays one term. */
export function multiplySums(a: Sum, b: Sum): Sum {
  if (isConstant(a)) return scaleSum(b, a.constant);
  if (isConstant(b)) return scaleSum(a, b.constant);
  return termSum(`(${[sumKey(a), sumKey(b)].sort().join("×")})`);
}

export function divideSums(a: Sum, b: Sum): Sum {
  if (isConstant(b) && b.constant.n !== 0n) return scaleSum(a, divide(one, b.constant));
  return termSum(`(${sumKey(a)}÷${sumKey(b)})`);
}
