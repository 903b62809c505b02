import { Type, type Static } from "typebox";
import { Citation, ClauseFigure, ClauseWord } from "./clause.ts";
import { Due, dutyShape } from "./duty.ts";
import { FactDefinition } from "./fact.ts";
import { PolicyCase } from "./measure.ts";
import { Parameter, Rule } from "./rule.ts";
import { Addressee, Bilingual, Figure, Id, Name, closed, words } from "./words.ts";

const WorkId = Type.String({ pattern: "^[a-z0-9.-]+/[a-z0-9.-]+$" });

/** A numeral of a task's clause: its due date, or excused. */
const TaskFigure = Type.Object(
  {
    text: Type.String(),
    due: Type.Optional(Type.Literal(true)),
    excused: Type.Optional(Bilingual),
  },
  closed,
);

/** Work that a document gives to agencies. */
export const Task = Type.Object(
  {
    id: WorkId,
    title: Bilingual,
    cite: Citation,
    /** One of the mechanisms, or groups, that the document is made of. */
    group: Id,
    ...dutyShape,
    /** The clauses that show its state, where it is not unknown. */
    shown_by: Type.Optional(Type.Array(Citation, { minItems: 1 })),
    figures: Type.Optional(Type.Array(TaskFigure)),
    words: Type.Optional(Type.Array(ClauseWord)),
  },
  closed,
);

/** How a target is put: to be complete, to strive for, about so much, and so on. */
export const relations = [
  "complete",
  "carry_out",
  "basically_complete",
  "at_least",
  "about",
  "strive_for",
  "advance",
  "support",
] as const;

/** A figure that a document sets out to reach, as it stands there. */
export const Target = Type.Object(
  {
    id: Name,
    title: Bilingual,
    unit: Type.String(),
    value: Figure,
    relation: words(relations),
    by: Due,
  },
  closed,
);

/** A numeral of a campaign's clause: a target, or excused. */
const TargetFigure = Type.Object(
  {
    text: Type.String(),
    target: Type.Optional(Type.String()),
    excused: Type.Optional(Bilingual),
  },
  closed,
);

const pathShape = {
  id: WorkId,
  title: Bilingual,
  cite: Citation,
  summary: Bilingual,
  /** Who makes the policy. */
  made_by: Type.Array(Type.String(), { minItems: 1 }),
  /** Who carries the projects out. */
  carried_out_by: Type.Array(Type.String(), { minItems: 1 }),
} as const;

const accounted = {
  figures: Type.Optional(Type.Array(TargetFigure)),
  words: Type.Optional(Type.Array(ClauseWord)),
} as const;

/** A way by which a document wants renewal to go on. */
export const RenewalPath = Type.Object({ ...pathShape, ...accounted }, closed);

/** A kind of projects that a document promotes, with what it sets out to reach. */
export const Campaign = Type.Object(
  {
    ...pathShape,
    /** The projects that it is made of: by facts, the options that they have there. */
    where: Type.Record(Type.String(), Type.Array(Type.String(), { minItems: 1 })),
    targets: Type.Array(Target, { minItems: 1 }),
    ...accounted,
  },
  closed,
);

/**
 * What another place does, as a list of practices tells it; where it gives figures, also the rules
 * by which it would judge a project.
 */
export const Card = Type.Object(
  {
    id: WorkId,
    title: Bilingual,
    cite: Citation,
    mechanism: Id,
    /** The province, and the city or district where the text names one. */
    place: Type.Object({ province: Bilingual, city: Type.Optional(Bilingual) }, closed),
    summary: Bilingual,
    conditions: Type.Optional(Type.Array(Bilingual, { minItems: 1 })),
    addressee: Type.Optional(Addressee),
    /** Facts that only this card asks for. */
    facts: Type.Optional(Type.Array(FactDefinition)),
    parameters: Type.Optional(Type.Record(Name, Parameter)),
    rules: Type.Optional(Type.Array(Rule)),
    figures: Type.Optional(Type.Array(ClauseFigure)),
    words: Type.Optional(Type.Array(ClauseWord)),
    cases: Type.Optional(Type.Array(PolicyCase)),
  },
  closed,
);

export const policyLayers = ["one", "n", "x"] as const;

/** A branch of the tree of policies: one law, policies by object, and by field. */
export const PolicyBranch = Type.Object(
  {
    id: Id,
    layer: words(policyLayers),
    title: Bilingual,
    cite: Citation,
    /** The documents of the pack that belong to it, whole or by one of their mechanisms. */
    holds: Type.Array(
      Type.Object({ document: Type.String(), mechanism: Type.Optional(Id) }, closed),
    ),
    /** The campaigns that belong to it. */
    campaigns: Type.Optional(Type.Array(Type.String())),
    /** Texts that belong to it and that the corpus lacks. */
    lacks: Type.Optional(Type.Array(Bilingual)),
  },
  closed,
);

export type Task = Static<typeof Task>;
export type Target = Static<typeof Target>;
export type RenewalPath = Static<typeof RenewalPath>;
export type Campaign = Static<typeof Campaign>;
export type Card = Static<typeof Card>;
export type PolicyBranch = Static<typeof PolicyBranch>;
