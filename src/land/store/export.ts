import { mkdir, open, rename, writeFile, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { geoJsonOf, type GeneratedCity } from "../generate/city.ts";

/** Lines sent to the disk at once. */
const linesAtOnce = 500;

/** The lines in batches, each as one text. */
function* batchesOf(lines: Iterable<string>): Iterable<{ text: string; count: number }> {
  let batch: string[] = [];
  for (const line of lines) {
    batch.push(`${line}\n`);
    if (batch.length < linesAtOnce) continue;
    yield { text: batch.join(""), count: batch.length };
    batch = [];
  }
  yield { text: batch.join(""), count: batch.length };
}

async function append(file: FileHandle, lines: Iterable<string>): Promise<number> {
  let written = 0;
  for (const { text, count } of batchesOf(lines)) {
    await file.write(text);
    written += count;
  }
  return written;
}

/** Writes lines under a name of their own and gives them the real one when they are whole. */
async function writeLines(path: string, lines: Iterable<string>): Promise<number> {
  const file = await open(`${path}.part`, "w");
  const written = await append(file, lines).finally(() => file.close());
  await rename(`${path}.part`, path);
  return written;
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
