import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { beijing } from "../../../test/harness/ground.ts";
import { generateCity, geoJsonOf } from "../generate/city.ts";
import { writeCity } from "./export.ts";
import { readGround } from "./ground.ts";

test("a city is written as one file a layer and one library, nothing half-written", async () => {
  const folder = await mkdtemp(join(tmpdir(), "zhibu-city-"));
  try {
    const city = generateCity({ size: "quarter", seed: "1", ...(await readGround(beijing)) });
    const lines = Array.from({ length: 1203 }, (_, index) => `{"id":"${index}"}`);
    const written = await writeCity(folder, city, { library: lines, isSpoilt: false });
    expect(written).toMatchObject({ layers: city.layers.length, cases: 1203 });
    expect((await readdir(folder)).sort()).toEqual(["layers", "library.jsonl"]);
    expect(await readFile(join(folder, "library.jsonl"), "utf8")).toBe(`${lines.join("\n")}\n`);
    const [first] = city.layers;
    const file = await readFile(join(folder, "layers", `${first!.id}.geojson`), "utf8");
    expect(file).toBe(geoJsonOf(first!));
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("a spoilt city has its answer key beside it, one line for each building made wrong", async () => {
  const folder = await mkdtemp(join(tmpdir(), "zhibu-city-"));
  try {
    const city = generateCity({ size: "quarter", seed: "1", ...(await readGround(beijing)) });
    const written = await writeCity(folder, city, { library: [], isSpoilt: true });
    const key = await readFile(join(folder, "answer-key.jsonl"), "utf8");
    const answers = key
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as { id: string; defect: string });
    expect(answers).toHaveLength(written.defects);
    expect(answers.length).toBeGreaterThan(5);
    const file = await readFile(join(folder, "layers", "buildings.geojson"), "utf8");
    for (const { id } of answers) expect(file).toContain(`"id":"${id}"`);
  } finally {
    await rm(folder, { recursive: true });
  }
});
