import type { ICruiseResult } from "dependency-cruiser";
import { beforeAll, describe, expect, test } from "vitest";
import config from "../../.dependency-cruiser.mjs";
import { cruiseTree } from "./cruise.ts";
import { paths, root } from "./sources.ts";

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
