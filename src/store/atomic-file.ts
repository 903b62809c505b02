import { open, rename, rm, type FileHandle } from "node:fs/promises";
import { toStoreError } from "./sql-error.ts";

/**
 * Writes a file that is there whole or not at all: beside its place first, then renamed.
 * @throws Fault disk_full when there is no room; nothing half-written stays.
 */
export async function writeWholeBy(
  file: string,
  write: (opened: FileHandle) => Promise<void>,
): Promise<void> {
  const draft = `${file}.${process.pid}.draft`;
  try {
    const opened = await open(draft, "w", 0o600);
    try {
      await write(opened);
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

/** The same, of content that is at hand. @throws Fault disk_full */
export const writeWhole = (file: string, content: Uint8Array): Promise<void> =>
  writeWholeBy(file, (opened) => opened.writeFile(content));
