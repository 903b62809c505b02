import { order, type Answer } from "../compare.ts";
import { fail, type Machine } from "../machine.ts";
import { isKind, type RangeEnd, type RangeValue, type Value } from "../value.ts";
import { takes, type BuiltIn, type Form, type Given } from "./matching.ts";

/** A place on a line: a value, just before it (-1) or just behind it (1), or beyond all values. */
type Edge = { readonly value: Value | undefined; readonly side: -1 | 0 | 1 };

const lowEdge = ({ low }: RangeValue): Edge =>
  low.value === undefined
    ? { value: undefined, side: -1 }
    : { value: low.value, side: low.closed ? 0 : 1 };
const highEdge = ({ high }: RangeValue): Edge =>
  high.value === undefined
    ? { value: undefined, side: 1 }
    : { value: high.value, side: high.closed ? 0 : -1 };

/** Negative, zero or positive; null, with its reason, where the values have no order. */
function orderEdges(machine: Machine, a: Edge, b: Edge): number | null {
  if (a.value === undefined || b.value === undefined) {
    const place = (edge: Edge): number => (edge.value === undefined ? edge.side : 0);
    return place(a) - place(b);
  }
  const difference = order(machine, a.value, b.value);
  if (difference === undefined) return fail(machine, "not_comparable");
  return difference === 0 ? a.side - b.side : difference;
}

type Relation = (machine: Machine, a: RangeValue, b: RangeValue) => Answer;

/** Whether an edge of each of two ranges stand to each other as a test says. */
const edges =
  (
    a: (range: RangeValue) => Edge,
    b: (range: RangeValue) => Edge,
    test: (difference: number) => boolean,
  ): Relation =>
  (machine, first, second) => {
    const difference = orderEdges(machine, a(first), b(second));
    return difference === null ? null : test(difference);
  };

const allOf =
  (...relations: readonly Relation[]): Relation =>
  (machine, a, b) => {
    for (const relation of relations) {
      const answer = relation(machine, a, b);
      if (answer !== true) return answer;
    }
    return true;
  };

const turned =
  (relation: Relation): Relation =>
  (machine, a, b) =>
    relation(machine, b, a);

/** Whether one range ends at the very value with which another begins, both with it or not. */
const meets: Relation = (machine, a, b) => {
  const [end, start] = [a.high, b.low];
  if (end.value === undefined || start.value === undefined) return false;
  const difference = order(machine, end.value, start.value);
  if (difference === undefined) return fail(machine, "not_comparable");
  return difference === 0 && end.closed && start.closed;
};

const below = (difference: number): boolean => difference < 0;
const upTo = (difference: number): boolean => difference <= 0;
const from = (difference: number): boolean => difference >= 0;
const level = (difference: number): boolean => difference === 0;

const isBefore = edges(highEdge, lowEdge, below);
const overlaps = allOf(edges(lowEdge, highEdge, upTo), edges(highEdge, lowEdge, from));
const startsLevel = edges(lowEdge, lowEdge, level);
const endsLevel = edges(highEdge, highEdge, level);
const includes = allOf(edges(lowEdge, lowEdge, upTo), edges(highEdge, highEdge, from));

const overlapsBefore = allOf(
  edges(lowEdge, lowEdge, below),
  edges(highEdge, lowEdge, from),
  edges(highEdge, highEdge, upTo),
);

const asRange = (value: Value): RangeValue => {
  if (isKind(value, "range")) return value;
  const end: RangeEnd = { value, closed: true };
  return { kind: "range", low: end, high: end };
};

/** A form for a relation of two values that are points or ranges. */
function form(relation: Relation, first: string, second: string): Form {
  return {
    takes: takes(first, second),
    run: (machine, [a = null, b = null]: readonly Given[]) => {
      if (a === null || b === null) return fail(machine, "argument_type");
      return relation(machine, asRange(a), asRange(b));
    },
  };
}

const scalars =
  "number | string | date | time | date and time | days and time duration | years and months duration";
const point = (name: string): string => `${name}: ${scalars}`;
const range = (name: string): string => `${name}: range`;

const ofRanges = (relation: Relation): BuiltIn => [
  form(relation, range("range1"), range("range2")),
];

const ofAll = (relation: Relation): BuiltIn => [
  form(relation, point("point1"), point("point2")),
  form(relation, point("point"), range("range")),
  form(relation, range("range"), point("point")),
  form(relation, range("range1"), range("range2")),
];

const ofPointOrRange = (relation: Relation): BuiltIn => [
  form(relation, point("point"), range("range")),
  form(relation, range("range1"), range("range2")),
];

const ofRangeFirst = (relation: Relation): BuiltIn => [
  form(relation, range("range"), point("point")),
  form(relation, range("range1"), range("range2")),
];

const starts: Relation = allOf(startsLevel, edges(highEdge, highEdge, upTo));
const finishes: Relation = allOf(endsLevel, edges(lowEdge, lowEdge, from));

export const rangeFunctions: Readonly<Record<string, BuiltIn>> = {
  before: ofAll(isBefore),
  after: ofAll(turned(isBefore)),
  meets: ofRanges(meets),
  "met by": ofRanges(turned(meets)),
  overlaps: ofRanges(overlaps),
  "overlaps before": ofRanges(overlapsBefore),
  "overlaps after": ofRanges(turned(overlapsBefore)),
  finishes: ofPointOrRange(finishes),
  "finished by": ofRangeFirst(turned(finishes)),
  includes: ofRangeFirst(includes),
  during: ofPointOrRange(turned(includes)),
  starts: ofPointOrRange(starts),
  "started by": ofRangeFirst(turned(starts)),
  coincides: [
    form(allOf(startsLevel, endsLevel), point("point1"), point("point2")),
    form(allOf(startsLevel, endsLevel), range("range1"), range("range2")),
  ],
};
