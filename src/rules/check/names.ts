import type { FactIr, Node, Span } from "../ir.ts";
import type { Syntax } from "../parse/syntax.ts";
import { nearest, nearestId } from "../resolve/nearest.ts";
import { spend, type Checking } from "./checking.ts";
import { lawDate, manyOf, visibleFrom } from "../resolve/scope.ts";
import { folds, placedAt, sizeOf } from "./tree.ts";

type Name = Extract<Syntax, { op: "name" }>;

/** Resolves a name: a fact, a parameter, a let value, or a fact of the subjects around it. */
export function checkName(checking: Checking, name: Name): Node | undefined {
  const { scope, subjects } = checking;
  const [first = "", ...rest] = name.words;
  const bound = rest.length === 0 ? checking.bound.get(first) : undefined;
  if (bound) return checking.check({ ...checking, bound: bound.bound }, bound.value);
  if (subjects?.variables.includes(first)) {
    const id = rest.length === 1 ? `${subjects.level}.${rest[0]}` : rest.join(".");
    return checkFact(checking, id, name);
  }
  if (rest.length > 0) return checkFact(checking, name.words.join("."), name);
  const own = subjects && `${subjects.level}.${first}`;
  const isFact = own !== undefined && scope.factById.has(own);
  if (first === lawDate && scope.day === "law date" && !isFact) {
    return { op: "as_of", type: { kind: "date" }, span: { start: name.start, end: name.end } };
  }
  if (scope.names.has(first)) {
    if (isFact) return checking.note("name_taken", { name: first }, name);
    return inline(checking, scope.lookUp(first, checking.note, name), name);
  }
  return isFact ? checkFact(checking, own, name) : unknownName(checking, first, name);
}

function unknownName(checking: Checking, name: string, span: Span): undefined {
  const { scope, note } = checking;
  if (manyOf.has(name)) return note("subjects_alone", { name }, span);
  if (scope.groups.has(name)) {
    const example = scope.facts.find((fact) => fact.group === name)?.id ?? `${name}.…`;
    return note("group_alone", { group: name, example }, span);
  }
  const facts = scope.facts.filter((fact) => fact.name === name).map((fact) => fact.id);
  const near = nearest(name, scope.names) ?? facts[0] ?? nearest(name, scope.factById.keys());
  return note("name_unknown", { name, nearest: near }, span);
}

function checkFact(checking: Checking, id: string, span: Span): Node | undefined {
  const { scope, note, subjects } = checking;
  const index = scope.factById.get(id);
  const fact = index === undefined ? undefined : scope.facts[index];
  const [group = ""] = id.split(".");
  if (index === undefined || !fact) {
    if (manyOf.has(group)) return note("subjects_alone", { name: id }, span);
    if (isPartOfDate(checking, id)) return note("date_part", { name: id }, span);
    return note(
      "fact_unknown",
      { name: id, nearest: nearestId(id, [...scope.factById.keys()]) },
      span,
    );
  }
  if (fact.level !== subjects?.level && !visibleFrom(scope.level).includes(fact.level)) {
    const write = exampleOf(fact);
    return note("level_below", { fact: id, level: fact.level, at: scope.level, write }, span);
  }
  if (fact.definition.type === "geometry")
    return note("geometry_in_expression", { fact: id }, span);
  const derived = scope.derive(index, note, span);
  if (derived !== "stated") return inline(checking, derived, span);
  return { op: "fact", fact: index, type: fact.type, span: { start: span.start, end: span.end } };
}

/** `project.asked_on.year`: a part of a date, which rules do not take apart. */
function isPartOfDate({ scope }: Checking, id: string): boolean {
  const index = scope.factById.get(id.slice(0, id.lastIndexOf(".")));
  return index !== undefined && scope.facts[index]?.type.kind === "date";
}

/** How a rule above may speak of a fact below. */
function exampleOf(fact: FactIr): string {
  const many = [...manyOf].find(([, one]) => one === fact.level)?.[0];
  const name = fact.group === fact.level ? fact.name : fact.id;
  if (many === undefined) return fact.id;
  if (fact.type.kind === "number") return `sum(${many}.${name})`;
  const test = fact.type.kind === "boolean" ? "" : " = …";
  return `some x in ${many} satisfies x.${name}${test}`;
}

/** Writes out what a name stands for, as long as there is room. */
function inline(checking: Checking, node: Node | undefined, span: Span): Node | undefined {
  if (!node) return undefined;
  if (checking.room.nodes < 0) return undefined;
  if (checking.subjects && folds(node)) return checking.note("aggregate_nested", {}, span);
  if (!spend(checking, sizeOf(node), span)) return undefined;
  return placedAt(node, { start: span.start, end: span.end });
}
