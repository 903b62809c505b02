import { Type, type Static } from "typebox";

const closed = { additionalProperties: false } as const;

const Both = Type.Object({ zh: Type.String(), en: Type.String() }, closed);
const Level = Type.Union([Type.Literal("good"), Type.Literal("notice"), Type.Literal("bad")]);

/** One thing that was looked at: what was found, and what to do where it is not good. */
export const HealthFinding = Type.Object(
  {
    code: Type.String(),
    level: Level,
    said: Both,
    todo: Type.Optional(Both),
  },
  closed,
);

/** How the system fares, the worst first. */
export const Health = Type.Object(
  { at: Type.String(), level: Level, findings: Type.Array(HealthFinding) },
  closed,
);
export type Health = Static<typeof Health>;

/** How far a chain of rows is sealed: a sealed row that changes no longer fits its seal. */
export const SealState = Type.Object(
  {
    room: Type.String(),
    table: Type.String(),
    /** Rows that seals cover, and rows behind the last seal. */
    sealed: Type.Integer(),
    unsealed: Type.Integer(),
    /** The last seal; its hash, kept elsewhere, tells even a chain that was made anew. */
    last: Type.Union([
      Type.Null(),
      Type.Object(
        {
          number: Type.Integer(),
          toId: Type.Integer(),
          hash: Type.String(),
          at: Type.String(),
        },
        closed,
      ),
    ]),
  },
  { title: "SealState", ...closed },
);
export type SealState = Static<typeof SealState>;

export const SealStateList = Type.Object({ chains: Type.Array(SealState) }, closed);
export type SealStateList = Static<typeof SealStateList>;
