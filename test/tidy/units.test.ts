import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { nameWithCure, need } from "../harness/need.ts";
import { read, root } from "./sources.ts";

const folder = "docs/operations/systemd";

/** The lines of a unit's service, as pairs. */
const linesOf = (unit: string): string[] =>
  read(`${folder}/${unit}`)
    .split("\n")
    .filter((line) => /^[A-Za-z]+=/.test(line));

describe("the unit of the how-to", () => {
  const lines = linesOf("zhibu.service");

  test.each([
    ["speaks with nobody who is not listed", ["IPAddressDeny=any", "IPAddressAllow=localhost"]],
    ["reads and writes what is listed", ["ProtectSystem=strict", "ProtectHome=yes"]],
    ["has no privileges", ["CapabilityBoundingSet=", "NoNewPrivileges=yes", "User=zhibu"]],
  ])("%s", (_, wanted) => {
    expect(lines).toEqual(expect.arrayContaining(wanted));
  });

  test("holds no secret, and opens encrypted ones for itself alone", () => {
    const named = lines.filter((line) => /KEY|SECRET|TOKEN|DATABASE_URL/.test(line));
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((line) => !/^Environment=\w+_FILE=%d\//.test(line))).toEqual([]);
    const names = named.map((line) => line.slice(line.indexOf("%d/") + 3));
    for (const name of names) {
      expect(lines).toContain(`LoadCredentialEncrypted=${name}:/etc/zhibu/secrets/${name}`);
    }
  });
});

const systemd = need("systemd");

describe.skipIf(!systemd.present)(nameWithCure("systemd", systemd), () => {
  const place = mkdtempSync(join(tmpdir(), "zhibu-units-"));
  cpSync(join(root, folder), place, { recursive: true });
  afterAll(() => rmSync(place, { recursive: true }));

  const analyze = (...words: string[]): string =>
    execFileSync("systemd-analyze", words, { cwd: place, encoding: "utf8", stdio: "pipe" });

  test("rates what the service is exposed to below 2 of 10", () => {
    const said = analyze("security", "--offline=true", "--no-pager", "./zhibu.service");
    const rating = /exposure level for zhibu\.service: (\d+\.\d)/.exec(said)?.[1];
    expect(Number(rating)).toBeLessThan(2);
  });
});
