import { builtInNames, evaluateSyntax } from "./evaluate/evaluate.ts";
import { invoke } from "./evaluate/call.ts";
import type { ErrorCode, RefusalCode } from "./codes.ts";
import { newMachine, type Machine, type Note, type Span } from "./machine.ts";
import { parse } from "./parse/parse.ts";
import { namedType } from "./parse/types.ts";
import { convertTo } from "./types.ts";
import { writeValue } from "./text.ts";
import { isKind, type ContextValue, type Value } from "./value.ts";

/** What an expression gives: a value, null with its reasons among them, or why none is given. */
export type Outcome =
  | { readonly is: "value"; readonly value: Value; readonly notes: readonly Note[] }
  | { readonly is: "refused"; readonly code: ErrorCode | RefusalCode; readonly span: Span };

export type FeelOptions = {
  /** The names that the expression may use. */
  readonly inputs?: ReadonlyMap<string, Value>;
  /** The type that the result is converted to; one that is not built in is not checked. */
  readonly result?: string | undefined;
  readonly now?: () => Date;
};

/** The names of the inputs and of the entries inside them: a path may lead to each. */
function namesOf(values: Iterable<readonly [string, Value]>, names: Set<string>): void {
  for (const [name, value] of values) {
    names.add(name);
    for (const inner of contextsIn(value)) namesOf(inner.entries, names);
  }
}

const contextsIn = (value: Value): readonly ContextValue[] =>
  (isKind(value, "list") ? value.items : [value]).filter((item) => isKind(item, "context"));

function fitResult(machine: Machine, value: Value, result: string | undefined): Value {
  const type = result === undefined ? undefined : namedType(result);
  if (!type || "refused" in type) return value;
  const fit = convertTo(machine, value, type);
  if (fit === undefined) machine.notes.push({ code: "result_type", span: { start: 0, end: 0 } });
  return fit ?? null;
}

/** Evaluates an expression of standard FEEL. Never throws, whatever the text. */
export function evaluateFeel(text: string, options: FeelOptions = {}): Outcome {
  const inputs = options.inputs ?? new Map<string, Value>();
  const names = new Set(builtInNames());
  namesOf(inputs, names);
  const parsed = parse(text, names);
  if (!parsed.ok) return { is: "refused", ...parsed.refusal };
  const machine = newMachine(options.now ?? (() => new Date()), invoke);
  const scope = { values: inputs, outer: undefined };
  const found = evaluateSyntax(machine, scope, parsed.value);
  const value = fitResult(machine, found, options.result);
  if (machine.refusal !== undefined) {
    return { is: "refused", code: machine.refusal, span: machine.span };
  }
  return { is: "value", value, notes: machine.notes };
}

/** A value as `string(…)` writes it inside a list. */
export const feelText = (value: Value): string =>
  writeValue(
    newMachine(() => new Date(), invoke),
    value,
  );
