import type { Bilingual } from "../base/message.ts";
import { sql, type Fragment } from "../store/sql.ts";
import type { LayerId } from "./contract.ts";
import { catalogue } from "./model/catalogue.ts";

/** One layer that a room shows to everyone: on the one map, in tiles and to other programs. */
export type PublishedLayer = {
  readonly id: string;
  readonly title: Bilingual;
  readonly source: Bilingual;
  readonly geometry: "point" | "line" | "polygon";
  readonly synthetic: boolean;
  /** From this zoom on each feature is drawn; below it they are generalised or counted. */
  readonly minZoom: number;
  /** Whether its features are so many that from afar they are counted instead of drawn. */
  readonly dense: boolean;
};

/** Days, both included; null is open to that side. */
export type Span = { readonly from: string | null; readonly to: string | null };

/**
 * What a room publishes. All of it is public: what not everybody may see is not published, so no
 * tile, page or count can hold it.
 */
export type Publisher = {
  readonly room: string;
  readonly layers: readonly PublishedLayer[];
  /** Properties by which map styles draw: these go into all tiles. */
  readonly drawn: readonly string[];
  /** Properties that go into a tile only where few features are in it. */
  readonly told: readonly string[];
  /**
   * A relation with layer, id, name_zh, name_en, geom, planar, area_dm2, properties, synthetic and
   * valid_from; and for tiles: of the properties those `drawn` and `told` (shown), the zoom before
   * which no tile shows the feature (from_zoom), and until zoom 12 its shape without what is too
   * small to be seen there, in EPSG:3857 (afar).
   */
  readonly features: Fragment;
  /** The same as it was at some time from a day to another, each feature in its last form then. */
  readonly featuresWithin: (span: Span) => Fragment;
  /** The same relation as it stood on a civil day. */
  readonly featuresOn: (day: string) => Fragment;
  /** A relation with layer, name and kind of each property that its features have or had. */
  readonly properties: Fragment;
  /** A relation with the layer's id and the box where it speaks, as coverage. */
  readonly extents: Fragment;
};

const dense: ReadonlySet<LayerId> = new Set([
  "parcels",
  "courtyards",
  "buildings",
  "spaces",
  "facilities",
  "ancient_trees",
  "trees",
  "surroundings",
]);

const drawn = [
  "adcode",
  "built_year",
  "class",
  "current_use",
  "danger_grade",
  "idle",
  "keep_mark",
  "kind",
  "ring",
  "use",
  "width",
  "zone",
] as const;

const told = [
  "block",
  "compound",
  "floors",
  "height",
  "owner_kind",
  "papers",
  "structure",
] as const;

const columns = sql`layer, id, name_zh, name_en, geom, planar, area_dm2, properties, synthetic,
                    valid_from, version`;

/** What held on some day of a span: of a feature that changed meanwhile, the last of its forms. */
const featuresWithin = ({ from, to }: Span): Fragment => sql`(
  select distinct on (layer, id) ${columns}
    from (select ${columns}, null::date as valid_to from land.feature
          union all
          select ${columns}, valid_to from land.feature_past) as form
   where (${to}::date is null or valid_from is null or valid_from <= ${to}::date)
     and (${from}::date is null or valid_to is null or valid_to > ${from}::date)
   order by layer, id, version desc)`;

/** What held on one day: one form of each feature at most, so that the index of boxes serves. */
const featuresOn = (day: string): Fragment => sql`(
  select ${columns}, shown, from_zoom, afar
    from land.feature where valid_from is null or valid_from <= ${day}::date
  union all
  select ${columns}, land.shown_of(properties), 0::smallint, st_transform(geom, 3857)
    from land.feature_past
   where (valid_from is null or valid_from <= ${day}::date) and valid_to > ${day}::date)`;

/** The ground as this room publishes it. */
export const landLayers: Publisher = {
  room: "land",
  layers: catalogue.map(({ id, title, source, geometry, synthetic, minZoom }) => ({
    id,
    title,
    source,
    geometry,
    synthetic,
    minZoom,
    dense: dense.has(id),
  })),
  drawn,
  told,
  features: sql`land.feature`,
  featuresWithin,
  featuresOn,
  properties: sql`land.property`,
  extents: sql`land.layer`,
};
