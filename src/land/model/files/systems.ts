import gcoord from "gcoord";
import { bilingual, type Bilingual } from "../../../base/message.ts";
import type { Coordinate } from "../layer.ts";
import { cgcs2000, transverse } from "../projection.ts";

/** A coordinate system in which files of the city may come. */
export type CrsSystem = {
  /** As a user names it. */
  readonly id: string;
  readonly title: Bilingual;
  readonly unit: "degree" | "metre";
  /** Its ellipsoid, to know it by its definition. */
  readonly semiMajorM: number;
  /** To degrees of CGCS2000, or as near as can be known. */
  toDegrees(point: Coordinate): Coordinate;
};

type Datum = {
  readonly zh: string;
  readonly en: string;
  readonly semiMajorM: number;
  readonly flattening: number;
};

const modern: Datum = { ...cgcs2000, zh: "CGCS2000", en: "CGCS2000" };
/** Their shift to CGCS2000 is not public: taken as they are, they lie within about 100 m. */
const [beijing54, xian80]: readonly [Datum, Datum] = [
  {
    zh: "北京54（未作基准转换，约百米内）",
    en: "Beijing 1954 (datum not shifted, within about 100 m)",
    semiMajorM: 6_378_245,
    flattening: 1 / 298.3,
  },
  {
    zh: "西安80（未作基准转换，约百米内）",
    en: "Xian 1980 (datum not shifted, within about 100 m)",
    semiMajorM: 6_378_140,
    flattening: 1 / 298.257,
  },
];

type Zone = { readonly lon: number; readonly falseEasting: number; readonly scale?: number };

function grid(code: number, datum: Datum, zone: Zone): CrsSystem {
  const { toDegrees } = transverse({ scale: 1, ...datum, ...zone });
  const prefix = Math.floor(zone.falseEasting / 1_000_000);
  const numbered = prefix > 0 ? [` ${prefix} 带`, `, zone ${prefix}`] : ["", ""];
  return {
    id: `EPSG:${code}`,
    title: bilingual(
      `${datum.zh} 高斯-克吕格 ${zone.lon}°E${numbered[0]}`,
      `${datum.en} Gauss-Krüger ${zone.lon}°E${numbered[1]}`,
    ),
    unit: "metre",
    semiMajorM: datum.semiMajorM,
    toDegrees,
  };
}

/** The zones of three degrees around the city, without and with their number in the east. */
function grids(datum: Datum, plain: number, numbered: number): CrsSystem[] {
  return [114, 117, 120].flatMap((lon, place) => [
    grid(plain + place, datum, { lon, falseEasting: 500_000 }),
    grid(numbered + place, datum, { lon, falseEasting: (38 + place) * 1_000_000 + 500_000 }),
  ]);
}

const sixDegrees: Zone = { lon: 117, falseEasting: 20_500_000 };
const webRadius = 6_378_137;

type Known = Parameters<typeof gcoord.transform>[1];
const shifted =
  (from: Known) =>
  (point: Coordinate): Coordinate => {
    const [lon, lat] = gcoord.transform([point[0], point[1]], from, gcoord.WGS84);
    return [lon!, lat!];
  };

const degrees = (id: string, title: Bilingual, toDegrees: CrsSystem["toDegrees"]): CrsSystem => ({
  id,
  title,
  unit: "degree",
  semiMajorM: 6_378_137,
  toDegrees,
});

/** Every system that is tried, the usual ones first. */
export const systems: readonly CrsSystem[] = [
  degrees(
    "EPSG:4490",
    bilingual("CGCS2000 / WGS 84 经纬度", "CGCS2000 / WGS 84 degrees"),
    (at) => at,
  ),
  degrees(
    "GCJ-02",
    bilingual("GCJ-02（火星坐标）", "GCJ-02 (shifted degrees)"),
    shifted(gcoord.GCJ02),
  ),
  degrees("BD-09", bilingual("BD-09（百度坐标）", "BD-09 (Baidu's degrees)"), shifted(gcoord.BD09)),
  ...grids(modern, 4547, 4526),
  grid(4498, modern, sixDegrees),
  {
    id: "EPSG:3857",
    title: bilingual("Web 墨卡托", "Web Mercator"),
    unit: "metre",
    semiMajorM: webRadius,
    toDegrees: ([x, y]) => [
      ((x / webRadius) * 180) / Math.PI,
      (Math.atan(Math.sinh(y / webRadius)) * 180) / Math.PI,
    ],
  },
  {
    ...grid(32650, modern, { lon: 117, falseEasting: 500_000, scale: 0.9996 }),
    title: bilingual("WGS 84 / UTM 50 北", "WGS 84 / UTM zone 50N"),
  },
  ...grids(xian80, 2383, 2362),
  grid(2334, xian80, sixDegrees),
  ...grids(beijing54, 2435, 2414),
  grid(21420, beijing54, sixDegrees),
];

/** A system and the order of its axes: files often have them the other way round. */
export type CrsChoice = { readonly system: CrsSystem; readonly isSwapped: boolean };

const mark = ":swapped";

export const nameOfChoice = ({ system, isSwapped }: CrsChoice): string =>
  isSwapped ? `${system.id}${mark}` : system.id;

export const titleOfChoice = ({ system, isSwapped }: CrsChoice): Bilingual =>
  isSwapped
    ? bilingual(`${system.title.zh}，两轴对调`, `${system.title.en}, axes swapped`)
    : system.title;

export const choices: readonly CrsChoice[] = systems.flatMap((system) => [
  { system, isSwapped: false },
  { system, isSwapped: true },
]);

const aliases: Readonly<Record<string, string>> = {
  "EPSG:4326": "EPSG:4490",
  CRS84: "EPSG:4490",
  WGS84: "EPSG:4490",
  CGCS2000: "EPSG:4490",
  "EPSG:900913": "EPSG:3857",
  GCJ02: "GCJ-02",
  BD09: "BD-09",
};

/** The choice of a name, as users and files write it. */
export function choiceNamed(word: string): CrsChoice | undefined {
  const isSwapped = word.toLowerCase().endsWith(mark);
  const bare = (isSwapped ? word.slice(0, -mark.length) : word).trim().toUpperCase();
  const name = /^\d+$/.test(bare) ? `EPSG:${bare}` : bare;
  const id = aliases[name] ?? name;
  return choices.find((each) => each.system.id === id && each.isSwapped === isSwapped);
}

export const degreesOf = ({ system, isSwapped }: CrsChoice, [x, y]: Coordinate): Coordinate =>
  system.toDegrees(isSwapped ? [y, x] : [x, y]);
