import { invariant } from "../../../base/invariant.ts";
import { middleOf, type Point, type Ring } from "../plane.ts";
import type { Borders } from "./borders.ts";
import { crossingsOf, walk, type Crossing } from "./cut.ts";

const ways: readonly Point[] = [
  [0, 1000],
  [1000, 0],
  [1000, 1000],
  [1000, -1000],
  [300, 1000],
  [-300, 1000],
  [1000, 300],
  [1000, -300],
];

type Passage = { readonly shell: [Crossing, Crossing]; readonly hole: [Crossing, Crossing] };

/** Where a line through the middle of the hole meets the shell and the hole, twice each. */
function passageOf(shell: Ring, hole: Ring): Passage | undefined {
  for (const along of ways) {
    const line = { at: middleOf(hole), along };
    const [outer, inner] = [crossingsOf(shell, line), crossingsOf(hole, line)];
    if (outer.length !== 2 || inner.length !== 2) continue;
    return { shell: [outer[0]!, outer[1]!], hole: [inner[0]!, inner[1]!] };
  }
  return undefined;
}

/**
 * Cuts a shell with a hole in two rings without one, along a line through the hole. The shell is
 * walked counter-clockwise and the hole clockwise.
 */
export function openHole(shell: Ring, hole: Ring, borders: Borders): [Ring, Ring] {
  const passage = passageOf(shell, hole);
  invariant(passage, "a straight line leads through the hole and the shell once");
  const { shell: outer, hole: inner } = passage;
  for (const [ring, crossings] of [
    [shell, outer],
    [hole, inner],
  ] as const) {
    for (const { edge, at } of crossings) {
      borders.cut(ring[edge]!, ring[(edge + 1) % ring.length]!, at);
    }
  }
  return [
    [...walk(shell, outer[1], outer[0]), ...walk(hole, inner[0], inner[1])],
    [...walk(shell, outer[0], outer[1]), ...walk(hole, inner[1], inner[0])],
  ];
}
