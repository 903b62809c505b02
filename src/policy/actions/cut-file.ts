import { createHash } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import { accept, refuse, type Decision } from "../../base/decision.ts";
import type { LibraryPart } from "../model/library-source.ts";
import type { PolicyRefusal } from "../model/refusals.ts";
import { openFile, piecesOf } from "./file-lines.ts";

/** How large a part is, or how many there are at most. */
type PartSize = { readonly bytes: number; readonly parts?: number | undefined };

export type CutFile = { readonly bytes: number; readonly parts: readonly LibraryPart[] };

const lineEnd = 0x0a;

/**
 * Cuts a file of lines into stretches of at least so many bytes, each up to a line end. The file
 * is read once: a stretch knows the row at which it begins and the hash by which it is known again.
 */
export async function cutFile(
  path: string,
  wanted: PartSize,
): Promise<Decision<CutFile, PolicyRefusal>> {
  const file = await openFile(path);
  if (!file) return refuse({ code: "library_source_missing", path });
  try {
    const { size: bytes } = await file.stat();
    if (bytes === 0) return refuse({ code: "library_without_cases", path });
    const partBytes = wanted.parts === undefined ? wanted.bytes : Math.ceil(bytes / wanted.parts);
    return accept({ bytes, parts: await cut(file, { bytes, partBytes }) });
  } finally {
    await file.close();
  }
}

type Cutting = { readonly bytes: number; readonly partBytes: number };

/** Where lines begin in a piece, after each line end in it. */
function* lineStarts(piece: Buffer): Iterable<number> {
  for (let to = piece.indexOf(lineEnd); to >= 0; to = piece.indexOf(lineEnd, to + 1)) yield to + 1;
}

async function cut(file: FileHandle, { bytes, partBytes }: Cutting): Promise<LibraryPart[]> {
  const cutter = cutterOf(partBytes);
  for await (const piece of piecesOf(file, { starts: 0, ends: bytes })) cutter.take(piece);
  return cutter.end();
}

function cutterOf(partBytes: number) {
  const parts: LibraryPart[] = [];
  let [starts, at, row, firstRow] = [0, 0, 1, 1];
  let hash = createHash("sha256");
  const endAt = (ends: number): void => {
    parts.push({ starts, ends, firstRow, sha256: hash.digest("hex") });
    [starts, firstRow, hash] = [ends, row, createHash("sha256")];
  };
  return {
    take(piece: Buffer): void {
      let from = 0;
      for (const next of lineStarts(piece)) {
        row += 1;
        if (at + next - starts < partBytes) continue;
        hash.update(piece.subarray(from, next));
        from = next;
        endAt(at + next);
      }
      hash.update(piece.subarray(from));
      at += piece.length;
    },
    end(): LibraryPart[] {
      if (at > starts) endAt(at);
      return parts;
    },
  };
}
