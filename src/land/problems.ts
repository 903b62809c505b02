import type { Bilingual } from "../base/message.ts";
import { problem, type ProblemDraft } from "../http/problem.ts";
import { en } from "./messages.en.ts";
import { zh, type LandRefusal } from "./messages.zh.ts";

export type { LandRefusal } from "./messages.zh.ts";

/** Every code that the room may name; each has a page in docs/problems. */
export const problemCodes: readonly string[] = Object.keys(zh);

/** A refusal of the room, with its status. */
export function landProblem(refusal: LandRefusal): ProblemDraft {
  return problem(statusOf(refusal), refusal, { zh, en });
}

/** The sentence of a refusal in both languages, for callers that answer in a form of their own. */
export const landRefusalText = (refusal: LandRefusal): Bilingual => landProblem(refusal).message;

function statusOf({ code }: LandRefusal): number {
  switch (code) {
    case "bbox_invalid":
      return 400;
    case "layer_unknown":
    case "feature_missing":
    case "building_missing":
    case "import_missing":
    case "change_missing":
      return 404;
    case "import_past":
    case "change_undone":
    case "change_overtaken":
    case "feature_exists":
      return 409;
    case "feature_stale":
      return 412;
    case "map_file_refused":
    case "file_crs_unknown":
    case "crs_open":
    case "column_missing":
    case "rows_refused":
    case "export_too_large":
    case "feature_wrong":
    case "polygon_invalid":
    case "polygon_empty":
    case "polygon_too_many_points":
    case "polygon_self_crossing":
    case "polygon_too_large":
    case "polygon_outside_city":
    case "geometry_invalid":
    case "geometry_empty":
    case "geometry_mixed":
    case "line_too_long":
    case "coordinates_not_lonlat":
    case "size_not_available":
      return 422;
    case "city_missing":
      return 503;
  }
}
