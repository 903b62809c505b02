import { fail, type Machine } from "../machine.ts";
import { isKind, kindOf, listOf, type Kind, type Value } from "../value.ts";

/** The values of a call, in order or by the parameters' names. */
export type Arguments =
  | { readonly by: "position"; readonly values: readonly Value[] }
  | { readonly by: "name"; readonly values: ReadonlyMap<string, Value> };

/** What a parameter takes. A list of one item stands for the item, and an item for its list. */
export type Taken = {
  readonly name: string;
  readonly kinds: readonly Kind[] | "any";
  readonly isOptional?: boolean;
  readonly mayBeNull?: boolean;
};

/** A parameter that was left out is undefined. */
export type Given = Value | undefined;

/** One way to call a function. */
export type Form = {
  readonly takes: readonly Taken[];
  /** The last parameter takes all further values, as a list. */
  readonly hasRest?: boolean;
  readonly run: (machine: Machine, given: readonly Given[]) => Value;
};

export type BuiltIn = readonly Form[];

const taken = (name: string, kinds: readonly Kind[] | "any"): Taken => ({ name, kinds });

/** `takes("n: number", "scale?: number", "match: any?")`: a parameter for each text. */
export const takes = (...texts: readonly string[]): readonly Taken[] =>
  texts.map((text): Taken => {
    const [name = "", written = ""] = text.split(/: /);
    const mayBeNull = written.endsWith("?") || written === "any";
    const kinds = written.replace(/\?$/, "");
    const plain = name.replace(/\?$/, "");
    return {
      ...taken(plain, kinds === "any" ? "any" : (kinds.split(" | ") as Kind[])),
      ...(mayBeNull && { mayBeNull }),
      ...(name.endsWith("?") && { isOptional: true }),
    };
  });

/** The value as a parameter takes it; undefined where it does not fit. */
function fit(value: Value, { kinds, mayBeNull }: Taken): Value | undefined {
  if (kinds === "any") return value;
  if (value === null) return mayBeNull ? null : undefined;
  if (kinds.includes(kindOf(value))) return value;
  if (kinds.includes("list")) return listOf([value]);
  if (!isKind(value, "list") || value.items.length !== 1) return undefined;
  const [only = null] = value.items;
  return only !== null && kinds.includes(kindOf(only)) ? only : undefined;
}

type Bound = readonly Given[] | "argument_count" | "argument_name" | "argument_type";

/** Further values of a form with rest, gathered behind the others. */
function gather(form: Form, values: readonly Value[]): readonly Value[] {
  const place = form.takes.length - 1;
  return form.hasRest === true ? [...values.slice(0, place), listOf(values.slice(place))] : values;
}

function bindPositions(form: Form, values: readonly Value[]): Bound {
  const least = form.takes.filter(({ isOptional }) => isOptional !== true).length;
  const isTooMany = form.hasRest !== true && values.length > form.takes.length;
  if (values.length < least || isTooMany) return "argument_count";
  const gathered = gather(form, values);
  return fitAll(form, (_, place) => gathered[place]);
}

function bindNames(form: Form, values: ReadonlyMap<string, Value>): Bound {
  const areKnown = [...values.keys()].every((name) =>
    form.takes.some((parameter) => parameter.name === name),
  );
  const areGiven = form.takes.every(
    ({ name, isOptional }) => isOptional === true || values.has(name),
  );
  return areKnown && areGiven ? fitAll(form, ({ name }) => values.get(name)) : "argument_name";
}

function fitAll(form: Form, find: (parameter: Taken, place: number) => Given): Bound {
  const given: Given[] = [];
  for (const [place, parameter] of form.takes.entries()) {
    const value = find(parameter, place);
    const fitting = value === undefined ? undefined : fit(value, parameter);
    if (value !== undefined && fitting === undefined) return "argument_type";
    given.push(fitting);
  }
  return given;
}

const worse = { argument_count: 0, argument_name: 0, argument_type: 1 } as const;

/** Calls the first form that takes the arguments, or says what came nearest to fitting. */
export function callBuiltIn(machine: Machine, forms: BuiltIn, args: Arguments): Value {
  let reason: keyof typeof worse = args.by === "name" ? "argument_name" : "argument_count";
  for (const form of forms) {
    const bound =
      args.by === "name" ? bindNames(form, args.values) : bindPositions(form, args.values);
    if (typeof bound !== "string") return form.run(machine, bound);
    if (worse[bound] > worse[reason]) reason = bound;
  }
  return fail(machine, reason);
}
