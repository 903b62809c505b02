import { invariant } from "../../../base/invariant.ts";
import type { Ground } from "../../model/ground.ts";
import { districtOf, type Subdistrict } from "../../model/subdistricts.ts";
import type { Ring as Zone } from "../../model/zones.ts";
import { drawsOf } from "../draw.ts";
import { makeBorders, type Borders } from "../partition/borders.ts";
import { divide, type Part } from "../partition/divide.ts";
import { convexRoom, deepestPoint } from "../partition/room.ts";
import { doubleArea, metres, type Point, type Ring } from "../plane.ts";
import { apportion } from "../totals.ts";
import { atLeastOne, homesOf, ringFigures, type RingFigures } from "./figures.ts";
import { grow, type Tract } from "./growth.ts";
import { divideDistrict, homelandOf } from "./subdistricts.ts";

/** A block of the city, with what it is to hold. */
export type Block = {
  readonly id: string;
  readonly zone: string;
  readonly district: string;
  readonly subdistrict: Subdistrict;
  readonly ring: Ring;
  /** The convex land inside the streets around it: what is built stands here. */
  readonly room: Ring;
  readonly buildings: number;
  readonly floorAreaDm2: number;
};

export type CityLand = {
  readonly figures: readonly RingFigures[];
  readonly subdistricts: readonly Part<Subdistrict>[];
  readonly tracts: readonly Tract[];
  readonly blocks: readonly Block[];
};

export type LandOrder = {
  readonly seed: string;
  readonly ground: Pick<Ground, "districts" | "zones" | "subdistricts">;
  /** The rings of the city that are made. */
  readonly zones: readonly string[];
};

const areaDm2 = (ring: Ring): number => doubleArea(ring) / 200;
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

type Domain = { readonly seat: Point; readonly parts: readonly Part<Subdistrict>[] };

/** Every district that the order asks for, divided among its subdistricts. */
function layDistricts({ ground, zones }: LandOrder, borders: Borders): Map<string, Domain> {
  const wanted = ground.zones.rings.filter(({ id }) => zones.includes(id)).flatMap(homesOf);
  const homes = ground.districts.features.filter(({ id }) => wanted.includes(id));
  return new Map(
    homes.map((district): [string, Domain] => {
      const homeland = homelandOf(district, ground.zones, borders);
      const list = ground.subdistricts.filter((each) => districtOf(each) === homeland.adcode);
      const parts = divideDistrict(homeland, list, borders);
      return [homeland.adcode, { seat: homeland.seat, parts }];
    }),
  );
}

const openOf = (tracts: readonly Tract[]): Part<Subdistrict>[] =>
  tracts
    .filter(({ zone }) => zone === null)
    .map(({ subdistrict, ring }) => ({ item: subdistrict, ring }));

/** Lets each ring grow in its districts, in the order of the zones; the rest stays open. */
function growRings(
  { ground, zones }: LandOrder,
  districts: Map<string, Domain>,
  borders: Borders,
): { figures: RingFigures[]; tracts: Tract[] } {
  const open = new Map([...districts].map(([adcode, { parts }]) => [adcode, [...parts]]));
  const roomOf = (adcode: string): number =>
    sum((open.get(adcode) ?? []).map(({ ring }) => areaDm2(borders.through(ring))));
  const roomDm2 = (ring: Zone): number => Math.floor(sum(homesOf(ring).map(roomOf)));
  const rings = ground.zones.rings.filter(({ id }) => zones.includes(id));
  const figures = ringFigures({ ...ground.zones, rings }, roomDm2);
  const built = rings.flatMap((ring, index): Tract[] => {
    const homes = homesOf(ring);
    const wanted = apportion(
      homes.map((home) => Math.round(roomOf(home))),
      figures[index]!.areaDm2,
    );
    return homes.flatMap((home, place) => {
      const growth = {
        zone: ring.id,
        seat: districts.get(home)!.seat,
        areaDm2: wanted[place]!,
      };
      const tracts = grow(open.get(home)!, growth, borders);
      open.set(home, openOf(tracts));
      return tracts.filter(({ zone }) => zone !== null);
    });
  });
  const rest = [...open.values()]
    .flat()
    .map(({ item, ring }): Tract => ({ subdistrict: item, zone: null, ring }));
  return { figures: [...figures], tracts: [...built, ...rest] };
}

type Plot = { readonly tract: Tract; readonly ring: Ring };

/** From the border, which is the middle of a street, to the first plot. */
const setback = metres(16);

/** Cuts the tracts of a ring into its blocks, of about one size. */
function plotsOf(tracts: readonly Tract[], blocks: number, order: Laying): Plot[] {
  const counts = atLeastOne(
    tracts.map(({ ring }) => Math.round(areaDm2(ring))),
    blocks,
  );
  return tracts.flatMap((tract, index) => {
    const draws = drawsOf(order.seed, "blocks", tract.subdistrict.code);
    const tilt = draws.whole(-70, 70);
    const shares = Array.from({ length: counts[index]! }, () => ({
      item: tract,
      weight: draws.whole(80, 125),
    }));
    const parts = divide({ ring: tract.ring, shares, borders: order.borders, tilt: () => tilt });
    return parts.map(({ ring }): Plot => ({ tract, ring }));
  });
}

type Laying = { readonly seed: string; readonly borders: Borders };

/** Hands the ring's buildings and floor area out to its plots, by their room and a draw. */
function blocksOf(plots: readonly Plot[], figures: RingFigures, seed: string): Omit<Block, "id">[] {
  const rooms = plots.map(({ ring }) => convexRoom(ring, deepestPoint(ring), setback));
  const weights = rooms.map((room, index) => {
    const draws = drawsOf(seed, "buildings of a block", `${figures.id} ${index}`);
    return Math.round(areaDm2(room) / 1e4) * draws.whole(90, 110);
  });
  const buildings = apportion(weights, figures.buildings);
  const floors = apportion(
    buildings.map((count, index) => {
      return count * drawsOf(seed, "floor area", `${figures.id} ${index}`).whole(92, 108);
    }),
    figures.stockDm2 / 100,
  );
  return plots.map(({ tract, ring }, index) => ({
    zone: figures.id,
    district: districtOf(tract.subdistrict),
    subdistrict: tract.subdistrict,
    ring,
    room: rooms[index]!,
    buildings: buildings[index]!,
    floorAreaDm2: floors[index]! * 100,
  }));
}

/** Codes such as DC-0007: by district, in the order of the subdistricts. */
function coded(blocks: readonly Omit<Block, "id">[], { zones }: Pick<Ground, "zones">): Block[] {
  const ranked = [...blocks].sort((a, b) =>
    a.subdistrict.code === b.subdistrict.code
      ? 0
      : a.subdistrict.code < b.subdistrict.code
        ? -1
        : 1,
  );
  const counts = new Map<string, number>();
  return ranked.map((block) => {
    const number = (counts.get(block.district) ?? 0) + 1;
    counts.set(block.district, number);
    const letters = zones.district_names[block.district]?.code;
    invariant(letters, "each district has a code of letters");
    return { id: `${letters}-${String(number).padStart(4, "0")}`, ...block };
  });
}

/** Divides the real districts down to blocks. Neighbours share every point of their border. */
export function layLand(order: LandOrder): CityLand {
  const { seed, ground } = order;
  const borders = makeBorders();
  const districts = layDistricts(order, borders);
  const { figures, tracts } = growRings(order, districts, borders);
  const plots = figures.flatMap((each) => {
    const own = tracts.filter(({ zone }) => zone === each.id);
    return plotsOf(own, each.blocks, { seed, borders }).map((plot) => ({ ...plot, each }));
  });
  const settled = <T extends { readonly ring: Ring }>(list: readonly T[]): T[] =>
    list.map((each) => ({ ...each, ring: borders.through(each.ring) }));
  const laid = settled(plots);
  const blocks = figures.flatMap((each) => {
    return blocksOf(
      laid.filter((plot) => plot.each === each),
      each,
      seed,
    );
  });
  return {
    figures,
    subdistricts: settled([...districts.values()].flatMap(({ parts }) => parts)),
    tracts: settled(tracts),
    blocks: coded(blocks, ground),
  };
}
