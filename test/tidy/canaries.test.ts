import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { ICruiseResult } from "dependency-cruiser";
import { afterAll, describe, expect, test } from "vitest";
import config from "../../.dependency-cruiser.mjs";
import { allowed, planted } from "./canaries/walls.ts";
import { cruiseTree } from "./cruise.ts";
import { root } from "./sources.ts";

const brokenRules = (result: ICruiseResult): string[] => [
  ...new Set(result.summary.violations.map((violation) => violation.rule.name)),
];

describe("each wall", () => {
  const folder = mkdtempSync(join(tmpdir(), "zhibu-walls-"));
  const plant = (name: string, files: Readonly<Record<string, string>>): string => {
    const base = join(folder, name);
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(base, path)), { recursive: true });
      writeFileSync(join(base, path), text);
    }
    cpSync(join(root, "package.json"), join(base, "package.json"));
    symlinkSync(join(root, "node_modules"), join(base, "node_modules"));
    return base;
  };

  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(Object.entries(planted))("%s fails on its canary", async (rule, files) => {
    const sources = [...new Set(Object.keys(files).map((path) => path.split("/")[0] ?? ""))];
    const result = await cruiseTree(plant(rule, files), sources);
    expect(brokenRules(result)).toEqual([rule]);
  });

  test("has a canary", () => {
    expect(Object.keys(planted).sort()).toEqual(config.forbidden.map(({ name }) => name).sort());
  });

  test("lets through what the architecture allows", async () => {
    const result = await cruiseTree(plant("allowed", allowed), ["src", "web"]);
    expect(result.summary.violations).toEqual([]);
    expect(result.modules.length).toBeGreaterThan(Object.keys(allowed).length - 1);
  });
});
