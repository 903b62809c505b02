import { factorDemands, type FactorDemand, type FactorPolicy } from "../people/index.ts";
import { secretOf } from "./secret.ts";

type Environment = Readonly<Record<string, string | undefined>>;

const form = /^[0-9a-f]{64}$/i;

/** @throws RangeError when what is there is no key. */
function keysOf(environment: Environment): Uint8Array[] {
  const words = (secretOf(environment, "ZHIBU_FACTOR_KEY") ?? "").split(/\s+/).filter(Boolean);
  if (words.every((word) => form.test(word))) return words.map((word) => Buffer.from(word, "hex"));
  throw new RangeError(
    "ZHIBU_FACTOR_KEY 须为 64 个十六进制数字，可用 openssl rand -hex 32 生成 · " +
      "is 64 hexadecimal digits: openssl rand -hex 32 makes them",
  );
}

const isDemand = (word: string): word is FactorDemand =>
  (factorDemands as readonly string[]).includes(word);

/** Of whom a second factor is demanded, and the keys that seal it. @throws RangeError */
export function factorOf(environment: Environment): FactorPolicy {
  const keys = keysOf(environment);
  const demand = environment["ZHIBU_SECOND_FACTOR"] || "offered";
  if (!isDemand(demand)) {
    throw new RangeError(`ZHIBU_SECOND_FACTOR 须为 · is one of: ${factorDemands.join(", ")}`);
  }
  if (demand === "offered" || keys.length > 0) return { keys, demand };
  throw new RangeError(
    `ZHIBU_SECOND_FACTOR=${demand} 还要有密钥 · needs a key: ZHIBU_FACTOR_KEY_FILE`,
  );
}
