import type { Sentences } from "../http/problem.ts";
import type { CityRefusal } from "./generate/order.ts";
import type { PlaceRefusal } from "./model/place.ts";
import type { MapRefusal } from "./model/refusals.ts";

export type LandRefusal = PlaceRefusal | MapRefusal | CityRefusal;
export type LandMessages = Sentences<LandRefusal>;

const percent = (share: number): string => `${Math.round(share * 10_000) / 100}%`;

const kindNames: Readonly<Record<string, string>> = { point: "点", line: "线", polygon: "面" };

export const zh: LandMessages = {
  polygon_invalid:
    "范围不是正确的 GeoJSON 多边形：需要 type 为 Polygon，coordinates 为若干圈经纬度，洞要落在外圈之内。",
  polygon_empty: "范围是空的：至少要三个不在一条线上的点。",
  polygon_too_many_points: ({ points, limit }) =>
    `范围有 ${points} 个点，上限 ${limit} 个。请先化简。`,
  polygon_self_crossing: ({ at }) =>
    `范围的边线自己相交或相碰，位置在 ${at.join(", ")} 附近。请改画成不相交的一圈。`,
  polygon_too_large: ({ areaKm2, limitKm2 }) =>
    `范围有 ${areaKm2} 平方公里，上限 ${limitKm2} 平方公里。请画小一些。`,
  polygon_outside_city: ({ insideShare }) =>
    insideShare === 0
      ? "范围不在本市之内。"
      : `范围只有 ${percent(insideShare)} 在本市之内，至少要一半。`,
  geometry_invalid:
    "给出的不是 GeoJSON 图形：可以是点、线、多边形，或同一种图形的若干个，坐标为经度、纬度。",
  geometry_empty: "图形是空的：点至少一个，线至少两个不同的点。",
  geometry_mixed: ({ kinds }) =>
    `给出的图形混有 ${kinds.map((kind) => kindNames[kind] ?? kind).join("、")}。一次只查一种，请分开再查。`,
  line_too_long: ({ lengthKm, limitKm }) =>
    `线长 ${lengthKm} 公里，上限 ${limitKm} 公里。请分段再查。`,
  coordinates_not_lonlat: ({ point }) =>
    `坐标 ${point.join(", ")} 不是中国境内的经度、纬度。顺序应为经度在前，单位为度。`,
  building_missing: ({ id }) => `没有编号为 ${id} 的房屋。`,
  layer_unknown: ({ layer }) => `没有名为 ${layer} 的图层。全部图层见 /api/v1/land/layers。`,
  feature_missing: ({ layer, id }) => `图层 ${layer} 里没有编号为 ${id} 的要素。`,
  bbox_invalid: ({ bbox }) =>
    `bbox 应为“西,南,东,北”四个度数，西不大于东、南不大于北，给出的是“${bbox}”。`,
  city_missing: "还没有装入城市数据，地图上没有可答的内容。",
  size_not_available: ({ size }) =>
    `内置数据库放不下 ${size} 规模的城市，请设置 DATABASE_URL，或用 district。`,
};
