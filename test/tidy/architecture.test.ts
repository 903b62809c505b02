import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import config from "../../.dependency-cruiser.mjs";
import { allowed, planted } from "./canaries/walls.ts";
import { paths, root } from "./sources.ts";

const tsConfig = { fileName: join(root, "tsconfig.json") };

/** Holds a tree against the walls. */
async function cruiseTree(folder: string, sources: string[]): Promise<ICruiseResult> {
  const result = await cruise(
    sources,
    {
      ...config.options,
      baseDir: folder,
      validate: true,
      ruleSet: { forbidden: config.forbidden },
      tsConfig,
    },
    config.options.enhancedResolveOptions ?? {},
    { tsConfig: extractTSConfig(tsConfig.fileName) },
  );
  if (typeof result.output === "string") throw new TypeError("the cruiser gave a text");
  return result.output;
}

const brokenRules = (result: ICruiseResult): string[] => [
  ...new Set(result.summary.violations.map((violation) => violation.rule.name)),
];

describe("the walls of the house", () => {
  const ours = (path: string): boolean => /(?<!\.d)\.tsx?$/.test(path);
  const listed = paths().filter(ours);
  const sources = [...new Set(listed.map((path) => path.split("/")[0] ?? path))];
  let house: ICruiseResult;

  beforeAll(async () => {
    house = await cruiseTree(root, sources);
  }, 60_000);

  test("are not broken", () => {
    const cures = new Map(config.forbidden.map(({ name, comment }) => [name, comment]));
    const broken = house.summary.violations.map(
      ({ rule, from, to }) => `${rule.name}: ${from} → ${to}. ${cures.get(rule.name)}`,
    );
    expect(broken).toEqual([]);
  });

  test("stand around every TypeScript file that git lists", () => {
    const found = house.modules.filter((module) => !module.couldNotResolve);
    const seen = found.map((module) => module.source).filter(ours);
    expect(seen.sort()).toEqual([...listed].sort());
    expect(seen.length).toBeGreaterThan(20);
  });
});

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
