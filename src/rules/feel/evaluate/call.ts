import { builtIns } from "../functions/registry.ts";
import { callBuiltIn, type Arguments } from "../functions/matching.ts";
import { deeper, fail, stop, type Machine } from "../machine.ts";
import { convertTo } from "../types.ts";
import { isKind, type FunctionValue, type Parameter, type Value } from "../value.ts";
import { within, type Frame, type Node } from "./frame.ts";

/** The values in the order of a lambda's parameters; null when names or count do not fit. */
function inOrder(
  machine: Machine,
  called: FunctionValue,
  args: Arguments,
): readonly Value[] | null {
  const { parameters } = called;
  if (args.by === "position") {
    const isAsMany = args.values.length === parameters.length;
    return isAsMany ? args.values : fail(machine, "argument_count");
  }
  const known = parameters.every(({ name }) => args.values.has(name));
  if (!known || args.values.size !== parameters.length) return fail(machine, "argument_name");
  return parameters.map(({ name }) => args.values.get(name) ?? null);
}

function callWith(machine: Machine, called: FunctionValue, args: Arguments): Value {
  const { body } = called;
  if (body === "built_in") {
    const builtIn = builtIns.get(called.name);
    return builtIn ? callBuiltIn(machine, builtIn, args) : fail(machine, "name_unknown");
  }
  const values = inOrder(machine, called, args);
  if (!values) return null;
  const fitting: Value[] = [];
  for (const [place, { type }] of called.parameters.entries()) {
    const fit = convertTo(machine, values[place] ?? null, type);
    if (fit === undefined) return fail(machine, "argument_type");
    fitting.push(fit);
  }
  return deeper(machine, () => body(fitting));
}

/** Calls a function with values by position, as functions that take functions do. */
export const invoke = (machine: Machine, called: FunctionValue, values: readonly Value[]): Value =>
  callWith(machine, called, { by: "position", values });

export function callByPosition(frame: Frame, { callee, args }: Node<"call">): Value {
  const called = frame.evaluate(frame, callee);
  if (!isKind(called, "function")) return fail(frame.machine, "not_a_function");
  const values = args.map((arg) => frame.evaluate(frame, arg));
  return callWith(frame.machine, called, { by: "position", values });
}

export function callByName(frame: Frame, { callee, entries }: Node<"call_named">): Value {
  const called = frame.evaluate(frame, callee);
  if (!isKind(called, "function")) return fail(frame.machine, "not_a_function");
  const values = new Map<string, Value>();
  for (const { name, value } of entries) {
    if (values.has(name)) return fail(frame.machine, "argument_name");
    values.set(name, frame.evaluate(frame, value));
  }
  return callWith(frame.machine, called, { by: "name", values });
}

/** A lambda remembers the names around it. */
export function lambdaOf(frame: Frame, { parameters, body }: Node<"lambda">): Value {
  const known: Parameter[] = [];
  for (const { name, type } of parameters) {
    if ("refused" in type) return stop(frame.machine, type.refused);
    known.push({ name, type });
  }
  const run = (args: readonly Value[]): Value => {
    const values = known.map(({ name }, place) => [name, args[place] ?? null] as const);
    return frame.evaluate(within(frame, new Map(values)), body);
  };
  return { kind: "function", name: "", parameters: known, body: run };
}
