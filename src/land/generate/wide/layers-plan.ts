import { bilingual } from "../../../base/message.ts";
import type { MapFeature } from "../../model/layer.ts";
import { areaFeature, lineFeature } from "../feature.ts";
import {
  railCourses,
  riverCourses,
  straightLines,
  stripAlong,
  stripFeatures,
  stationsOf,
  type Course,
  type Station,
} from "./layers-net.ts";
import { lakes, type Scenery } from "./layers-land.ts";
import { netOf, type Net } from "./streets.ts";

/** The net of borders and what runs along it, laid once for all layers. */
export type Courses = {
  readonly net: Net;
  readonly rails: readonly Course[];
  readonly rivers: readonly Course[];
  readonly stations: readonly Station[];
};

export function layCourses({ land, seed }: Scenery): Courses {
  const net = netOf(land.blocks);
  const rails = railCourses(net, seed);
  return { net, rails, rivers: riverCourses(net, seed), stations: stationsOf(rails) };
}

/**
 * Half widths along the middle of a river, in metres. Water, bank and blue line stay clear of the
 * plots, which begin 16 m from the border that the river follows.
 */
const widths = { water: 9, bank: 11, blue: 14, managed: 40, buffer: 100 } as const;

export const rivers = (scenery: Scenery, { rivers: courses }: Courses): MapFeature[] => [
  ...stripFeatures(courses, {
    prefix: "water",
    title: bilingual("河", "River"),
    halfMetres: widths.water,
    word: "river",
  }),
  ...lakes(scenery, { prefix: "lake", title: bilingual("湖", "Lake") }),
];

export const importantWaters = (scenery: Scenery, { rivers: courses }: Courses): MapFeature[] => [
  ...stripFeatures(courses.slice(0, 2), {
    prefix: "important",
    title: bilingual("重要河道", "important river"),
    halfMetres: widths.water,
    word: "river",
  }),
  ...lakes(scenery, {
    prefix: "important-lake",
    title: bilingual("重要湖泊", "Important lake"),
  }),
];

const strips = {
  upper_banks: { title: bilingual("上口线", "upper bank"), halfMetres: widths.bank },
  blue_lines: { title: bilingual("蓝线", "blue line"), halfMetres: widths.blue },
  river_management: {
    title: bilingual("管理范围", "management range"),
    halfMetres: widths.managed,
  },
  waterside_buffers: { title: bilingual("滨水带", "waterside"), halfMetres: widths.buffer },
} as const;

export const waterside =
  (which: keyof typeof strips) =>
  (_: Scenery, { rivers: courses }: Courses): MapFeature[] =>
    stripFeatures(courses, {
      prefix: which.replaceAll("_", "-"),
      ...strips[which],
      word: "river",
    });

export const axes = (): MapFeature[] =>
  straightLines("axes").map((path, index) => {
    const name =
      index === 0 ? bilingual("纵轴", "North-south axis") : bilingual("横轴", "East-west axis");
    return lineFeature({ id: `axis-${index + 1}`, name, properties: { class: "axis" } }, path);
  });

export const faults = (): MapFeature[] =>
  straightLines("faults").map((path, index) => {
    const name = bilingual(`断裂 ${index + 1}`, `Fault ${index + 1}`);
    return lineFeature({ id: `fault-${index + 1}`, name, properties: { class: "active" } }, path);
  });

type Band = { readonly zh: string; readonly en: string; readonly halfMetres: number };

/** Straight bands of the plan, in three classes from the first on. */
const bands = (
  prefix: string,
  lines: ReturnType<typeof straightLines>,
  { zh, en, halfMetres }: Band,
): MapFeature[] =>
  lines.map(([from, to], index) =>
    areaFeature(
      {
        id: `${prefix}-${index + 1}`,
        name: bilingual(`${zh} ${index + 1}`, `${en} ${index + 1}`),
        properties: { class: String(Math.min(3, Math.floor(index / 2) + 1)) },
      },
      stripAlong(from, to, halfMetres),
    ),
  );

export const ventilationCorridors = (): MapFeature[] =>
  bands("ventilation", straightLines("corridors"), {
    zh: "通风廊道",
    en: "Ventilation corridor",
    halfMetres: 250,
  });

export const viewZones = (): MapFeature[] =>
  bands("view", straightLines("views"), { zh: "景观视廊", en: "View corridor", halfMetres: 60 });

export const heritageCorridors = (): MapFeature[] =>
  bands("heritage-corridor", straightLines("axes"), {
    zh: "遗产廊道",
    en: "Heritage corridor",
    halfMetres: 500,
  });
