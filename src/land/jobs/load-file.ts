import { createHash } from "node:crypto";
import type { Actor } from "../../base/actor.ts";
import type { Db } from "../../store/db.ts";
import { importPartBytes } from "../contract.ts";
import { findPart, type StoredImport } from "../store/imports.ts";

export type LoadedFile = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** In lower-case hexadecimals. */
  readonly sha256: string;
};

/**
 * The file of an import, put together again. Each part is asked for by itself: a database that does
 * one thing at a time answers others in between. Undefined where the file was dropped meanwhile.
 */
export async function loadFile(
  db: Db,
  { id, file }: StoredImport,
  me: Actor,
): Promise<LoadedFile | undefined> {
  const bytes = new Uint8Array(file.bytes);
  const hash = createHash("sha256");
  for (let part = 0; part * importPartBytes < bytes.length; part += 1) {
    const piece = await db.transaction(me, (tx) => findPart(tx, id, part));
    if (!piece) return undefined;
    hash.update(piece);
    bytes.set(piece, part * importPartBytes);
  }
  return { bytes, sha256: hash.digest("hex") };
}
