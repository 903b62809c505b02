import { invariant } from "../../base/invariant.ts";
import type { Ratio } from "../../base/ratio.ts";
import type { Rounding } from "../../base/rounding.ts";
import type { Level } from "../contract/pack.ts";
import type { FactIr, Node, Spelling, TimeUnit, Type } from "../ir.ts";

/** Expressions by hand, for tests of the back ends. */

const span = { start: 0, end: 0 };
const boolean: Type = { kind: "boolean" };
const pure: Type = { kind: "number", dimension: {} };

type Binary = "add" | "subtract" | "multiply" | "divide";
type Fold = Extract<Node, { op: "aggregate" }>["fold"];
type Sign = Extract<Node, { op: "compare" }>["comparison"];

const literals = {
  truth: (value: boolean): Node => ({ op: "boolean", value, type: boolean, span }),
  number: (value: Ratio): Node => ({ op: "number", value, type: pure, span }),
  word: (value: string): Node => ({ op: "text", value, type: { kind: "text" }, span }),
  date: (value: string): Node => ({ op: "date", value, type: { kind: "date" }, span }),
  asOf: (): Node => ({ op: "as_of", type: { kind: "date" }, span }),
  parameter: (parameter: number): Node => ({ op: "parameter", parameter, type: pure, span }),
};

const asked = { type: boolean, span };

const conditions = {
  and: (...args: Node[]): Node => ({ op: "and", args, ...asked }),
  or: (...args: Node[]): Node => ({ op: "or", args, ...asked }),
  not: (arg: Node): Node => ({ op: "not", arg, ...asked }),
  compare: (left: Node, comparison: Sign, right: Node): Node => ({
    op: "compare",
    comparison,
    left,
    right,
    ...asked,
  }),
  among: (arg: Node, ...options: string[]): Node => ({ op: "among", arg, options, ...asked }),
  holds: (list: Node, option: string): Node => ({ op: "holds", list, option, ...asked }),
  spelled: (arg: Node, how: Spelling, word: string): Node => ({
    op: "spelled",
    how,
    arg,
    word,
    ...asked,
  }),
  listed: (arg: Node, register: number): Node => ({ op: "listed", register, arg, ...asked }),
};

const times = {
  shift: (date: Node, unit: TimeUnit, by: Node): Node => ({
    op: "shift",
    unit,
    date,
    by,
    type: { kind: "date" },
    span,
  }),
  elapsed: (from: Node, unit: "month" | "working_day", to: Node): Node => ({
    op: "elapsed",
    unit,
    from,
    to,
    type: pure,
    span,
  }),
};

const calculations = {
  calculate: (left: Node, op: Binary, right: Node): Node => ({
    op,
    left,
    right,
    type: left.type,
    span,
  }),
  negate: (arg: Node): Node => ({ op: "negate", arg, type: arg.type, span }),
  absolute: (arg: Node): Node => ({ op: "abs", arg, type: arg.type, span }),
  round: (mode: Rounding, arg: Node, step: Node): Node => ({
    op: "round",
    mode,
    arg,
    step,
    type: arg.type,
    span,
  }),
  tally: (...args: Node[]): Node => ({ op: "tally", args, type: pure, span }),
  extreme: (op: "min" | "max", ...args: Node[]): Node => ({
    op,
    args,
    type: args[0]?.type ?? pure,
    span,
  }),
  choose: (condition: Node, then: Node, otherwise: Node): Node => ({
    op: "if",
    condition,
    then,
    otherwise,
    type: then.type,
    span,
  }),
  over: (level: Level, fold: Fold, body: Node): Node => ({
    op: "aggregate",
    fold,
    level,
    body,
    type: fold === "count" ? pure : body.type,
    span,
  }),
};

/** A fold in which only the subjects that pass count. */
const filtered = (fold: Node, filter: Node): Node =>
  fold.op === "aggregate" ? { ...fold, filter } : fold;

/** Expressions over a list of facts. */
export function expressions(facts: readonly FactIr[]) {
  const fact = (id: string): Node => {
    const index = facts.findIndex((one) => one.id === id);
    const found = facts[index];
    invariant(found, `${id} is in the dictionary`);
    return { op: "fact", fact: index, type: found.type, span };
  };
  return { fact, filtered, ...literals, ...conditions, ...times, ...calculations };
}
