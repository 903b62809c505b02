import { divide, one, parseRatio, ratio, type Ratio } from "../../base/ratio.ts";
import { defaultQuantum, parseUnit } from "../../base/unit.ts";
import type { FactDefinition, Level } from "../contract/pack.ts";
import type { FactIr, Program, Type } from "../ir.ts";

/** A dictionary for tests of reading and writing: every type of fact, at several levels. */

const both = (text: string) => ({ zh: `${text}（中）`, en: text });
const options = (...ids: readonly string[]) => ids.map((id) => ({ id, label: both(id) }));

const stated: readonly FactDefinition[] = [
  {
    id: "project.approved_floor_area",
    type: "quantity",
    unit: "m2",
    label: { zh: "原批准建筑规模", en: "floor area originally approved" },
    source: ["registry", "asked"],
  },
  {
    id: "project.name",
    type: "text",
    label: { zh: "项目名称", en: "project name" },
    source: ["reported", "asked"],
  },
  {
    id: "contribution.free_of_charge",
    type: "boolean",
    label: { zh: "无偿提供", en: "free of charge" },
    source: ["asked", "reported"],
  },
  {
    id: "contribution.site_area",
    type: "quantity",
    unit: "m2",
    max: 1_000_000,
    label: { zh: "用地面积", en: "site area" },
    source: ["registry", "map", "reported", "asked"],
    renamed_from: ["contribution.land_area"],
  },
  {
    id: "contribution.kind",
    type: "enumeration",
    options: options("public service", "municipal", "public safety", "public space"),
    label: { zh: "设施类型", en: "kind of facility" },
    source: ["asked"],
  },
  {
    id: "contribution.uses",
    type: "list",
    options: options("office", "retail", "culture"),
    label: { zh: "用途", en: "uses" },
    source: ["asked", "reported"],
  },
  {
    id: "contribution.plot_area",
    type: "quantity",
    unit: "mu",
    label: { zh: "地块面积", en: "plot area" },
    source: ["asked"],
  },
  {
    id: "contribution.agreed_on",
    type: "date",
    label: { zh: "签约日期", en: "date of agreement" },
    source: ["asked", "reported"],
  },
  {
    id: "contribution.ratio",
    type: "quantity",
    unit: "%",
    max: 100,
    label: { zh: "比例", en: "share" },
    source: ["derived"],
    derived: "contribution.site_area / project.approved_floor_area",
  },
  {
    id: "block.population_change",
    type: "quantity",
    unit: "1",
    min: -100,
    max: 100,
    label: { zh: "人口变化", en: "population change" },
    source: ["registry"],
  },
  {
    id: "building.kind",
    type: "enumeration",
    options: options("factory", "office"),
    label: { zh: "建筑类型", en: "kind of building" },
    source: ["registry", "asked"],
  },
  {
    id: "building.floor_area",
    type: "quantity",
    unit: "m2",
    label: { zh: "建筑面积", en: "floor area" },
    source: ["registry", "asked"],
  },
  {
    id: "heritage.protected",
    type: "boolean",
    label: { zh: "保护建筑", en: "protected" },
    source: ["map", "registry"],
  },
];

const levelByGroup: Readonly<Record<string, Level>> = {
  project: "project",
  contribution: "project",
  block: "block",
  building: "building",
  heritage: "building",
};

function typeOf({ type, unit, options: list }: FactDefinition): Type {
  const ids = list?.map(({ id }) => id) ?? [];
  if (type === "boolean" || type === "date") return { kind: type };
  if (type === "enumeration") return { kind: "enumeration", options: ids };
  if (type === "list") return { kind: "list", options: ids };
  if (type !== "quantity") return { kind: "text" };
  return { kind: "number", dimension: parseUnit(unit ?? "1")?.dimension ?? {} };
}

function factIr(definition: FactDefinition): FactIr {
  const [group = "", name = ""] = definition.id.split(".");
  const unit = definition.unit ?? "1";
  const quantum = defaultQuantum(unit);
  const factor: Ratio = parseUnit(unit)?.factor ?? one;
  const step = { n: quantum.n * factor.n, d: quantum.d * factor.d };
  const quanta = (figure: number): number => {
    const steps = divide(parseRatio(String(figure)) ?? one, quantum);
    return Number(steps.n / steps.d);
  };
  const type = typeOf(definition);
  return {
    id: definition.id,
    group,
    name,
    level: levelByGroup[group] ?? "project",
    type,
    definition,
    step: ratio(step.n, step.d),
    min: type.kind === "number" ? quanta(definition.min ?? 0) : undefined,
    max: definition.max === undefined ? undefined : quanta(definition.max),
  };
}

const facts = stated.map(factIr);

export const sample: Program = {
  pack: "sample",
  version: "2025-01-01",
  encoding: "sample",
  zone: "Asia/Shanghai",
  facts,
  factById: new Map(facts.map(({ id }, index) => [id, index])),
  groups: new Map(
    Object.entries(levelByGroup).map(([group, level]) => [
      group,
      { id: group, level, title: both(group) },
    ]),
  ),
  parameters: [],
  registers: [],
  rules: [],
  ruleById: new Map(),
  order: [],
  combinations: [],
  measures: new Map(),
  terms: new Map(),
};

export const factIndex = (id: string): number => facts.findIndex((fact) => fact.id === id);
