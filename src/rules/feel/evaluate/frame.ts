import type { Machine } from "../machine.ts";
import type { Syntax } from "../parse/syntax.ts";
import type { Value } from "../value.ts";

/** The names that may be used at a place, innermost first. */
export type Scope = {
  readonly values: ReadonlyMap<string, Value>;
  readonly outer: Scope | undefined;
};

/** What each part of an evaluation is given: the machine, the names, and how to evaluate on. */
export type Frame = {
  readonly machine: Machine;
  readonly scope: Scope;
  readonly evaluate: (frame: Frame, syntax: Syntax) => Value;
};

export type Node<Op extends Syntax["op"]> = Extract<Syntax, { op: Op }>;

/** The same frame with more names in front. */
export const within = (frame: Frame, values: ReadonlyMap<string, Value>): Frame => ({
  ...frame,
  scope: { values, outer: frame.scope },
});

export function find({ scope }: Frame, name: string): Value | undefined {
  for (let place: Scope | undefined = scope; place; place = place.outer) {
    const found = place.values.get(name);
    if (found !== undefined) return found;
  }
  return undefined;
}
