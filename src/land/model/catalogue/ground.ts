import { bilingual } from "../../../base/message.ts";
import { landPlan, restoration, row, security, type CatalogueRow } from "./row.ts";

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
    level: "2",
    ruleSet: bilingual(
      "周边限建区内新建、扩建须抗震设防",
      "What is built or enlarged in the restricted area beside them withstands earthquakes",
    ),
    basis: security("2.2.2.2"),
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
    level: "2",
    ruleSet: bilingual("不宜用于居住、教育等", "Homes, schools and the like are better elsewhere"),
    basis: landPlan("5.1.3"),
  }),
  row("shallow_mountains", "ground", {
    title: bilingual("浅山区", "Shallow mountains"),
    geometry: "polygon",
    minZoom: 9,
    level: "2",
    ruleSet: bilingual("严控开发强度", "Density is strictly held"),
    basis: restoration("4.4.1"),
  }),
  row("natural_forest", "ground", {
    title: bilingual("天然林重点保护区", "Natural forest key areas"),
    geometry: "polygon",
    minZoom: 9,
    level: "1",
    ruleSet: bilingual("除防火、防虫与抚育外不经营", "No business but fire, pest and forest care"),
    basis: restoration("5.1.1"),
  }),
  row("reclaimed_plots", "ground", {
    title: bilingual("腾退地块", "Reclaimed plots"),
    geometry: "polygon",
    minZoom: 12,
    level: "advice",
    ruleSet: bilingual(
      "按所在位置复耕、还湿、蓄滞洪、增绿",
      "Farmland, wetland, flood storage or green, by where it lies",
    ),
    basis: restoration("7.3"),
  }),
  row("ventilation_corridors", "ground", {
    title: bilingual("通风廊道", "Ventilation corridors"),
    geometry: "polygon",
    minZoom: 9,
    level: "2",
    ruleSet: bilingual("廊道内控制规模，打通堵点", "Size is held, obstacles are cleared"),
    basis: security("2.1.3.2"),
  }),
  row("ventilation_upstream", "ground", {
    title: bilingual("通风廊道上游", "Upstream of ventilation corridors"),
    geometry: "polygon",
    minZoom: 9,
    level: "3",
    ruleSet: bilingual("上游不设大气污染源", "No source of air pollution upstream"),
    basis: security("2.1.3.2"),
  }),
];
