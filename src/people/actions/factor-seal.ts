import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { Fault } from "../../base/fault.ts";
import { bilingual } from "../../base/message.ts";

/** The keys that seeds are sealed with: the first seals, the others still open what they sealed. */
export type FactorKeys = readonly Uint8Array[];

const cipher = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;

/** Tells keys apart without telling what they are. */
const nameOf = (key: Uint8Array): string =>
  createHash("sha256").update("zhibu factor key").update(key).digest("hex").slice(0, 8);

/** Seals a seed for one account: moved to another, it does not open. */
export function sealSeed(key: Uint8Array, accountId: string, seed: Uint8Array): string {
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, key, nonce).setAAD(Buffer.from(accountId));
  const body = Buffer.concat([sealing.update(seed), sealing.final()]);
  const sealed = Buffer.concat([nonce, sealing.getAuthTag(), body]);
  return `${nameOf(key)}.${sealed.toString("base64url")}`;
}

function unavailable(): Fault {
  const say = bilingual(
    "动态码暂时不能核对：服务器没有所需的密钥。请用备用码，或请管理员处理。",
    "Codes of apps cannot be checked: the server lacks the key. Use a spare code, or ask an administrator.",
  );
  return new Fault("factor_unavailable", "no key of these sealed the factor", { say });
}

/** @throws Fault where none of the keys sealed it, an Error where it was changed or moved. */
export function openSeed(keys: FactorKeys, accountId: string, sealed: string): Uint8Array {
  const [name = "", text = ""] = sealed.split(".");
  const key = keys.find((one) => nameOf(one) === name);
  if (!key) throw unavailable();
  const bytes = Buffer.from(text, "base64url");
  const opening = createDecipheriv(cipher, key, bytes.subarray(0, nonceBytes));
  opening.setAAD(Buffer.from(accountId));
  opening.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  return Buffer.concat([opening.update(bytes.subarray(nonceBytes + tagBytes)), opening.final()]);
}

/** Whether a seed is sealed under the key that seals now. */
export const isSealedBy = (key: Uint8Array, sealed: string): boolean =>
  sealed.startsWith(`${nameOf(key)}.`);
