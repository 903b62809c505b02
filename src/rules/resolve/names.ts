import { checkText } from "../check/expression.ts";
import type { Scope } from "../check/scope.ts";
import type { Level, Measure, Rule } from "../contract/pack.ts";
import type { Node, ParameterIr } from "../ir.ts";
import type { Located } from "../source.ts";
import { scopeOf, type Book } from "./book.ts";
import type { Path } from "./desk.ts";

/** The parameters of all measures read so far, and the names that one measure gives to its own. */
export type MeasureNames = {
  readonly book: Book;
  readonly located: Located<Measure>;
  readonly parameters: readonly ParameterIr[];
  /** Index into `parameters` by name; undefined where the parameter is broken. */
  readonly byName: ReadonlyMap<string, number | undefined>;
  /** The parameters that some expression has named. */
  readonly used: Set<string>;
};

type Lets = Readonly<Record<string, string>>;
type State = { readonly node: Node | undefined } | "open";

/** The scope of one rule: facts seen from its level, the measure's parameters, the rule's let values. */
export function ruleScope(
  names: MeasureNames,
  { rule, path, level }: { rule: Rule; path: Path; level: Level },
): { scope: Scope; unusedLets: () => readonly string[] } {
  const { book, located, byName, parameters, used } = names;
  const lets: Lets = rule.let ?? {};
  const states = new Map<string, State>();
  const trail: string[] = [];
  const usedLets = new Set<string>();

  const lookUp: Scope["lookUp"] = (name, note, span) => {
    if (!Object.hasOwn(lets, name)) return parameterNode(name);
    usedLets.add(name);
    const state = states.get(name);
    if (state === "open") {
      const cycle = [...trail.slice(trail.indexOf(name)), name].join(" → ");
      return note("let_cycle", { cycle }, span);
    }
    return state ? state.node : openLet(name);
  };

  const openLet = (name: string): Node | undefined => {
    states.set(name, "open");
    trail.push(name);
    const here = book.desk.noteAt(located, [...path, "let", name]);
    const node = checkText(lets[name] ?? "", scope, here);
    trail.pop();
    states.set(name, { node });
    return node;
  };

  const parameterNode = (name: string): Node | undefined => {
    used.add(name);
    const index = byName.get(name);
    const parameter = index === undefined ? undefined : parameters[index];
    if (index === undefined || !parameter) return undefined;
    const span = { start: 0, end: 0 };
    return { op: "parameter", parameter: index, type: parameter.type, span };
  };

  const scope: Scope = {
    ...scopeOf(book, level),
    parameters,
    names: new Set([...byName.keys(), ...Object.keys(lets)]),
    lookUp,
  };
  for (const name of Object.keys(lets)) {
    if (byName.has(name)) {
      book.desk.about(located, [...path, "let", name], { code: "name_taken", holes: { name } });
    }
    if (!states.has(name)) openLet(name);
  }
  const unusedLets = () => Object.keys(lets).filter((name) => !usedLets.has(name));
  return { scope, unusedLets };
}
