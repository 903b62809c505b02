import { existsSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { accept, refuse, type Decision } from "../base/decision.ts";
import type { OpenOptions } from "./open-options.ts";
import { keepSnapshots } from "./keep-snapshots.ts";
import { lockFolder, type FolderLock } from "./lock.ts";
import { migrate } from "./migrate.ts";
import { openPglite, type PgliteDriver } from "./pglite/driver.ts";
import { newDatabase } from "./ready-made.ts";
import type { OpenRefusal, RestoreRefusal } from "./refusals.ts";
import { findSnapshot } from "./snapshots.ts";

/** What only the embedded database has. */
export type Embedded = {
  readonly folder: string;
  /** Tells a second process, which is refused, where this one serves. */
  announce(url: string): void;
  /** Takes a snapshot now; the file's path. */
  snapshot(): Promise<string>;
  close(): Promise<void>;
};

type Opened = { driver: PgliteDriver; embedded: Embedded };

type EmbeddedOptions = OpenOptions & { readonly folder: string; readonly waitMs: number };

const inMemory = "memory://";

/** Where the snapshots of a data folder lie: beside it, so that losing it does not lose them. */
export const snapshotFolder = (folder: string): string =>
  join(dirname(resolve(folder)), `${basename(folder)}-snapshots`);

/** Opens the folder for this process alone, from the ready-made database when it is new. */
export async function openEmbedded(
  options: EmbeddedOptions,
): Promise<Decision<Opened, OpenRefusal>> {
  if (options.folder === inMemory) return openHeld(options, noLock);
  const folder = resolve(options.folder);
  const locked = await lockFolder(folder);
  if (!locked.ok) return locked;
  const opened = await openOrRelease({ ...options, folder }, locked.value);
  return opened;
}

const noLock: FolderLock = { announce: () => undefined, release: async () => undefined };

async function openOrRelease(
  options: EmbeddedOptions,
  lock: FolderLock,
): Promise<Decision<Opened, OpenRefusal>> {
  let opened: Decision<Opened, OpenRefusal> | undefined;
  try {
    opened = await openHeld(options, lock);
    return opened;
  } finally {
    if (!opened?.ok) await lock.release();
  }
}

async function openHeld(
  options: EmbeddedOptions,
  lock: FolderLock,
): Promise<Decision<Opened, OpenRefusal>> {
  const prepared = await openDriver(options);
  if (!prepared.ok) return prepared;
  const driver = prepared.value;
  const migrated = await migrate(driver, { readOnly: options.readOnly });
  if (!migrated.ok) {
    await driver.close();
    return migrated;
  }
  const { folder } = options;
  const minutes = folder === inMemory ? 0 : (options.snapshotMinutes ?? 10);
  const keeper = await keepSnapshots(driver, { folder: snapshotFolder(folder), minutes });
  const close = async (): Promise<void> => {
    try {
      await keeper.close();
    } finally {
      await driver.close();
      await lock.release();
    }
  };
  const embedded = { folder, announce: lock.announce, snapshot: keeper.snapshot, close };
  return accept({ driver, embedded });
}

/** A folder without a database gets the ready-made one; a start that was cut short begins again. */
async function openDriver(options: EmbeddedOptions): Promise<Decision<PgliteDriver, OpenRefusal>> {
  const { folder, waitMs, onStep } = options;
  const dataDir = dataFolder(folder);
  const half = join(folder, "preparing");
  if (folder !== inMemory && existsSync(join(dataDir, "PG_VERSION")) && !existsSync(half)) {
    onStep?.("open_folder");
    return accept(await openPglite({ dataDir, waitMs }));
  }
  const cacheFolder = options.cacheFolder ?? join(dirname(folder), "cache");
  const made = await newDatabase({ cacheFolder, onStep });
  if (!made.ok) return made;
  onStep?.("load_snapshot");
  if (folder === inMemory) {
    return accept(await openPglite({ dataDir, waitMs, snapshot: async () => made.value }));
  }
  await rm(dataDir, { recursive: true, force: true });
  await writeFile(half, "");
  const driver = await openPglite({ dataDir, waitMs, ...firstOnly(made.value) });
  await rm(half);
  return accept(driver);
}

/**
 * A thread that is started again opens the folder as it is: the snapshot is for the first alone.
 */
function firstOnly(content: Uint8Array): { snapshot: () => Promise<Uint8Array | undefined> } {
  let once: Uint8Array | undefined = content;
  return {
    snapshot: async () => {
      const given = once;
      once = undefined;
      return given;
    },
  };
}

/** Where the engine's own files lie, apart from what we keep beside them. */
export const dataFolder = (folder: string): string =>
  folder === inMemory ? inMemory : join(folder, "pgdata");

/** Unpacks a snapshot into a new data folder, opens it once and closes it in good order. */
async function unpack(content: Uint8Array, dataDir: string): Promise<void> {
  await rm(dataDir, { recursive: true, force: true });
  await mkdir(dirname(dataDir), { recursive: true });
  const driver = await openPglite({ dataDir, ...firstOnly(content), waitMs: 60_000 });
  await driver.close();
}

/** Puts the newest whole snapshot in the place of the data; the data there are kept aside. */
export async function restoreSnapshot(
  folder: string,
  now: () => Date,
): Promise<
  Decision<{ file: string; damaged: string[]; aside: string | null }, OpenRefusal | RestoreRefusal>
> {
  const { found, damaged } = await findSnapshot(snapshotFolder(folder));
  if (!found) return refuse({ code: "backup_missing", file: snapshotFolder(folder) });
  const locked = await lockFolder(resolve(folder));
  if (!locked.ok) return locked;
  try {
    const dataDir = dataFolder(resolve(folder));
    const aside = existsSync(dataDir) ? `${dataDir}.before-${now().getTime()}` : null;
    const draft = `${dataDir}.restoring`;
    await unpack(found.content, draft);
    if (aside) await rename(dataDir, aside);
    await rename(draft, dataDir);
    return accept({ file: found.file, damaged, aside });
  } finally {
    await locked.value.release();
  }
}
