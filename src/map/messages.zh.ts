import type { Sentences } from "../http/problem.ts";
import type { MapRefusal } from "./model/refusals.ts";

export type MapMessages = Sentences<MapRefusal>;

export const zh: MapMessages = {
  tile_missing: ({ z, x, y }) =>
    `没有瓦片 ${z}/${x}/${y}：级别为 0 到 16，行列号小于 2 的级别次方。`,
  property_unknown: ({ layer, property }) =>
    `图层 ${layer} 没有名为 ${property} 的属性。可用的属性见 /ogc/collections/${layer}/queryables。`,
  form_unknown: ({ form }) => `没有名为 ${form} 的格式：f 为 json 或 html。`,
  crs_unknown: ({ crs }) =>
    `不支持坐标系 ${crs}：可用 CRS84 和 EPSG 4490、4548、3857，写成 http://www.opengis.net/def/crs/ 的全称。`,
  datetime_invalid: ({ datetime }) =>
    `datetime 应为一天、一个时刻，或用斜线隔开的起止，未定的一端写“..”，给出的是“${datetime}”。`,
  filter_invalid: ({ near }) => `filter 不是可读的 CQL2 条件，问题在“${near}”附近。`,
};
