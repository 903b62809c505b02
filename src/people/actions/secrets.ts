import { createHmac, randomBytes, randomUUID, timingSafeEqual } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { dictionary } from "@zxcvbn-ts/language-common";
import { sha256Hex } from "../../store/hash.ts";

/** What OWASP asks of argon2id, the library's own choice; a hash says them, so they may grow. */
const argon2id = {
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
} as const;

/** Hashes a password exactly as it was typed. */
export const hashPassword = (password: string): Promise<string> => hash(password, argon2id);

/** The hash of a password that nobody has: where there is no account, as much work is done. */
let nobodys: Promise<string> | undefined;

/** Whether a password is the one that was hashed; takes as long where there is no hash. */
export async function isPassword(hashed: string | undefined, password: string): Promise<boolean> {
  nobodys ??= hashPassword(randomUUID());
  const matches = await verify(hashed ?? (await nobodys), password);
  return matches && hashed !== undefined;
}

const common = new Set(dictionary["passwords-common"]);

/** Whether a password, in lower case, stands in the list of those that are tried first. */
export const isCommonPassword = (text: string): boolean => common.has(text);

/** 256 random bits, as a cookie can carry them. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** Without I, L, O and U: nothing that could be misread on paper. */
const codeSigns = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** 140 random bits in seven groups of four: to be read out on the telephone. */
export function newRecoveryCode(): string {
  const signs = [...randomBytes(28)].map((byte) => codeSigns[byte % codeSigns.length]).join("");
  return (signs.match(/.{4}/g) ?? []).join("-");
}

/** The hash of a code however it was typed: spaces, dashes, small letters, O for 0. */
export function recoveryCodeSha256(typed: string): string {
  const plain = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "");
  return sha256Hex(plain.replaceAll("O", "0").replaceAll(/[IL]/g, "1"));
}

/** What a page must send back with a change: nobody works it out who does not hold the session. */
export const forgeryTokenOf = (sessionToken: string): string =>
  createHmac("sha256", sessionToken).update("csrf").digest("base64url");

/** Compares two secrets without telling by time how much of them is alike. */
export const isSameSecret = (one: string, other: string): boolean =>
  timingSafeEqual(Buffer.from(sha256Hex(one)), Buffer.from(sha256Hex(other)));
