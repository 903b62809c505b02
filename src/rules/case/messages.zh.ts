import type { Level, Source } from "../contract/pack.ts";
import type { CaseMessages, FactName, Kind } from "./reasons.ts";

const kinds: Readonly<Record<Kind, string>> = {
  boolean: "是或否（true / false）",
  number: "数",
  enumeration: "选项",
  text: "文字",
  date: "日期（YYYY-MM-DD）",
  list: "列表",
  object: "对象",
  nothing: "空",
};

export const levelsZh: Readonly<Record<Level, string>> = {
  project: "项目",
  building: "建筑",
  parcel: "宗地",
  space: "空间",
  block: "街区",
  unit: "更新单元",
  district: "区",
};

export const sourcesZh: Readonly<Record<Source, string>> = {
  registry: "登记",
  map: "地图",
  reported: "申报",
  asked: "回答",
  derived: "推算",
};

const listKeys: Partial<Record<Level, string>> = {
  building: "buildings",
  parcel: "parcels",
  space: "spaces",
};

const named = (fact: FactName) => `“${fact.label.zh}”（${fact.id}）`;
const meant = (nearest: string | undefined) => (nearest ? `，是不是 ${nearest}` : "");
const unit = (fact: FactName) => (fact.unit?.zh ? ` ${fact.unit.zh}` : "");

function domain(fact: FactName, min: string | undefined, max: string | undefined): string {
  if (min !== undefined && max !== undefined) return `${min} 到 ${max}${unit(fact)}`;
  return min !== undefined ? `不小于 ${min}${unit(fact)}` : `不超过 ${max}${unit(fact)}`;
}

const place = (level: Level): string =>
  listKeys[level] ? `${listKeys[level]} 列表的每一项里` : "最外层";

export const chinese: CaseMessages = {
  not_an_object: ({ found }) => `这里要写对象，写的是${kinds[found]}`,
  not_a_list: ({ found }) => `这里要写列表，写的是${kinds[found]}`,
  unknown_group: ({ group, nearest }) => `没有名为 ${group} 的事实组${meant(nearest)}`,
  unknown_fact: ({ id, nearest }) => `事实字典里没有 ${id}${meant(nearest)}`,
  unknown_key: ({ key, allowed }) => `不认识 ${key}，可以写：${allowed.join("、")}`,
  forbidden_key: ({ key }) => `不能用 ${key} 作名称`,
  wrong_level: ({ id, level, found }) =>
    `${id} 属于${levelsZh[level]}，写在了${levelsZh[found]}里；应写在${place(level)}`,
  stated_twice: ({ fact }) => `${named(fact)} 写了两次，只能写一次`,
  wrong_type: ({ fact, expected, found }) =>
    `${named(fact)} 要写${kinds[expected]}，写的是${kinds[found]}`,
  wrong_unit: ({ fact, found }) =>
    `${named(fact)} 的单位是${unit(fact) || "纯数"}，不能写 ${found}`,
  unknown_option: ({ fact, option, nearest, options }) =>
    `${named(fact)} 没有选项 ${option}${meant(nearest)}；可选：${options.join("、")}`,
  finer_than_quantum: ({ fact, value, quantum }) =>
    `${named(fact)} 最细到 ${quantum}${unit(fact)}，${value} 更细；不会替你舍入`,
  outside_domain: ({ fact, value, min, max }) =>
    `${named(fact)} 应为${domain(fact, min, max)}，写的是 ${value}`,
  estimate_not_quantity: ({ fact }) => `${named(fact)} 不是数量，不能写估计范围`,
  estimate_malformed: ({ fact }) => `${named(fact)} 的估计范围要写两个数：[最小, 最大]`,
  estimate_reversed: ({ fact, min, max }) =>
    `${named(fact)} 的估计范围写反了：最小 ${min} 大于最大 ${max}`,
  not_finite: ({ fact }) => `${named(fact)} 要写有限的数`,
  too_large: ({ fact }) => `${named(fact)} 太大，超出可以精确计算的范围`,
  too_long: ({ fact, max }) => `${named(fact)} 太长，最多 ${max} 个字`,
  bad_date: ({ fact, value }) => `${named(fact)} 的日期 ${value} 不在日历上，按 YYYY-MM-DD 写`,
  reason_missing: ({ fact }) => `${named(fact)} 写了不适用，要说明理由`,
  unknown_source: ({ fact, source }) =>
    `${named(fact)} 的来源 ${source} 不认识，可以写：registry、map、reported、asked`,
  source_not_allowed: ({ fact, source, allowed }) =>
    `${named(fact)} 不能来自${sourcesZh[source]}，只能来自${allowed.map((name) => sourcesZh[name]).join("、")}`,
  source_twice: ({ fact, source }) =>
    `${named(fact)} 有两条都${source ? `来自${sourcesZh[source]}` : "没有写来源"}，只能留一条`,
  derived_stated: ({ fact }) => `${named(fact)} 由其他事实算出，不能直接填写`,
  geometry_stated: ({ fact }) => `${named(fact)} 是图形，在地图上给出，不写在事实里`,
  bad_provenance: ({ fact, key }) => `${named(fact)} 的 ${key} 要写 1 到 200 个字的文字`,
  bad_envelope: ({ key }) =>
    key === "synthetic" ? "synthetic 要写 true 或 false" : `${key} 要写 1 到 200 个字的文字`,
  subject_without_id: ({ level }) =>
    `每个${levelsZh[level]}都要有编号 id（1 到 200 个字，不能是 ?）`,
  duplicate_subject: ({ level, id }) => `${levelsZh[level]}编号 ${id} 重复`,
  too_many_subjects: ({ max, found }) => `建筑、宗地和空间一共最多 ${max} 个，写了 ${found} 个`,
  broken_text: ({ kind, line, column, detail }) =>
    `读不懂这个 ${kind} 文件：第 ${line} 行第 ${column} 列，${detail.zh}`,
  empty_text: ({ kind }) => `这个 ${kind} 文件里没有案例`,
  not_geojson: ({ found }) => `GeoJSON 要写 Feature 或 FeatureCollection，写的是 ${found}`,
  duplicate_case: ({ id }) => `案例编号 ${id} 重复`,
  column_twice: ({ column }) => `列 ${column} 出现两次`,
  wrong_cell_count: ({ expected, found }) => `表头有 ${expected} 列，这一行有 ${found} 列`,
  and_more: ({ count }) => `还有 ${count} 处没有列出`,
};
