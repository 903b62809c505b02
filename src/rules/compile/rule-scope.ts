import { checkText } from "../check/expression.ts";
import { lawDate, type Scope } from "../resolve/scope.ts";
import type { Level, Measure, Rule } from "../contract/pack.ts";
import type { Node, ParameterIr } from "../ir.ts";
import type { Located } from "../source.ts";
import { scopeOf, type Book } from "./book.ts";
import type { Path } from "../resolve/desk.ts";

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

type State = { readonly node: Node | undefined } | "open";

/** Where a rule stands, and the level from which it sees. */
export type RulePlace = { readonly rule: Rule; readonly path: Path; readonly level: Level };

/** The scope of a rule, and the let values that nothing has named once the rule is read. */
export type RuleScope = { readonly scope: Scope; readonly unusedLets: () => readonly string[] };

/** The scope of one rule: facts seen from its level, the measure's parameters, its let values. */
export function ruleScope(names: MeasureNames, place: RulePlace): RuleScope {
  const { book, located, byName, parameters } = names;
  const { rule, path, level } = place;
  const lets = letValues(names, place, () => scope);
  const scope: Scope = {
    ...scopeOf(book, level),
    parameters,
    names: new Set([...byName.keys(), ...Object.keys(rule.let ?? {})]),
    lookUp: (name, note, span) =>
      lets.has(name) ? lets.lookUp(name, note, span) : parameterNode(names, name),
  };
  for (const name of Object.keys(rule.let ?? {})) {
    if (byName.has(name) || name === lawDate) {
      book.desk.about(located, [...path, "let", name], { code: "name_taken", holes: { name } });
    }
    lets.open(name);
  }
  return { scope, unusedLets: lets.unused };
}

function parameterNode({ byName, parameters, used }: MeasureNames, name: string): Node | undefined {
  used.add(name);
  const index = byName.get(name);
  const parameter = index === undefined ? undefined : parameters[index];
  if (index === undefined || !parameter) return undefined;
  return { op: "parameter", parameter: index, type: parameter.type, span: { start: 0, end: 0 } };
}

type Lets = {
  readonly has: (name: string) => boolean;
  readonly open: (name: string) => Node | undefined;
  readonly lookUp: Scope["lookUp"];
  readonly unused: () => readonly string[];
};

/** The let values of a rule, each checked once; a cycle is noted where it closes. */
function letValues(names: MeasureNames, { rule, path }: RulePlace, scope: () => Scope): Lets {
  const texts: Readonly<Record<string, string>> = rule.let ?? {};
  const states = new Map<string, State>();
  const trail: string[] = [];
  const used = new Set<string>();
  const open: Lets["open"] = (name) => {
    const state = states.get(name);
    if (state) return state === "open" ? undefined : state.node;
    states.set(name, "open");
    trail.push(name);
    const here = names.book.desk.noteAt(names.located, [...path, "let", name]);
    const node = checkText(texts[name] ?? "", scope(), here);
    trail.pop();
    states.set(name, { node });
    return node;
  };
  const lookUp: Lets["lookUp"] = (name, note, span) => {
    used.add(name);
    if (states.get(name) !== "open") return open(name);
    const cycle = [...trail.slice(trail.indexOf(name)), name].join(" → ");
    return note("let_cycle", { cycle }, span);
  };
  const unused = () => Object.keys(texts).filter((name) => !used.has(name));
  return { has: (name) => Object.hasOwn(texts, name), open, lookUp, unused };
}
