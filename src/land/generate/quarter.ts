import { BrokenPromise, invariant } from "../../base/invariant.ts";
import { buildCell, type Built } from "./build.ts";
import { digCanal, shores, type Canal } from "./canal.ts";
import { divideLand, type Cell, type Division } from "./cells.ts";
import { drawsOf, shuffled, type Draws } from "./draw.ts";
import { columns, layExtent, mainStreets, rows, type Extent, type Street } from "./extent.ts";
import { areaDm2Of, distance, middleOf, type Point } from "./plane.ts";
import type { Use } from "./uses.ts";

/** The two blocks stand in the middle row, in the second and third column. */
const blockColumns = [1, 2] as const;
const blockRow = 1;

export type BlockPlan = { readonly id: string; readonly column: number };
export const blockPlans: readonly BlockPlan[] = [
  { id: "CY-0401", column: blockColumns[0] },
  { id: "CY-0402", column: blockColumns[1] },
];

export type UsedCell = Cell & { readonly use: Use };

export type Quarter = {
  readonly extent: Extent;
  readonly canal: Canal;
  readonly streets: readonly Street[];
  readonly built: readonly (Built & { readonly cell: UsedCell })[];
};

/** One large cell per block is kept whole: a works in the east, an arena in the west. */
function largeCellOf(column: number, draws: Draws): { use: Use; id: string } | undefined {
  const place = blockColumns.indexOf(column as 1 | 2);
  const end = draws.pick(["aa", "ab", "ba", "bb"]);
  if (place === 0) return { use: "arena", id: `c1-1s${end}` };
  return place === 1 ? { use: "works", id: `c2-1s${end}` } : undefined;
}

type Quadrant = { readonly column: number; readonly row: number };

function divideQuad(
  extent: Extent,
  canal: Canal,
  { column, row, seed }: Quadrant & { seed: string },
): Division {
  const land = extent.land(column, row);
  const block =
    row === blockRow ? (blockPlans.find((plan) => plan.column === column)?.id ?? null) : null;
  const id = `c${column}-${row}`;
  const drawsFor = (cell: string): Draws => drawsOf(seed, "cell", cell);
  const large = largeCellOf(column, drawsFor(`${id} large`));
  const { north, south } = shores(land, canal.axes[column]!);
  const starts =
    row === blockRow
      ? [
          { id: `${id}n`, ring: north },
          { id: `${id}s`, ring: south },
        ]
      : [{ id, ring: land }];
  const parts = starts.map((start) =>
    divideLand(
      { cell: { ...start, block }, depth: 0, keep: (cell) => cell.id === large?.id },
      drawsFor,
    ),
  );
  return {
    cells: parts.flatMap(({ cells }) => cells),
    streets: parts.flatMap(({ streets }) => streets),
  };
}

/**
 * How many cells of the two blocks serve each use beside dwellings; the nearest to its anchor
 * first.
 * Of courtyards there are as many as the number of buildings asks for. */
const wanted: readonly { use: Use; count: number; near: "centre" | "west" | "any" }[] = [
  { use: "yards", count: 0, near: "west" },
  { use: "mall", count: 1, near: "centre" },
  { use: "offices", count: 3, near: "centre" },
  { use: "hotel", count: 1, near: "centre" },
  { use: "school", count: 2, near: "any" },
  { use: "library", count: 1, near: "any" },
  { use: "hospital", count: 1, near: "any" },
  { use: "market", count: 1, near: "any" },
  { use: "park", count: 1, near: "any" },
  { use: "reserve", count: 1, near: "any" },
];
const dwellings: readonly Use[] = [
  "old_slabs",
  "mid_slabs",
  "old_slabs",
  "towers",
  "mid_slabs",
  "new_slabs",
  "towers",
];

function useBlocks(
  cells: readonly Cell[],
  anchors: Record<"centre" | "west", Point>,
  { seed, yards }: { seed: string; yards: number },
): UsedCell[] {
  const largeUse = (cell: Cell): Use | undefined =>
    areaDm2Of(cell.ring) < 8_000_000 ? undefined : cell.id.startsWith("c1") ? "arena" : "works";
  const used = cells.flatMap((cell) => {
    const use = largeUse(cell);
    return use ? [{ ...cell, use }] : [];
  });
  let free = shuffled(
    cells.filter((cell) => !largeUse(cell)),
    ({ id }) => id,
    seed,
  );
  for (const { use, count: usual, near } of wanted) {
    const count = use === "yards" ? yards : usual;
    const ranked =
      near === "any"
        ? free
        : [...free].sort(
            (a, b) =>
              distance(middleOf(a.ring), anchors[near]) - distance(middleOf(b.ring), anchors[near]),
          );
    const taken = new Set(ranked.slice(0, count).map(({ id }) => id));
    used.push(...free.filter(({ id }) => taken.has(id)).map((cell) => ({ ...cell, use })));
    free = free.filter(({ id }) => !taken.has(id));
  }
  used.push(...free.map((cell, index) => ({ ...cell, use: dwellings[index % dwellings.length]! })));
  return used.sort((a, b) => (a.id < b.id ? -1 : 1));
}

export const farmlandCorner = "c3-2";
export const hubCorner = "c3-0";

function useSurroundings(cells: readonly Cell[], seed: string): UsedCell[] {
  const mix: Readonly<Partial<Record<Use, number>>> = {
    old_slabs: 5,
    mid_slabs: 6,
    new_slabs: 3,
    towers: 6,
    offices: 2,
    school: 1,
    market: 1,
    park: 1,
  };
  // One cell in the north-eastern and one in the south-eastern corner stay empty: farmland, a hub.
  const empty = [farmlandCorner, hubCorner].map(
    (corner) =>
      cells
        .map(({ id }) => id)
        .filter((id) => id.startsWith(corner))
        .sort()[0],
  );
  return cells.map((cell) => ({
    ...cell,
    use: empty.includes(cell.id)
      ? "reserve"
      : drawsOf(seed, "surroundings", cell.id).weigh(mix as Record<Use, number>),
  }));
}

type Laid = Built & { readonly cell: UsedCell };

const build = (cells: readonly UsedCell[], seed: string): Laid[] =>
  cells.map((cell) => ({
    ...buildCell(cell, cell.use, (id) => drawsOf(seed, "build", id)),
    cell,
  }));

/**
 * Lays out the blocks with as few cells of courtyards as it takes to have the buildings declared.
 */
function buildBlocks(
  cells: readonly Cell[],
  anchors: Record<"centre" | "west", Point>,
  { seed, buildings }: { seed: string; buildings: number },
): Laid[] {
  for (let yards = 1; yards < cells.length / 2; yards++) {
    const built = build(useBlocks(cells, anchors, { seed, yards }), seed);
    if (built.reduce((sum, { drafts }) => sum + drafts.length, 0) >= buildings) return built;
  }
  throw new BrokenPromise("courtyards enough bring two blocks to the declared number of buildings");
}

/** Lays out two blocks and what surrounds them, down to the outline of each building. */
export function layQuarter(seed: string, buildings: number): Quarter {
  const extent = layExtent(seed);
  const canal = digCanal(extent, seed);
  const quads = Array.from({ length: columns * rows }, (_, index): Quadrant => ({
    column: index % columns,
    row: Math.floor(index / columns),
  }));
  const divisions = quads.map((quad) => divideQuad(extent, canal, { ...quad, seed }));
  const cells = divisions
    .flatMap((division) => division.cells)
    .filter(({ ring }) => ring.length > 2);
  const anchors = { centre: extent.node(2, 1), west: extent.node(1, 1) };
  const inside = cells.filter(({ block }) => block);
  invariant(inside.length >= 25, "two blocks hold at least 25 cells");
  const around = cells.filter(({ block }) => !block);
  return {
    extent,
    canal,
    streets: [...mainStreets(extent), ...divisions.flatMap(({ streets }) => streets)],
    built: [
      ...buildBlocks(inside, anchors, { seed, buildings }),
      ...build(useSurroundings(around, seed), seed),
    ],
  };
}
