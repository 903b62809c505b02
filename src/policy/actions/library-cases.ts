import { createHash } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import { accept, refuse, type Decision } from "../../base/decision.ts";
import { invariant } from "../../base/invariant.ts";
import { readCase, readCaseLine, type Case, type CaseRefusal } from "../../rules/index.ts";
import type { Book } from "../model/book.ts";
import type { LibraryPart, LibrarySource } from "../model/library-source.ts";
import type { LibraryRefusal, RefusedRow } from "../model/refusals.ts";
import { LineTooLong, linesOf, openFile, piecesOf } from "./file-lines.ts";

/** Makes the case of a number, as a line of the synthetic library states it. */
export type Maker = (number: number) => unknown;

export type CaseReading = {
  readonly book: Book;
  readonly source: LibrarySource;
  readonly part: LibraryPart;
  /** The maker of a seed; asked only where the source is synthetic. */
  readonly makerOf: (seed: string) => Maker;
};

/** What was read: the cases were handed over one by one. */
export type ReadCases = { readonly refused: RefusedRows };

/** The rows that cannot be taken: all counted, the first told. */
export type RefusedRows = { readonly count: number; readonly rows: readonly RefusedRow[] };

const shownRows = 20;

/** Hands over every case of a stretch, in order; rows that cannot be read are passed over. */
export async function readPart(
  reading: CaseReading,
  take: (one: Case) => void,
): Promise<Decision<ReadCases, LibraryRefusal>> {
  const { source } = reading;
  if (source.kind === "file") return readFile(reading, source, take);
  return accept(makeCases(reading, source.seed, take));
}

function makeCases(
  { book, part, makerOf }: CaseReading,
  seed: string,
  take: (one: Case) => void,
): ReadCases {
  const made = makerOf(seed);
  for (let number = part.starts; number < part.ends; number++) {
    const read = readCase(book.program, made(number));
    invariant(read.ok, `case ${number} of the synthetic library reads`);
    take(read.value);
  }
  return { refused: { count: 0, rows: [] } };
}

type File = Extract<LibrarySource, { kind: "file" }>;

async function readFile(
  reading: CaseReading,
  { path, bytes }: File,
  take: (one: Case) => void,
): Promise<Decision<ReadCases, LibraryRefusal>> {
  const { part } = reading;
  const file = await openFile(path);
  if (!file) return refuse({ code: "library_source_missing", path });
  try {
    const { size } = await file.stat();
    const changed = { code: "library_source_changed", path, row: part.firstRow } as const;
    if (size !== bytes) return refuse(changed);
    const { sha256, ...read } = await readLines(reading, file, take);
    return sha256 === part.sha256 ? accept(read) : refuse(changed);
  } catch (cause) {
    if (!(cause instanceof LineTooLong)) throw cause;
    return refuse({ code: "library_line_too_long", path, row: part.firstRow });
  } finally {
    await file.close();
  }
}

async function readLines(
  reading: CaseReading,
  file: FileHandle,
  take: (one: Case) => void,
): Promise<ReadCases & { readonly sha256: string }> {
  const { part } = reading;
  const hash = createHash("sha256");
  async function* hashed() {
    for await (const piece of piecesOf(file, part)) {
      hash.update(piece);
      yield piece;
    }
  }
  const taking = { reading, take, row: part.firstRow, count: 0, rows: [] };
  for await (const lines of linesOf(hashed())) takeLines(lines, taking);
  const { count, rows } = taking;
  return { refused: { count, rows }, sha256: hash.digest("hex") };
}

/** Where the reading of a file stands, and what it has refused so far. */
type Taking = {
  readonly reading: CaseReading;
  readonly take: (one: Case) => void;
  row: number;
  count: number;
  readonly rows: RefusedRow[];
};

function takeLines(lines: readonly Buffer[], taking: Taking): void {
  const { reading, take, rows } = taking;
  for (const line of lines) {
    const read = readRow(reading.book, line, taking.row++);
    if (read?.ok) take(read.value);
    if (!read || read.ok) continue;
    taking.count += 1;
    rows.push(...read.refusal.slice(0, Math.max(0, shownRows - rows.length)));
  }
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** Undefined for an empty line. */
function readRow(
  { program }: Book,
  line: Buffer,
  row: number,
): Decision<Case, readonly RefusedRow[]> | undefined {
  const text = decoded(line);
  if (text === undefined) return refuse([notUtf8(row)]);
  if (text.trim() === "") return undefined;
  const read = readCaseLine(program, text, row);
  return read.ok ? read : refuse(read.refusal.map((refusal) => toldRow(refusal, row)));
}

const toldRow = ({ pointer, code, message }: CaseRefusal, row: number): RefusedRow => ({
  row,
  pointer,
  code,
  message,
});

const notUtf8 = (row: number): RefusedRow => ({
  row,
  pointer: "",
  code: "file_not_utf8",
  message: { zh: "这一行不是 UTF-8 文本", en: "the line is not UTF-8 text" },
});

function decoded(line: Buffer): string | undefined {
  try {
    return utf8.decode(line);
  } catch (cause) {
    if (cause instanceof TypeError) return undefined;
    throw cause;
  }
}
