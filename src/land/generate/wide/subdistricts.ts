import { invariant } from "../../../base/invariant.ts";
import { toPlane } from "../../model/projection.ts";
import type { Subdistrict } from "../../model/subdistricts.ts";
import { planePolygons, type DistrictFeature } from "../../model/districts.ts";
import type { Zones } from "../../model/zones.ts";
import type { Borders } from "../partition/borders.ts";
import { divide, type Part } from "../partition/divide.ts";
import { openHole } from "../partition/open-hole.ts";
import { distance, doubleArea, metres, middleOf, type Point, type Ring } from "../plane.ts";

/** A district as land: rings without holes, splinters of the boundary file left out. */
export type Homeland = {
  readonly adcode: string;
  /** Where the district grew from. */
  readonly seat: Point;
  readonly rings: readonly Ring[];
};

/** Of twice a square centimetre: pieces and holes below 1 km² are splinters of the tracing. */
const splinter = 2 * 1e10;

const toRing = (points: readonly (readonly [number, number])[]): Ring => {
  const open = points.slice(0, -1).map(([x, y]): Point => [metres(x), metres(y)]);
  return open;
};

/** The land of a district. */
export function homelandOf(district: DistrictFeature, zones: Zones, borders: Borders): Homeland {
  const { adcode } = district.properties;
  const seat = zones.district_names[adcode]?.seat;
  invariant(seat, "the zones name the seat of each district");
  const [east, north] = toPlane(seat);
  const rings = planePolygons(district).flatMap((polygon) => {
    const [shell, ...holes] = polygon.map(toRing).filter((ring) => {
      return Math.abs(doubleArea(ring)) > splinter;
    });
    if (!shell) return [];
    const [hole] = holes;
    return hole ? openHole(shell, hole, borders) : [shell];
  });
  return { adcode, seat: [metres(east), metres(north)], rings };
}

/** How much land each kind of subdistrict has beside the others; a convention. */
const weights = { 街道: 2, 地区: 3, 镇: 6, 乡: 6 } as const;
const kinds = Object.keys(weights) as (keyof typeof weights)[];

const kindOf = ({ name }: Subdistrict): keyof typeof weights => {
  const kind = kinds.find((ending) => name.endsWith(ending));
  invariant(kind, "each subdistrict says what kind it is");
  return kind;
};

/** Streets first, then districts of towns, towns and townships; by code within each. */
const ranked = (list: readonly Subdistrict[]): Subdistrict[] =>
  [...list].sort(
    (a, b) => kinds.indexOf(kindOf(a)) - kinds.indexOf(kindOf(b)) || (a.code < b.code ? -1 : 1),
  );

/** Gives each ring of a district subdistricts by its area; the ring at the seat the first ones. */
function allotted(
  { rings, seat }: Homeland,
  list: readonly Subdistrict[],
): [Ring, Subdistrict[]][] {
  const near = [...rings].sort((a, b) => distance(middleOf(a), seat) - distance(middleOf(b), seat));
  const total = near.reduce((sum, ring) => sum + doubleArea(ring), 0);
  const all = list.reduce((sum, each) => sum + weights[kindOf(each)], 0);
  const left = [...list];
  let [land, taken] = [0, 0];
  return near.map((ring, index): [Ring, Subdistrict[]] => {
    land += doubleArea(ring);
    const own: Subdistrict[] = [left.shift()!];
    taken += weights[kindOf(own[0]!)];
    const others = near.length - 1 - index;
    while (left.length > others && (others === 0 || taken * total < land * all)) {
      taken += weights[kindOf(left[0]!)];
      own.push(left.shift()!);
    }
    return [ring, own];
  });
}

/** Divides a district among its subdistricts: their names are real, their shapes are not. */
export function divideDistrict(
  homeland: Homeland,
  list: readonly Subdistrict[],
  borders: Borders,
): Part<Subdistrict>[] {
  return allotted(homeland, ranked(list)).flatMap(([ring, own]) =>
    divide({
      ring,
      shares: own.map((item) => ({ item, weight: weights[kindOf(item)] })),
      borders,
      near: homeland.seat,
    }),
  );
}
