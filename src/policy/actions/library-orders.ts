import { join } from "node:path";
import { refuse, type Decision } from "../../base/decision.ts";
import { invariant } from "../../base/invariant.ts";
import { libraryMaker, readGround } from "../../land/index.ts";
import type { Book } from "../model/book.ts";
import type { LibraryPart, LibrarySource } from "../model/library-source.ts";
import type { LibraryRefusal } from "../model/refusals.ts";
import { openBook } from "./book.ts";
import type { Maker } from "./library-cases.ts";
import { evaluatePart, type PartAnswer } from "./library-part.ts";

/** The law under which a library is evaluated, and where the pack that says so lies. */
export type LibraryLaw = {
  readonly packs: string;
  readonly pack: string;
  readonly encoding: string;
  readonly asOf: string;
};

/** What a thread is asked for. */
export type ThreadOrder = LibraryLaw & {
  readonly source: LibrarySource;
  readonly part: LibraryPart;
  readonly by: string | null;
  readonly keepsGoodRows: boolean;
  readonly wantsRows: boolean;
  /** Who asks, as a refusal names them. */
  readonly node: string;
};

export type ThreadAnswer = Decision<PartAnswer, LibraryRefusal>;

/** What a thread says: how far it is, and at the end its answer. */
export type ThreadWord = { readonly cases: number } | { readonly answer: ThreadAnswer };

const books = new Map<string, Promise<Book>>();

/** A pack as it was when the thread first read it: its encoding is compared with each order. */
function bookOf({ packs, pack }: LibraryLaw): Promise<Book> {
  const folder = join(packs, pack);
  const known = books.get(folder) ?? openBook(packs, pack).then(opened);
  books.set(folder, known);
  return known;
}

function opened(book: Awaited<ReturnType<typeof openBook>>): Book {
  invariant(book.ok, "a pack that a run begins with compiles");
  return book.value;
}

/** Evaluates one stretch of a library. */
export async function answerOrder(
  order: ThreadOrder,
  say: (word: ThreadWord) => void,
): Promise<ThreadAnswer> {
  const book = await bookOf(order);
  const { program } = book;
  if (program.encoding !== order.encoding) {
    books.delete(join(order.packs, order.pack));
    const { encoding: wanted, node } = order;
    return refuse({
      code: "library_encoding_unknown",
      wanted,
      found: program.encoding,
      node,
    });
  }
  const by = order.by === null ? undefined : program.factById.get(order.by);
  const makerOf = await makers(book, order);
  return evaluatePart({ ...order, book, by, makerOf }, (cases) => say({ cases }));
}

/** The makers of synthetic cases; the ground is read only where there are some to make. */
async function makers(book: Book, order: ThreadOrder): Promise<(seed: string) => Maker> {
  if (order.source.kind === "file") return () => () => undefined;
  const ground = await readGround(join(order.packs, order.pack));
  const values = <T>(all: readonly { readonly value: T }[]): T[] => all.map(({ value }) => value);
  const { groups, facts } = book.source;
  return (seed) => libraryMaker({ ...ground, seed, groups: values(groups), facts: values(facts) });
}
