import { layerLevels, type LayerId, type LayerLevel } from "../contract.ts";
import { ground } from "./catalogue/ground.ts";
import { heritage } from "./catalogue/heritage.ts";
import { lines } from "./catalogue/lines.ts";
import type { CatalogueRow } from "./catalogue/row.ts";
import { scenery } from "./catalogue/scenery.ts";
import { structure } from "./catalogue/structure.ts";
import { units } from "./catalogue/units.ts";
import { water } from "./catalogue/water.ts";

export type { CatalogueRow } from "./catalogue/row.ts";

/**
 * Every layer in the order of the legend. Levels are this pack's reading of how strictly each line
 * binds.
 */
export const catalogue: readonly CatalogueRow[] = [
  ...units,
  ...lines,
  ...water,
  ...ground,
  ...structure,
  ...heritage,
  ...scenery,
];

const byId = new Map(catalogue.map((each) => [each.id, each]));

/** The row of a layer; undefined for a word that names none. */
export const catalogueRow = (id: string): CatalogueRow | undefined => byId.get(id as LayerId);

/** Layers that the conflict check asks: every one that speaks, or reaches beyond its border. */
export const speakingLayers: readonly LayerId[] = catalogue
  .filter(({ level, levels, reachM }) => level !== "none" || levels || reachM)
  .map(({ id }) => id);

/** How strictly something speaks, and how strictly it may, where that is not known for certain. */
export type LevelRange = { readonly level: LayerLevel; readonly mayBe: LayerLevel };

const strictFirst = (levels: readonly LayerLevel[]): LayerLevel[] =>
  [...levels].sort((a, b) => layerLevels.indexOf(a) - layerLevels.indexOf(b));

/** The mildest and the strictest that a layer can be, in any of its classes. */
export function strictnessOf({ level, levels }: CatalogueRow): LevelRange {
  const all = strictFirst(levels ? Object.values(levels) : [level]);
  return { level: all.at(-1)!, mayBe: all[0]! };
}

/** How strictly a feature speaks: as its class does; of no known class at least as the mildest. */
export function levelOf(row: CatalogueRow, word: string | null): LevelRange {
  const said = word === null ? undefined : row.levels?.[word];
  return said === undefined ? strictnessOf(row) : { level: said, mayBe: said };
}

/** Layers that a search looks into. */
export const searchedLayers: readonly LayerId[] = [
  "districts",
  "subdistricts",
  "blocks",
  "renewal_units",
  "parcels",
  "buildings",
  "streets",
  "facilities",
  "stations",
  "rail_lines",
  "micro_centres",
  "hubs",
  "key_areas",
  "parks",
  "rivers",
  "historic_blocks",
  "heritage_sites",
  "heritage_places",
  "traditional_villages",
  "ring_roads",
];
