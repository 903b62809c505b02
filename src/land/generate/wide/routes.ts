import { invariant } from "../../../base/invariant.ts";
import { distance, type Point } from "../plane.ts";
import type { Net, Stretch } from "./streets.ts";

const pointKey = ([x, y]: Point): string => `${x} ${y}`;

/** The corner of the net that is nearest to a point. */
export function cornerAt(net: Net, point: Point): Point {
  let best = net.stretches[0]?.from;
  invariant(best, "a net has corners");
  for (const { from } of net.stretches) {
    if (distance(from, point) < distance(best, point)) best = from;
  }
  return best;
}

type Reached = { readonly point: Point; readonly length: number };

/** Puts what was reached in its place of a list, the nearest last. */
function insert(list: Reached[], item: Reached): void {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.length > item.length) low = middle + 1;
    else high = middle;
  }
  list.splice(low, 0, item);
}

type Search = { readonly net: Net; readonly cost: (stretch: Stretch) => number };

const farEnd = ({ from, to }: Stretch, near: string): Point =>
  pointKey(from) === near ? to : from;

/** From where each corner is reached best, until the goal is reached. */
function reach({ net, cost }: Search, from: Point, to: Point): Map<string, Point> {
  const before = new Map<string, Point>();
  const known = new Map<string, number>([[pointKey(from), 0]]);
  const open: Reached[] = [{ point: from, length: 0 }];
  const pass = ({ point, length }: Reached, stretch: Stretch): void => {
    const next = farEnd(stretch, pointKey(point));
    const total = length + cost(stretch);
    if (total >= (known.get(pointKey(next)) ?? Infinity)) return;
    known.set(pointKey(next), total);
    before.set(pointKey(next), point);
    insert(open, { point: next, length: total });
  };
  for (let item = open.pop(); item; item = open.pop()) {
    const here = pointKey(item.point);
    if (here === pointKey(to)) break;
    if (item.length > known.get(here)!) continue;
    for (const stretch of net.at.get(here) ?? []) pass(item, stretch);
  }
  return before;
}

/** The cheapest way along the net between two corners; empty where none leads there. */
export function routeOf(search: Search, from: Point, to: Point): Point[] {
  const before = reach(search, from, to);
  const path = [to];
  for (let at = before.get(pointKey(to)); at; at = before.get(pointKey(at))) path.push(at);
  return pointKey(path.at(-1)!) === pointKey(from) ? path.reverse() : [];
}
