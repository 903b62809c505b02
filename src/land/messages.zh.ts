import type { Sentences } from "../http/problem.ts";
import type { CityRefusal } from "./generate/order.ts";
import type { FileFault, RowFaultCode } from "./model/files/table.ts";
import type { PlaceRefusal } from "./model/place.ts";
import type { ChangeRefusal, ImportRefusal, MapRefusal } from "./model/refusals.ts";

export type LandRefusal = PlaceRefusal | MapRefusal | CityRefusal | ImportRefusal | ChangeRefusal;
export type LandMessages = Sentences<LandRefusal>;

const percent = (share: number): string => `${Math.round(share * 10_000) / 100}%`;

const kindNames: Readonly<Record<string, string>> = { point: "点", line: "线", polygon: "面" };

/** Why a row of a file is refused. */
export const rowFaultsZh: Readonly<Record<RowFaultCode, string>> = {
  row_unreadable: "这一行读不出来",
  shape_missing: "没有图形",
  shape_unreadable: "图形读不出来",
  shape_mixed: "图形混有多种类型",
  shape_kind: "图形的类型与图层不符",
  shape_invalid: "图形不成立（自相交、洞在外圈之外等）",
  ring_open: "圈没有闭合",
  null_island: "坐标是 0, 0",
  too_many_vertices: "点太多",
  outside_city: "不在本市之内",
  outside_district: "不在限定的区之内",
  id_invalid: "编号不能用",
  id_twice: "编号与前面的行重复",
  text_too_long: "文字太长或有不能保存的字符",
  day_invalid: "日期不成立",
  day_future: "生效日期在今天之后",
  class_unknown: "类别不是这个图层认得的词",
};

/** Why a file is refused as a whole. */
const fileFaultsZh: Readonly<Record<FileFault, string>> = {
  too_large: "文件太大",
  form_unknown: "认不出这是什么格式的文件",
  broken: "文件残缺或有错",
  zip_bomb: "压缩包展开后过大",
  too_many_rows: "行数太多",
  too_many_columns: "列数太多",
  column_unusable: "列名里有不能保存的字符",
  too_many_vertices: "点数太多",
  rows_missing: "文件里没有数据",
  place_missing: "找不到说明位置的列",
  too_slow: "处理时间或内存超出上限",
  given_up: "处理这个文件时每次都中断",
};

const importStatesZh: Readonly<Record<string, string>> = {
  reading: "正在读取",
  waiting: "等待确认",
  importing: "正在导入",
  done: "已完成",
  refused: "未通过",
  cancelled: "已取消",
};

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
  map_file_refused: ({ fault, detail }) =>
    `${fileFaultsZh[fault]}（${detail}）。没有写入任何内容。`,
  files_busy: ({ waiting }) => `已有 ${waiting} 份文件在等待写出，没有写出任何内容，过一分钟再试。`,
  import_missing: ({ id }) => `没有编号为 ${id} 的导入。`,
  import_past: ({ state }) => `这次导入现在是“${importStatesZh[state] ?? state}”，不能再这样做。`,
  file_crs_unknown: ({ crs }) => `不认得坐标系 ${crs}。可用的写法见导入的检查结果。`,
  crs_open: ({ candidates }) =>
    `凭文件本身分不清坐标系，请写明。可能是：${candidates || "没有一个能让数据落在本市"}。`,
  column_missing: ({ column }) => `文件里没有“${column}”这一列。`,
  rows_refused: ({ refused, good }) =>
    `有 ${refused} 行不能导入，${good} 行可以。没有写入任何内容；可下载逐行原因，改好再来，或只收好的行。`,
  export_too_large: ({ limit }) => `一次最多导出 ${limit} 个要素。请缩小范围或少选图层。`,
  change_missing: ({ id }) => `没有编号为 ${id} 的改动。`,
  change_undone: ({ id }) => `改动 ${id} 已经撤销过，或本身就是一次撤销。`,
  change_before_load: ({ id }) =>
    `改动 ${id} 之后，这个图层重新装入过，当时被替换的内容已不在，不能撤销。可逐个修改或注销要素。`,
  valid_from_future: ({ day, today }) =>
    `改动立即生效，生效日期不能是 ${day}，最晚为今天（${today}）。`,
  change_overtaken: ({ feature, by }) =>
    `要素 ${feature} 后来又被改动 ${by} 动过。请先撤销那一次。没有改动任何内容。`,
  feature_stale: ({ id, version }) =>
    `要素 ${id} 已被别人改过，现在是第 ${version} 版；没有覆盖任何内容。请重新打开再改。`,
  feature_exists: ({ layer, id }) => `图层 ${layer} 里已有编号为 ${id} 的要素。`,
  feature_wrong: ({ fault, at }) =>
    `画的要素不能收：${rowFaultsZh[fault]}${at ? `，位置在 ${at.join(", ")}` : ""}。`,
};
