import type { Ground } from "../../src/land/index.ts";

/** How many times smaller each ring is than that of the whole city. */
const times = 40;

const reduced = (value: number | undefined): number =>
  Math.max(1, Math.round((value ?? 0) / times));

/** The same districts with a city in them that is made in seconds: every ring far smaller. */
export function smallGround(ground: Ground): Ground {
  const rings = ground.zones.rings.map((ring) => ({
    ...ring,
    published: { ...ring.published, stock_m2: reduced(ring.published.stock_m2) },
    assumed: {
      blocks: Math.max(6, reduced(ring.assumed.blocks)),
      buildings: reduced(ring.assumed.buildings),
      area_km2: Math.round(((ring.assumed.area_km2 ?? 0) / times) * 1000) / 1000,
    },
  }));
  return { ...ground, zones: { ...ground.zones, rings } };
}
