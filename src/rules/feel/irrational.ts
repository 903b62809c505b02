import { divide, multiply, negate, one, ratio, type Ratio } from "../../base/ratio.ts";
import { irrationalDigits, limits } from "./limits.ts";
import { bitsOf, roundSignificant, sizeOf } from "./number.ts";

/** Binary digits of the fixed point beyond those that the answer needs. */
const guard = 240;

const magnitude = (n: bigint): number => (n === 0n ? 0 : (n < 0n ? -n : n).toString(2).length);
const rounded = (value: Ratio): Ratio => roundSignificant(value, irrationalDigits);

/** The largest whole number whose square does not exceed n. */
function wholeRoot(n: bigint): bigint {
  if (n < 2n) return n;
  let root = 1n << BigInt((magnitude(n) + 1) >> 1);
  for (;;) {
    const next = (root + n / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

/** The square root of a number that is not negative: exact where it is rational. */
export function squareRoot(value: Ratio): Ratio {
  const [top, bottom] = [wholeRoot(value.n), wholeRoot(value.d)];
  if (top * top === value.n && bottom * bottom === value.d) return { n: top, d: bottom };
  const shift = BigInt(Math.max(0, magnitude(value.d) - magnitude(value.n)) + 2 * guard);
  return rounded(ratio(wholeRoot((value.n << (2n * shift)) / value.d), 1n << shift));
}

/** atanh(n / d) in fixed point, for |n / d| of a third at most. */
function inverseHyperbolicTangent({ n, d }: Ratio, bits: bigint): bigint {
  const z = (n << bits) / d;
  const square = (z * z) >> bits;
  let power = z;
  let sum = z;
  for (let odd = 3n; power !== 0n && power !== -1n; odd += 2n) {
    power = (power * square) >> bits;
    sum += power / odd;
  }
  return sum;
}

const logOfTwo = (bits: bigint): bigint => 2n * inverseHyperbolicTangent(ratio(1n, 3n), bits);

/** The natural logarithm of a positive number, before it is rounded. */
function naturalLog(value: Ratio): Ratio {
  if (value.n === value.d) return { n: 0n, d: 1n };
  const isNear = 2n * value.n > value.d && value.n < 2n * value.d;
  const twos = isNear ? 0 : magnitude(value.n) - magnitude(value.d);
  const small = isNear ? Math.max(0, magnitude(value.d) - magnitude(value.n - value.d)) : 0;
  const bits = BigInt(guard + small);
  const scaled = twos >= 0 ? ratio(value.n, value.d << BigInt(twos)) : scaleUp(value, -twos);
  const z = ratio(scaled.n - scaled.d, scaled.n + scaled.d);
  const log = 2n * inverseHyperbolicTangent(z, bits) + BigInt(twos) * logOfTwo(bits);
  return ratio(log, 1n << bits);
}

const scaleUp = ({ n, d }: Ratio, twos: number): Ratio => ratio(n << BigInt(twos), d);

export const logarithm = (value: Ratio): Ratio => rounded(naturalLog(value));

/** e to the power of a number; undefined far outside the exponents of decimal128. */
function exponential(value: Ratio): Ratio | undefined {
  const whole = value.n / value.d;
  if (whole > 14_200n || whole < -14_300n) return undefined;
  const bits = BigInt(guard);
  const two = logOfTwo(bits);
  const fixed = (value.n << bits) / value.d;
  const twos = fixed / two;
  const rest = fixed - twos * two;
  let term = 1n << bits;
  let sum = term;
  for (let index = 1n; term !== 0n && term !== -1n; index++) {
    term = ((term * rest) >> bits) / index;
    sum += term;
  }
  return twos >= 0n ? ratio(sum << twos, 1n << bits) : ratio(sum, 1n << (bits - twos));
}

export function exponentialOf(value: Ratio): Ratio | undefined {
  const result = exponential(value);
  return result && rounded(result);
}

function wholePower(base: Ratio, exponent: bigint): Ratio {
  const size = exponent < 0n ? -exponent : exponent;
  const power = { n: base.n ** size, d: base.d ** size };
  return exponent < 0n ? divide(one, power) : power;
}

/** Whether a whole power can be written out within the length of numbers. */
function isShort(base: Ratio, exponent: bigint): boolean {
  const size = Number(exponent < 0n ? -exponent : exponent);
  const bits = Math.max(magnitude(base.n), magnitude(base.d));
  return size * (bits - 1) <= limits.bits;
}

/** A power: a number, or why there is none. */
export function power(base: Ratio, exponent: Ratio): Ratio | "undefined" | "out_of_range" {
  if (exponent.n === 0n || (base.n === 1n && base.d === 1n)) return one;
  if (base.n === 0n) return exponent.n < 0n ? "undefined" : base;
  const isWhole = exponent.d === 1n;
  if (base.n < 0n && !isWhole) return "undefined";
  const isOdd = isWhole && exponent.n % 2n !== 0n;
  if (isWhole && base.n === -1n && base.d === 1n) return isOdd ? base : one;
  if (isWhole && isShort(base, exponent.n)) return wholePower(base, exponent.n);
  if (bitsOf(exponent.n) > 20_000 || sizeOf(base) > limits.bits) return "out_of_range";
  const size = base.n < 0n ? negate(base) : base;
  const result = exponentialOf(multiply(exponent, naturalLog(size)));
  if (!result) return "out_of_range";
  return base.n < 0n && isOdd ? negate(result) : result;
}
