import { bilingual } from "../../../base/message.ts";
import { row, type CatalogueRow } from "./row.ts";

/** What one sees besides. */
export const scenery: readonly CatalogueRow[] = [
  row("parks", "scenery", {
    title: bilingual("公园", "Parks"),
    geometry: "polygon",
    minZoom: 11,
    reachM: 500,
  }),
  row("green_lines", "scenery", {
    title: bilingual("绿线", "Green lines"),
    geometry: "polygon",
    minZoom: 12,
    level: "2",
    ruleSet: bilingual(
      "绿地不得改作他用，配套有比例上限",
      "Green stays green, with a cap for what serves it",
    ),
  }),
  row("park_blind_spots", "scenery", {
    title: bilingual("公园服务盲区", "Park blind spots"),
    geometry: "polygon",
    minZoom: 11,
    level: "advice",
    ruleSet: bilingual("宜补公园", "A park is wanted here"),
  }),
  row("rivers", "scenery", { title: bilingual("水体", "Water"), geometry: "polygon", minZoom: 9 }),
  row("trees", "scenery", { title: bilingual("树木", "Trees"), geometry: "point", minZoom: 15 }),
  row("surroundings", "scenery", {
    title: bilingual("周边示意", "Surroundings"),
    geometry: "polygon",
    minZoom: 13,
  }),
];
