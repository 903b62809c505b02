import { bilingual } from "../../../base/message.ts";
import { row, type CatalogueRow } from "./row.ts";

/** What gives the city its structure. */
export const structure: readonly CatalogueRow[] = [
  row("stations", "structure", {
    title: bilingual("轨道站点", "Rail stations"),
    geometry: "point",
    minZoom: 11,
    level: "advice",
    ruleSet: bilingual(
      "站点周边鼓励一体化更新",
      "Renewal around stations is encouraged to join them",
    ),
    reachM: 800,
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
  row("axes", "structure", {
    title: bilingual("两轴", "The two axes"),
    geometry: "line",
    minZoom: 9,
    level: "advice",
    ruleSet: bilingual("轴线两侧讲求秩序与风貌", "Order and character along the axes"),
  }),
  row("green_belts", "structure", {
    title: bilingual("绿化隔离地区", "Green belts"),
    geometry: "polygon",
    minZoom: 9,
    level: "advice",
    ruleSet: bilingual("以增绿减量为先", "Greening and reduction come first"),
  }),
  row("green_wedges", "structure", {
    title: bilingual("楔形绿地", "Green wedges"),
    geometry: "polygon",
    minZoom: 9,
    level: "advice",
    ruleSet: bilingual("保持开敞，少建慎建", "Kept open, built on sparingly"),
  }),
  row("state_land", "structure", {
    title: bilingual("中央与军事用地", "State and military land"),
    geometry: "polygon",
    minZoom: 12,
    level: "2",
    ruleSet: bilingual("须先征得权属单位同意", "The holder consents first"),
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
];
