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
