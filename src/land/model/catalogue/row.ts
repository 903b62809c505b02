import { bilingual, type Bilingual } from "../../../base/message.ts";
import type { Layer, LayerBasis, LayerGroup, LayerId, LayerLevel } from "../../contract.ts";

/** What is said of a layer before anything is loaded into it. */
export type CatalogueRow = Omit<Layer, "count" | "coverage">;

const made = bilingual("生成器合成，非实况", "Made by the generator, not real");
const echarts = bilingual(
  "npm 包 echarts 4.9.0（Apache-2.0），坐标已转换，拓扑已整理",
  "npm package echarts 4.9.0 (Apache-2.0), coordinates converted, borders cleaned",
);
const coarse = bilingual("约 100 米", "About 100 m");

/** Where the level of a layer is said. */
export const security = (item: string): LayerBasis => ({
  document: "bj-ecological-security",
  item,
});
export const restoration = (item: string): LayerBasis => ({
  document: "bj-ecological-restoration",
  item,
});
export const landPlan = (item: string): LayerBasis => ({ document: "bj-land-plan", item });

type Draft = {
  title: Bilingual;
  geometry: Layer["geometry"];
  minZoom: number;
  level?: LayerLevel;
  ruleSet?: Bilingual;
  levels?: Record<string, LayerLevel>;
  classes?: string[];
  basis?: LayerBasis;
  reachM?: number;
};

/** A layer as it stands before anybody imports into it: made up, but for the districts. */
export const row = (
  id: LayerId,
  group: LayerGroup,
  { title, geometry, minZoom, level = "none", ruleSet, reachM, levels, ...draft }: Draft,
): CatalogueRow => ({
  id,
  title,
  group,
  geometry,
  level,
  minZoom,
  ruleSet: ruleSet ?? null,
  reachM: reachM ?? null,
  synthetic: id !== "districts",
  source: id === "districts" ? echarts : made,
  date: id === "districts" ? "2020" : null,
  accuracy: id === "districts" ? coarse : null,
  basis: draft.basis ?? null,
  ...(levels && { levels, classes: Object.keys(levels) }),
  ...(draft.classes && { classes: draft.classes }),
});
