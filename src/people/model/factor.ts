import { hmac } from "@noble/hashes/hmac.js";
import { sha1 } from "@noble/hashes/legacy.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { accept, refuse, type Decision } from "../../base/decision.ts";

/**
 * What an authenticator app reckons with (RFC 6238). SHA-256 is asked for; an app that knows no
 * other than SHA-1 reckons with that whatever it is asked, and is taken as it is.
 */
const hashes = { sha256, sha1 } as const;
export type FactorAlgorithm = keyof typeof hashes;
export const factorAlgorithms = Object.keys(hashes) as FactorAlgorithm[];

/** A second factor that holds, as far as a code is judged by it. */
export type Factor = {
  readonly seed: Uint8Array;
  readonly algorithm: FactorAlgorithm;
  /** The half minute of the last code that was taken. */
  readonly lastStep: number;
};

export type FactorRefusal =
  | { code: "factor_code_spent" }
  | { code: "factor_code_wrong" }
  | { code: "factor_exists" }
  | { code: "factor_missing" }
  | { code: "factor_needed" }
  | { code: "factor_off" };

const stepMs = 30_000;
const digits = 6;

/** The half minute that an instant lies in. */
export const stepOf = (now: Date): number => Math.floor(now.getTime() / stepMs);

/** The six digits that an app shows in a half minute. */
export function codeAt(seed: Uint8Array, algorithm: FactorAlgorithm, step: number): string {
  const counter = new DataView(new ArrayBuffer(8));
  counter.setBigUint64(0, BigInt(step));
  const mac = hmac(hashes[algorithm], seed, new Uint8Array(counter.buffer));
  const offset = (mac.at(-1) ?? 0) & 0xf;
  const number = new DataView(mac.buffer, mac.byteOffset).getUint32(offset) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, "0");
}

/** What was typed, without the spaces that apps show between digits. */
const plain = (typed: string): string => typed.normalize("NFKC").replace(/\s/g, "");

/** Whether what was typed looks like an app's code; what does not may be a spare one. */
export const isAppCode = (typed: string): boolean => /^\d{6}$/.test(plain(typed));

/** Judges a code: it serves in its own half minute and once, whatever clock its owner looks at. */
export function decideFactorCode(
  { seed, algorithm, lastStep }: Factor,
  typed: string,
  now: Date,
): Decision<number, FactorRefusal> {
  const step = stepOf(now);
  const isOf = (other: number): boolean => codeAt(seed, algorithm, other) === plain(typed);
  if (isOf(step) && step > lastStep) return accept(step);
  const isNear = [step - 1, step, step + 1].some(isOf);
  return refuse({ code: isNear ? "factor_code_spent" : "factor_code_wrong" });
}

/** Learns by an app's first code what it reckons with. */
export function decideAlgorithm(
  seed: Uint8Array,
  typed: string,
  now: Date,
): Decision<{ algorithm: FactorAlgorithm; step: number }, FactorRefusal> {
  const judged = factorAlgorithms.map((algorithm) => ({
    algorithm,
    decided: decideFactorCode({ seed, algorithm, lastStep: 0 }, typed, now),
  }));
  for (const { algorithm, decided } of judged) {
    if (decided.ok) return accept({ algorithm, step: decided.value });
  }
  const isSpent = judged.some(
    ({ decided }) => !decided.ok && decided.refusal.code === "factor_code_spent",
  );
  return refuse({ code: isSpent ? "factor_code_spent" : "factor_code_wrong" });
}

const base32Signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** A seed as people type it into an app that cannot read the picture. */
export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => base32Signs[Number.parseInt(group.padEnd(5, "0"), 2)]).join("");
}

/** The address that an app reads from the picture. */
export function factorAddress(seed: Uint8Array, signInName: string): string {
  const words = new URLSearchParams({ secret: base32(seed), issuer, algorithm: "SHA256" });
  words.set("digits", String(digits));
  words.set("period", String(stepMs / 1_000));
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(signInName)}`;
  return `otpauth://totp/${label}?${words.toString()}`;
}

const issuer = "Zhibu";
