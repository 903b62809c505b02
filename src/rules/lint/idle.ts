import { childrenOf, mapChildren } from "../check/tree.ts";
import type { Node } from "../ir.ts";
import { search, type Searched } from "./search.ts";
import { apart, type Study } from "./study.ts";

type Group = Extract<Node, { op: "and" | "or" }>;

/** A part of a condition without which it comes to the same. */
export type Idle = {
  readonly part: Node;
  readonly within: Group["op"];
  /** Where it stands: "when.0.1". */
  readonly place: string;
  /** The condition without it. */
  readonly without: Node;
  readonly searched: Extract<Searched, { found: false }>;
};

type Place = {
  readonly study: Study;
  readonly id: string;
  /** The whole condition, with another node in this place. */
  readonly whole: (node: Node) => Node;
  readonly original: Node;
  readonly idle: Idle[];
};

/**
 * The parts that change nothing, each by itself and all of them together: where two say the same,
 * the later is told.
 */
export function idleParts(study: Study, original: Node): readonly Idle[] {
  const idle: Idle[] = [];
  reduced(original, { study, id: "when", whole: (node) => node, original, idle });
  return idle;
}

/** A node without what is proved idle in it, so that one of two that say the same stays. */
function reduced(node: Node, place: Place): Node {
  let current = node;
  const kept = childrenOf(node).map(() => true);
  const isGroup = node.op === "and" || node.op === "or";
  for (let at = kept.length - 1; at >= 0; at--) {
    const part = childrenOf(current)[at];
    if (part?.type.kind !== "boolean") continue;
    const isKept = !isGroup || !isIdle({ group: node, at, kept, current }, place);
    kept[at] = isKept;
    if (isKept) current = withReduced(current, at, { place, shape: (one) => shaped(one, kept) });
  }
  return shaped(current, kept);
}

type Shaping = { readonly place: Place; readonly shape: (node: Node) => Node };

function withReduced(current: Node, at: number, { place, shape }: Shaping): Node {
  const put = (part: Node) => mapChildren(current, (old, index) => (index === at ? part : old));
  const part = childrenOf(current)[at];
  if (!part) return current;
  const inside = {
    ...place,
    id: `${place.id}.${at}`,
    whole: (one: Node) => place.whole(shape(put(one))),
  };
  return put(reduced(part, inside));
}

/** A group of the parts that are kept; one that is left alone stands for itself. */
function shaped(node: Node, kept: readonly boolean[]): Node {
  if (node.op !== "and" && node.op !== "or") return node;
  const args = node.args.filter((_, at) => kept[at]);
  const [only] = args;
  return args.length === 1 && only ? only : { ...node, args };
}

type Asked = {
  readonly group: Group;
  readonly at: number;
  readonly kept: readonly boolean[];
  readonly current: Node;
};

function isIdle({ group, at, kept, current }: Asked, place: Place): boolean {
  const { study, original, idle } = place;
  const rest = kept.with(at, false);
  const part = childrenOf(current)[at];
  if (!part || !rest.includes(true)) return false;
  const reduced = search(study, apart(original, place.whole(shaped(current, rest))));
  const id = `${place.id}.${at}`;
  const without = withoutAt(original, placesIn(id));
  const searched = reduced.found ? reduced : search(study, apart(original, without));
  if (searched.found) return false;
  idle.push({ part, within: group.op, place: id, without, searched });
  return searched.isProved && !reduced.found && reduced.isProved;
}

/** The numbers of a place such as "when.0.1". */
const placesIn = (id: string): readonly number[] => id.split(".").slice(1).map(Number);

/** The whole condition without one of its parts, and with all that else changes nothing. */
function withoutAt(node: Node, [at, ...rest]: readonly number[]): Node {
  if (rest.length === 0)
    return shaped(
      node,
      childrenOf(node).map((_, own) => own !== at),
    );
  return mapChildren(node, (part, own) => (own === at ? withoutAt(part, rest) : part));
}
