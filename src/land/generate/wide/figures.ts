import { invariant } from "../../../base/invariant.ts";
import type { Ring as Zone, Zones } from "../../model/zones.ts";
import { apportion } from "../totals.ts";

/** What a ring of the city is to hold, in whole units. */
export type RingFigures = {
  readonly id: string;
  readonly blocks: number;
  readonly buildings: number;
  readonly stockDm2: number;
  readonly areaDm2: number;
};

const dm2OfKm2 = 100_000_000;

/** The districts that a ring lies in, or the one that it is grown in. */
export const homesOf = ({ districts, grown_in }: Zone): readonly string[] =>
  grown_in === undefined ? districts : [grown_in];

function figuresOf({ id, assumed, published }: Zone): RingFigures {
  const { blocks, buildings, area_km2: km2 } = assumed;
  invariant(blocks && buildings && km2, "the zones assume blocks, buildings and area of each ring");
  invariant(published.stock_m2, "the zones state the published stock of each ring");
  return {
    id,
    blocks,
    buildings,
    stockDm2: published.stock_m2 * 100,
    areaDm2: Math.round(km2 * dm2OfKm2),
  };
}

/**
 * The figures of the rings as the zones state them. A ring whose districts are smaller than that
 * takes all there is; the next one that has room takes what is lacking, so that the city's area is
 * as published.
 */
export function ringFigures(zones: Zones, roomDm2: (ring: Zone) => number): readonly RingFigures[] {
  let lacking = 0;
  return zones.rings.map((ring) => {
    const figures = figuresOf(ring);
    const areaDm2 = Math.min(figures.areaDm2 + lacking, roomDm2(ring));
    lacking += figures.areaDm2 - areaDm2;
    return { ...figures, areaDm2 };
  });
}

/** Shares a whole number out so that everybody has at least one. */
export function atLeastOne(parts: readonly number[], total: number): number[] {
  invariant(total >= parts.length, "there is one for everybody");
  return apportion(parts, total - parts.length).map((count) => count + 1);
}
