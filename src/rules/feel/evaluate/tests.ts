import {
  compare,
  contains,
  either,
  equal,
  isSame,
  order,
  type Answer,
  type Sign,
} from "../compare.ts";
import { deeper, fail, type Machine } from "../machine.ts";
import { isKind, type RangeValue, type Value } from "../value.ts";
import { within, type Frame, type Node } from "./frame.ts";
import { mentions } from "./mentions.ts";
import type { Syntax } from "../parse/syntax.ts";

/** `[1..2]`. */
export function rangeOf(frame: Frame, node: Node<"range">): Value {
  const low = frame.evaluate(frame, node.low);
  const high = frame.evaluate(frame, node.high);
  if (low !== null && high !== null && order(frame.machine, low, high) === undefined) {
    return fail(frame.machine, "range_invalid");
  }
  return {
    kind: "range",
    low: { value: low, closed: node.isLowClosed },
    high: { value: high, closed: node.isHighClosed },
  };
}

const open = { closed: false } as const;

/** `(< 10)` as a value: a range without its other end. */
export function rangeOfTest(frame: Frame, { sign, arg }: Node<"test">): RangeValue {
  const value = frame.evaluate(frame, arg);
  const closed = sign === "<=" || sign === ">=" || sign === "=";
  const end = { value, closed };
  switch (sign) {
    case "<":
    case "<=":
      return { kind: "range", low: open, high: end };
    case ">":
    case ">=":
      return { kind: "range", low: end, high: open };
    case "=":
      return { kind: "range", low: end, high: end };
    case "!=":
      return { kind: "range", low: open, high: open, except: value };
  }
}

/** Whether a value is what a test evaluates to, lies in it, or is among its items. */
function passes(machine: Machine, value: Value, test: Value): Answer {
  if (isKind(test, "range") && !isKind(value, "range")) return contains(machine, test, value);
  if (!isKind(test, "list")) return equal(machine, value, test);
  return isSame(machine, value, test) || isAmong(machine, value, test.items);
}

/** Whether a value is an item of a list, or lies in one. */
function isAmong(machine: Machine, value: Value, items: readonly Value[]): Answer {
  return deeper(machine, () => {
    let answer: Answer = false;
    for (const item of items) {
      const isPlain = !isKind(item, "list") && !isKind(item, "range");
      answer = either(
        answer,
        isPlain ? isSame(machine, value, item) : passes(machine, value, item),
      );
      if (answer === true || machine.refusal !== undefined) return answer;
    }
    return answer;
  });
}

function passesTest(frame: Frame, value: Value, test: Syntax): Answer {
  const inner = within(frame, new Map([["?", value]]));
  const { machine } = frame;
  if (test.op === "test" && test.sign !== "=" && test.sign !== "!=") {
    return compare(machine, test.sign satisfies Sign, [value, frame.evaluate(inner, test.arg)]);
  }
  if (test.op === "test") {
    const same = equal(machine, value, frame.evaluate(inner, test.arg));
    return same === null ? null : same === (test.sign === "=");
  }
  const found = frame.evaluate(inner, test);
  if (typeof found === "boolean" && mentions(test, "?")) return found;
  return passes(machine, value, found);
}

/** `value in (tests)`. */
export function isIn(frame: Frame, node: Node<"in">): Answer {
  const value = frame.evaluate(frame, node.value);
  let answer: Answer = false;
  for (const test of node.tests) {
    answer = either(answer, passesTest(frame, value, test));
    if (answer === true) return true;
  }
  return answer;
}
