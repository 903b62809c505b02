import { parse } from "yaml";
import { compile } from "../compile.ts";
import type { Case } from "../case/model.ts";
import type { Combination } from "../contract/pack.ts";
import { readCase } from "../case/read.ts";
import type { Program } from "../ir.ts";
import type { Located, PackSource } from "../source.ts";

/** A small law book for tests: enough to meet every kind of condition. */

const clauseHash = "0".repeat(64);

const dictionary = `
groups:
  - { id: project, level: project, title: { zh: 项目, en: Project } }
  - { id: contribution, level: project, title: { zh: 公共贡献, en: Contribution } }
  - { id: heritage, level: project, title: { zh: 保护, en: Heritage } }
  - { id: place, level: project, title: { zh: 位置, en: Place } }
  - { id: building, level: building, title: { zh: 建筑, en: Building } }
facts:
  - id: project.approved_floor_area
    type: quantity
    unit: m2
    label: { zh: 原核定建筑面积, en: Floor area originally approved }
    question: { zh: 原核定建筑面积是多少？, en: How much floor area was originally approved? }
    source: [registry, reported, asked]
  - id: project.new_floor_area
    type: quantity
    unit: m2
    label: { zh: 新增规模, en: Newly added area }
    question: { zh: 新增多少？, en: How much is added? }
    source: [reported, asked]
  - id: project.city_quota_wanted
    type: quantity
    unit: m2
    label: { zh: 申请市级指标, en: City quota asked for }
    question: { zh: 申请多少市级指标？, en: How much city quota is asked for? }
    source: [reported, asked]
  - id: project.is_major
    type: boolean
    label: { zh: 重大项目, en: Major project }
    says:
      yes: { zh: 项目重大, en: the project is a major one }
      no: { zh: 项目不重大, en: the project is not a major one }
    question: { zh: 是重大项目吗？, en: Is it a major project? }
    source: [reported, asked]
  - id: project.started_on
    type: date
    label: { zh: 开工日期, en: Start of works }
    question: { zh: 什么时候开工？, en: When do works start? }
    source: [reported, asked]
  - id: project.uses
    type: list
    label: { zh: 用途, en: Uses }
    question: { zh: 有哪些用途？, en: Which uses? }
    options:
      - { id: office, label: { zh: 办公, en: Office } }
      - { id: retail, label: { zh: 零售, en: Retail } }
    source: [reported, asked]
  - id: contribution.free_of_charge
    type: boolean
    label: { zh: 无偿提供, en: Free of charge }
    question: { zh: 无偿提供吗？, en: Is it free of charge? }
    source: [reported, asked]
  - id: contribution.kind
    type: enumeration
    label: { zh: 提供的内容, en: What is given }
    question: { zh: 提供什么？, en: What is given? }
    options:
      - { id: public space, label: { zh: 公共空间, en: Public space } }
      - { id: municipal, label: { zh: 市政设施, en: Municipal facility } }
      - { id: none, label: { zh: 没有, en: Nothing } }
    source: [reported, asked]
  - id: contribution.site_area
    type: quantity
    unit: m2
    label: { zh: 占地面积, en: Site area }
    question: { zh: 占地多少？, en: How large is the site? }
    source: [reported, asked]
  - id: contribution.award_wanted
    type: quantity
    unit: m2
    label: { zh: 希望的奖励面积, en: Award asked for }
    question: { zh: 希望奖励多少？, en: How much award is asked for? }
    source: [reported, asked]
  - id: heritage.protected
    type: boolean
    label: { zh: 保护历史建筑, en: Protects heritage }
    question: { zh: 保护历史建筑吗？, en: Does it protect heritage? }
    source: [reported, asked]
  - id: place.station_distance
    type: quantity
    unit: m
    max: 200000
    label: { zh: 到最近站点的距离, en: Distance to the nearest station }
    source: [map]
    map: { layer: stations, measure: distance }
  - id: building.kind
    type: enumeration
    label: { zh: 房屋类型, en: Kind of building }
    question: { zh: 是哪类房屋？, en: Which kind of building? }
    options:
      - { id: factory, label: { zh: 厂房, en: Factory } }
      - { id: office, label: { zh: 办公楼, en: Office building } }
    source: [registry, asked]
  - id: building.floor_area
    type: quantity
    unit: m2
    label: { zh: 房屋面积, en: Area of the building }
    question: { zh: 面积多少？, en: How large is it? }
    source: [registry, asked]
terms:
  - { id: floor_area, title: { zh: 建筑规模, en: Floor area } }
  - { id: quota, title: { zh: 市级指标, en: City quota } }
  - { id: review, title: { zh: 联合审查, en: Joint review } }
  - { id: pool, title: { zh: 指标池, en: Pool } }
  - { id: performance, title: { zh: 履约协议, en: Performance agreement } }
registers:
  - id: small-list
    title: { zh: 小型名单, en: Small list }
    issuer: sample
    date: "2025-01-01"
    state: imported
    entries: [municipal]
  - id: blank-list
    title: { zh: 空名单, en: Blank list }
    issuer: sample
    date: "2025-01-01"
    state: empty
    entries: []
`;

type Objects = { readonly [key: string]: readonly unknown[] };

const located = <T>(value: T): Located<T> => ({
  value,
  file: "sample.yaml",
  at: () => ({ file: "sample.yaml", line: 1, column: 1, source: "" }),
});

/** The rules of one measure, written as in a pack, as a program over the sample's dictionary. */
export function sampleProgram(measure: string): Program {
  const objects = parse(dictionary) as Objects;
  const measures = [{ ...measureHead, ...(parse(measure) as object) }];
  const all = <T>(key: string): readonly Located<T>[] =>
    ((objects[key] ?? []) as readonly T[]).map(located);
  const source: PackSource = {
    manifest,
    encoding: "sample",
    groups: all("groups"),
    facts: all("facts"),
    documents: [located(document)],
    organisations: [located({ id: "office", title: { zh: "机关", en: "Office" } })],
    terms: all("terms"),
    registers: all("registers"),
    measures: measures.map((one) => located(one as never)),
    combinations: together(measures).map(located),
    stated: [],
    projects: [],
    equivalents: [],
    tasks: [],
    campaigns: [],
    paths: [],
    cards: [],
    branches: [],
    acceptances: [],
  };
  const compiled = compile(source);
  if (compiled.ok) return compiled.value;
  throw new Error(compiled.refusal.map(({ code, message }) => `${code}: ${message.en}`).join("\n"));
}

type RuleText = { readonly id: string; readonly permit?: string; readonly addressee?: string };

/** Rules that permit the same thing stand side by side here; the compiler wants that said. */
function together(measures: readonly object[]): readonly Combination[] {
  const rules = measures.flatMap((measure) => (measure as { rules?: RuleText[] }).rules ?? []);
  const same = rules.filter(({ permit, addressee }) => permit === "review" && !addressee);
  if (same.length < 2) return [];
  const because = { zh: "样例里互不相干。", en: "They have nothing to do with each other here." };
  return [{ id: "side", rules: same.map(({ id }) => `book/1/${id}`), stack: "sum", because }];
}

const manifest = {
  id: "sample",
  version: "2025-01-01",
  language: 1,
  extends: [],
  title: { zh: "样例", en: "Sample" },
  zone: "Asia/Shanghai",
  crs: "EPSG:4548",
};

const document = {
  id: "book",
  title: { zh: "样例文件", en: "Sample document" },
  short: { zh: "样例", en: "Sample" },
  issuer: "sample",
  since: "unknown",
  mechanisms: [{ id: "area", title: { zh: "面积", en: "Area" }, items: 9 }],
};

const measureHead = {
  id: "book/1",
  title: { zh: "样例措施", en: "Sample measure" },
  mechanism: "area",
  standing: "pilot",
  lead: ["office"],
  addressee: "project",
  cite: { document: "book", item: 1, sha256: clauseHash },
  summary: { zh: "样例。", en: "A sample." },
  since: "unknown",
};

/** Facts over the sample's dictionary, read as a case. */
export function sampleCase(program: Program, facts: unknown): Case {
  const read = readCase(program, facts);
  if (read.ok) return read.value;
  throw new Error(read.refusal.map(({ message }) => message.en).join("\n"));
}
