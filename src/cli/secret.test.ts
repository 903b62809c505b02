import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { secretOf } from "./secret.ts";
import { settingsOf } from "./settings.ts";

describe("a secret", () => {
  const folder = mkdtempSync(join(tmpdir(), "zhibu-secret-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  const fileOf = (content: string, mode: number): string => {
    const file = join(folder, `secret-${mode.toString(8)}`);
    writeFileSync(file, content);
    chmodSync(file, mode);
    return file;
  };

  test("stands in the environment, or in a file that the environment names", () => {
    const file = fileOf("from the file\n", 0o600);
    expect(secretOf({ NAME: "said" }, "NAME")).toBe("said");
    expect(secretOf({ NAME_FILE: file }, "NAME")).toBe("from the file");
    expect(secretOf({ NAME: "said", NAME_FILE: file }, "NAME")).toBe("said");
    expect(secretOf({ NAME: "" }, "NAME")).toBeUndefined();
  });

  test.each([0o640, 0o604, 0o644, 0o620])("is not taken from a file of mode %o", (mode) => {
    const file = fileOf("hush", mode);
    const read = () => secretOf({ NAME_FILE: file }, "NAME");
    expect(read).toThrow(RangeError);
    expect(read).toThrow(/chmod 600/);
    expect(read).not.toThrow(/hush/);
  });

  test("whose file is missing stops the start, and says which", () => {
    const missing = join(folder, "none");
    expect(() => secretOf({ NAME_FILE: missing }, "NAME")).toThrow(/NAME_FILE.*none/s);
  });

  test("of every kind may come from a file", () => {
    const key = fileOf("ab".repeat(32), 0o600);
    const address = fileOf("postgresql://zhibu@localhost/z", 0o400);
    const settings = settingsOf({
      DATABASE_URL_FILE: address,
      ZHIBU_REPLICA_URL_FILE: address,
      ZHIBU_DIRECT_URL_FILE: address,
      ZHIBU_METRICS_TOKEN_FILE: key,
      ZHIBU_BACKUP_KEY_FILE: key,
      ZHIBU_FACTOR_KEY_FILE: key,
      ZHIBU_OIDC_ISSUER: "https://id.example",
      ZHIBU_OIDC_CLIENT_ID: "zhibu",
      ZHIBU_OIDC_CLIENT_SECRET_FILE: key,
    });
    expect(settings).toMatchObject({
      databaseUrl: "postgresql://zhibu@localhost/z",
      operations: {
        replicaUrl: "postgresql://zhibu@localhost/z",
        directUrl: "postgresql://zhibu@localhost/z",
        metricsToken: "ab".repeat(32),
        backupKey: Buffer.from("ab".repeat(32), "hex"),
      },
      entry: {
        oidc: { clientSecret: "ab".repeat(32) },
        factor: { keys: [Buffer.from("ab".repeat(32), "hex")] },
      },
    });
  });
});
