import { add, compareRatio, multiply, negate, ratio, zero, type Ratio } from "../../base/ratio.ts";

/** One end of an interval: an exact ratio, or an infinity written with a denominator of zero. */
export type End = Ratio;

export const most: End = { n: 1n, d: 0n };
export const least: End = { n: -1n, d: 0n };

export const isFinite = (end: End): boolean => end.d !== 0n;

const sign = (end: End): number => (end.n < 0n ? -1 : end.n > 0n ? 1 : 0);

/** Negative, zero or positive, as a is less than, equal to or more than b. */
export function compareEnds(a: End, b: End): number {
  if (a.d !== 0n && b.d !== 0n) return compareRatio(a, b);
  if (a.d === 0n) return b.d === 0n ? sign(a) - sign(b) : sign(a);
  return -sign(b);
}

/** The sum of two lower or of two upper ends: infinities of opposite sign never meet. */
export function addEnds(a: End, b: End): End {
  if (a.d === 0n) return a;
  return b.d === 0n ? b : add(a, b);
}

export const negateEnd = (end: End): End => negate(end);

/** Nothing times anything is nothing: an infinite end stands for finite values only. */
export function multiplyEnds(a: End, b: End): End {
  if (a.n === 0n || b.n === 0n) return zero;
  if (a.d !== 0n && b.d !== 0n) return multiply(a, b);
  return sign(a) * sign(b) > 0 ? most : least;
}

/** One divided by an end that is not zero; an infinite end gives zero. */
export const invertEnd = (end: End): End => (end.d === 0n ? zero : ratio(end.d, end.n));

export const lesser = (a: End, b: End): End => (compareEnds(a, b) <= 0 ? a : b);
export const greater = (a: End, b: End): End => (compareEnds(a, b) >= 0 ? a : b);
