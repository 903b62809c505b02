import { mkdir, open, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { geoJsonOf, type GeneratedCity } from "../generate/city.ts";

/** Lines sent to the disk at once. */
const linesAtOnce = 500;

/** Writes lines under a name of their own and gives them the real one when they are whole. */
async function writeLines(file: string, lines: Iterable<string>): Promise<number> {
  const handle = await open(`${file}.part`, "w");
  let count = 0;
  try {
    let batch: string[] = [];
    for (const line of lines) {
      batch.push(`${line}\n`);
      count += 1;
      if (batch.length < linesAtOnce) continue;
      await handle.write(batch.join(""));
      batch = [];
    }
    await handle.write(batch.join(""));
  } finally {
    await handle.close();
  }
  await rename(`${file}.part`, file);
  return count;
}

export type WrittenCity = {
  readonly layers: number;
  readonly features: number;
  readonly cases: number;
};

/** Writes a generated city as GeoJSON files, one a layer, and its case library as lines of JSON. */
export async function writeCity(
  folder: string,
  city: GeneratedCity,
  library: Iterable<string>,
): Promise<WrittenCity> {
  await mkdir(join(folder, "layers"), { recursive: true });
  let features = 0;
  for (const layer of city.layers) {
    await writeFile(join(folder, "layers", `${layer.id}.geojson`), geoJsonOf(layer));
    features += layer.features.length;
  }
  const cases = await writeLines(join(folder, "library.jsonl"), library);
  return { layers: city.layers.length, features, cases };
}
