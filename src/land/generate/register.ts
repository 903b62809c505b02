import type { Bilingual } from "../../base/message.ts";
import { invariant } from "../../base/invariant.ts";
import { elastic, traits } from "./archetypes.ts";
import type { Draft } from "./build.ts";
import { drawsOf, shuffled, type Draws } from "./draw.ts";
import type { Names } from "./names.ts";
import { areaDm2Of, type Ring } from "./plane.ts";
import type { Archetype } from "./plans.ts";
import type { UsedCell } from "./quarter.ts";
import { apportion, settleStoreys, type Elastic } from "./totals.ts";

/** One building of the register. `null` is unknown: the register does not say. */
export type RegisteredBuilding = {
  readonly id: string;
  readonly name: Bilingual;
  readonly block: string;
  readonly cell: string;
  readonly parcel: string;
  readonly archetype: Archetype;
  readonly outline: Ring;
  readonly footprintDm2: number;
  readonly floorAreaDm2: number;
  readonly floors: number;
  readonly heightCm: number;
  readonly kind: string;
  readonly builtYear: number | null;
  readonly structure: string | null;
  readonly currentUse: string;
  readonly idle: boolean;
  readonly ownerKind: string | null;
  readonly papers: string | null;
  readonly dangerGrade: string | null;
  readonly keepMark: string | null;
};

/** A draft that stands: with its cell and its number among its kind in that cell. */
export type Standing = Draft & { readonly cell: UsedCell; readonly number: number };

const wingNames: readonly Bilingual[] = [
  { zh: "北房", en: "north house" },
  { zh: "西房", en: "west house" },
  { zh: "东房", en: "east house" },
  { zh: "南房", en: "south house" },
];

export function nameOf({ id, archetype, cell, number }: Standing, names: Names): Bilingual {
  const { zh, en } = names.ofCell(cell.id, cell.use);
  const word = traits[archetype].word;
  if (archetype === "courtyard") {
    const [, yard, wing] = /-(\d+)-(\d)$/.exec(id) ?? [];
    const house = wingNames[Number(wing) - 1]!;
    return { zh: `${zh} ${yard} 号院${house.zh}`, en: `${en} ${yard}, ${house.en}` };
  }
  if (word.zh.startsWith("号"))
    return { zh: `${zh} ${number} ${word.zh}`, en: `${en} ${word.en} ${number}` };
  if (word.zh === "座") return { zh: `${zh} ${number} 座`, en: `${en} ${word.en} ${number}` };
  return { zh: `${zh}${word.zh}`, en: `${en} ${word.en}` };
}

/** How often a use stands idle, of a thousand. */
const idlePerThousand: Readonly<Record<string, number>> = {
  factory: 260,
  warehouse: 220,
  retail: 70,
  office: 60,
  hotel: 60,
  utility: 120,
};
const grades: Readonly<Record<"old" | "middle" | "young", Readonly<Record<string, number>>>> = {
  old: { unknown: 45, b: 25, c: 20, d: 10 },
  middle: { unknown: 65, a: 12, b: 18, c: 5 },
  young: { unknown: 70, a: 26, b: 4 },
};
const papersOf = (archetype: Archetype): Readonly<Record<string, number>> =>
  archetype === "service" || archetype === "courtyard" || archetype === "shop"
    ? { complete: 40, partial: 20, differing: 14, none: 14, unknown: 12 }
    : { complete: 66, partial: 12, differing: 11, none: 3, unknown: 8 };

const orNull = (word: string): string | null => (word === "unknown" ? null : word);

/** The year of a building: near that of its parcel, because a compound is built in a few years. */
function yearOf({ parcel, archetype }: Standing, draws: Draws, seed: string): number {
  const [from, to] = traits[archetype].years;
  const start = drawsOf(seed, "parcel year", `${parcel} ${archetype}`).whole(from, to);
  return Math.min(to, start + draws.whole(0, 3));
}

export function describe(
  standing: Standing,
  seed: string,
): Omit<RegisteredBuilding, "name" | "floorAreaDm2" | "floors" | "heightCm" | "footprintDm2"> {
  const { id, cell, parcel, archetype, outline } = standing;
  const draws = drawsOf(seed, "register", id);
  const { kind, use, structure, owner } = traits[archetype];
  const year = yearOf(standing, draws, seed);
  const idle = draws.chance(idlePerThousand[kind] ?? 0);
  const makeshift = archetype === "slab_old" && year < 1972 && draws.chance(180);
  const age = year < 1980 ? "old" : year < 2000 ? "middle" : "young";
  invariant(cell.block, "the register holds the buildings of blocks");
  return {
    id,
    block: cell.block,
    cell: cell.id,
    parcel,
    archetype,
    outline,
    kind: makeshift ? "makeshift dwelling" : kind,
    builtYear: draws.chance(110) ? null : year,
    structure: draws.chance(60) ? null : draws.weigh(structure),
    currentUse: idle ? "idle" : use,
    idle,
    ownerKind: draws.chance(40) ? null : draws.weigh(owner),
    papers: orNull(draws.weigh(papersOf(archetype))),
    dangerGrade: orNull(draws.weigh(grades[age])),
    keepMark: orNull(
      draws.weigh({
        keep: age === "old" ? 25 : 45,
        alter: 30,
        demolish: age === "old" ? 8 : 2,
        unknown: 30,
      }),
    ),
  };
}

export type Sized = {
  floors: number;
  storey: number;
  footprintDm2: number;
  bounds: readonly [number, number] | undefined;
};

export function sizeOf(
  { id, archetype, outline }: Pick<Standing, "id" | "archetype" | "outline">,
  seed: string,
): Sized {
  const draws = drawsOf(seed, "size", id);
  const { floors, storey } = traits[archetype];
  return {
    floors: draws.whole(...floors),
    storey: draws.whole(...storey),
    footprintDm2: areaDm2Of(outline),
    bounds: elastic[archetype],
  };
}

/**
 * Writes the register of the buildings that stand: facts of each, floor area adding up to the
 * target exactly.
 */
export function writeRegister(
  standing: readonly Standing[],
  names: Names,
  { seed, targetDm2 }: { seed: string; targetDm2: number },
): RegisteredBuilding[] {
  const sizes = standing.map((each) => sizeOf(each, seed));
  const flexible = sizes.flatMap((size, index): (Elastic & { index: number })[] =>
    size.bounds
      ? [{ ...size, id: standing[index]!.id, fewest: size.bounds[0], most: size.bounds[1], index }]
      : [],
  );
  const sumDm2 = sizes.reduce((sum, { floors, footprintDm2 }) => sum + floors * footprintDm2, 0);
  const settled = shuffled(flexible, ({ id }) => id, seed);
  const reached = settleStoreys(settled, { sumDm2, targetDm2 });
  invariant(
    Math.abs(reached - targetDm2) * 200 < targetDm2,
    "the storeys bring the quarter within half a percent of its declared floor area",
  );
  for (const { index, floors } of settled) sizes[index]!.floors = floors;
  const areas = apportion(
    sizes.map(({ floors, footprintDm2 }) => floors * footprintDm2),
    targetDm2,
  );
  return standing.map((each, index) => {
    const { floors, storey, footprintDm2 } = sizes[index]!;
    return {
      ...describe(each, seed),
      name: nameOf(each, names),
      floors,
      footprintDm2,
      heightCm: floors * storey + 90,
      floorAreaDm2: areas[index]!,
    };
  });
}
