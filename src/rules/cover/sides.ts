import { factAt } from "../case/dictionary.ts";
import { truthOf } from "../evaluate/outcome.ts";
import type { Scope, Variable } from "../evaluate/scope.ts";
import { proveAt, reachOf } from "../explain/change/flip-compare.ts";
import { flips } from "../explain/change/threshold.ts";
import type { Compare } from "./thresholds.ts";

/** Where a fact can stand to a threshold: one step before it, on it, one step beyond it. */
export const sideNames = ["below", "at", "above"] as const;
export type Side = (typeof sideNames)[number];

/** The whole quanta, or days, at each side; a side that the fact cannot have is absent. */
export type Sides = { readonly [side in Side]?: number };

type Asked = { readonly node: Compare; readonly scope: Scope; readonly variable: Variable };

/**
 * The last value of a fact before a threshold, the first on it, and the first beyond it, while all
 * else stays as it is. A threshold that the fact never crosses has no sides.
 */
export function sidesOf(asked: Asked): Sides {
  const [reached, passed] = [turnOf(asked, ">="), turnOf(asked, ">")];
  const { min, max } = reachOfFact(asked);
  const inside = (value: number) => (value >= min && value <= max ? value : undefined);
  if (!reached && !passed) return {};
  // A figure at the end of the domain is never crossed, only left.
  if (!reached) return passed?.isUp ? leftUp(passed.at) : leftDown(passed?.at ?? min);
  const at = reached.at === passed?.at ? undefined : reached.at;
  // Going up, the figure is first reached and then passed; going down, the other way round.
  return reached.isUp
    ? stated({ below: inside(reached.at - 1), at, above: passed?.at })
    : stated({ below: passed?.at, at, above: inside(reached.at + 1) });
}

const leftUp = (above: number): Sides => ({ at: above - 1, above });
const leftDown = (below: number): Sides => ({ below, at: below + 1 });

const stated = (all: { readonly [side in Side]: number | undefined }): Sides =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));

const reachOfFact = ({ scope, variable }: Asked) =>
  reachOf(factAt(scope.edition.program, variable.fact), { state: "unknown" });

type Turn = { readonly at: number; readonly isUp: boolean };

/** Where one side of a comparison overtakes the other: the value of the fact nearest to it. */
function turnOf(asked: Asked, comparison: ">=" | ">"): Turn | undefined {
  const node = { ...asked.node, comparison };
  const isTrue = (value: number) => truthOf(proveAt({ ...asked, node }, value)) === "T";
  const { min, max } = reachOfFact(asked);
  const [flip] = flips({ from: undefined, min, max }, isTrue);
  if (!flip || (flip.direction === "at_least" && flip.to === min)) return undefined;
  return { at: flip.to, isUp: flip.direction === "at_least" };
}
