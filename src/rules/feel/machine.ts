import { limits } from "./limits.ts";
import type { FunctionValue, Value } from "./value.ts";
import type { ErrorCode, RefusalCode } from "./codes.ts";

export type Span = { readonly start: number; readonly end: number };

/** Why a part of an expression is null. */
export type Note = { readonly code: ErrorCode; readonly span: Span };

/** What one evaluation shares: its budget, its clock, what it noted, and whether it was stopped. */
export type Machine = {
  steps: number;
  depth: number;
  span: Span;
  refusal: RefusalCode | undefined;
  readonly notes: Note[];
  readonly now: () => Date;
  readonly invoke: Invoke;
};

/** Calls a function with values by position. */
export type Invoke = (machine: Machine, called: FunctionValue, values: readonly Value[]) => Value;

export const newMachine = (now: () => Date, invoke: Invoke): Machine => ({
  steps: limits.steps,
  depth: 0,
  span: { start: 0, end: 0 },
  refusal: undefined,
  notes: [],
  now,
  invoke,
});

/** The most reasons that one evaluation keeps: the first ones matter. */
const mostNotes = 20;

/** Null, and why: the standard's answer where an operation does not fit its operands. */
export function fail(machine: Machine, code: ErrorCode): null {
  if (machine.notes.length < mostNotes) machine.notes.push({ code, span: machine.span });
  return null;
}

/** Ends the whole evaluation: what follows from a value that is not known must not be shown. */
export function stop(machine: Machine, code: RefusalCode): null {
  machine.refusal ??= code;
  return null;
}

/** Takes steps from the budget; false when the evaluation is to end. */
export function spend(machine: Machine, steps: number): boolean {
  machine.steps -= steps;
  if (machine.steps < 0) stop(machine, "too_many_steps");
  return machine.refusal === undefined;
}

/** Does nested work while it is not too deep for the stack; null when the evaluation is to end. */
export function deeper<Result>(machine: Machine, work: () => Result): Result | null {
  if (machine.depth >= limits.depth) return stop(machine, "calls_too_deep");
  machine.depth++;
  const result = work();
  machine.depth--;
  return result;
}

/** A text within its bound, paid for. */
export function boundText(machine: Machine, text: string): Value {
  if (text.length > limits.text) return stop(machine, "text_too_long");
  return spend(machine, Math.ceil(text.length / 64)) ? text : null;
}

/** A list within its bound, paid for. */
export function boundList(machine: Machine, items: readonly Value[]): Value {
  if (items.length > limits.items) return stop(machine, "list_too_long");
  return spend(machine, Math.ceil(items.length / 8)) ? { kind: "list", items } : null;
}
