import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** How often the files are looked at; what changed has come to rest when two looks agree. */
const lookMs = 150;

const gone = new Set(["ENOENT", "ENOTDIR"]);

/** An answer of the disk; nothing where what was asked about is not there. */
async function orGone<Found>(answer: Promise<Found>): Promise<Found | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (!gone.has((error as NodeJS.ErrnoException).code ?? "")) throw error;
    return undefined;
  }
}

/** One text for all YAML files under a folder as they lie there now. */
async function stampOf(folder: string): Promise<string> {
  const names = (await orGone(readdir(folder, { recursive: true }))) ?? [];
  const own = names.filter((name) => /\.ya?ml$/.test(name)).sort();
  const stats = await Promise.all(own.map((name) => orGone(stat(join(folder, name)))));
  return own.map((name, at) => `${name} ${stats[at]?.mtimeMs} ${stats[at]?.size}`).join("\n");
}

/**
 * Does something at once and again after every change of the files under a folder, until it is
 * stopped. The files are looked at, not listened to: that works on every disk and for every editor,
 * and many changes at once are one.
 */
export async function watchPacks(
  folder: string,
  changed: () => Promise<void>,
  stop: AbortSignal,
): Promise<void> {
  let told = await stampOf(folder);
  let last = told;
  await changed();
  while (!stop.aborted) {
    await pause(lookMs);
    const now = await stampOf(folder);
    const isAtRest = now === last;
    last = now;
    if (!isAtRest || now === told || stop.aborted) continue;
    told = now;
    await changed();
  }
}
