import { bilingual, type Bilingual } from "../../base/message.ts";
import { toPlane } from "../model/projection.ts";
import { areaFeature, lineFeature, pointFeature } from "./feature.ts";
import type { MapFeature } from "../model/layer.ts";
import { metres, plus, type Point, type Ring } from "./plane.ts";
import { hubCorner } from "./quarter.ts";
import type { Scene } from "./scene.ts";

export const streetFeatures = ({ quarter, names }: Scene): MapFeature[] =>
  quarter.streets.map((street) =>
    lineFeature(
      {
        id: street.id,
        name: names.ofStreet(street),
        properties: { class: street.rank, width: street.widthMetres },
      },
      street.path,
    ),
  );

/**
 * A station on the main crossing between the blocks, one north-east of it, one at the western edge.
 */
function stationPoints({ quarter }: Scene): readonly Point[] {
  const { node } = quarter.extent;
  return [node(2, 1), plus(node(3, 2), [metres(60), metres(-40)]), node(0, 1)];
}

const stationName = (word: Bilingual): Bilingual => bilingual(`${word.zh}站`, `${word.en} Station`);

export function stationFeatures(scene: Scene): MapFeature[] {
  const lines = [["synthetic-1", "synthetic-2"], ["synthetic-2"], ["synthetic-1"]];
  return stationPoints(scene).map((point, index) =>
    pointFeature(
      {
        id: `station-${index + 1}`,
        name: stationName(scene.names.spare(index + 2)),
        properties: { class: "metro", lines: lines[index]!.join(" ") },
      },
      point,
    ),
  );
}

export function railFeatures(scene: Scene): MapFeature[] {
  const { node } = scene.quarter.extent;
  const [middle, east, west] = stationPoints(scene) as [Point, Point, Point];
  const north = plus(middle, [metres(60), metres(520)]);
  const [first, second] = [scene.names.spare(2), scene.names.spare(3)];
  return [
    lineFeature(
      {
        id: "rail-1",
        name: bilingual(`${first.zh}线`, `${first.en} Line`),
        properties: { class: "metro" },
      },
      [west, middle, node(4, 1)],
    ),
    lineFeature(
      {
        id: "rail-2",
        name: bilingual(`${second.zh}线`, `${second.en} Line`),
        properties: { class: "metro" },
      },
      [node(2, 0), middle, north, plus(east, [metres(-420), metres(-60)]), east, node(4, 3)],
    ),
  ];
}

/** Sixteen directions, in thousandths: a circle near enough, made of whole numbers. */
const compass: readonly Point[] = [
  [1000, 0],
  [924, 383],
  [707, 707],
  [383, 924],
  [0, 1000],
  [-383, 924],
  [-707, 707],
  [-924, 383],
  [-1000, 0],
  [-924, -383],
  [-707, -707],
  [-383, -924],
  [0, -1000],
  [383, -924],
  [707, -707],
  [924, -383],
];

export const circle = (centre: Point, radiusMetres: number): Ring =>
  compass.map(([x, y]) =>
    plus(
      centre,
      [(x * radiusMetres) / 10, (y * radiusMetres) / 10].map(Math.round) as [number, number],
    ),
  );

const rectangle = ([x, y]: Point, [wide, high]: readonly [number, number]): Ring => {
  const [dx, dy] = [metres(wide / 2), metres(high / 2)];
  return [
    [x - dx, y - dy],
    [x + dx, y - dy],
    [x + dx, y + dy],
    [x - dx, y + dy],
  ];
};

/** The micro-centre lies around the station between the blocks. */
export function microCentreFeatures(scene: Scene): MapFeature[] {
  const word = scene.names.spare(2);
  const name = bilingual(`${word.zh}轨道微中心`, `${word.en} rail micro-centre`);
  return [
    areaFeature(
      { id: "micro-centre-1", name, properties: { station: "station-1" } },
      circle(stationPoints(scene)[0]!, 330),
    ),
  ];
}

/** A hub on an empty cell beyond the blocks, in the south-eastern corner. */
export function hubFeatures({ quarter, names }: Scene): MapFeature[] {
  const { zh, en } = names.spare(5);
  return quarter.built
    .filter(({ cell }) => cell.use === "reserve" && cell.id.startsWith(hubCorner))
    .map(({ cell }) =>
      areaFeature(
        {
          id: "hub-1",
          name: bilingual(`${zh}枢纽`, `${en} hub`),
          properties: { class: "railway" },
        },
        cell.ring,
      ),
    );
}

export function keyAreaFeatures({ quarter, names }: Scene): MapFeature[] {
  const word = names.spare(6);
  const at = plus(quarter.extent.node(2, 1), [metres(170), metres(60)]);
  const name = bilingual(`${word.zh}重点功能区`, `${word.en} key functional area`);
  return [
    areaFeature(
      { id: "key-area-1", name, properties: { class: "business" } },
      rectangle(at, [760, 620]),
    ),
  ];
}

/**
 * Half widths of the ring roads, east to west and north to south, in metres: a sketch around the
 * core.
 */
const ringRoads = [
  { id: "ring-2", ring: 2, zh: "二环路", en: "Second Ring Road", half: [3700, 4600] },
  { id: "ring-3", ring: 3, zh: "三环路", en: "Third Ring Road", half: [6700, 6500] },
  { id: "ring-4", ring: 4, zh: "四环路", en: "Fourth Ring Road", half: [8700, 8600] },
  { id: "ring-5", ring: 5, zh: "五环路", en: "Fifth Ring Road", half: [13500, 13000] },
  { id: "ring-6", ring: 6, zh: "六环路", en: "Sixth Ring Road", half: [25500, 26500] },
] as const;

function roundedRing([halfWide, halfHigh]: readonly [number, number]): Ring {
  const [east, north] = toPlane([116.3913, 39.9075]);
  const [x, y] = [metres(east), metres(north)];
  const [w, h, cut] = [metres(halfWide), metres(halfHigh), metres(halfWide / 4)];
  return [
    [x + w - cut, y - h],
    [x + w, y - h + cut],
    [x + w, y + h - cut],
    [x + w - cut, y + h],
    [x - w + cut, y + h],
    [x - w, y + h - cut],
    [x - w, y - h + cut],
    [x - w + cut, y - h],
  ];
}

/**
 * The ring roads as lines, and the land inside the Fifth: the one that rules ask for. A sketch, so
 * the layer speaks for the quarter alone, whatever its lines pass through.
 */
export function ringRoadFeatures(): MapFeature[] {
  const lines = ringRoads.map(({ id, ring, zh, en, half }) => {
    const points = roundedRing(half);
    return lineFeature({ id, name: bilingual(zh, en), properties: { class: "road", ring } }, [
      ...points,
      points[0]!,
    ]);
  });
  const inside = areaFeature(
    {
      id: "inside-ring-5",
      name: bilingual("五环路以内", "Inside the Fifth Ring Road"),
      properties: { class: "inside", ring: 5 },
    },
    roundedRing(ringRoads[3].half),
  );
  return [...lines, inside];
}
