import { open, type FileHandle } from "node:fs/promises";

/** No line is as long; a file without line ends would otherwise be taken into memory whole. */
const longestLine = 16 * 1024 * 1024;

const pieceBytes = 1024 * 1024;
const lineEnd = 0x0a;

/** The bytes of a stretch, piece by piece. A piece is no longer valid once the next is asked. */
export async function* piecesOf(
  file: FileHandle,
  { starts, ends }: { readonly starts: number; readonly ends: number },
): AsyncGenerator<Buffer> {
  const buffer = Buffer.allocUnsafe(pieceBytes);
  for (let at = starts; at < ends;) {
    const length = Math.min(pieceBytes, ends - at);
    const { bytesRead } = await file.read(buffer, 0, length, at);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
    at += bytesRead;
  }
}

/** What looks like a file of lines and is none. */
export class LineTooLong extends Error {}

/** The lines of pieces, as many at a time as a piece ends. @throws LineTooLong */
export async function* linesOf(pieces: AsyncIterable<Buffer>): AsyncGenerator<readonly Buffer[]> {
  let rest: Buffer[] = [];
  let restBytes = 0;
  for await (const piece of pieces) {
    const lines: Buffer[] = [];
    let from = 0;
    for (let to = piece.indexOf(lineEnd); to >= 0; to = piece.indexOf(lineEnd, from)) {
      lines.push(Buffer.concat([...rest, piece.subarray(from, to)]));
      rest = [];
      restBytes = 0;
      from = to + 1;
    }
    rest.push(Buffer.from(piece.subarray(from)));
    restBytes += piece.length - from;
    if (restBytes > longestLine) throw new LineTooLong();
    yield lines;
  }
  if (restBytes > 0) yield [Buffer.concat(rest)];
}

const gone = new Set(["ENOENT", "ENOTDIR", "EISDIR", "EACCES", "EPERM"]);

/** A file that the caller closes; undefined where it is not there to be read. */
export async function openFile(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, "r");
  } catch (cause) {
    if (gone.has((cause as NodeJS.ErrnoException).code ?? "")) return undefined;
    throw cause;
  }
}
