import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { accept, refuse, type Decision } from "../base/decision.ts";
import type { FolderLock, Holder } from "./holder.ts";
import type { OpenRefusal } from "./refusals.ts";

/** Where there are no abstract sockets: a file with the holder's pid, void when that is gone. */
export async function takeLockFile(
  file: string,
  folder: string,
): Promise<Decision<FolderLock, OpenRefusal>> {
  const holder = readLockFile(file);
  if (holder) return refuse({ code: "folder_in_use", folder, ...holder });
  rmSync(file, { force: true });
  const own = { pid: process.pid, url: null as string | null };
  try {
    writeFileSync(file, JSON.stringify(own), { flag: "wx" });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "EEXIST") return takeLockFile(file, folder);
    throw cause;
  }
  return accept({
    announce: (url) => writeFileSync(file, JSON.stringify({ ...own, url })),
    release: async () => rmSync(file, { force: true }),
  });
}

/** The living holder that the file names; undefined when there is none. */
export function readLockFile(file: string): Holder | undefined {
  try {
    const holder = JSON.parse(readFileSync(file, "utf8")) as Holder;
    return isAlive(holder.pid) ? holder : undefined;
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === "ENOENT" || cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === "EPERM";
  }
}
