import { expect, test } from "vitest";
import { bundleOf } from "./support-bundle.ts";

const health = {
  at: "2026-11-21T08:00:00.000Z",
  level: "bad" as const,
  findings: [
    {
      code: "database_silent",
      level: "bad" as const,
      said: { zh: "连不上 postgresql://z:hush-1@db/z", en: "no postgresql://z:hush-1@db/z" },
    },
  ],
};

test("a bundle for a helper holds settings and findings, and no secret", () => {
  const environment = {
    DATABASE_URL: "postgresql://zhibu:hush-2@db/zhibu",
    ZHIBU_REPLICA_URL: "postgresql://zhibu:hush-3@replica/zhibu",
    ZHIBU_METRICS_TOKEN: "hush-4",
    ZHIBU_BACKUP_KEY: "hush-5",
    ZHIBU_OIDC_CLIENT_SECRET: "hush-6",
    ZHIBU_PORT: "8420",
    USER: "wang",
  };
  const text = bundleOf({ health, version: "0.1.0", around: { environment } });
  expect(text).not.toContain("hush");
  expect(text).not.toContain("wang");
  expect(JSON.parse(text)).toMatchObject({
    version: "0.1.0",
    settings: { ZHIBU_PORT: "8420", ZHIBU_BACKUP_KEY: "[redacted]" },
    findings: [expect.stringContaining("bad database_silent: no postgresql://")],
  });
});
