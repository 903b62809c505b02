import { once } from "node:events";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline, Writable, type Readable, type Transform } from "node:stream";
import { pipeline as finished } from "node:stream/promises";
import { StringDecoder } from "node:string_decoder";
import { createGunzip, createGzip } from "node:zlib";
import { accept, refuse, type Decision } from "../base/decision.ts";
import { writeWholeBy } from "./atomic-file.ts";
import {
  BackupBroken,
  decrypting,
  encrypting,
  fitsKey,
  newSealing,
  type Sealing,
} from "./backup-cipher.ts";
import type { RestoreRefusal } from "./refusals.ts";
import { backupKind, parseSeal, type Seal } from "./sealed-file.ts";

export type BackupSeal = Seal & { readonly sealing?: Sealing };

/** The seal is written last, into the room that is kept for it at the head of the file. */
const sealBytes = 512;

const sealLine = (seal: BackupSeal): Buffer =>
  Buffer.from(`${JSON.stringify(seal).padEnd(sealBytes - 1)}\n`);

export type PutLine = (line: object) => Promise<void>;

type Place = { readonly file: string; readonly at: string; readonly key?: Uint8Array | undefined };

/** Streams lines into a backup file, which is there whole or not at all. @throws Fault disk_full */
export async function writeLines(
  { file, at, key }: Place,
  produce: (put: PutLine) => Promise<void>,
): Promise<number> {
  let bytes = 0;
  await writeWholeBy(file, async (opened) => {
    await opened.writeFile(Buffer.alloc(sealBytes, " "));
    const hash = createHash("sha256");
    const gzip = createGzip();
    const sealing = key && newSealing(key);
    const streams: Transform[] = key && sealing ? [gzip, encrypting(key, sealing)] : [gzip];
    const sink = new Writable({
      write(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        bytes += chunk.length;
        opened.writeFile(chunk).then(() => done(), done);
      },
    });
    const written = finished([...streams, sink]);
    await Promise.all([written, produceInto(gzip, written, produce)]);
    const seal = { zhibu: backupKind, at, bytes, sha256: hash.digest("hex") };
    const line = sealLine({ ...seal, ...(sealing ? { sealing } : {}) });
    await opened.write(line, 0, line.length, 0);
  });
  return bytes + sealBytes;
}

/** Waits where the file is slower than the database; a file that fails ends the waiting. */
async function produceInto(
  gzip: Transform,
  written: Promise<void>,
  produce: (put: PutLine) => Promise<void>,
): Promise<void> {
  try {
    await produce(async (line) => {
      if (!gzip.write(`${JSON.stringify(line)}\n`)) {
        await Promise.race([once(gzip, "drain"), written]);
      }
    });
    gzip.end();
  } catch (cause) {
    gzip.destroy(cause as Error);
    throw cause;
  }
}

export type OpenBackup<Line> = {
  readonly seal: BackupSeal;
  /** Every line anew at each call. @throws BackupBroken */
  lines(): AsyncIterable<Line>;
};

/** Opens a backup whose hash is right and whose key fits; nothing of it is loaded yet. */
export async function openBackup<Line>(
  file: string,
  key?: Uint8Array,
): Promise<Decision<OpenBackup<Line>, RestoreRefusal>> {
  const head = await readHead(file);
  if (head === undefined) return refuse({ code: "backup_missing", file });
  const end = head.indexOf("\n");
  if (end < 0 && head.startsWith(opening)) return refuse({ code: "backup_damaged", file });
  const seal = end < 0 ? undefined : (parseSeal(head.slice(0, end)) as BackupSeal | undefined);
  if (seal?.zhibu !== backupKind) return refuse({ code: "backup_unknown", file });
  const start = Buffer.byteLength(head.slice(0, end)) + 1;
  if (!(await isWhole(file, start, seal))) return refuse({ code: "backup_damaged", file });
  const { sealing } = seal;
  if (sealing && !key) return refuse({ code: "backup_key_missing", file });
  if (sealing && key && !fitsKey(key, sealing)) return refuse({ code: "backup_key_wrong", file });
  const ways = () => (sealing && key ? [decrypting(key, sealing)] : []);
  return accept({
    seal,
    lines: () => readLines<Line>(createReadStream(file, { start }), [...ways(), createGunzip()]),
  });
}

/** A file that begins so and has no whole first line was cut in its head. */
const opening = `{"zhibu":"${backupKind}"`;

const headLimit = 2_000;

async function readHead(file: string): Promise<string | undefined> {
  try {
    await using opened = await open(file, "r");
    const { buffer, bytesRead } = await opened.read(Buffer.alloc(headLimit), 0, headLimit, 0);
    return buffer.subarray(0, bytesRead).toString("latin1");
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw cause;
  }
}

async function isWhole(file: string, start: number, seal: Seal): Promise<boolean> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of createReadStream(file, { start }) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return bytes === seal.bytes && hash.digest("hex") === seal.sha256;
}

async function* readLines<Line>(
  source: Readable,
  ways: readonly Transform[],
): AsyncGenerator<Line> {
  // A failure on the way reaches whoever reads the last stream.
  const last = ways.reduce<Readable>((from, to) => pipeline(from, to, () => undefined), source);
  const decoder = new StringDecoder("utf8");
  let rest = "";
  for await (const chunk of unbroken(last)) {
    const texts = (rest + decoder.write(chunk)).split("\n");
    rest = texts.pop() ?? "";
    for (const text of texts) yield JSON.parse(text) as Line;
  }
  if (rest !== "") throw new BackupBroken("the last line is not whole");
}

/** The chunks of a stream; whatever ends it early is a broken backup. */
async function* unbroken(stream: Readable): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) yield chunk;
  } catch (cause) {
    throw cause instanceof BackupBroken ? cause : new BackupBroken("cut short", { cause });
  }
}
