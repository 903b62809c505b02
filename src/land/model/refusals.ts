import type { FileRefusal, RowFault } from "./files/table.ts";

/** What a question to the map may be refused for. */
export type MapRefusal =
  | { code: "layer_unknown"; layer: string }
  | { code: "feature_missing"; layer: string; id: string }
  | { code: "bbox_invalid"; bbox: string }
  | { code: "city_missing" };

/** What an import may be refused for. */
export type ImportRefusal =
  | FileRefusal
  | { code: "import_missing"; id: string }
  | { code: "import_past"; id: string; state: string }
  | { code: "file_crs_unknown"; crs: string }
  | { code: "crs_open"; candidates: string }
  | { code: "column_missing"; column: string }
  | { code: "rows_refused"; refused: number; good: number }
  | DayRefusal
  | { code: "export_too_large"; limit: number };

/** A change holds on the ground from a day on, today's at the latest. */
export type DayRefusal = { code: "valid_from_future"; day: string; today: string };

/** What a change by hand, or its undoing, may be refused for. */
export type ChangeRefusal =
  | { code: "change_missing"; id: string }
  | { code: "change_undone"; id: string }
  | { code: "change_overtaken"; feature: string; by: string }
  | { code: "change_before_load"; id: string }
  | DayRefusal
  | { code: "feature_stale"; id: string; version: number }
  | { code: "feature_exists"; layer: string; id: string }
  | { code: "feature_wrong"; fault: RowFault["code"]; at: readonly number[] | null };
