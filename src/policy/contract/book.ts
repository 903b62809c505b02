import { Type, type Static } from "typebox";
import { Bilingual, FactDefinition, FactGroup, StatedValue } from "../../rules/contract.ts";

const closed = { additionalProperties: false } as const;

const CivilDate = Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" });

/** The pack in force, and what it holds. */
export const PackLine = Type.Object(
  {
    id: Type.String(),
    version: Type.String(),
    title: Bilingual,
    encoding: Type.String(),
    engine: Type.String(),
    zone: Type.String(),
    today: CivilDate,
    documents: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          title: Bilingual,
          short: Bilingual,
          issuer: Type.String(),
          since: Type.String(),
          mechanisms: Type.Array(
            Type.Object({ id: Type.String(), title: Bilingual, items: Type.Integer() }, closed),
          ),
        },
        closed,
      ),
    ),
    counts: Type.Object(
      {
        measures: Type.Integer(),
        rules: Type.Integer(),
        facts: Type.Integer(),
        cases: Type.Integer(),
        projects: Type.Integer(),
      },
      closed,
    ),
  },
  closed,
);
export type PackLine = Static<typeof PackLine>;

export const FactDictionary = Type.Object(
  { groups: Type.Array(FactGroup), facts: Type.Array(FactDefinition) },
  closed,
);
export type FactDictionary = Static<typeof FactDictionary>;

/** The files of a pack and of those that it extends, by their paths in the folder of packs. */
export const PackTexts = Type.Object(
  {
    pack: Type.String(),
    encoding: Type.String(),
    files: Type.Array(Type.Object({ path: Type.String(), text: Type.String() }, closed)),
  },
  closed,
);
export type PackTexts = Static<typeof PackTexts>;

/** What the document says of a named project, or that it does not say it. */
export const StatedLine = Type.Object(
  {
    field: Type.String(),
    label: Bilingual,
    state: Type.Unsafe<"stated" | "unsaid">(Type.Enum(["stated", "unsaid"])),
    /** As the pack writes it. */
    value: Type.Optional(StatedValue),
    /** The value in words. */
    text: Type.Optional(Bilingual),
  },
  closed,
);
export type StatedLine = Static<typeof StatedLine>;

export const ProjectLine = Type.Object(
  {
    id: Type.String(),
    title: Bilingual,
    synthetic: Type.Boolean(),
    theme: Type.Boolean(),
    cite: Type.Object({ document: Type.String(), item: Type.String(), label: Bilingual }, closed),
    stated: Type.Array(StatedLine),
    note: Type.Optional(Bilingual),
    /** Rules, as the report counts them: exploratory ones that are met or open stand apart. */
    applies: Type.Integer(),
    doesNotApply: Type.Integer(),
    undecided: Type.Integer(),
    exploratory: Type.Integer(),
    /** The fact that would settle most. */
    next: Type.Union([Type.Object({ fact: Type.String(), label: Bilingual }, closed), Type.Null()]),
  },
  closed,
);
export type ProjectLine = Static<typeof ProjectLine>;

export const ProjectList = Type.Object({ projects: Type.Array(ProjectLine) }, closed);
