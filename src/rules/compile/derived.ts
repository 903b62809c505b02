import { sameDimension } from "../../base/unit.ts";
import { checkText } from "../check/expression.ts";
import type { Scope } from "../resolve/scope.ts";
import { writtenUnit } from "../check/units.ts";
import type { FactIr, Node } from "../ir.ts";
import type { PackSource } from "../source.ts";
import type { Desk } from "../resolve/desk.ts";

type Names = Pick<Scope, "groups" | "facts" | "factById" | "registers" | "registerFigures">;
type State = { readonly node: Node | undefined } | "open";

/** Checks all derived facts, each once, and tells what each stands for. A cycle is refused where it
 * closes. */
export function derivations(source: PackSource, names: Names, desk: Desk): Scope["derive"] {
  const texts = new Map(source.facts.map((fact) => [fact.value.id, fact]));
  const states = new Map<number, State>();
  const trail: string[] = [];

  const derive: Scope["derive"] = (index, note, span) => {
    const fact = names.facts[index];
    const located = fact && texts.get(fact.id);
    if (!fact || located?.value.derived === undefined) return "stated";
    const state = states.get(index);
    if (state === "open") {
      const cycle = [...trail.slice(trail.indexOf(fact.id)), fact.id].join(" → ");
      return note("derived_cycle", { cycle }, span);
    }
    if (state) return state.node;
    states.set(index, "open");
    trail.push(fact.id);
    const noteHere = desk.noteAt(located, ["derived"]);
    const scope = { ...bare(names, fact.level), derive };
    const node = checkText(located.value.derived, scope, noteHere);
    trail.pop();
    const kept = node && fits(node, fact) ? node : undefined;
    if (node && !kept) noteUnfit(noteHere, node, { fact, facts: names.facts });
    states.set(index, { node: kept });
    return kept;
  };

  const ignore = () => undefined;
  names.facts.forEach((_, index) => derive(index, ignore, { start: 0, end: 0 }));
  return derive;
}

const bare = (names: Names, level: Scope["level"]): Omit<Scope, "derive"> => ({
  ...names,
  level,
  parameters: [],
  figures: "refused",
  day: "law date",
  names: new Set(),
  lookUp: () => undefined,
});

function fits(node: Node, fact: FactIr): boolean {
  if (node.type.kind !== "number" || fact.type.kind !== "number") {
    return node.type.kind === fact.type.kind;
  }
  return sameDimension(node.type.dimension, fact.type.dimension);
}

type Wanted = { readonly fact: FactIr; readonly facts: readonly FactIr[] };

function noteUnfit(note: ReturnType<Desk["noteAt"]>, node: Node, { fact, facts }: Wanted): void {
  if (node.type.kind !== fact.type.kind) {
    note("type_unfit", { expected: fact.type.kind, found: node.type.kind }, node.span);
    return;
  }
  const left = writtenUnit(node, { facts, parameters: [] });
  note("unit_mismatch", { left, right: fact.definition.unit ?? "1" }, node.span);
}
