import { Type, type Static } from "typebox";
import { clauseKinds, type ClauseKind } from "../../rules/contract.ts";

const closed = { additionalProperties: false } as const;
const Kind = Type.Unsafe<ClauseKind>(Type.Enum([...clauseKinds]));
const Count = Type.Integer({ minimum: 0 });

/** A clause in the tree of its document, without its text. */
export const ClauseLine = Type.Object(
  {
    item: Type.String(),
    parent: Type.Union([Type.String(), Type.Null()]),
    kind: Kind,
    ordinal: Type.Integer(),
    heading: Type.String(),
    /** What of the pack rests on it. */
    cited: Count,
  },
  closed,
);
export type ClauseLine = Static<typeof ClauseLine>;

/** Something of the pack that rests on a clause, and whether the clause is what it was. */
export const CitingLine = Type.Object(
  {
    kind: Type.String(),
    id: Type.String(),
    title: Type.Object({ zh: Type.String(), en: Type.String() }, closed),
    state: Type.Unsafe<"verified" | "differs">(Type.Enum(["verified", "differs"])),
  },
  closed,
);
export type CitingLine = Static<typeof CitingLine>;

/** A clause with its words, where it stands, and what rests on it. */
export const ClausePage = Type.Object(
  {
    document: Type.String(),
    item: Type.String(),
    kind: Kind,
    ordinal: Type.Integer(),
    heading: Type.String(),
    cells: Type.Array(Type.String()),
    text: Type.String(),
    sha256: Type.String(),
    /** From the outermost to its parent. */
    above: Type.Array(Type.Object({ item: Type.String(), heading: Type.String() }, closed)),
    below: Type.Array(ClauseLine),
    citing: Type.Array(CitingLine),
  },
  closed,
);
export type ClausePage = Static<typeof ClausePage>;

/** A citation whose text is no longer what it was made from. */
export const AlarmLine = Type.Object(
  {
    kind: Type.String(),
    id: Type.String(),
    document: Type.String(),
    item: Type.String(),
    expected: Type.String(),
    found: Type.Union([Type.String(), Type.Null()]),
    raisedAt: Type.String(),
    rules: Type.Array(Type.String()),
    cases: Type.Array(Type.String()),
    projects: Type.Array(Type.String()),
    /** How many stored evaluations it touches: whose they are is nobody else's business. */
    evaluations: Count,
  },
  closed,
);
export type AlarmLine = Static<typeof AlarmLine>;

/** The documents of the pack: which texts are there, and how the citations stand against them. */
export const CorpusPage = Type.Object(
  {
    documents: Type.Array(
      Type.Object(
        {
          document: Type.String(),
          /** Absent until somebody imports it. */
          importedAt: Type.Optional(Type.String()),
          clauses: Count,
          verified: Count,
          differs: Count,
          notImported: Count,
        },
        closed,
      ),
    ),
    alarms: Type.Array(AlarmLine),
  },
  closed,
);
export type CorpusPage = Static<typeof CorpusPage>;

export const DocumentPage = Type.Object(
  {
    document: Type.String(),
    title: Type.String(),
    importedAt: Type.String(),
    clauses: Type.Array(ClauseLine),
  },
  closed,
);
export type DocumentPage = Static<typeof DocumentPage>;

/** A clause that was found, and the part of it in which a reader sees why. */
export const SearchHit = Type.Object(
  {
    document: Type.String(),
    item: Type.String(),
    kind: Kind,
    heading: Type.String(),
    excerpt: Type.String(),
    /** What was looked for, by characters of the excerpt. */
    marks: Type.Array(Type.Object({ start: Count, end: Count }, closed)),
    /** How many of the words stand in it. */
    words: Count,
  },
  closed,
);
export type SearchHit = Static<typeof SearchHit>;

export const SearchPage = Type.Object(
  { words: Type.Array(Type.String()), found: Count, hits: Type.Array(SearchHit) },
  closed,
);
export type SearchPage = Static<typeof SearchPage>;
