import { bilingual } from "../../../base/message.ts";
import { row, security, type CatalogueRow } from "./row.ts";

/** What protects water, and what protects from it. */
export const water: readonly CatalogueRow[] = [
  row("drinking_water", "water", {
    title: bilingual("地表饮用水水源保护区", "Surface drinking-water zones"),
    geometry: "polygon",
    minZoom: 9,
    level: "1",
    levels: { zone_1: "1", zone_2: "2" },
    ruleSet: bilingual(
      "一级区只做与供水有关的事，二级区不得新增污染",
      "Zone 1 serves supply only, zone 2 takes no new pollution",
    ),
    basis: security("4.2.1"),
  }),
  row("groundwater_sources", "water", {
    title: bilingual("地下水水源保护区", "Groundwater source zones"),
    geometry: "polygon",
    minZoom: 9,
    level: "2",
    ruleSet: bilingual(
      "建设、生产和娱乐从严",
      "Building, production and leisure are strictly held",
    ),
    basis: security("2.1.1.1"),
  }),
  row("groundwater_limits", "water", {
    title: bilingual("地下水禁采限采区", "Groundwater abstraction limits"),
    geometry: "polygon",
    minZoom: 9,
    level: "2",
    classes: ["prohibited", "limited"],
    ruleSet: bilingual(
      "禁采区不得取水，限采区压减",
      "None is drawn where prohibited, less where limited",
    ),
    basis: security("2.2.2.3"),
  }),
  row("blue_lines", "water", {
    title: bilingual("河道蓝线", "River blue lines"),
    geometry: "polygon",
    minZoom: 11,
    level: "1",
    ruleSet: bilingual("蓝线内只做与水有关的建设", "Only works that serve the water"),
  }),
  row("upper_banks", "water", {
    title: bilingual("河湖上口线", "Upper banks"),
    geometry: "polygon",
    minZoom: 11,
    level: "1",
    ruleSet: bilingual("上口线以内属于水", "Inside the upper bank belongs to the water"),
  }),
  row("river_management", "water", {
    title: bilingual("河湖管理范围", "River management ranges"),
    geometry: "polygon",
    minZoom: 11,
    level: "2",
    ruleSet: bilingual("建设须经水务部门同意", "The water authority consents"),
  }),
  row("waterside_buffers", "water", {
    title: bilingual("滨水缓冲带", "Waterside buffers"),
    geometry: "polygon",
    minZoom: 11,
    level: "advice",
    ruleSet: bilingual("近水留足生态缓冲", "Room is left beside the water"),
    basis: security("4.2.1"),
  }),
  row("flood_storage", "water", {
    title: bilingual("蓄滞洪区", "Flood storage and diversion"),
    geometry: "polygon",
    minZoom: 10,
    level: "2",
    ruleSet: bilingual("严控新增建设", "New building is strictly held"),
    basis: security("2.1.1.2"),
  }),
];
