import { Type, type Static } from "typebox";
import { Addressee, Bilingual, Force, Standing } from "../../rules/contract.ts";

const closed = { additionalProperties: false } as const;
const words = <const T extends readonly string[]>(list: T) =>
  Type.Unsafe<T[number]>(Type.Enum([...list]));

export const CitationLine = Type.Object(
  {
    document: Type.String(),
    item: Type.Union([Type.Integer(), Type.String()]),
    /** What stands in the gazette brackets: "工具箱 1.0·4". */
    label: Bilingual,
    sha256: Type.String(),
  },
  closed,
);

const OrganisationName = Type.Object({ id: Type.String(), title: Bilingual }, closed);

/** What a project may be or do that some measures are about and others are not. */
export const ConcernLine = Type.Object(
  {
    /** A group of facts that a project touches or not, or a fact with one of its options. */
    id: Type.String(),
    /** Under which heading it is chosen: a fact by its id, or the things that one does. */
    heading: Type.Object({ id: Type.String(), title: Bilingual }, closed),
    title: Bilingual,
  },
  closed,
);
export type ConcernLine = Static<typeof ConcernLine>;

export const MeasureLine = Type.Object(
  {
    id: Type.String(),
    title: Bilingual,
    mechanism: Type.String(),
    standing: Standing,
    addressee: Addressee,
    /** All to whom it speaks: the measure as a whole, each of its rules, and its duty. */
    addressees: Type.Array(Addressee),
    lead: Type.Array(OrganisationName),
    summary: Bilingual,
    cite: CitationLine,
    rules: Type.Integer(),
    cases: Type.Integer(),
    /** Whether it sets a task to an agency. */
    duty: Type.Boolean(),
    /** By id, what the facts say that its rules read. */
    concerns: Type.Array(Type.String()),
  },
  closed,
);
export type MeasureLine = Static<typeof MeasureLine>;

export const ParameterLine = Type.Object(
  {
    name: Type.String(),
    title: Type.Optional(Bilingual),
    unit: Type.String(),
    values: Type.Array(
      Type.Object(
        {
          since: Type.String(),
          until: Type.Optional(Type.String()),
          /** As the pack writes it: a number, a quotient, or a range that the text leaves open. */
          value: Type.Unknown(),
        },
        closed,
      ),
    ),
  },
  closed,
);

export const RuleLine = Type.Object(
  {
    id: Type.String(),
    title: Bilingual,
    addressee: Addressee,
    /** The forces of its effects, the strongest first. */
    forces: Type.Array(Force),
    /** The rule as one sentence. */
    sentence: Bilingual,
    when: Type.Optional(Type.String()),
    needsTexts: Type.Array(Bilingual),
    reading: Type.Optional(
      Type.Object({ chosen: Bilingual, alternatives: Type.Array(Bilingual) }, closed),
    ),
    unverified: Type.Boolean(),
  },
  closed,
);

export const DutyLine = Type.Object(
  {
    owners: Type.Array(OrganisationName),
    deliverable: Bilingual,
    /** A year, a month or a day, or that the text states none. */
    due: Type.String(),
    state: words(["not_started", "under_way", "done", "unknown"] as const),
    servedBy: Type.Optional(Type.String()),
  },
  closed,
);

/** A numeral of the clause: the parameter that it became, or why it is no figure of the law. */
export const FigureLine = Type.Object(
  {
    text: Type.String(),
    parameter: Type.Optional(Type.String()),
    excused: Type.Optional(Bilingual),
  },
  closed,
);

/** A word of force in the clause, and what carries it; without either it is not accounted for. */
export const WordLine = Type.Object(
  {
    word: Type.String(),
    nth: Type.Integer(),
    rule: Type.Optional(Type.Object({ id: Type.String(), title: Bilingual }, closed)),
    duty: Type.Boolean(),
    excused: Type.Optional(Bilingual),
  },
  closed,
);

/** A measure whose rules are combined with those of the page. */
const OtherMeasure = Type.Object({ id: Type.String(), title: Bilingual }, closed);

export const MeasurePage = Type.Object(
  {
    measure: MeasureLine,
    since: Type.String(),
    until: Type.Optional(Type.String()),
    parameters: Type.Array(ParameterLine),
    rules: Type.Array(RuleLine),
    duty: Type.Union([DutyLine, Type.Null()]),
    figures: Type.Array(FigureLine),
    words: Type.Array(WordLine),
    /** The file of the pack in which it is written, as it stands there. */
    source: Type.Object({ path: Type.String(), text: Type.String() }, closed),
    cases: Type.Array(Type.Object({ name: Type.String() }, closed)),
    combinations: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          rules: Type.Array(Type.String()),
          stack: words(["sum", "max", "exclusive", "beside"] as const),
          because: Bilingual,
          others: Type.Array(OtherMeasure),
        },
        closed,
      ),
    ),
    /**
     * The clause, where an operator has imported the text; `verified` compares its hash with the
     * rule's.
     */
    clause: Type.Union([
      Type.Object({ text: Type.String(), verified: Type.Boolean() }, closed),
      Type.Null(),
    ]),
  },
  closed,
);
export type MeasurePage = Static<typeof MeasurePage>;

export const MeasureList = Type.Object(
  { measures: Type.Array(MeasureLine), concerns: Type.Array(ConcernLine) },
  closed,
);
export type MeasureList = Static<typeof MeasureList>;

/** What a measure comes to for the named projects, with the facts that their document states. */
export const MeasureProjects = Type.Object(
  {
    asOf: Type.String(),
    projects: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          title: Bilingual,
          /** `exploratory`: met or open, and the measure is not in force. */
          verdict: words(["applies", "undecided", "exploratory", "does_not_apply"] as const),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type MeasureProjects = Static<typeof MeasureProjects>;
