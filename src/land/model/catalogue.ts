import type { LayerId, LayerLevel } from "../contract.ts";
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

/** How strictly a feature speaks: as its class does, else as its layer. */
export const levelOf = ({ level, levels }: CatalogueRow, word: string | null): LayerLevel =>
  (word === null ? undefined : levels?.[word]) ?? level;

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
