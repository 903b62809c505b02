import type { FactState, Known } from "../case/model.ts";
import { factAt } from "../case/dictionary.ts";
import { childrenOf } from "../check/tree.ts";
import { crossingsOf } from "../ask/turning.ts";
import type { Outcome } from "../evaluate/outcome.ts";
import { variableIn, variableKey, type Scope } from "../evaluate/scope.ts";
import { comparisonsIn, figuresIn, knownOf, reachOf } from "../explain/change/flip-compare.ts";
import type { FactIr, Node } from "../ir.ts";

/** What a fact may be, in pieces in each of which the comparisons that read it come out alike. */
export type Cut = {
  readonly states: readonly FactState[];
  /** Whether the pieces leave nothing out. */
  readonly isWhole: boolean;
};

export type Cutting = {
  /** What the condition came to with the fact as it stands. */
  readonly outcome: Outcome;
  readonly scope: Scope;
  readonly fact: number;
  readonly state: FactState;
};

const known = (value: Known): FactState => ({ state: "known", value });

/** Splits what is left open of a fact. */
export function cutOf(cutting: Cutting): Cut {
  const fact = factAt(cutting.scope.edition.program, cutting.fact);
  switch (fact.type.kind) {
    case "boolean":
      return { states: [known(true), known(false)], isWhole: true };
    case "enumeration":
      return { states: fact.type.options.map(known), isWhole: true };
    case "number":
      return cutFigures(cutting, fact);
    case "date":
      return cutDays(cutting, fact);
    case "text":
      return cutTexts(cutting);
    case "list":
      return cutLists(cutting);
  }
}

export type Range = { readonly min: number; readonly max: number };

export function rangeOf(fact: FactIr, state: FactState): Range {
  return state.state === "estimate" ? state : reachOf(fact, { state: "unknown" });
}

const between = (min: number, max: number): FactState =>
  min === max ? known(min) : { state: "estimate", min, max };

/** The pieces of a range between the places at which something turns. */
export function piecesOf({ min, max }: Range, turns: readonly number[]): readonly Range[] {
  const inside = [...new Set(turns)].filter((at) => at > min && at <= max).sort((a, b) => a - b);
  const starts = [min, ...inside];
  return starts.map((from, at) => {
    const next = starts[at + 1];
    return { min: from, max: next === undefined ? max : next - 1 };
  });
}

function cutFigures(cutting: Cutting, fact: FactIr): Cut {
  const range = rangeOf(fact, cutting.state);
  const pieces = piecesOf(range, turnsOf(cutting));
  if (pieces.length > 1) {
    return { states: pieces.map(({ min, max }) => between(min, max)), isWhole: true };
  }
  // Nothing turns by this fact alone while others are open: it is tried at its ends and amid them.
  const middle = range.min + Math.trunc((range.max - range.min) / 2);
  const tried = [...new Set([range.min, range.max, middle])];
  return { states: tried.map(known), isWhole: range.max - range.min < tried.length };
}

/** Days have no estimates: each piece is tried at its ends. */
function cutDays(cutting: Cutting, fact: FactIr): Cut {
  const pieces = piecesOf(rangeOf(fact, cutting.state), turnsOf(cutting));
  const days = pieces.flatMap(({ min, max }) => [...new Set([max, min])]);
  return {
    states: days.map((day) => known(knownOf(fact, day))),
    isWhole: standsIn(cutting, turnsOnce),
  };
}

/** Whether whatever reads the fact does it in a way whose pieces leave nothing out. */
function standsIn({ outcome, fact }: Cutting, isPlain: (parent: Node) => boolean): boolean {
  const isOwn = (part: Node): boolean => part.op === "fact" && part.fact === fact;
  const stands = (node: Node): boolean =>
    childrenOf(node).every((part) => (isOwn(part) ? isPlain(node) : stands(part)));
  return stands(outcome.node);
}

const readsNothing = (node: Node): boolean =>
  node.op !== "fact" && childrenOf(node).every(readsNothing);

/** A comparison with one fixed day on one side. */
const turnsOnce = (node: Node): boolean =>
  node.op === "compare" && (readsNothing(node.left) || readsNothing(node.right));

/** What looks for words that are written down. */
const looksUp = (node: Node): boolean =>
  node.op === "among" ||
  node.op === "holds" ||
  node.op === "listed" ||
  (node.op === "compare" && (node.left.op === "text" || node.right.op === "text"));

type Placed = ReturnType<typeof comparisonsIn>[number];

/** The comparisons that read the fact, each where it stands. */
function comparisonsOf({ outcome, scope, fact }: Cutting): readonly Placed[] {
  const key = variableKey(variableIn(scope, fact));
  return comparisonsIn(outcome, scope).filter((one) =>
    figuresIn(one.outcome, one.scope).some((read) => variableKey(read) === key),
  );
}

function turnsOf(cutting: Cutting): readonly number[] {
  return comparisonsOf(cutting).flatMap((one) => crossings(one, cutting.fact));
}

const shelves = new WeakMap<Node, Map<string, readonly number[]>>();

/** A comparison that reads nothing else turns at the same places in every case of a day. */
function crossings({ node, scope, outcome }: Placed, fact: number): readonly number[] {
  const variable = variableIn(scope, fact);
  const solve = () => crossingsOf({ node, scope, variable });
  if (figuresIn(outcome, scope).length > 1) return solve();
  const shelf = shelves.get(node) ?? new Map<string, readonly number[]>();
  shelves.set(node, shelf);
  const key = `${fact} ${scope.edition.day}`;
  const found = shelf.get(key) ?? solve();
  shelf.set(key, found);
  return found;
}

/** The words that a condition looks for in a fact, and those of the lists where it is looked up. */
function wordsFor(node: Node, { scope, fact }: Cutting): readonly string[] {
  const own = (part: Node): boolean => part.op === "fact" && part.fact === fact;
  const words = (part: Node): readonly string[] => {
    const inside = childrenOf(part).flatMap(words);
    if (part.op === "among" && own(part.arg)) return [...part.options, ...inside];
    if (part.op === "holds" && own(part.list)) return [part.option, ...inside];
    if (part.op === "spelled" && own(part.arg)) return [part.word, ...inside];
    if (part.op === "compare")
      return [...writtenIn(part.left), ...writtenIn(part.right), ...inside];
    if (part.op !== "listed" || !own(part.arg)) return inside;
    return [...(scope.edition.program.registers[part.register]?.entries ?? []), ...inside];
  };
  return [...new Set(words(node))];
}

const writtenIn = (node: Node): readonly string[] => (node.op === "text" ? [node.value] : []);

/** Every word that is looked for, and one that nobody looks for. */
function cutTexts(cutting: Cutting): Cut {
  const words = wordsFor(cutting.outcome.node, cutting);
  return { states: [...words, "—"].map(known), isWhole: standsIn(cutting, looksUp) };
}

/** More words than this are not tried in every combination. */
const combinedMax = 6;

function cutLists(cutting: Cutting): Cut {
  const words = wordsFor(cutting.outcome.node, cutting);
  const lists = words
    .slice(0, combinedMax)
    .reduce<readonly (readonly string[])[]>(
      (made, word) => made.flatMap((list) => [[...list, word], list]),
      [[]],
    );
  const isWhole = words.length <= combinedMax && standsIn(cutting, looksUp);
  return { states: lists.map(known), isWhole };
}
