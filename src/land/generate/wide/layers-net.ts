import { bilingual, type Bilingual } from "../../../base/message.ts";
import type { MapFeature } from "../../model/layer.ts";
import { toPlane } from "../../model/projection.ts";
import { drawsOf } from "../draw.ts";
import { areaFeature, lineFeature, pointFeature } from "../feature.ts";
import { circle } from "../layers-structure.ts";
import { wordFor } from "../names.ts";
import {
  boxOf,
  distance,
  lengthOf,
  metres,
  minus,
  type Box,
  type Point,
  type Ring,
} from "../plane.ts";
import { cornerAt, routeOf } from "./routes.ts";
import type { Net, Stretch } from "./streets.ts";

/** Lines that run along the net of borders, so that they cross no plot. */
export type Course = {
  readonly id: string;
  readonly path: readonly Point[];
  readonly word: Bilingual;
};

type Draft = { readonly from: readonly [number, number]; readonly to: readonly [number, number] };

/** Ends in thousandths of the built-up land's box: lines from side to side. */
const railDrafts: readonly Draft[] = [
  { from: [0, 480], to: [1000, 520] },
  { from: [480, 0], to: [500, 1000] },
  { from: [200, 200], to: [800, 800] },
  { from: [200, 800], to: [800, 250] },
  { from: [350, 100], to: [380, 900] },
  { from: [620, 100], to: [640, 900] },
  { from: [100, 350], to: [900, 380] },
  { from: [100, 640], to: [900, 610] },
];
const riverDrafts: readonly Draft[] = [
  { from: [150, 900], to: [850, 150] },
  { from: [250, 600], to: [950, 420] },
  { from: [550, 950], to: [700, 100] },
  { from: [300, 300], to: [750, 50] },
];

const pointIn = ({ west, south, east, north }: Box, [x, y]: readonly [number, number]): Point => [
  Math.round(west + ((east - west) * x) / 1000),
  Math.round(south + ((north - south) * y) / 1000),
];

/** Leads courses from end to end; what is drawn for each stretch keeps them apart. */
function coursesOf(
  net: Net,
  { stage, drafts }: { stage: string; drafts: readonly Draft[] },
  seed: string,
): Course[] {
  const box = boxOf(net.stretches.map(({ from }) => from));
  return drafts.flatMap((draft, index) => {
    const id = `${stage}-${index + 1}`;
    const dear = new Map<Stretch, number>();
    const cost = (stretch: Stretch): number => {
      const known = dear.get(stretch);
      if (known !== undefined) return known;
      const name = `${index} ${stretch.from.join(" ")} ${stretch.to.join(" ")}`;
      const made = stretch.length * drawsOf(seed, stage, name).whole(100, 180) + metres(20);
      dear.set(stretch, made);
      return made;
    };
    const [from, to] = [draft.from, draft.to].map((end) => cornerAt(net, pointIn(box, end)));
    const path = routeOf({ net, cost }, from!, to!);
    return path.length > 1 ? [{ id, path, word: wordFor(drawsOf(seed, stage, id)) }] : [];
  });
}

export const railCourses = (net: Net, seed: string): Course[] =>
  coursesOf(net, { stage: "rail", drafts: railDrafts }, seed);
export const riverCourses = (net: Net, seed: string): Course[] =>
  coursesOf(net, { stage: "river", drafts: riverDrafts }, seed);

export const railLines = (courses: readonly Course[]): MapFeature[] =>
  courses.map(({ id, path, word }) =>
    lineFeature(
      { id, name: bilingual(`${word.zh}线`, `${word.en} Line`), properties: { class: "metro" } },
      path,
    ),
  );

export type Station = {
  readonly id: string;
  readonly at: Point;
  readonly lines: readonly string[];
};

const stationEvery = metres(1300);

type Stop = { readonly id: string; readonly at: Point; readonly lines: string[] };

/** Puts the stops of one line among those that stand; lines that meet share theirs. */
function addStops(stops: Stop[], { id, path }: Course): void {
  let last: Point | undefined;
  for (const at of path) {
    const near = stops.find((each) => distance(each.at, at) < metres(350));
    if (near && !near.lines.includes(id)) near.lines.push(id);
    if (!near && last && distance(last, at) < stationEvery) continue;
    if (!near) stops.push({ id: `station-${stops.length + 1}`, at, lines: [id] });
    last = at;
  }
}

/** Stations at the corners of the lines, about so far apart. */
export function stationsOf(courses: readonly Course[]): Station[] {
  const stops: Stop[] = [];
  for (const course of courses) addStops(stops, course);
  return stops;
}

const stationWord = ({ id }: Station, seed: string): Bilingual =>
  wordFor(drawsOf(seed, "station", id));

export const stationFeatures = (stations: readonly Station[], seed: string): MapFeature[] =>
  stations.map((station) => {
    const { zh, en } = stationWord(station, seed);
    const properties = { class: "metro", lines: station.lines.join(" ") };
    return pointFeature(
      { id: station.id, name: bilingual(`${zh}站`, `${en} Station`), properties },
      station.at,
    );
  });

/** Around each third station. */
export const microCentres = (stations: readonly Station[], seed: string): MapFeature[] =>
  stations
    .filter((_, index) => index % 3 === 0)
    .map((station) => {
      const { zh, en } = stationWord(station, seed);
      const name = bilingual(`${zh}轨道微中心`, `${en} rail micro-centre`);
      const id = station.id.replace("station", "micro-centre");
      return areaFeature(
        { id, name, properties: { station: station.id } },
        circle(station.at, 330),
      );
    });

/** Where lines meet. */
export const hubs = (stations: readonly Station[], seed: string): MapFeature[] =>
  stations
    .filter(({ lines }) => lines.length > 1)
    .map((station) => {
      const { zh, en } = stationWord(station, seed);
      const name = bilingual(`${zh}枢纽`, `${en} hub`);
      const id = station.id.replace("station", "hub");
      return areaFeature({ id, name, properties: { class: "railway" } }, circle(station.at, 180));
    });

/** The strip along one straight stretch, a little drawn out so that strips join at corners. */
export function stripAlong(from: Point, to: Point, halfMetres: number): Ring {
  const [x, y] = minus(to, from);
  const share = metres(halfMetres) / lengthOf([x, y]);
  const [ax, ay] = [Math.round(x * share), Math.round(y * share)];
  return [
    [from[0] - ax + ay, from[1] - ay - ax],
    [to[0] + ax + ay, to[1] + ay - ax],
    [to[0] + ax - ay, to[1] + ay + ax],
    [from[0] - ax - ay, from[1] - ay + ax],
  ];
}

/** Stretches shorter than this bend no strip: they are passed over. */
const shortest = metres(30);

/** The path without corners that are no farther than a few steps from the last one. */
function smooth(path: readonly Point[]): Point[] {
  const kept: Point[] = [path[0]!];
  for (const point of path.slice(1)) {
    if (distance(kept.at(-1)!, point) >= shortest) kept.push(point);
  }
  return kept;
}

/** A layer of strips of one width along courses. */
export function stripFeatures(
  courses: readonly Course[],
  { prefix, title, halfMetres, word }: Strip,
): MapFeature[] {
  return courses.flatMap(({ id, path, word: name }) => {
    const points = smooth(path);
    return points.slice(1).map((to, index) =>
      areaFeature(
        {
          id: `${prefix}-${id}-${index + 1}`,
          name: bilingual(`${name.zh}${title.zh}`, `${name.en} ${title.en}`),
          properties: { class: word },
        },
        stripAlong(points[index]!, to, halfMetres),
      ),
    );
  });
}

export type Strip = {
  readonly prefix: string;
  readonly title: Bilingual;
  readonly halfMetres: number;
  readonly word: string;
};

/** Where the two axes of the city cross. */
const middleDegrees = [116.3913, 39.9075] as const;

/** Straight lines of the plan through or beside the middle of the city, in metres from it. */
const lineDrafts = {
  axes: [
    [
      [0, -30000],
      [0, 30000],
    ],
    [
      [-35000, 0],
      [35000, 0],
    ],
  ],
  faults: [
    [
      [-40000, -26000],
      [20000, 34000],
    ],
    [
      [-18000, -38000],
      [38000, 14000],
    ],
    [
      [2000, -40000],
      [30000, 8000],
    ],
  ],
  corridors: [
    [
      [-26000, 22000],
      [4000, -30000],
    ],
    [
      [-12000, 30000],
      [16000, -24000],
    ],
    [
      [-30000, 4000],
      [10000, -34000],
    ],
    [
      [6000, 34000],
      [24000, -18000],
    ],
    [
      [-2000, 12000],
      [8000, -12000],
    ],
  ],
  views: [
    [
      [0, 1000],
      [-9000, 5200],
    ],
    [
      [0, -800],
      [0, -4400],
    ],
    [
      [500, 600],
      [-3900, 3900],
    ],
  ],
} as const;

export function straightLines(which: keyof typeof lineDrafts): [Point, Point][] {
  const [east, north] = toPlane(middleDegrees);
  const at = ([x, y]: readonly [number, number]): Point => [metres(east + x), metres(north + y)];
  return lineDrafts[which].map(([from, to]): [Point, Point] => [at(from), at(to)]);
}
