import { ratio, type Ratio } from "../../base/ratio.ts";
import { decimalExponent, limits, writtenDigits } from "./limits.ts";
import { fail, spend, stop, type Machine } from "./machine.ts";
import { numberOf, type Value } from "./value.ts";

const absolute = (n: bigint): bigint => (n < 0n ? -n : n);
const small = 1n << 64n;

/** The binary digits of a whole number. */
export function bitsOf(n: bigint): number {
  const size = absolute(n);
  return size < small ? 64 : size.toString(16).length * 4;
}

export const sizeOf = ({ n, d }: Ratio): number => Math.max(bitsOf(n), bitsOf(d));

const ceiling = 10n ** BigInt(decimalExponent.most);
const floor = 10n ** BigInt(-decimalExponent.least);

/** The steps that work on the digits of a number costs beyond those of a short one. */
export function stepsOf(value: Ratio, share: number): number {
  const bits = sizeOf(value);
  return bits <= 64 ? 0 : Math.ceil((bits * bits) / share);
}

/** Whether decimal128 has an exponent for the number. */
export function isWithinDecimals(value: Ratio): boolean {
  if (value.n === 0n || sizeOf(value) < 20_000) return true;
  const n = absolute(value.n);
  return n < ceiling * value.d && n * floor >= value.d;
}

/** A number within its bounds, paid for by its length. */
export function boundNumber(machine: Machine, value: Ratio): Value {
  const bits = sizeOf(value);
  if (!isWithinDecimals(value)) return fail(machine, "number_out_of_range");
  if (bits > limits.bits) return stop(machine, "number_too_long");
  return spend(machine, stepsOf(value, 16_384)) ? numberOf(value) : null;
}

const literal = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;

/** The mantissa and exponent of a decimal text; undefined when it is none. */
export function readDecimal(text: string): Ratio | "out_of_range" | undefined {
  const match = literal.exec(text);
  if (!match) return undefined;
  const [, sign = "", whole = "", part = "", exponent = "0"] = match;
  if (whole + part === "") return undefined;
  const digits = BigInt(whole + part) * (sign === "-" ? -1n : 1n);
  if (digits === 0n) return { n: 0n, d: 1n };
  const shift = Number(exponent) - part.length;
  if (Math.abs(shift) > 13_000 || whole.length + part.length > 13_000) return "out_of_range";
  return shift >= 0 ? ratio(digits * 10n ** BigInt(shift)) : ratio(digits, 10n ** BigInt(-shift));
}

/** n divided by d, to the nearest whole number, a half to the even one. Both are positive. */
export function divideHalfEven(n: bigint, d: bigint): bigint {
  const [quotient, rest] = [n / d, n % d];
  const twice = rest * 2n;
  const isUp = twice > d || (twice === d && quotient % 2n === 1n);
  return isUp ? quotient + 1n : quotient;
}

/** A positive number as `digits · 10^exponent`, where `digits` has that many decimal places. */
function significant({ n, d }: Ratio, places: number): { digits: bigint; exponent: number } {
  let exponent = n.toString().length - d.toString().length - places;
  for (;;) {
    const top = exponent < 0 ? n * 10n ** BigInt(-exponent) : n;
    const bottom = exponent > 0 ? d * 10n ** BigInt(exponent) : d;
    const digits = divideHalfEven(top, bottom);
    if (digits.toString().length <= places) return { digits, exponent };
    exponent++;
  }
}

/** The number rounded to significant digits, a half to the even one. */
export function roundSignificant(value: Ratio, places: number): Ratio {
  if (value.n === 0n) return value;
  const { digits, exponent } = significant({ n: absolute(value.n), d: value.d }, places);
  const signed = value.n < 0n ? -digits : digits;
  return exponent >= 0
    ? ratio(signed * 10n ** BigInt(exponent))
    : ratio(signed, 10n ** BigInt(-exponent));
}

/** The number as a plain decimal text, to the digits of decimal128 where it does not end. */
export function writeNumber(value: Ratio): string {
  if (value.n === 0n) return "0";
  if (value.d === 1n && absolute(value.n) < 10n ** BigInt(writtenDigits)) return `${value.n}`;
  const sign = value.n < 0n ? "-" : "";
  const { digits, exponent } = significant({ n: absolute(value.n), d: value.d }, writtenDigits);
  if (exponent >= 0) return `${sign}${digits}${"0".repeat(exponent)}`;
  const text = digits.toString().padStart(1 - exponent, "0");
  const [whole, part] = [text.slice(0, exponent), text.slice(exponent).replace(/0+$/, "")];
  return part === "" ? sign + whole : `${sign}${whole}.${part}`;
}

/** The whole number, cut towards zero, where it is small enough to count with. */
export function wholePart({ n, d }: Ratio): number {
  const cut = Number(n / d);
  return Number.isSafeInteger(cut) ? cut : Math.sign(cut) * Number.MAX_SAFE_INTEGER;
}
