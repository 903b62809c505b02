import { readFile } from "node:fs/promises";
import { writeWhole } from "./atomic-file.ts";
import { sha256Hex } from "./hash.ts";

/** The first line of a sealed file: what it is, how long, and with which hash. */
export type Seal = {
  readonly zhibu: string;
  readonly at: string;
  readonly bytes: number;
  readonly sha256: string;
};

/** What the seal of a backup says that it is. */
export const backupKind = "backup";

const newline = 0x0a;

/** Longer than any seal: a file without a line end before it is none of ours. */
const sealLimit = 2_000;

/** Writes content behind its seal, so that a cut or changed file is known before it is used. */
export async function writeSealed(
  file: string,
  { zhibu, at, content }: { zhibu: string; at: string; content: Uint8Array },
): Promise<void> {
  const seal: Seal = { zhibu, at, bytes: content.length, sha256: sha256Hex(content) };
  await writeWhole(file, Buffer.concat([Buffer.from(`${JSON.stringify(seal)}\n`), content]));
}

export type Unsealed =
  | { state: "whole"; seal: Seal; content: Uint8Array }
  | { state: "missing" | "damaged" | "unknown" };

/** Reads a sealed file back and says what became of it. */
export async function readSealed(file: string, zhibu: string): Promise<Unsealed> {
  const raw = await readOrMissing(file);
  if (!raw) return { state: "missing" };
  const end = raw.subarray(0, sealLimit).indexOf(newline);
  const seal = end < 0 ? undefined : parseSeal(raw.subarray(0, end).toString("utf8"));
  if (seal?.zhibu !== zhibu) return { state: "unknown" };
  const content = raw.subarray(end + 1);
  const whole = content.length === seal.bytes && sha256Hex(content) === seal.sha256;
  return whole ? { state: "whole", seal, content } : { state: "damaged" };
}

async function readOrMissing(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw cause;
  }
}

/** The seal that a first line is; undefined where it is something else. */
export function parseSeal(line: string): Seal | undefined {
  if (!line.startsWith("{")) return undefined;
  try {
    return JSON.parse(line) as Seal;
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}
