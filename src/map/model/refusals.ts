import type { FilterRefusal } from "./cql/expression.ts";
import type { CrsRefusal } from "./crs.ts";
import type { TilePlace } from "./grid.ts";
import type { PageRefusal } from "./page.ts";
import type { LayerRefusal } from "./published.ts";
import type { DatetimeRefusal } from "./span.ts";

/** What this room refuses in words of its own. */
export type MapRefusal =
  | ({ readonly code: "tile_missing" } & TilePlace)
  | { readonly code: "property_unknown"; readonly layer: string; readonly property: string }
  | { readonly code: "form_unknown"; readonly form: string }
  | CrsRefusal
  | DatetimeRefusal
  | FilterRefusal;

/** Why features are not given. */
export type ItemRefusal =
  | MapRefusal
  | PageRefusal
  | LayerRefusal
  | { readonly code: "feature_missing"; readonly layer: string; readonly id: string };
