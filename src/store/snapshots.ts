import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { readSealed, writeSealed } from "./sealed-file.ts";

const kind = "data-folder";
const kept = 5;
const fileName = /^snapshot-[0-9TZ-]+\.tar\.gz$/;

/** Names of snapshots sort by their time. */
const nameAt = (at: string): string => `snapshot-${at.replace(/[:.]/g, "-")}.tar.gz`;

/** Writes one snapshot and drops the oldest beyond five. */
export async function putSnapshot(
  folder: string,
  { at, content }: { at: string; content: Uint8Array },
): Promise<string> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, nameAt(at));
  await writeSealed(file, { zhibu: kind, at, content });
  const names = await listNames(folder);
  for (const name of names.slice(kept)) await rm(join(folder, name), { force: true });
  return file;
}

/** Newest first. */
async function listNames(folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  return (await readdir(folder))
    .filter((name) => fileName.test(name))
    .sort()
    .reverse();
}

export type FoundSnapshot = {
  readonly file: string;
  readonly at: string;
  readonly content: Uint8Array;
};

/** The newest snapshot that is whole, and the damaged ones that were passed over. */
export async function findSnapshot(
  folder: string,
): Promise<{ found?: FoundSnapshot; damaged: string[] }> {
  const damaged: string[] = [];
  for (const name of await listNames(folder)) {
    const file = join(folder, name);
    const read = await readSealed(file, kind);
    if (read.state === "whole") {
      return { found: { file, at: read.seal.at, content: read.content }, damaged };
    }
    damaged.push(file);
  }
  return { damaged };
}
