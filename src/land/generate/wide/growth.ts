import { invariant } from "../../../base/invariant.ts";
import type { Subdistrict } from "../../model/subdistricts.ts";
import type { Borders } from "../partition/borders.ts";
import { bestCut, centreOf, noteCut, type Part } from "../partition/divide.ts";
import { distance, doubleArea, type Point, type Ring } from "../plane.ts";

/** A piece of a subdistrict: built up as part of one ring of the city, or open land. */
export type Tract = {
  readonly subdistrict: Subdistrict;
  readonly zone: string | null;
  readonly ring: Ring;
};

export type Growth = {
  readonly zone: string;
  readonly seat: Point;
  readonly areaDm2: number;
};

const areaDm2 = (ring: Ring): number => doubleArea(ring) / 200;

/** What the last cut may be off by: 200 m². */
const slackDm2 = 20_000;

/** Cuts from a piece the part towards the seat that is still wanted. */
function cutOff(
  { ring, item }: Part<Subdistrict>,
  { zone, seat, areaDm2: wanted }: Growth,
  borders: Borders,
): Tract[] {
  const whole = borders.through(ring);
  const share = wanted / areaDm2(whole);
  for (let tilt = 0; tilt <= 900; tilt += 60) {
    const cut = bestCut(whole, { share, tilt, near: seat });
    if (!cut || Math.abs(areaDm2(cut.left) - wanted) > slackDm2) continue;
    noteCut(borders, whole, cut);
    return [
      { subdistrict: item, zone, ring: cut.left },
      { subdistrict: item, zone: null, ring: cut.right },
    ];
  }
  return [];
}

/**
 * Lets a ring of the city grow from the seat: the nearest pieces whole, and of the next one as much
 * as is still wanted. What is left over stays open land.
 */
export function grow(
  parts: readonly Part<Subdistrict>[],
  growth: Growth,
  borders: Borders,
): Tract[] {
  const ranked = [...parts].sort(
    (a, b) =>
      distance(centreOf(a.ring), growth.seat) - distance(centreOf(b.ring), growth.seat) ||
      (a.item.code < b.item.code ? -1 : 1),
  );
  let left = growth.areaDm2;
  return ranked.flatMap((part): Tract[] => {
    const { item: subdistrict, ring } = part;
    const own = areaDm2(borders.through(ring));
    if (left <= slackDm2) return [{ subdistrict, zone: null, ring }];
    if (own <= left + slackDm2) {
      left -= own;
      return [{ subdistrict, zone: growth.zone, ring }];
    }
    const pieces = cutOff(part, { ...growth, areaDm2: left }, borders);
    invariant(pieces.length === 2, "a straight line cuts off the land that is still wanted");
    left = 0;
    return pieces;
  });
}
