import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { zhibu } from "../../../test/harness/command-line.ts";

const folder = mkdtempSync(join(tmpdir(), "zhibu-evaluate-"));
afterAll(() => rmSync(folder, { recursive: true }));

const space = `contribution:
  free_of_charge: true
  open_to_public: true
  kind: public space
  site_area: 500
project: { approved_floor_area: 2000 }
`;

test.each([
  ["zh", "400 m²（约束的界限：不超过原核定面积的两成）"],
  ["en", "400 m² (cut by: No more than a fifth of what was approved)"],
])("a report names the bound that cut an amount as the law does, in %s", async (locale, text) => {
  const path = join(folder, "space.yaml");
  writeFileSync(path, space);
  const { out } = await zhibu(["evaluate", path, "--as-of", "2026-03-16"], { ZHIBU_LANG: locale });
  expect(out).toContain(text);
});
