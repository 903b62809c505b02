import { mkdir, open, rename, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { geoJsonPieces } from "../generate/city.ts";
import { withDefects, type Answer } from "../generate/defects.ts";
import type { GeneratedCity } from "../generate/order.ts";

/** Pieces of text sent to the disk at once. */
const piecesAtOnce = 500;

/** The pieces in batches, each as one text. */
function* batchesOf(pieces: Iterable<string>): Iterable<{ text: string; count: number }> {
  let batch: string[] = [];
  for (const piece of pieces) {
    batch.push(piece);
    if (batch.length < piecesAtOnce) continue;
    yield { text: batch.join(""), count: batch.length };
    batch = [];
  }
  yield { text: batch.join(""), count: batch.length };
}

async function append(file: FileHandle, pieces: Iterable<string>): Promise<number> {
  let written = 0;
  for (const { text, count } of batchesOf(pieces)) {
    await file.write(text);
    written += count;
  }
  return written;
}

/** Writes a text under a name of its own and gives it the real one when it is whole. */
async function writePieces(path: string, pieces: Iterable<string>): Promise<number> {
  const file = await open(`${path}.part`, "w");
  const written = await append(file, pieces).finally(() => file.close());
  await rename(`${path}.part`, path);
  return written;
}

/** A layer's file has a head and a foot around its features. */
const framePieces = 2;

function* linesOf(texts: Iterable<string>): Iterable<string> {
  for (const text of texts) yield `${text}\n`;
}

export type WrittenCity = {
  readonly layers: number;
  readonly features: number;
  readonly cases: number;
  /** Lines of the answer key; 0 where nothing was spoilt. */
  readonly defects: number;
};

export type Extras = {
  readonly library: Iterable<string>;
  /** Whether some buildings are spoilt on purpose, with an answer key beside them. */
  readonly isSpoilt: boolean;
};

/**
 * Writes a generated city as GeoJSON files, one a layer, and its case library as lines of JSON;
 * where it is spoilt, the answers, too.
 */
export async function writeCity(
  folder: string,
  city: GeneratedCity,
  { library, isSpoilt }: Extras,
): Promise<WrittenCity> {
  await mkdir(join(folder, "layers"), { recursive: true });
  let features = 0;
  const answers: string[] = [];
  const told = (answer: Answer): void => void answers.push(JSON.stringify(answer));
  for (const whole of city.layers) {
    const layer = isSpoilt ? withDefects(whole, city.seed, told) : whole;
    const path = join(folder, "layers", `${layer.id}.geojson`);
    features += (await writePieces(path, geoJsonPieces(layer))) - framePieces;
  }
  const cases = await writePieces(join(folder, "library.jsonl"), linesOf(library));
  if (isSpoilt) await writePieces(join(folder, "answer-key.jsonl"), linesOf(answers));
  return { layers: city.layers.length, features, cases, defects: answers.length };
}
