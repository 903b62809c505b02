import { Type, type Static } from "typebox";
import { Position, closed, words } from "./words.ts";

/** What the map shows as heat: dwellings of the last century, offices, works and stores. */
export const heatKinds = ["old_dwellings", "offices", "factories"] as const;
export type HeatKind = (typeof heatKinds)[number];

export const HeatPath = Type.Object({ kind: words(heatKinds) }, closed);

/** How much of one kind stands in each block; blocks without any are left out. */
export const HeatMap = Type.Object(
  {
    kind: words(heatKinds),
    blocks: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          /** A point inside the block. */
          at: Position,
          buildings: Type.Integer(),
          /** Of those whose floor area is known, in m². */
          floorAreaM2: Type.Number(),
          /** How many have no known floor area. */
          unmeasured: Type.Integer(),
        },
        closed,
      ),
    ),
    synthetic: Type.Boolean(),
  },
  closed,
);
export type HeatMap = Static<typeof HeatMap>;
