import type { FactState } from "../case/model.ts";
import { childrenOf, folds } from "../check/tree.ts";
import { truthOf, type Outcome } from "../evaluate/outcome.ts";
import { prove } from "../evaluate/reference.ts";
import type { Node } from "../ir.ts";
import { cutOf } from "./cells.ts";
import { isAssumed, scopeFor, type States, type Study } from "./study.ts";

/** A case in which a condition is met, or that there is none, or that none was found. */
export type Searched =
  | { readonly found: true; readonly states: States }
  | {
      readonly found: false;
      /** Whether every case was gone through. */
      readonly isProved: boolean;
      /** How many pieces of the cases were looked at. */
      readonly cells: number;
    };

/** The most pieces that the cases are split into for one question. */
export const mostCells = 4096;

const nothing: States = new Map();

/**
 * Looks for a case that meets a condition: what is open is split where it turns, and a piece in
 * which the condition already fails is left whole, so that few pieces stand for every case.
 */
export function search(study: Study, node: Node, start: States = nothing): Searched {
  const open: States[] = [start];
  let isWhole = !folds(node) && !readsAssumed(study, node);
  for (let cells = 1; ; cells++) {
    const states = open.pop();
    if (!states) return { found: false, isProved: isWhole, cells: cells - 1 };
    if (cells > mostCells) return { found: false, isProved: false, cells: mostCells };
    const scope = scopeFor(study, states);
    const outcome = prove(node, scope);
    const truth = truthOf(outcome);
    if (truth === "T") return { found: true, states };
    if (truth !== "U") continue;
    const fact = openFact(outcome, states);
    const state = (fact !== undefined && states.get(fact)) || unknown;
    const cut = fact === undefined ? undecided : cutOf({ outcome, scope, fact, state });
    isWhole &&= cut.isWhole;
    const parts = fact === undefined ? [] : cut.states.map((one) => new Map(states).set(fact, one));
    open.push(...parts.reverse());
  }
}

/** How many subjects alike are tried where a condition folds over them. */
const crowds = [1, 2, 10];

/** A search in cases with more and more subjects, and the study in which it ended. */
export function searchWide(
  study: Study,
  node: Node,
): { readonly study: Study; readonly searched: Searched } {
  const studies = folds(node) ? crowds.map((copies) => ({ ...study, copies })) : [study];
  let ended = { study, searched: search(study, node) };
  for (const wide of studies.slice(1)) {
    if (ended.searched.found) return ended;
    ended = { study: wide, searched: search(wide, node) };
  }
  return ended;
}

const unknown: FactState = { state: "unknown" };

/** What stays open with every fact known: a figure that the law itself leaves open. */
const undecided = { states: [], isWhole: false } as const;

/** A fold speaks of any number of subjects, and a list that is empty may come to hold anything. */
const readsAssumed = ({ law }: Study, node: Node): boolean =>
  (node.op === "listed" && isAssumed(law, node.register)) ||
  childrenOf(node).some((part) => readsAssumed({ law } as Study, part));

/** The first fact that keeps a condition open: one of few values before a figure. */
function openFact(outcome: Outcome, states: States): number | undefined {
  const found = openIn(outcome, states);
  return (
    found.find(({ type }) => type.kind !== "number" && type.kind !== "date")?.fact ?? found[0]?.fact
  );
}

type FactNode = Extract<Node, { op: "fact" }>;

function openIn({ node, value, parts }: Outcome, states: States): readonly FactNode[] {
  if (value.kind === "truth" && value.truth !== "U") return [];
  if (node.op === "fact") return states.get(node.fact)?.state === "known" ? [] : [node];
  return parts.flatMap((part) => openIn(part, states));
}
