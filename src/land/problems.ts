import type { Bilingual } from "../base/message.ts";
import { problem, type ProblemDraft } from "../http/problem.ts";
import { en } from "./messages.en.ts";
import { zh, type LandRefusal } from "./messages.zh.ts";

export type { LandRefusal } from "./messages.zh.ts";

/** Every code that the room may name; each has a page in docs/problems. */
export const problemCodes: readonly string[] = Object.keys(zh);

const statuses: Readonly<Record<LandRefusal["code"], number>> = {
  bbox_invalid: 400,
  layer_unknown: 404,
  feature_missing: 404,
  building_missing: 404,
  import_missing: 404,
  change_missing: 404,
  import_past: 409,
  change_undone: 409,
  change_overtaken: 409,
  change_before_load: 409,
  feature_exists: 409,
  feature_stale: 412,
  map_file_refused: 422,
  file_crs_unknown: 422,
  crs_open: 422,
  column_missing: 422,
  valid_from_future: 422,
  rows_refused: 422,
  export_too_large: 422,
  feature_wrong: 422,
  polygon_invalid: 422,
  polygon_empty: 422,
  polygon_too_many_points: 422,
  polygon_self_crossing: 422,
  polygon_too_large: 422,
  polygon_outside_city: 422,
  geometry_invalid: 422,
  geometry_empty: 422,
  geometry_mixed: 422,
  line_too_long: 422,
  coordinates_not_lonlat: 422,
  size_not_available: 422,
  files_busy: 503,
  city_missing: 503,
};

/** A refusal of the room, with its status. */
export function landProblem(refusal: LandRefusal): ProblemDraft {
  return problem(statuses[refusal.code], refusal, { zh, en });
}

/** The sentence of a refusal in both languages, for callers that answer in a form of their own. */
export const landRefusalText = (refusal: LandRefusal): Bilingual => landProblem(refusal).message;
