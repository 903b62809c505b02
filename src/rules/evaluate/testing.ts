import { invariant } from "../../base/invariant.ts";
import { divide, one, ratio, type Ratio } from "../../base/ratio.ts";
import { parseUnit } from "../../base/unit.ts";
import type { Case, Known, Stated, Subject } from "../case/model.ts";
import { anonymous, isListed } from "../case/model.ts";
import { levels, type Level } from "../contract/pack.ts";
import type { EffectIr, FactIr, Node, Program, RuleIr, Type } from "../ir.ts";

export { expressions } from "./expressions.testing.ts";

/** Small programs and cases by hand, for tests of the back ends. */

type FactShape = {
  readonly level?: Level;
  readonly options?: readonly string[];
  readonly unit?: string;
  readonly step?: Ratio;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
};

const typeOf = (kind: Type["kind"], { options, unit }: FactShape): Type => {
  if (kind === "enumeration") return { kind, options: options ?? [] };
  if (kind === "list") return { kind, options };
  if (kind !== "number") return { kind };
  return { kind, dimension: parseUnit(unit ?? "1")?.dimension ?? {} };
};

/** A fact; quantities count hundredths of square metres from zero unless said otherwise. */
export function factIr(id: string, kind: Type["kind"], shape: FactShape = {}): FactIr {
  const [group = "", name = ""] = id.split(".");
  const isNumber = kind === "number";
  return {
    id,
    group,
    name,
    level: shape.level ?? "project",
    type: typeOf(kind, shape),
    step: shape.step ?? (isNumber && shape.unit !== "1" ? ratio(1, 100) : one),
    min: Object.hasOwn(shape, "min") ? shape.min : isNumber ? 0 : undefined,
    max: shape.max,
    definition: {
      id,
      type: isNumber ? "quantity" : kind,
      label: { zh: id, en: id },
      ...(isNumber && { unit: shape.unit ?? "m2" }),
      ...(shape.options && {
        options: shape.options.map((option) => ({ id: option, label: { zh: option, en: option } })),
      }),
      source: ["asked"],
    } as FactIr["definition"],
  };
}

const pure: Type = { kind: "number", dimension: {} };

export const effectIr = (shape: Partial<EffectIr> = {}): EffectIr => ({
  kind: "grant",
  target: "floor_area",
  title: { zh: "面积", en: "floor area" },
  force: "may",
  amount: undefined,
  unit: "m2",
  step: ratio(1, 100),
  wish: undefined,
  bounds: [],
  account: undefined,
  requires: [],
  ...shape,
});

const childrenOf = (node: Node): Node[] =>
  Object.values(node).flatMap((value) =>
    Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [],
  );
const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "op" in value && "span" in value;

const factsIn = (node: Node): number[] => [
  ...(node.op === "fact" ? [node.fact] : []),
  ...childrenOf(node).flatMap(factsIn),
];

/** A rule; what it reads and splits on follows from its expressions. */
export function ruleIr(id: string, facts: readonly FactIr[], shape: Partial<RuleIr> = {}): RuleIr {
  const effects = shape.effects ?? [effectIr()];
  const nodes = [
    ...(shape.condition ? [shape.condition] : []),
    ...effects.flatMap((effect) => [
      ...(effect.amount ? [effect.amount] : []),
      ...effect.bounds.map((bound) => bound.limit),
    ]),
  ];
  const read = [...nodes.flatMap(factsIn), ...effects.flatMap((effect) => effect.wish ?? [])];
  const isSplit = (fact: number) => {
    const kind = facts[fact]?.type.kind;
    const often = read.filter((other) => other === fact).length > 1;
    return often && (kind === "boolean" || kind === "enumeration");
  };
  const reads = [...new Set(read)];
  return {
    id,
    measure: id.slice(0, id.lastIndexOf("/")),
    title: { zh: id, en: id },
    addressee: "project",
    level: "project",
    standing: "full",
    since: "unknown",
    until: undefined,
    condition: undefined,
    when: undefined,
    needsTexts: [],
    overrides: [],
    because: undefined,
    unverified: false,
    cite: { document: "doc", item: 1, sha256: "0".repeat(64) },
    ...shape,
    effects,
    reads,
    splits: reads.filter(isSplit),
  };
}

export function programOf(shape: Partial<Program> & Pick<Program, "facts" | "rules">): Program {
  return {
    pack: "test",
    version: "2026-01-01",
    encoding: "0".repeat(64),
    zone: "Asia/Shanghai",
    factById: new Map(shape.facts.map((fact, index) => [fact.id, index])),
    groups: new Map(),
    parameters: [],
    registers: [],
    ruleById: new Map(shape.rules.map((rule, index) => [rule.id, index])),
    order: shape.rules.map((_, index) => index),
    combinations: [],
    measures: new Map(),
    terms: new Map(),
    ...shape,
  };
}

/** A figure of the law that has always stood. */
export const parameterIr = (
  name: string,
  min: Ratio,
  max = min,
): Program["parameters"][number] => ({
  id: `m.${name}`,
  name,
  unit: "1",
  title: undefined,
  type: pure,
  values: [{ since: "unknown", until: undefined, min, max }],
});

type States = { readonly [fact: string]: Known | Stated };

const stated = (value: Known | Stated): Stated =>
  typeof value === "object" && "state" in value ? value : { state: "known", value };

/** A subject from values by fact id: quanta for quantities. */
export function subjectOf(
  program: Program,
  { level, id }: { readonly level: Level; readonly id: string },
  states: States,
): Subject {
  const facts = Object.entries(states).map(([fact, value]): [number, Stated] => {
    const index = program.factById.get(fact);
    invariant(index !== undefined, `${fact} is in the dictionary`);
    return [index, stated(value)];
  });
  return { id, level, facts: new Map(facts) };
}

type Subjects = Partial<Record<Level, readonly Subject[]>>;

/** A case from the facts of its project; other levels as given, unknown where not. */
export function caseOf(program: Program, project: States, others: Subjects = {}): Case {
  const subjects = Object.fromEntries(
    levels.map((level) => {
      const id = isListed(level) ? anonymous : level;
      return [level, others[level] ?? [subjectOf(program, { level, id }, {})]];
    }),
  ) as unknown as Record<Level, readonly Subject[]>;
  return {
    id: "case",
    synthetic: false,
    subjects: {
      ...subjects,
      project: [subjectOf(program, { level: "project", id: "project" }, project)],
    },
    stated: Object.fromEntries(
      levels.map((level) => [level, others[level] !== undefined || level === "project"]),
    ) as Record<Level, boolean>,
  };
}

export const perCent = (value: number): Ratio => divide(ratio(value), ratio(100));
