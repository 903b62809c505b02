import { bilingual, type Bilingual } from "../../base/message.ts";
import type { Layer, LayerGroup, LayerId, LayerLevel } from "../contract.ts";

/** What is said of a layer before anything is loaded into it. */
export type CatalogueRow = Omit<Layer, "count" | "coverage">;

const made = bilingual("生成器合成，非实况", "Made by the generator, not real");
const echarts = bilingual(
  "npm 包 echarts 4.9.0（Apache-2.0），坐标已转换，拓扑已整理",
  "npm package echarts 4.9.0 (Apache-2.0), coordinates converted, borders cleaned",
);

type Draft = {
  title: Bilingual;
  geometry: Layer["geometry"];
  minZoom: number;
  level?: LayerLevel;
  ruleSet?: Bilingual;
};

const row = (
  id: LayerId,
  group: LayerGroup,
  { title, geometry, minZoom, level = "none", ruleSet }: Draft,
): CatalogueRow => ({
  id,
  title,
  group,
  geometry,
  level,
  minZoom,
  ruleSet: ruleSet ?? null,
  synthetic: id !== "districts",
  source: id === "districts" ? echarts : made,
  date: id === "districts" ? "2020" : null,
});

/**
 * Every layer in the order of the legend. Levels are this pack's reading of how strictly each line
 * binds.
 */
export const catalogue: readonly CatalogueRow[] = [
  row("districts", "units", {
    title: bilingual("行政区", "Districts"),
    geometry: "polygon",
    minZoom: 0,
  }),
  row("blocks", "units", { title: bilingual("街区", "Blocks"), geometry: "polygon", minZoom: 9 }),
  row("renewal_units", "units", {
    title: bilingual("更新实施单元", "Renewal units"),
    geometry: "polygon",
    minZoom: 12,
  }),
  row("parcels", "units", {
    title: bilingual("宗地", "Parcels"),
    geometry: "polygon",
    minZoom: 14,
  }),
  row("buildings", "units", {
    title: bilingual("房屋", "Buildings"),
    geometry: "polygon",
    minZoom: 13,
  }),
  row("stations", "structure", {
    title: bilingual("轨道站点", "Rail stations"),
    geometry: "point",
    minZoom: 11,
    level: "advice",
    ruleSet: bilingual(
      "站点周边鼓励一体化更新",
      "Renewal around stations is encouraged to join them",
    ),
  }),
  row("rail_lines", "structure", {
    title: bilingual("轨道线路", "Rail lines"),
    geometry: "line",
    minZoom: 10,
  }),
  row("micro_centres", "structure", {
    title: bilingual("轨道微中心", "Rail micro-centres"),
    geometry: "polygon",
    minZoom: 12,
    level: "advice",
    ruleSet: bilingual("微中心内可用轨道专项规模", "Rail quota may be used inside"),
  }),
  row("hubs", "structure", {
    title: bilingual("重点枢纽", "Key hubs"),
    geometry: "polygon",
    minZoom: 11,
    level: "advice",
    ruleSet: bilingual("枢纽更新另有支持", "Renewal of hubs has its own support"),
  }),
  row("key_areas", "structure", {
    title: bilingual("重点功能区", "Key functional areas"),
    geometry: "polygon",
    minZoom: 10,
    level: "advice",
    ruleSet: bilingual("重点功能区有专门导向", "Key areas have their own guidance"),
  }),
  row("ring_roads", "structure", {
    title: bilingual("环路", "Ring roads"),
    geometry: "line",
    minZoom: 8,
  }),
  row("streets", "structure", {
    title: bilingual("道路", "Streets"),
    geometry: "line",
    minZoom: 12,
  }),
  row("ecological_red_line", "lines", {
    title: bilingual("生态保护红线", "Ecological red line"),
    geometry: "polygon",
    minZoom: 9,
    level: "1",
    ruleSet: bilingual("原则上禁止开发建设", "No development in principle"),
  }),
  row("farmland", "lines", {
    title: bilingual("永久基本农田", "Permanent basic farmland"),
    geometry: "polygon",
    minZoom: 10,
    level: "1",
    ruleSet: bilingual("不得占用", "Not to be built on"),
  }),
  row("blue_lines", "lines", {
    title: bilingual("河道蓝线", "River blue lines"),
    geometry: "polygon",
    minZoom: 11,
    level: "1",
    ruleSet: bilingual("蓝线内只做与水有关的建设", "Only works that serve the water"),
  }),
  row("strategic_white", "lines", {
    title: bilingual("战略留白用地", "Strategic white land"),
    geometry: "polygon",
    minZoom: 11,
    level: "2",
    ruleSet: bilingual("2035 年前原则上不启用", "Not used before 2035 in principle"),
  }),
  row("green_lines", "lines", {
    title: bilingual("绿线", "Green lines"),
    geometry: "polygon",
    minZoom: 12,
    level: "2",
    ruleSet: bilingual(
      "绿地不得改作他用，配套有比例上限",
      "Green stays green, with a cap for what serves it",
    ),
  }),
  row("historic_blocks", "heritage", {
    title: bilingual("历史文化街区", "Historic blocks"),
    geometry: "polygon",
    minZoom: 11,
    level: "2",
    ruleSet: bilingual("保护格局与高度", "Pattern and height are kept"),
  }),
  row("heritage_sites", "heritage", {
    title: bilingual("文物", "Heritage sites"),
    geometry: "polygon",
    minZoom: 13,
    level: "1",
    ruleSet: bilingual("不得损毁，施工先报批", "Not to be harmed, and works need consent first"),
  }),
  row("ancient_trees", "heritage", {
    title: bilingual("古树名木", "Ancient trees"),
    geometry: "point",
    minZoom: 14,
    level: "1",
    ruleSet: bilingual("避让保护，不得砍伐", "Built around, never felled"),
  }),
  row("parks", "scenery", { title: bilingual("公园", "Parks"), geometry: "polygon", minZoom: 11 }),
  row("rivers", "scenery", { title: bilingual("水体", "Water"), geometry: "polygon", minZoom: 9 }),
  row("trees", "scenery", { title: bilingual("树木", "Trees"), geometry: "point", minZoom: 15 }),
  row("surroundings", "scenery", {
    title: bilingual("周边示意", "Surroundings"),
    geometry: "polygon",
    minZoom: 13,
  }),
];

const byId = new Map(catalogue.map((each) => [each.id, each]));

/** The row of a layer; undefined for a word that names none. */
export const catalogueRow = (id: string): CatalogueRow | undefined => byId.get(id as LayerId);

/** Layers that the conflict check asks: every one that speaks. */
export const speakingLayers: readonly LayerId[] = catalogue
  .filter(({ level }) => level !== "none")
  .map(({ id }) => id);

/** Layers that a search looks into. */
export const searchedLayers: readonly LayerId[] = [
  "districts",
  "blocks",
  "renewal_units",
  "parcels",
  "buildings",
  "streets",
  "stations",
  "rail_lines",
  "micro_centres",
  "hubs",
  "key_areas",
  "parks",
  "rivers",
  "historic_blocks",
  "heritage_sites",
  "ring_roads",
];
