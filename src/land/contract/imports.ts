import { Type, type Static } from "typebox";
import { Day, Reason } from "./changes.ts";
import { closed, Maybe, Text, words } from "./words.ts";

/** The largest file that is taken. */
export const maxFileBytes = 200 * 1024 * 1024;
export const maxFileVertices = 3_000_000;

/** In the order in which they are offered. */
export const fileForms = ["geojson", "geopackage", "shapefile", "csv", "excel"] as const;
export type FileForm = (typeof fileForms)[number];

/** A file is sent in parts of this size; the last one may be smaller. */
export const importPartBytes = 4 * 1024 * 1024;

/**
 * receiving → reading → waiting for its confirmation → importing → done; refused where it cannot be
 * read, or where rows are refused and the good ones alone were not asked for: then it may be
 * confirmed anew.
 */
export const importStates = [
  "receiving",
  "reading",
  "waiting",
  "importing",
  "done",
  "refused",
  "cancelled",
] as const;
export type ImportState = (typeof importStates)[number];

/** How sure the coordinate system is: shown by outlines, said by the file, or open. */
export const crsVerdicts = ["proved", "stated", "only", "open"] as const;
export type CrsVerdict = (typeof crsVerdicts)[number];

export const CrsCandidate = Type.Object(
  {
    crs: Type.String(),
    title: Text,
    /** Of the points that were tried, the share that falls into the city. */
    insideShare: Type.Number(),
    /** Of the rows that name a district, the share that falls into it; null where none does. */
    namedShare: Maybe(Type.Number()),
    /** Median distance of outlines to the borders of the districts they name, in metres. */
    outlineM: Maybe(Type.Number()),
  },
  closed,
);
export type CrsCandidate = Static<typeof CrsCandidate>;

export const FileColumn = Type.Object(
  {
    name: Type.String(),
    type: words(["text", "number", "boolean", "mixed", "empty"] as const),
    filled: Type.Integer(),
    /** What it would become unless something else is said. */
    target: Maybe(Type.String()),
  },
  closed,
);
export type FileColumn = Static<typeof FileColumn>;

/** What was found in a file: to be confirmed before anything is written. */
export const Findings = Type.Object(
  {
    form: words(fileForms),
    encoding: Maybe(Type.String()),
    /** The table inside the file that was read, where there are several. */
    table: Maybe(Type.String()),
    rows: Type.Integer(),
    vertices: Type.Integer(),
    /** How many rows hold which kind of geometry. */
    shapes: Type.Record(Type.String(), Type.Integer()),
    columns: Type.Array(FileColumn),
    /** The first rows, by column. */
    sample: Type.Array(Type.Array(Maybe(Type.String()))),
    crs: Type.Object(
      {
        stated: Maybe(Type.String()),
        verdict: words(crsVerdicts),
        /** What the evidence speaks for; null where it cannot tell. */
        proposed: Maybe(Type.String()),
        candidates: Type.Array(CrsCandidate),
      },
      closed,
    ),
  },
  closed,
);
export type Findings = Static<typeof Findings>;

const ColumnName = Type.String({ minLength: 1, maxLength: 200 });

/** Which column becomes what; what is not named is kept under its own name, or left. */
export const ColumnMap = Type.Object(
  {
    id: Type.Optional(ColumnName),
    name: Type.Optional(ColumnName),
    name_en: Type.Optional(ColumnName),
    class: Type.Optional(ColumnName),
    valid_from: Type.Optional(ColumnName),
  },
  closed,
);
export type ColumnMap = Static<typeof ColumnMap>;

/** How an import is to be done, by whoever confirms it. */
export const ImportOrder = Type.Object(
  {
    crs: Type.String({ minLength: 1, maxLength: 40 }),
    reason: Reason,
    columns: Type.Optional(ColumnMap),
    /** False leaves the columns that are not mapped behind. */
    keepsOtherColumns: Type.Optional(Type.Boolean()),
    takesGoodRows: Type.Optional(Type.Boolean()),
    /** The synthetic features of the layer are retired by the same change. */
    replacesSynthetic: Type.Optional(Type.Boolean()),
    /** The file holds all that there is in the city: where it has nothing, there is nothing. */
    isComplete: Type.Optional(Type.Boolean()),
    /** The file is made up, or a copy of what is. */
    isSynthetic: Type.Optional(Type.Boolean()),
    validFrom: Type.Optional(Day),
    source: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
    dated: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
    accuracy: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  },
  closed,
);
export type ImportOrder = Static<typeof ImportOrder>;

export const LandImport = Type.Object(
  {
    id: Type.String(),
    layer: Type.String(),
    file: Type.Object(
      { name: Type.String(), bytes: Type.Integer(), sha256: Maybe(Type.String()) },
      closed,
    ),
    state: words(importStates),
    at: Type.String(),
    /** Rows done of all, in the step that is under way. */
    done: Type.Integer(),
    total: Maybe(Type.Integer()),
    findings: Maybe(Findings),
    problem: Maybe(Type.Object({ code: Type.String(), message: Text }, closed)),
    refusedRows: Type.Integer(),
    /** The change that it became. */
    change: Maybe(Type.String()),
  },
  closed,
);
export type LandImport = Static<typeof LandImport>;

/** A file that is about to be sent. */
export const ImportOpening = Type.Object(
  {
    layer: Type.String({ maxLength: 40 }),
    name: Type.String({ minLength: 1, maxLength: 200 }),
    bytes: Type.Integer({ minimum: 1, maximum: maxFileBytes }),
    /** The code of the district to which it is limited: its officers may import into it alone. */
    district: Type.Optional(Type.String({ pattern: "^\\d{6}$" })),
  },
  closed,
);
export type ImportOpening = Static<typeof ImportOpening>;
export const ImportPath = Type.Object({ id: Type.String({ format: "uuid" }) }, closed);

/** The bytes of a part are the body, as application/octet-stream; the first part is 0. */
export const PartPath = Type.Object(
  { id: Type.String({ format: "uuid" }), part: Type.Integer({ minimum: 0, maximum: 50 }) },
  closed,
);
export const ImportQuery = Type.Object(
  {
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    /** The last import of the page before: `next` of its answer. */
    after: Type.Optional(Type.String({ format: "uuid" })),
  },
  closed,
);
/** The latest first; `next` is null where there are no more. */
export const ImportList = Type.Object(
  { imports: Type.Array(LandImport), next: Maybe(Type.String()) },
  closed,
);

export const maxExportFeatures = 100_000;
export const ExportQuery = Type.Object(
  {
    /** Ids of layers, with commas between them. */
    layers: Type.String({ minLength: 1, maxLength: 1000 }),
    form: words(fileForms),
    bbox: Type.Optional(Type.String({ maxLength: 200 })),
    as_of: Type.Optional(Day),
    class: Type.Optional(Type.String({ maxLength: 60 })),
  },
  closed,
);
