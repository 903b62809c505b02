import { open, rename, rm } from "node:fs/promises";
import { toStoreError } from "./sql-error.ts";

/**
 * Writes a file that is there whole or not at all: beside its place first, then renamed.
 * @throws Fault disk_full when there is no room; nothing half-written stays.
 */
export async function writeWhole(file: string, content: Uint8Array): Promise<void> {
  const draft = `${file}.${process.pid}.draft`;
  try {
    const opened = await open(draft, "w");
    try {
      await opened.writeFile(content);
      await opened.sync();
    } finally {
      await opened.close();
    }
    await rename(draft, file);
  } catch (cause) {
    await rm(draft, { force: true });
    throw toStoreError(cause);
  }
}
