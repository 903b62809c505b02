import { Type, type Static } from "typebox";
import {
  Bilingual,
  FactDefinition,
  Figure,
  Report,
  policyLayers,
  relations,
  workStates,
} from "../../rules/contract.ts";
import { CitationLine, ParameterLine, RuleLine } from "./measures.ts";

const closed = { additionalProperties: false } as const;
const words = <const T extends readonly string[]>(list: T) =>
  Type.Unsafe<T[number]>(Type.Enum([...list]));

/** Something that is named by an id and shown by its title. */
const Titled = Type.Object({ id: Type.String(), title: Bilingual }, closed);

/**
 * Work that a document gives to agencies: a task of a list, or the duty that a measure lays on
 * somebody. Both stand in one list, by the day on which they are due.
 */
export const TaskLine = Type.Object(
  {
    /** The id of the task, or of the measure whose duty it is. */
    id: Type.String(),
    kind: words(["task", "duty"] as const),
    title: Bilingual,
    cite: CitationLine,
    /** The part of the document that it belongs to. */
    group: Type.Union([Titled, Type.Null()]),
    owners: Type.Array(Titled),
    deliverable: Bilingual,
    /** A year, a month or a day as the text states it, or that it states none. */
    due: Type.String(),
    /** The last day that `due` leaves; null where no date is known. */
    lastDay: Type.Union([Type.String(), Type.Null()]),
    /** Whether that day is past: whether the work was done by then, only `state` says. */
    past: Type.Boolean(),
    state: words(workStates),
    /** The clauses that show the state. */
    shownBy: Type.Array(CitationLine),
    /** The part of this system that serves it. */
    servedBy: Type.Optional(Type.String()),
  },
  closed,
);
export type TaskLine = Static<typeof TaskLine>;

/** Which tasks are wanted; each filter narrows, and none is for all. */
export const TaskQuery = Type.Object(
  {
    owner: Type.Optional(Type.String({ maxLength: 60 })),
    document: Type.Optional(Type.String({ maxLength: 60 })),
    state: Type.Optional(words(workStates)),
    kind: Type.Optional(words(["task", "duty"] as const)),
    /** Due in a year, a month or on a day; `unknown` for those without a date. */
    due: Type.Optional(Type.String({ pattern: "^(unknown|\\d{4}(-\\d{2}(-\\d{2})?)?)$" })),
  },
  closed,
);
export type TaskQuery = Static<typeof TaskQuery>;

/** By due date, the earliest first; those without a date come last. */
export const TaskList = Type.Object(
  {
    tasks: Type.Array(TaskLine),
    /** Whom and what one may filter by, over all tasks. */
    owners: Type.Array(Titled),
    documents: Type.Array(Titled),
    total: Type.Integer(),
  },
  closed,
);
export type TaskList = Static<typeof TaskList>;

export const TargetLine = Type.Object(
  {
    id: Type.String(),
    title: Bilingual,
    /** As the text puts it, in `unit`. */
    value: Figure,
    unit: Type.String(),
    relation: words(relations),
    by: Type.String(),
  },
  closed,
);
export type TargetLine = Static<typeof TargetLine>;

const pathShape = {
  id: Type.String(),
  title: Bilingual,
  cite: CitationLine,
  summary: Bilingual,
  /** Who makes the policy, and who carries the projects out. */
  madeBy: Type.Array(Titled),
  carriedOutBy: Type.Array(Titled),
} as const;

export const PathLine = Type.Object(pathShape, closed);
export type PathLine = Static<typeof PathLine>;

export const CampaignLine = Type.Object(
  {
    ...pathShape,
    /** The projects that it is made of: by facts, the options that they have there. */
    where: Type.Array(
      Type.Object({ fact: Type.String(), label: Bilingual, options: Type.Array(Titled) }, closed),
    ),
    targets: Type.Array(TargetLine),
  },
  closed,
);
export type CampaignLine = Static<typeof CampaignLine>;

/** What a document sets out to reach, and the ways by which it wants to. */
export const CampaignList = Type.Object(
  { campaigns: Type.Array(CampaignLine), paths: Type.Array(PathLine) },
  closed,
);
export type CampaignList = Static<typeof CampaignList>;

export const CardLine = Type.Object(
  {
    id: Type.String(),
    title: Bilingual,
    cite: CitationLine,
    mechanism: Titled,
    province: Bilingual,
    /** The city or district, where the text names one. */
    city: Type.Union([Bilingual, Type.Null()]),
    summary: Bilingual,
    conditions: Type.Array(Bilingual),
    /** The figures that the text gives: what it asks, and what was done there. */
    figures: Type.Array(ParameterLine),
    /** Without rules it tells, and answers nothing. */
    rules: Type.Integer(),
    cases: Type.Integer(),
  },
  closed,
);
export type CardLine = Static<typeof CardLine>;

export const CardList = Type.Object({ cards: Type.Array(CardLine) }, closed);
export type CardList = Static<typeof CardList>;

export const CardPage = Type.Object(
  {
    card: CardLine,
    rules: Type.Array(RuleLine),
    /** The facts that its rules read: what to state for an answer. */
    facts: Type.Array(FactDefinition),
    cases: Type.Array(Type.Object({ name: Type.String() }, closed)),
  },
  closed,
);
export type CardPage = Static<typeof CardPage>;

export const CardQuestion = Type.Object(
  {
    /** Nested by dictionary id, values in the dictionary's unit. */
    facts: Type.Record(Type.String(), Type.Unknown()),
    asOf: Type.Optional(Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" })),
  },
  closed,
);
export type CardQuestion = Static<typeof CardQuestion>;

/**
 * What that place would say of the project: the report of a program of its own, never part of the
 * city's.
 */
export const CardAnswer = Type.Object({ card: CardLine, report: Report }, closed);
export type CardAnswer = Static<typeof CardAnswer>;

/** A branch of the tree 1+N+X: one law, policies by object, and by field. */
export const BranchLine = Type.Object(
  {
    id: Type.String(),
    layer: words(policyLayers),
    title: Bilingual,
    cite: CitationLine,
    /** What of the pack belongs to it. */
    holds: Type.Array(
      Type.Object(
        {
          document: Titled,
          mechanism: Type.Union([Titled, Type.Null()]),
          measures: Type.Array(Titled),
          tasks: Type.Array(Titled),
        },
        closed,
      ),
    ),
    campaigns: Type.Array(Titled),
    /** Texts that belong to it and that nobody has brought in yet. */
    lacks: Type.Array(Bilingual),
  },
  closed,
);
export type BranchLine = Static<typeof BranchLine>;

export const PolicyTree = Type.Object({ branches: Type.Array(BranchLine) }, closed);
export type PolicyTree = Static<typeof PolicyTree>;
