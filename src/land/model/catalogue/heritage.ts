import { bilingual } from "../../../base/message.ts";
import { row, type CatalogueRow } from "./row.ts";

/** Heritage and form. */
export const heritage: readonly CatalogueRow[] = [
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
  row("heritage_places", "heritage", {
    title: bilingual("文物点", "Heritage places"),
    geometry: "point",
    minZoom: 11,
    level: "1",
    ruleSet: bilingual("不得损毁，施工先报批", "Not to be harmed, and works need consent first"),
  }),
  row("great_wall", "heritage", {
    title: bilingual("长城墙体", "The Great Wall"),
    geometry: "line",
    minZoom: 8,
    level: "1",
    ruleSet: bilingual("墙体不得损毁，两侧从严", "Not to be harmed, and strict on both sides"),
  }),
  row("protection_ranges", "heritage", {
    title: bilingual("文物保护范围与建控地带", "Protection and control ranges"),
    geometry: "polygon",
    minZoom: 13,
    level: "1",
    ruleSet: bilingual("范围内建设须文物部门同意", "The heritage authority consents inside"),
  }),
  row("traditional_villages", "heritage", {
    title: bilingual("名镇名村与传统村落", "Famous towns and traditional villages"),
    geometry: "polygon",
    minZoom: 11,
    level: "2",
    ruleSet: bilingual("保护格局与风貌", "Pattern and character are kept"),
  }),
  row("heritage_corridors", "heritage", {
    title: bilingual("遗产廊道", "Heritage corridors"),
    geometry: "polygon",
    minZoom: 10,
    level: "advice",
    ruleSet: bilingual("串联遗产，分三级引导", "They link heritage, in three grades"),
  }),
  row("height_zones", "heritage", {
    title: bilingual("建筑高度分区", "Height zones"),
    geometry: "polygon",
    minZoom: 11,
    level: "2",
    ruleSet: bilingual("不超过分区的高度", "Not above the height of the zone"),
  }),
  row("view_zones", "heritage", {
    title: bilingual("景观视廊", "View corridors"),
    geometry: "polygon",
    minZoom: 11,
    level: "2",
    ruleSet: bilingual("不遮挡视线", "The view is not blocked"),
  }),
  row("ancient_trees", "heritage", {
    title: bilingual("古树名木", "Ancient trees"),
    geometry: "point",
    minZoom: 14,
    level: "1",
    ruleSet: bilingual("避让保护，不得砍伐", "Built around, never felled"),
  }),
];
