import { secretOf } from "./secret.ts";

type Environment = Readonly<Record<string, string | undefined>>;

const form = /^[0-9a-f]{64}$/i;

/**
 * The key of backups, from the environment or from the file that it names.
 * @throws RangeError when what is there is no key.
 */
export function backupKeyOf(environment: Environment): Uint8Array | undefined {
  const text = secretOf(environment, "ZHIBU_BACKUP_KEY");
  if (text === undefined) return undefined;
  if (form.test(text.trim())) return Buffer.from(text.trim(), "hex");
  throw new RangeError(
    "备份密钥须为 64 个十六进制数字，可用 openssl rand -hex 32 生成 · " +
      "the key of backups is 64 hexadecimal digits: openssl rand -hex 32 makes one",
  );
}
