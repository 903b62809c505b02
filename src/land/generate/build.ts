import type { Cell } from "./cells.ts";
import type { Draws } from "./draw.ts";
import { frameOf, place, rowsOfSlots, upright, type Frame, type Slot } from "./slots.ts";
import {
  leftOf,
  lineThrough,
  metres,
  moved,
  reversed,
  shrunk,
  type Point,
  type Ring,
} from "./plane.ts";
import type { Archetype, Plan, RowPlan, Split } from "./plans.ts";
import { outlineOf } from "./shapes.ts";
import { uses, type Use } from "./uses.ts";

/** A building that could stand: where, what, on which parcel. */
export type Draft = {
  readonly id: string;
  readonly parcel: string;
  readonly archetype: Archetype;
  readonly outline: Ring;
};

export type Parcel = {
  readonly id: string;
  readonly cell: string;
  readonly use: Use;
  readonly ring: Ring;
};
export type Built = {
  readonly parcels: Parcel[];
  readonly drafts: Draft[];
  readonly greens: Ring[];
};

type Spot = { readonly id: string; readonly parcel: string; readonly ring: Ring };

/** Cuts a convex ring into parts along its upright frame, leaving a gap between neighbours. */
function splitRing(ring: Ring, { way, shares, gap }: Split): Ring[] {
  const frame = frameOf(ring);
  const across = way === "across";
  const positions = ring.map((point) => upright(frame, point)[across ? 0 : 1]);
  const [low, high] = [Math.min(...positions), Math.max(...positions)];
  const total = shares.reduce((sum, share) => sum + share, 0);
  const cutAt = (share: number): { from: Point; to: Point } => {
    const at = low + ((high - low) * share) / total;
    const end = metres(1000);
    return across
      ? { from: place(frame, [at, -end]), to: place(frame, [at, end]) }
      : { from: place(frame, [end, at]), to: place(frame, [-end, at]) };
  };
  let passed = 0;
  return shares.map((share) => {
    const [start, stop] = [cutAt(passed), cutAt(passed + share)];
    const [isFirst, isLast] = [passed === 0, passed + share === total];
    passed += share;
    const half = metres(gap / 2);
    const before = moved(reversed(lineThrough(start.from, start.to)), isFirst ? 0 : half);
    const after = moved(lineThrough(stop.from, stop.to), isLast ? 0 : half);
    const trimmed = isFirst ? ring : leftOf(ring, before);
    return isLast ? trimmed : leftOf(trimmed, after);
  });
}

const inCentimetres = (range: readonly [number, number]): readonly [number, number] => [
  metres(range[0]),
  metres(range[1]),
];

function standInRows(plan: RowPlan, { id, parcel, ring }: Spot, draws: Draws): Draft[] {
  const { frame, slots } = rowsOfSlots(
    ring,
    {
      setback: metres(plan.setback),
      deep: inCentimetres(plan.deep),
      wide: inCentimetres(plan.wide),
      apart: inCentimetres(plan.apart),
      behind: inCentimetres(plan.behind),
    },
    draws,
  );
  return slots.slice(0, plan.most ?? slots.length).map((slot, index) => ({
    id: `${id}-${index + 1}`,
    parcel,
    archetype: plan.archetype,
    outline: outlineOf(frame, slot, plan.shape),
  }));
}

/** The four wings of a house around its yard; the southern one is shortened for the gate. */
function wings({ u, v, wide, deep }: Slot): Slot[] {
  const [hall, front, side, aisle] = [metres(5.6), metres(4.4), metres(4), metres(0.8)];
  const inner = { v: v + front + aisle, deep: deep - front - hall - 2 * aisle };
  return [
    { u, v: v + deep - hall, wide, deep: hall },
    { u, ...inner, wide: side },
    { u: u + wide - side, ...inner, wide: side },
    { u: u + metres(3), v, wide: wide - metres(3), deep: front },
  ];
}

function standInYards({ id, parcel, ring }: Spot, draws: Draws): Draft[] {
  const size = {
    setback: metres(2.5),
    deep: inCentimetres([19, 23]),
    wide: inCentimetres([16, 21]),
    apart: inCentimetres([1.2, 2]),
    behind: inCentimetres([4.5, 6]),
  };
  const { frame, slots } = rowsOfSlots(ring, size, draws);
  return slots.flatMap((slot, yard) =>
    wings(slot).map((wing, index) => ({
      id: `${id}-${yard + 1}-${index + 1}`,
      parcel,
      archetype: "courtyard" as const,
      outline: outlineOf(frame as Frame, wing, "bar"),
    })),
  );
}

function follow(plan: Plan, spot: Spot, drawsFor: (id: string) => Draws): Omit<Built, "parcels"> {
  switch (plan.kind) {
    case "rows":
      return { drafts: standInRows(plan, spot, drawsFor(spot.id)), greens: [] };
    case "yards":
      return { drafts: standInYards(spot, drawsFor(spot.id)), greens: [] };
    case "green":
      return {
        drafts: [],
        greens: [shrunk(spot.ring, metres(5))].filter((ring) => ring.length > 2),
      };
    case "empty":
      return { drafts: [], greens: [] };
    case "split": {
      const parts = splitRing(spot.ring, plan).map((ring, index) =>
        follow(plan.parts[index]!, { ...spot, id: `${spot.id}${index + 1}`, ring }, drawsFor),
      );
      return {
        drafts: parts.flatMap(({ drafts }) => drafts),
        greens: parts.flatMap(({ greens }) => greens),
      };
    }
  }
}

/** Lays out one cell for its use: parcels, and what stands on each. */
export function buildCell(cell: Cell, use: Use, drawsFor: (id: string) => Draws): Built {
  const layout: Split = drawsFor(`${cell.id} layout`).pick<Split>(uses[use]);
  const land = shrunk(cell.ring, metres(2));
  const rings = layout.parts.length === 1 ? [land] : splitRing(land, layout);
  const parcels = rings
    .map((ring, index): Parcel => ({ id: `${cell.id}-${index + 1}`, cell: cell.id, use, ring }))
    .filter(({ ring }) => ring.length > 2);
  const built = parcels.map(({ id, ring }) =>
    follow(layout.parts[Number(id.split("-").at(-1)) - 1]!, { id, parcel: id, ring }, drawsFor),
  );
  return {
    parcels,
    drafts: built.flatMap(({ drafts }) => drafts),
    greens: built.flatMap(({ greens }) => greens),
  };
}
