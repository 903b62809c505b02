import { both, either, type Answer } from "../compare.ts";
import { limits } from "../limits.ts";
import { boundList, fail, spend, stop, type Machine } from "../machine.ts";
import type { Iterator } from "../parse/syntax.ts";
import { isKind, listOf, wholeOf, type RangeEnd, type RangeValue, type Value } from "../value.ts";
import { within, type Frame, type Node } from "./frame.ts";
import { mentions } from "./mentions.ts";

/** The whole number or day at an end of a range, and how a value is made of one. */
function placeOf(value: Value | undefined): { place: number; kind: "number" | "date" } | undefined {
  if (value === undefined) return undefined;
  if (isKind(value, "date")) return { place: value.day, kind: "date" };
  if (!isKind(value, "number") || value.value.d !== 1n) return undefined;
  const place = Number(value.value.n);
  return Number.isSafeInteger(place) ? { place, kind: "number" } : undefined;
}

type Ends = { readonly low: RangeEnd; readonly high: RangeEnd };

/** Each whole number or day from one end to the other, downwards where the second is less. */
function stepsOf(machine: Machine, { low, high }: Ends): readonly Value[] | null {
  const [start, end] = [placeOf(low.value), placeOf(high.value)];
  if (!start || !end || start.kind !== end.kind) return fail(machine, "iteration_unfit");
  const by = end.place < start.place ? -1 : 1;
  const first = start.place + (low.closed ? 0 : by);
  const last = end.place - (high.closed ? 0 : by);
  const count = Math.max(0, (last - first) * by + 1);
  if (count > limits.items) return stop(machine, "list_too_long");
  if (!spend(machine, count)) return null;
  return Array.from({ length: count }, (_, place): Value => {
    const at = first + place * by;
    return start.kind === "date" ? { kind: "date", day: at } : wholeOf(at);
  });
}

function stepsOfRange(machine: Machine, range: RangeValue): readonly Value[] | null {
  const [start, end] = [placeOf(range.low.value), placeOf(range.high.value)];
  if (start && end && end.place < start.place) return fail(machine, "range_invalid");
  return stepsOf(machine, range);
}

/** What an iterator runs over; null where it cannot. */
function subjectsOf(frame: Frame, { from, to }: Iterator): readonly Value[] | null {
  const first = frame.evaluate(frame, from);
  const { machine } = frame;
  if (to) {
    const last = frame.evaluate(frame, to);
    return stepsOf(machine, {
      low: { value: first, closed: true },
      high: { value: last, closed: true },
    });
  }
  if (isKind(first, "list")) return first.items;
  if (isKind(first, "range")) return stepsOfRange(machine, first);
  return first === null ? fail(machine, "iteration_unfit") : [first];
}

/** Does something for each combination of the iterators' values; false ends it early. */
function each(
  frame: Frame,
  iterators: readonly Iterator[],
  visit: (frame: Frame) => boolean,
): boolean {
  const [first, ...rest] = iterators;
  if (!first) return visit(frame);
  const subjects = subjectsOf(frame, first);
  if (!subjects) return false;
  return subjects.every((subject) => {
    if (!spend(frame.machine, 1)) return false;
    return each(within(frame, new Map([[first.name, subject]])), rest, visit);
  });
}

export function forEach(frame: Frame, { iterators, body }: Node<"for">): Value {
  const results: Value[] = [];
  const isDone = each(frame, iterators, (inner) => {
    if (results.length >= limits.items) return stop(frame.machine, "list_too_long") ?? false;
    const partial = mentions(body, "partial")
      ? within(inner, new Map([["partial", listOf([...results])]]))
      : inner;
    if (!spend(frame.machine, partial === inner ? 0 : results.length / 16)) return false;
    results.push(frame.evaluate(partial, body));
    return true;
  });
  return isDone ? boundList(frame.machine, results) : null;
}

export function quantify(frame: Frame, node: Node<"some" | "every">): Value {
  const isSome = node.op === "some";
  let answer: Answer = !isSome;
  let isRefused = false;
  const isDone = each(frame, node.iterators, (inner) => {
    const found = frame.evaluate(inner, node.body);
    const truth = typeof found === "boolean" ? found : null;
    if (found !== null && truth === null) isRefused = true;
    answer = isSome ? either(answer, truth) : both(answer, truth);
    return answer !== isSome;
  });
  const isSettled = answer === isSome;
  if (!isDone && !isSettled) return null;
  if (isRefused && answer === null) return fail(frame.machine, "condition_not_boolean");
  return answer;
}
