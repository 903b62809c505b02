import { bilingual } from "../../../base/message.ts";
import { row, type CatalogueRow } from "./row.ts";

/** What the ground and the air forbid. */
export const ground: readonly CatalogueRow[] = [
  row("geological_hazards", "ground", {
    title: bilingual("地质灾害易发区", "Geological hazards"),
    geometry: "polygon",
    minZoom: 10,
    level: "2",
    ruleSet: bilingual("先评估、后建设", "Assessed before it is built on"),
  }),
  row("faults", "ground", {
    title: bilingual("活动断裂与地裂缝", "Active faults and fissures"),
    geometry: "line",
    minZoom: 10,
    level: "1",
    ruleSet: bilingual("避让距离以内不新建", "Nothing new within the setback"),
  }),
  row("subsidence", "ground", {
    title: bilingual("地面沉降区", "Subsidence"),
    geometry: "polygon",
    minZoom: 9,
    level: "2",
    ruleSet: bilingual("控制开采，加强监测", "Less is drawn, more is watched"),
  }),
  row("polluted_sites", "ground", {
    title: bilingual("污染地块", "Polluted sites"),
    geometry: "polygon",
    minZoom: 12,
    level: "1",
    ruleSet: bilingual("未达标准不得用于敏感用途", "No sensitive use until it is fit"),
  }),
  row("shallow_mountains", "ground", {
    title: bilingual("浅山区", "Shallow mountains"),
    geometry: "polygon",
    minZoom: 9,
    level: "3",
    ruleSet: bilingual("控制规模、强度与高度", "Size, density and height are held"),
  }),
  row("natural_forest", "ground", {
    title: bilingual("天然林重点保护区", "Natural forest key areas"),
    geometry: "polygon",
    minZoom: 9,
    level: "1",
    ruleSet: bilingual("不得改变用途", "Not put to another use"),
  }),
  row("reclaimed_plots", "ground", {
    title: bilingual("腾退地块", "Reclaimed plots"),
    geometry: "polygon",
    minZoom: 12,
    level: "advice",
    ruleSet: bilingual(
      "依次复耕、还湿、蓄滞洪、增绿",
      "Farmland, wetland, flood storage, green, in that order",
    ),
  }),
  row("ventilation_corridors", "ground", {
    title: bilingual("通风廊道", "Ventilation corridors"),
    geometry: "polygon",
    minZoom: 9,
    level: "2",
    ruleSet: bilingual("廊道内控制规模，打通堵点", "Size is held, obstacles are cleared"),
  }),
  row("ventilation_upstream", "ground", {
    title: bilingual("通风廊道上游", "Upstream of ventilation corridors"),
    geometry: "polygon",
    minZoom: 9,
    level: "3",
    ruleSet: bilingual("上游不设大气污染源", "No source of air pollution upstream"),
  }),
];
