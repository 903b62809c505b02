import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { isInstalled } from "../../scripts/install.mjs";
import { runStep } from "../../scripts/step.ts";
import { clearTally, cureOf, readTally } from "../../scripts/tally.ts";

describe("the check of what is installed", () => {
  const folder = mkdtempSync(join(tmpdir(), "zhibu-installed-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  const lock = (packages: object): string => JSON.stringify({ packages });
  const wanted = {
    "": { name: "zhibu" },
    web: { name: "zhibu-web" },
    "node_modules/zhibu-web": { link: true },
    "node_modules/fastify": { version: "5.0.0" },
    "node_modules/fsevents": { version: "2.0.0", optional: true },
  };

  test("says no on a fresh clone", () => {
    writeFileSync(join(folder, "package-lock.json"), lock(wanted));
    expect(isInstalled(folder)).toBe(false);
  });

  test.each([
    ["the same version", { version: "5.0.0" }, true],
    ["another version", { version: "4.9.0" }, false],
    ["nothing", undefined, false],
  ])("looks for each package of the lock file and finds %s", (_, fastify, expected) => {
    mkdirSync(join(folder, "node_modules"), { recursive: true });
    const present = fastify ? { "node_modules/fastify": fastify } : {};
    writeFileSync(join(folder, "node_modules/.package-lock.json"), lock(present));
    expect(isInstalled(folder)).toBe(expected);
  });
});

describe("a step of the check", () => {
  test("fails when its command does, and keeps what it said", async () => {
    const command = [process.execPath, "-e", "console.log('why'); process.exit(3)"];
    const result = await runStep({ name: "x", command });
    expect(result).toMatchObject({ passed: false, output: "why\n" });
  });

  test("passes when its command does", async () => {
    expect(await runStep({ name: "x", command: [process.execPath, "-e", ""] })).toMatchObject({
      passed: true,
    });
  });
});

describe("the count of tests", () => {
  test("takes a run that left nothing for a failure", () => {
    clearTally("none");
    const nothing = { passed: 0, failed: 1, skipped: [], byEngine: {}, sound: [] };
    expect(readTally("none")).toEqual(nothing);
  });

  test("reads the cure of a skip from its note, else from its name", () => {
    const name = "land > overlaps (postgresql): to run, apt-get install postgresql-15";
    expect(cureOf({ name, note: "" })).toBe("apt-get install postgresql-15");
    expect(cureOf({ name: "x", note: "to run, do that" })).toBe("do that");
    expect(cureOf({ name: "to run, do this > inner test", note: "" })).toBe("do this");
    expect(cureOf({ name: "x", note: "" })).toBeUndefined();
  });
});
