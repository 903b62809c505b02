import type { Locale } from "../../../base/message.ts";

/** How a line stands out: as the answer, or as what may be read second. */
type Tone = "strong" | "faint";

/** One line of a cell or a paragraph. It is broken wherever the paper ends. */
export type Line = { readonly text: string; readonly tone?: Tone };

export type Cell = readonly Line[];

export type Column = {
  readonly title: string;
  /** How much of the width of the text it takes, of a hundred. */
  readonly share: number;
  readonly align?: "end" | "centre";
};

type TableSize = "usual" | "small";

export type Table = {
  readonly kind: "table";
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Without a head the first column names what stands beside it. */
  readonly isHeaded: boolean;
  /** What is looked up is small; what is read from beginning to end is not. */
  readonly size: TableSize;
};

/**
 * A piece of the report, told apart from any way to write it. A notice is read before all else; a
 * note is small.
 */
export type Part =
  | { readonly kind: "heading"; readonly text: string }
  | {
      readonly kind: "paragraph";
      readonly role: "body" | "item" | "note" | "notice";
      readonly line: Line;
    }
  | Table
  | { readonly kind: "signatures"; readonly names: readonly string[]; readonly day: string };

/** A report as a paper: what Word and PDF are written from, the one like the other. */
export type ReportDocument = {
  readonly locale: Locale;
  readonly title: string;
  readonly subtitle: string;
  /** Over each page, a line each. */
  readonly header: readonly string[];
  /** Across each page of a report that no action may rest on. */
  readonly mark?: string;
  /** When the facts were taken: the file bears no other day. */
  readonly createdAt: string;
  /** Of the file, without its ending. */
  readonly fileName: string;
  readonly parts: readonly Part[];
};

export const heading = (text: string): Part => ({ kind: "heading", text });

export const paragraph = (
  text: string,
  role: "body" | "item" | "note" | "notice" = "body",
): Part => ({ kind: "paragraph", role, line: { text } });

export const table = (
  columns: readonly Column[],
  rows: Table["rows"],
  size: TableSize = "usual",
): Table => ({
  kind: "table",
  size,
  columns,
  rows,
  isHeaded: true,
});

/** Names at the left, what is said of them at the right. */
export const fields = (
  rows: readonly (readonly [string, string])[],
  shares: readonly [number, number] = [22, 78],
): Table => ({
  kind: "table",
  size: "usual",
  columns: shares.map((share) => ({ title: "", share })),
  rows: rows.map(([name, text]) => [[{ text: name, tone: "strong" }], [{ text }]]),
  isHeaded: false,
});

export const plain = (text: string): Cell => [{ text }];
