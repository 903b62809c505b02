import type { Zones } from "../model/zones.ts";
import type { Parcel } from "./build.ts";
import { namesFor, type Names } from "./names.ts";
import { layQuarter, type Quarter, type UsedCell } from "./quarter.ts";
import { writeRegister, type RegisteredBuilding } from "./register.ts";
import { chooseBuildings } from "./select.ts";

/** What the quarter declares of itself; every figure is met exactly. */
export type Declared = {
  readonly blocks: number;
  readonly buildings: number;
  readonly floorAreaDm2: number;
};

/**
 * Two of the central ring's blocks, 600 buildings, and a hundredth of the ring's published stock.
 */
export function declareQuarter(zones: Zones): Declared {
  const stock = zones.rings.find(({ id }) => id === "central")?.published.stock_m2;
  if (stock === undefined)
    throw new RangeError("the zones state no published stock of the central ring");
  return { blocks: 2, buildings: 600, floorAreaDm2: Math.round(stock / 100) * 100 };
}

export type SceneParcel = Parcel & { readonly code: string; readonly home: UsedCell };

/** Everything that the layers are drawn from. */
export type Scene = {
  readonly seed: string;
  readonly quarter: Quarter;
  readonly names: Names;
  readonly register: readonly RegisteredBuilding[];
  /** Parcels of the two blocks. */
  readonly parcels: readonly SceneParcel[];
};

/** Codes such as CY-0401-P007: by block, in the order of the list. */
function coded<T extends { block: string | null }>(
  items: readonly T[],
  letter: string,
): (T & { code: string })[] {
  const counts = new Map<string, number>();
  return items.map((item) => {
    const block = item.block ?? "around";
    const number = (counts.get(block) ?? 0) + 1;
    counts.set(block, number);
    return { ...item, code: `${block}-${letter}${String(number).padStart(3, "0")}` };
  });
}

export function setScene(seed: string, declared: Declared): Scene {
  const quarter = layQuarter(seed, declared.buildings);
  const names = namesFor(
    {
      cells: quarter.built.map(({ cell }) => cell.id),
      streets: quarter.streets.map(({ id }) => id),
    },
    seed,
  );
  const standing = chooseBuildings(quarter, declared.buildings, seed);
  const raw = writeRegister(standing, names, { seed, targetDm2: declared.floorAreaDm2 });
  const land = quarter.built.flatMap(({ cell, parcels }) =>
    cell.block ? parcels.map((parcel) => ({ ...parcel, block: cell.block, home: cell })) : [],
  );
  const parcels = coded(land, "P");
  const codeOf = new Map(parcels.map(({ id, code }) => [id, code]));
  const register = coded(raw, "B").map(({ code, ...building }) => ({
    ...building,
    id: code,
    parcel: codeOf.get(building.parcel) ?? building.parcel,
  }));
  return { seed, quarter, names, register, parcels };
}
