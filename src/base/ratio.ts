/** An exact rational number in lowest terms; the denominator is positive. */
export type Ratio = { readonly n: bigint; readonly d: bigint };

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** @throws RangeError at a denominator of zero. */
export function ratio(n: bigint | number, d: bigint | number = 1n): Ratio {
  const [top, bottom] = [BigInt(n), BigInt(d)];
  if (bottom === 0n) throw new RangeError("a ratio has no denominator of zero");
  const common = gcd(top, bottom) || 1n;
  const sign = bottom < 0n ? -1n : 1n;
  return { n: (sign * top) / common, d: (sign * bottom) / common };
}

export const zero: Ratio = { n: 0n, d: 1n };
export const one: Ratio = { n: 1n, d: 1n };

const decimal = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

/** Reads a decimal text such as "0.55" or "-12" exactly; undefined when it is not one. */
export function parseRatio(text: string): Ratio | undefined {
  const match = decimal.exec(text.trim());
  if (!match) return undefined;
  const [, sign = "", whole = "", part = "", exponent = "0"] = match;
  if (whole + part === "") return undefined;
  const digits = BigInt(whole + part) * (sign === "-" ? -1n : 1n);
  const shift = Number(exponent) - part.length;
  return shift >= 0 ? ratio(digits * 10n ** BigInt(shift)) : ratio(digits, 10n ** BigInt(-shift));
}

/** Reads a double by its shortest round-trip text: 0.1 is one tenth. */
export function ratioOf(value: number): Ratio {
  const read = parseRatio(String(value));
  if (!read) throw new RangeError(`not a finite number: ${value}`);
  return read;
}

export const add = (a: Ratio, b: Ratio): Ratio => ratio(a.n * b.d + b.n * a.d, a.d * b.d);
export const subtract = (a: Ratio, b: Ratio): Ratio => ratio(a.n * b.d - b.n * a.d, a.d * b.d);
export const multiply = (a: Ratio, b: Ratio): Ratio => ratio(a.n * b.n, a.d * b.d);
export const divide = (a: Ratio, b: Ratio): Ratio => ratio(a.n * b.d, a.d * b.n);
export const negate = (a: Ratio): Ratio => ({ n: -a.n, d: a.d });

/** Negative, zero or positive, as a is less than, equal to or more than b. */
export function compareRatio(a: Ratio, b: Ratio): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The largest step that divides both: every whole combination of a and b is a multiple of it. */
export const commonStep = (a: Ratio, b: Ratio): Ratio =>
  ratio(gcd(a.n * b.d, b.n * a.d), a.d * b.d);

/** The number of whole steps that do not exceed the value. */
export function floorSteps(value: Ratio, step: Ratio): bigint {
  const quotient = divide(value, step);
  const cut = quotient.n / quotient.d;
  return quotient.n % quotient.d < 0n ? cut - 1n : cut;
}

/** The number of whole steps that reach the value. */
export const ceilSteps = (value: Ratio, step: Ratio): bigint => -floorSteps(negate(value), step);

export const isWhole = (value: Ratio): boolean => value.d === 1n;

/** The nearest double. Only for display and drawing: no verdict rests on it. */
export function toNumber(value: Ratio): number {
  const direct = Number(value.n) / Number(value.d);
  if (Number.isFinite(direct)) return direct;
  const shift = BigInt(Math.max(0, value.d.toString(2).length - 64));
  return Number(value.n >> shift) / Number(value.d >> shift);
}

/** The value as a decimal text, exact where it ends within `digits`, else cut towards zero. */
export function toDecimal(value: Ratio, digits = 6): string {
  const scale = 10n ** BigInt(digits);
  const scaled = (value.n * scale) / value.d;
  const sign = scaled < 0n ? "-" : "";
  const text = (scaled < 0n ? -scaled : scaled).toString().padStart(digits + 1, "0");
  const [whole, part] = [text.slice(0, text.length - digits), text.slice(text.length - digits)];
  const kept = part.replace(/0+$/, "");
  return sign + whole + (kept ? `.${kept}` : "");
}
