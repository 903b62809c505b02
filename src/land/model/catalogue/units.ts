import { bilingual } from "../../../base/message.ts";
import { row, type CatalogueRow } from "./row.ts";

/** The units that the city is divided into, down to the building. */
export const units: readonly CatalogueRow[] = [
  row("districts", "units", {
    title: bilingual("行政区", "Districts"),
    geometry: "polygon",
    minZoom: 0,
  }),
  row("subdistricts", "units", {
    title: bilingual("街道（乡镇）", "Subdistricts"),
    geometry: "polygon",
    minZoom: 9,
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
  row("courtyards", "units", {
    title: bilingual("院落", "Courtyards"),
    geometry: "polygon",
    minZoom: 15,
  }),
  row("buildings", "units", {
    title: bilingual("房屋", "Buildings"),
    geometry: "polygon",
    minZoom: 13,
  }),
  row("spaces", "units", {
    title: bilingual("室外空间", "Open spaces"),
    geometry: "polygon",
    minZoom: 15,
  }),
  row("facilities", "units", {
    title: bilingual("公共服务设施", "Public facilities"),
    geometry: "point",
    minZoom: 13,
  }),
];
