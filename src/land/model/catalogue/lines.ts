import { bilingual } from "../../../base/message.ts";
import { landPlan, row, security, type CatalogueRow } from "./row.ts";

/** Control lines and zones of the plans. */
export const lines: readonly CatalogueRow[] = [
  row("ecological_red_line", "lines", {
    title: bilingual("生态保护红线", "Ecological red line"),
    geometry: "polygon",
    minZoom: 9,
    level: "1",
    classes: ["reserve_core", "reserve", "other"],
    ruleSet: bilingual("最严格保护，严控开发建设", "Strictest protection, building strictly held"),
    basis: security("4.1"),
  }),
  row("farmland", "lines", {
    title: bilingual("永久基本农田", "Permanent basic farmland"),
    geometry: "polygon",
    minZoom: 10,
    level: "1",
    ruleSet: bilingual("不得擅自占用", "Not to be taken without approval"),
    basis: security("4.1"),
  }),
  row("farmland_reserve", "lines", {
    title: bilingual("永久基本农田储备区", "Reserve of basic farmland"),
    geometry: "polygon",
    minZoom: 10,
    level: "2",
    ruleSet: bilingual("不得擅自占用", "Not to be taken without approval"),
    basis: landPlan("4.2.1"),
  }),
  row("farmland_retained", "lines", {
    title: bilingual("耕地保有量储备区", "Farmland kept in reserve"),
    geometry: "polygon",
    minZoom: 10,
    level: "2",
    ruleSet: bilingual("不得擅自占用", "Not to be taken without approval"),
    basis: landPlan("4.2.1"),
  }),
  row("growth_boundary", "lines", {
    title: bilingual("城镇开发边界", "Urban growth boundary"),
    geometry: "polygon",
    minZoom: 8,
    level: "2",
    ruleSet: bilingual("集中建设在边界以内", "Concentrated building stays inside"),
    basis: landPlan("4.1"),
  }),
  row("planning_zones", "lines", {
    title: bilingual("规划分区", "Planning zones"),
    geometry: "polygon",
    minZoom: 9,
    level: "advice",
    ruleSet: bilingual("各区的主导用途不同", "Each zone has a leading use"),
  }),
  row("strategic_white", "lines", {
    title: bilingual("战略留白用地", "Strategic white land"),
    geometry: "polygon",
    minZoom: 11,
    level: "1",
    ruleSet: bilingual("2035 年前不启用", "Not used before 2035"),
    basis: landPlan("1.1.4"),
  }),
  row("ecological_control", "lines", {
    title: bilingual("生态分级管控区", "Ecological control levels"),
    geometry: "polygon",
    minZoom: 9,
    level: "1",
    levels: { "1": "1", "2": "2", "3": "3" },
    ruleSet: bilingual(
      "一级刚性，二级有条件准入，三级按清单限制",
      "First rigid, second on conditions, third by a list",
    ),
    basis: security("4.1"),
  }),
  row("important_waters", "lines", {
    title: bilingual("重要河湖湿地", "Important rivers, lakes and wetlands"),
    geometry: "polygon",
    minZoom: 9,
    level: "1",
    ruleSet: bilingual("水面与湿地不减少", "Water and wetland do not shrink"),
    basis: security("4.1"),
  }),
];
