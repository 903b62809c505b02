import { calculate, negative } from "../arithmetic.ts";
import { both, compare, either, equal, type Answer } from "../compare.ts";
import { builtIns } from "../functions/registry.ts";
import { deeper, fail, spend, stop, type Machine } from "../machine.ts";
import { boundNumber, readDecimal } from "../number.ts";
import { propertyOf } from "./properties.ts";
import { isInstance } from "../types.ts";
import type { Syntax } from "../parse/syntax.ts";
import { readAt } from "../temporal/read.ts";
import { contextOf, listOf, type Value } from "../value.ts";
import { callByName, callByPosition, lambdaOf } from "./call.ts";
import { find, within, type Frame, type Node, type Scope } from "./frame.ts";
import { forEach, quantify } from "./iterate.ts";
import { filter } from "./select.ts";
import { isIn, rangeOf, rangeOfTest } from "./tests.ts";

const evaluators: { readonly [Op in Syntax["op"]]: (frame: Frame, node: Node<Op>) => Value } = {
  literal: (_, { value }) => value,
  number: readNumber,
  at: ({ machine }, { text }) => readAt(text) ?? fail(machine, "literal_invalid"),
  name: valueOfName,
  path: (frame, { from, name }) => propertyOf(frame.machine, frame.evaluate(frame, from), name),
  filter,
  call: callByPosition,
  call_named: callByName,
  list: (frame, { items }) => listOf(items.map((item) => frame.evaluate(frame, item))),
  context: contextFrom,
  if: (frame, { condition, then, otherwise }) =>
    frame.evaluate(frame, frame.evaluate(frame, condition) === true ? then : otherwise),
  for: forEach,
  some: quantify,
  every: quantify,
  and: (frame, node) => both(...sidesOf(frame, node)),
  or: (frame, node) => either(...sidesOf(frame, node)),
  compare: compareSides,
  between: (frame, node) => {
    const [value, low, high] = [node.value, node.low, node.high].map((part) =>
      frame.evaluate(frame, part),
    );
    const above = compare(frame.machine, ">=", [value ?? null, low ?? null]);
    return both(above, compare(frame.machine, "<=", [value ?? null, high ?? null]));
  },
  in: isIn,
  range: rangeOf,
  test: rangeOfTest,
  arithmetic: (frame, { sign, left, right }) =>
    calculate(frame.machine, sign, [frame.evaluate(frame, left), frame.evaluate(frame, right)]),
  negate: (frame, { arg }) => negative(frame.machine, frame.evaluate(frame, arg)),
  instance: (frame, { value, type }) => {
    if ("refused" in type) return stop(frame.machine, type.refused);
    return isInstance(frame.machine, frame.evaluate(frame, value), type);
  },
  lambda: lambdaOf,
  external: ({ machine }) => stop(machine, "external_function"),
};

function readNumber({ machine }: Frame, { text }: Node<"number">): Value {
  const read = readDecimal(text);
  if (read === undefined) return fail(machine, "literal_invalid");
  return read === "out_of_range"
    ? fail(machine, "number_out_of_range")
    : boundNumber(machine, read);
}

function valueOfName(frame: Frame, { name }: Node<"name">): Value {
  const found = find(frame, name);
  if (found !== undefined) return found;
  if (!builtIns.has(name)) return fail(frame.machine, "name_unknown");
  return { kind: "function", name, parameters: [], body: "built_in" };
}

/** A truth of three values: what is not a truth counts as none. */
const truthOf = (value: Value): Answer => (typeof value === "boolean" ? value : null);

function sidesOf(frame: Frame, { left, right }: Node<"and" | "or">): [Answer, Answer] {
  const [first, second] = [frame.evaluate(frame, left), frame.evaluate(frame, right)];
  for (const side of [first, second]) {
    if (side !== null && typeof side !== "boolean") fail(frame.machine, "condition_not_boolean");
  }
  return [truthOf(first), truthOf(second)];
}

function compareSides(frame: Frame, { sign, left, right }: Node<"compare">): Value {
  const [a, b] = [frame.evaluate(frame, left), frame.evaluate(frame, right)];
  const { machine } = frame;
  if (sign !== "=" && sign !== "!=") return compare(machine, sign, [a, b]);
  const answer = equal(machine, a, b);
  return answer === null || sign === "=" ? answer : !answer;
}

/** An entry sees the entries before it. */
function contextFrom(frame: Frame, { entries }: Node<"context">): Value {
  const values = new Map<string, Value>();
  const inner = within(frame, values);
  for (const { name, value } of entries) {
    if (values.has(name)) return fail(frame.machine, "key_twice");
    values.set(name, frame.evaluate(inner, value));
  }
  return contextOf(values);
}

/** Evaluates one node: paid for, not deeper than the stack bears, and with its place for notes. */
function evaluateNode(frame: Frame, syntax: Syntax): Value {
  const { machine } = frame;
  if (!spend(machine, 1)) return null;
  const outer = machine.span;
  const value = deeper(machine, () => {
    machine.span = syntax;
    const evaluator = evaluators[syntax.op] as (frame: Frame, node: Syntax) => Value;
    return evaluator(frame, syntax);
  });
  machine.span = outer;
  return machine.refusal === undefined ? value : null;
}

/** Evaluates an expression with the names given. Never throws: what fails is null and noted. */
export const evaluateSyntax = (machine: Machine, scope: Scope, syntax: Syntax): Value =>
  evaluateNode({ machine, scope, evaluate: evaluateNode }, syntax);

/** The names of the built-in functions, which a text may use without declaring them. */
export const builtInNames = (): Iterable<string> => builtIns.keys();
