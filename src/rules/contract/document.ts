import { Type, type Static } from "typebox";
import { closed, words } from "./words.ts";

/** What a clause is in the tree of its document. */
export const clauseKinds = [
  "preamble",
  "general",
  "part",
  "chapter",
  "section",
  "article",
  "group",
  "item",
  "point",
  "list",
  "task",
  "law",
  "table",
  "row",
  "note",
] as const;
export type ClauseKind = (typeof clauseKinds)[number];

/** How an official text is laid out, which tells how it is read. */
export const textShapes = ["table", "outline", "flat_table", "gazette"] as const;
export type TextShape = (typeof textShapes)[number];

const Count = Type.Integer({ minimum: 1 });

/** How many clauses of a kind there are; where a list, how many under each that has any. */
export type KindCounts = Readonly<Partial<Record<ClauseKind, number | readonly number[]>>>;

const CountOfKind = Type.Union([Count, Type.Array(Count, { minItems: 1 })]);

/** The official text of a document, as an import must find it. */
export const DocumentText = Type.Object(
  {
    shape: words(textShapes),
    /** No title stands in the text: it is known by its shape. */
    untitled: Type.Optional(Type.Literal(true)),
    /** The clauses of each kind. A kind that is not named does not occur. */
    counts: Type.Unsafe<KindCounts>(
      Type.Partial(
        Type.Object(Object.fromEntries(clauseKinds.map((kind) => [kind, CountOfKind])), closed),
      ),
    ),
  },
  closed,
);
export type DocumentText = Static<typeof DocumentText>;
