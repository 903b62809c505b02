import { invariant } from "../../../base/invariant.ts";
import { distance, doubleArea, lengthOf, minus, type Point, type Ring } from "../plane.ts";
import type { Borders } from "./borders.ts";
import { cutsOf, lineWithLeft, type Cut } from "./cut.ts";

/** A thing that is to have a part of the land, as large as its weight says. */
export type Share<T> = { readonly item: T; readonly weight: number };
export type Part<T> = { readonly item: T; readonly ring: Ring };

/** Directions in which land is cut: along the city's grid if possible, aslant where that is not. */
const grid: readonly Point[] = [
  [1000, 0],
  [0, 1000],
];
const aslant: readonly Point[] = [
  [1000, 1000],
  [1000, -1000],
  [1000, 450],
  [1000, -450],
  [450, 1000],
  [-450, 1000],
];
/** A cut aslant must be shorter by this much to be taken. */
const aslantCosts = 1.4;
/** How much a cut of the wrong size weighs against one that is long. */
const deviationCosts = 8;

export type Wish = {
  /** The share of the area that is to lie on the left. */
  readonly share: number;
  /** How far the grid is turned here, in thousandths. */
  readonly tilt?: number;
  /** The left part is to lie nearer to this point than the right one. */
  readonly near?: Point;
};

export const areaShare = (part: Ring, whole: Ring): number => doubleArea(part) / doubleArea(whole);

/** The centre of mass, near enough to compare by. */
export function centreOf(ring: Ring): Point {
  const [ox, oy] = ring[0]!;
  let [x, y, weight] = [0, 0, 0];
  ring.forEach((point, index) => {
    const next = ring[(index + 1) % ring.length]!;
    const [ax, ay, bx, by] = [point[0] - ox, point[1] - oy, next[0] - ox, next[1] - oy];
    const part = ax * by - bx * ay;
    weight += part;
    x += ((ax + bx) * part) / 3;
    y += ((ay + by) * part) / 3;
  });
  return [Math.round(ox + x / weight), Math.round(oy + y / weight)];
}

const turned = ([x, y]: Point, tilt: number): Point => [
  x - Math.round((y * tilt) / 1000),
  y + Math.round((x * tilt) / 1000),
];
const opposite = ([x, y]: Point): Point => [-x, -y];

type Candidate = { readonly cut: Cut; readonly cost: number };

/** The ways to cut the ring in one direction, each with what speaks against it. */
function candidatesOf(ring: Ring, along: Point, { share, near }: Wish): Candidate[] {
  const size = Math.sqrt(doubleArea(ring) / 2);
  return cutsOf(ring, lineWithLeft(ring, along, share)).flatMap((cut) => {
    const deviation = Math.abs(areaShare(cut.left, ring) - share) / Math.min(share, 1 - share);
    const isFar = near && distance(near, centreOf(cut.left)) > distance(near, centreOf(cut.right));
    if (isFar) return [];
    const length = lengthOf(minus(cut.to.at, cut.from.at)) / size;
    return [{ cut, cost: length + deviation * deviationCosts }];
  });
}

/** A cut along the grid that costs no more than this is good: nothing aslant is looked for. */
const goodEnough = 1.3;

const cheapest = (list: readonly Candidate[]): Candidate | undefined =>
  list.reduce<Candidate | undefined>((a, b) => (a && a.cost <= b.cost ? a : b), undefined);

/** The best cut of a ring in two; undefined where no straight line makes one. */
export function bestCut(ring: Ring, wish: Wish): Cut | undefined {
  const along = (list: readonly Point[]): Candidate[] =>
    list
      .map((way) => turned(way, wish.tilt ?? 0))
      .flatMap((way) => (wish.near ? [way, opposite(way)] : [way]))
      .flatMap((way) => candidatesOf(ring, way, wish));
  const straight = cheapest(along(grid));
  if (straight && straight.cost <= goodEnough) return straight.cut;
  const others = along(aslant).map(({ cut, cost }) => ({ cut, cost: cost * aslantCosts }));
  return cheapest(straight ? [straight, ...others] : others)?.cut;
}

/** Tells the neighbours where the cut meets their common borders. */
export function noteCut(borders: Borders, ring: Ring, cut: Cut): void {
  for (const { edge, at } of [cut.from, cut.to]) {
    borders.cut(ring[edge]!, ring[(edge + 1) % ring.length]!, at);
  }
}

/** Where the list is parted so that both sides weigh about the same. */
function middleOf<T>(shares: readonly Share<T>[]): { at: number; share: number } {
  const total = shares.reduce((sum, { weight }) => sum + weight, 0);
  let [passed, at] = [shares[0]!.weight, 1];
  while (at < shares.length - 1 && (passed + shares[at]!.weight / 2) * 2 <= total) {
    passed += shares[at]!.weight;
    at += 1;
  }
  return { at, share: passed / total };
}

export type DivideOrder<T> = {
  readonly ring: Ring;
  readonly shares: readonly Share<T>[];
  readonly borders: Borders;
  readonly tilt?: (first: T) => number;
  /** The first of the list come to lie nearest to this point. */
  readonly near?: Point;
};

/** Divides a ring among a list by cutting it in two again and again. */
export function divide<T>(order: DivideOrder<T>): Part<T>[] {
  const { shares, borders, tilt, near } = order;
  const [only] = shares;
  invariant(only, "land is divided among somebody");
  if (shares.length === 1) return [{ item: only.item, ring: order.ring }];
  const ring = borders.through(order.ring);
  const { at, share } = middleOf(shares);
  const wish = { share, tilt: tilt?.(only.item) ?? 0 };
  const cut = (near && bestCut(ring, { ...wish, near })) ?? bestCut(ring, wish);
  invariant(cut, "a straight line cuts every piece of land in two");
  noteCut(borders, ring, cut);
  return [
    ...divide({ ...order, ring: cut.left, shares: shares.slice(0, at) }),
    ...divide({ ...order, ring: cut.right, shares: shares.slice(at) }),
  ];
}
