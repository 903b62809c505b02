import {
  add,
  compareRatio,
  divide,
  multiply,
  ratio,
  subtract,
  type Ratio,
} from "../../base/ratio.ts";
import { compareEnds, isFinite, type End } from "../evaluate/ends.ts";
import type { Outcome } from "../evaluate/outcome.ts";
import type { Interval, Value } from "../evaluate/value.ts";
import type { Node } from "../ir.ts";

/**
 * Where a proof may turn out otherwise as one figure grows. Every number of a proof is a straight
 * line in the figure as long as no part of it chooses otherwise; two proofs at two figures give the
 * line, and the line the figure at which the choice is a draw, exactly.
 */
export type Turns = {
  /** The figures of the two proofs, and the stretch that is looked at. */
  readonly at: readonly [Ratio, Ratio];
  readonly from: Ratio;
  readonly to: Ratio;
  readonly found: Ratio[];
  /** Set where a number is no line: a product or a quotient of two that both move. */
  isBent: boolean;
};

/** More steps of a rounding than these are not gone through one by one. */
const stepsMax = 2_000;

/** Notes where the line through two differences is zero, inside the stretch. */
function noteRoot(turns: Turns, a: Ratio, b: Ratio): void {
  const rise = subtract(b, a);
  if (rise.n === 0n) return;
  const [p, q] = turns.at;
  const root = subtract(p, divide(multiply(a, subtract(q, p)), rise));
  const isInside = compareRatio(turns.from, root) < 0 && compareRatio(root, turns.to) < 0;
  if (isInside) turns.found.push(root);
}

/** One end of a number, in both proofs. */
type Line = readonly [End, End];

/** Notes where two lines meet. Infinite ends meet nothing. */
export function noteMeeting(turns: Turns, [a, b]: Line, [c, d]: Line): void {
  if ([a, b, c, d].every(isFinite)) noteRoot(turns, subtract(a, c), subtract(b, d));
}

const nought: Line = [ratio(0), ratio(0)];

const numberOf = (value: Value): Interval | undefined =>
  value.kind === "number" ? value : undefined;

/** The ends of a value that is a number in both proofs. */
export function endsOf(a: Value, b: Value): readonly Line[] {
  const [one, other] = [numberOf(a), numberOf(b)];
  if (!one || !other) return [];
  return [
    [one.min, other.min],
    [one.max, other.max],
  ];
}

const isStill = ([a, b]: Line): boolean => a.n === b.n && a.d === b.d;

/** Whether two values are of one shape: numbers, or the very same. */
const isAlike = (a: Value, b: Value): boolean =>
  a.kind === b.kind && (a.kind !== "truth" || b.kind !== "truth" || a.truth === b.truth);

/**
 * Goes through two proofs of one node. Whether the node is a line over the whole stretch; where it
 * is not, the turns below it are noted.
 */
export function isLine(a: Outcome, b: Outcome, turns: Turns): boolean {
  const areLines = a.parts.map((part, index) => isLine(part, b.parts[index] ?? part, turns));
  if (areLines.includes(false)) return false;
  const before = turns.found.length;
  noteTurns(a, b, turns);
  if (turns.isBent || turns.found.length > before) return false;
  // The same choices of the same lines come to the same; else a choice was overlooked.
  if (!isAlike(a.value, b.value)) turns.isBent = true;
  return !turns.isBent;
}

type Noter = (parts: Parts, turns: Turns) => void;

/** Where a node chooses among its parts; of the others every part of a line is a line. */
const noters: Partial<Record<Node["op"], Noter>> = {
  compare: noteAllMeetings,
  min: noteAllMeetings,
  max: noteAllMeetings,
  if: noteAllMeetings,
  aggregate: (parts, turns) => {
    noteSigns(parts, turns);
    noteAllMeetings(parts, turns);
  },
  multiply: (parts, turns) => noteProduct("multiply", parts, turns),
  divide: (parts, turns) => noteProduct("divide", parts, turns),
  abs: noteSigns,
  round: noteSteps,
  shift: noteStill,
  elapsed: noteStill,
};

function noteTurns(a: Outcome, b: Outcome, turns: Turns): void {
  const parts = a.parts.map((part, index) =>
    endsOf(part.value, b.parts[index]?.value ?? part.value),
  );
  noters[a.node.op]?.(parts, turns);
}

/** Dates move by whole units: between two of them nothing is a line. */
function noteStill(parts: Parts, turns: Turns): void {
  turns.isBent ||= !parts.flat().every(isStill);
}

export type Parts = readonly (readonly Line[])[];

function noteSigns(parts: Parts, turns: Turns): void {
  for (const line of parts.flat()) noteMeeting(turns, line, nought);
}

/** Every line of the one beside every line of the other. */
const across = (one: readonly Line[], other: readonly Line[]): readonly (readonly [Line, Line])[] =>
  one.flatMap((line) => other.map((end) => [line, end] as const));

/** Where any two ends of different parts meet: beyond, another of them is the least or greatest. */
export function noteAllMeetings(parts: Parts, turns: Turns): void {
  for (const [at, part] of parts.entries()) {
    const moving = part.filter((line) => !isStill(line));
    const others = parts.filter((_, index) => index !== at).flat();
    for (const [line, end] of across(moving, others)) noteMeeting(turns, line, end);
  }
}

function noteProduct(op: "multiply" | "divide", parts: Parts, turns: Turns): void {
  const moving = parts.filter((ends) => !ends.every(isStill));
  const isDivisor = op === "divide" && parts[1] === moving.at(-1) && moving.length > 0;
  if (moving.length > 1 || isDivisor) turns.isBent = true;
  else noteSigns(moving, turns);
}

/** Every half step: roundings turn at whole steps or between two. */
function noteSteps([lines = [], steps = []]: Parts, turns: Turns): void {
  const moving = lines.filter((line) => !isStill(line));
  const [step] = steps[0] ?? [];
  if (!steps.every(isStill)) turns.isBent = true;
  if (turns.isBent || !step || step.n <= 0n) return;
  for (const line of moving) noteMultiples(turns, line, divide(step, ratio(2)));
}

/** Where a line passes a multiple of a step. */
export function noteMultiples(turns: Turns, line: Line, step: Ratio): void {
  if (!line.every(isFinite)) return;
  const [low, high] = [valueAt(turns, line, turns.from), valueAt(turns, line, turns.to)].sort(
    compareRatio,
  );
  const [first, last] = [floorOf(divide(low!, step)), floorOf(divide(high!, step))];
  if (last - first > stepsMax) {
    turns.isBent = true;
    return;
  }
  for (let count = first; count <= last; count++) {
    const value = multiply(step, ratio(count));
    noteMeeting(turns, line, [value, value]);
  }
}

const floorOf = ({ n, d }: Ratio): bigint => (n >= 0n ? n / d : -((-n + d - 1n) / d));

function valueAt({ at: [p, q] }: Turns, [a, b]: Line, figure: Ratio): Ratio {
  const slope = divide(subtract(b, a), subtract(q, p));
  return add(a, multiply(slope, subtract(figure, p)));
}

/** Whether two lines may come closer than a step: else nothing rounds both to one number. */
function isNarrow(turns: Turns, [low, high]: readonly [Line, Line], step: Ratio): boolean {
  if (![...low, ...high].every(isFinite)) return false;
  const [first, last] = [turns.from, turns.to].map((figure) =>
    subtract(valueAt(turns, high, figure), valueAt(turns, low, figure)),
  );
  if (!first || !last) return false;
  const isCrossed = first.n > 0n !== last.n > 0n;
  return isCrossed || [first, last].some((gap) => compareRatio(sizeOf(gap), step) < 0);
}

const sizeOf = (value: Ratio): Ratio => (value.n < 0n ? ratio(-value.n, value.d) : value);

/** The ends of several quantities of which two may be rounded to one number without being one. */
export function closeEnds(parts: Parts, turns: Turns, step: Ratio): readonly Line[] {
  const lows = parts.flatMap(([low]) => (low ? [low] : []));
  const highs = parts.flatMap(([, high]) => (high ? [high] : []));
  return across(lows, highs)
    .filter(([low, high]) => isNarrow(turns, [low, high], step) && !isOne(low, high))
    .flat();
}

const isOne = (low: Line, high: Line): boolean =>
  low.every((end, proof) => compareEnds(end, high[proof] ?? end) === 0);
