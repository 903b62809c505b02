import { invariant } from "../../../base/invariant.ts";
import { elastic, traits } from "../archetypes.ts";
import { shuffled } from "../draw.ts";
import { namesFor, type Names } from "../names.ts";
import { areaDm2Of, middleOf, type Point, type Ring } from "../plane.ts";
import { describe, nameOf, type RegisteredBuilding } from "../register.ts";
import { apportion, settleStoreys, type Elastic } from "../totals.ts";
import type { BlockPlan } from "./block-plan.ts";

/** How far storeys may leave what is usual for the archetype, where the area asks for it. */
const spare = 3;

type Row = Elastic & { readonly index: number; footprintDm2: number };

/** The outline drawn smaller about its middle: it stays inside what it was. */
function smaller(outline: Ring, share: number): Ring {
  const [x, y] = middleOf(outline);
  const towards = (value: number, centre: number): number =>
    centre + Math.trunc((value - centre) * share);
  return outline.map(([px, py]): Point => [towards(px, x), towards(py, y)]);
}

const areaOf = (rows: readonly Row[]): number =>
  rows.reduce((sum, { floors, footprintDm2 }) => sum + floors * footprintDm2, 0);

/** Storeys first, then outlines: until the buildings have the area that the block is to have. */
function settle({ standing, block }: BlockPlan, seed: string): { rows: Row[]; outlines: Ring[] } {
  const rows = standing.map(({ id, archetype, size }, index): Row => {
    const [low, high] = elastic[archetype] ?? traits[archetype].floors;
    const most = archetype === "courtyard" || high === 1 ? high : high + spare;
    return { id, index, footprintDm2: size.footprintDm2, floors: size.floors, fewest: low, most };
  });
  const targetDm2 = block.floorAreaDm2;
  const order = shuffled(rows, ({ id }) => id, seed);
  const reached = settleStoreys(order, { sumDm2: areaOf(rows), targetDm2 });
  const outlines = standing.map(({ outline }) => outline);
  if (reached * 1000 <= targetDm2 * 1004) return { rows, outlines };
  const share = Math.sqrt(targetDm2 / reached);
  const drawn = outlines.map((outline) => smaller(outline, share));
  for (const row of rows) row.footprintDm2 = areaDm2Of(drawn[row.index]!);
  return { rows, outlines: drawn };
}

/** The names of a block: of its cells and its streets, none twice. */
export const blockNames = ({ built, streets, block }: BlockPlan, seed: string): Names =>
  namesFor(
    { cells: built.map(({ cell }) => cell.id), streets: streets.map(({ id }) => id) },
    `${seed} ${block.id}`,
  );

/** Codes such as CY-0401-P007: in the order of the list. */
export const codeOf = (block: string, letter: string, index: number): string =>
  `${block}-${letter}${String(index + 1).padStart(3, "0")}`;

/** The codes of a block's parcels by the ids that they were laid out under. */
export function parcelCodes({ built, block }: BlockPlan): Map<string, string> {
  const ids = built.flatMap(({ parcels }) => parcels.map(({ id }) => id));
  return new Map(ids.map((id, index) => [id, codeOf(block.id, "P", index)]));
}

/** Writes the register of a block, its floor area adding up to the block's share exactly. */
export function registerBlock(plan: BlockPlan, seed: string): RegisteredBuilding[] {
  const { standing, block } = plan;
  const { rows, outlines } = settle(plan, seed);
  const areas = apportion(
    rows.map(({ floors, footprintDm2 }) => floors * footprintDm2),
    block.floorAreaDm2,
  );
  const [names, codes] = [blockNames(plan, seed), parcelCodes(plan)];
  return standing.map((each, index) => {
    const { floors, footprintDm2 } = rows[index]!;
    const parcel = codes.get(each.parcel);
    invariant(parcel, "each building stands on a parcel of its block");
    return {
      ...describe(each, seed),
      id: codeOf(block.id, "B", index),
      parcel,
      outline: outlines[index]!,
      name: nameOf(each, names),
      floors,
      footprintDm2,
      heightCm: floors * each.size.storey + 90,
      floorAreaDm2: areas[index]!,
    };
  });
}
