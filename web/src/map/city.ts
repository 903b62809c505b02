import type { Bilingual } from "../../../src/base/message.ts";
import type { City } from "../api/land.ts";

/** A figure with whether a text states it; undefined where nobody has it. */
export type Stated = { value: number; isAssumed: boolean } | undefined;

export type RingRow = {
  id: string;
  title: Bilingual;
  blocks: Stated;
  areaKm2: Stated;
  stock: Stated;
};

type Row = City["rings"][number];
type Figures = Row["published"];

function pick({ published, assumed }: Row, key: keyof Figures, scale = 1): Stated {
  const stated = published[key];
  if (stated !== undefined) return { value: stated / scale, isAssumed: false };
  const guess = assumed[key];
  return guess === undefined ? undefined : { value: guess / scale, isAssumed: true };
}

/** What is published of each ring goes before what the synthetic city assumes of it. */
export function ringRows(city: City): RingRow[] {
  return city.rings.map((ring) => ({
    id: ring.id,
    title: ring.title,
    blocks: pick(ring, "blocks"),
    areaKm2: pick(ring, "area_km2"),
    stock: pick(ring, "stock_m2", 1e8),
  }));
}
