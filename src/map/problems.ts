import { problem, type ProblemDraft } from "../http/problem.ts";
import { landProblem } from "../land/index.ts";
import { peopleProblem, type NotAllowed } from "../people/index.ts";
import { en } from "./messages.en.ts";
import { zh } from "./messages.zh.ts";
import type { ItemRefusal, MapRefusal } from "./model/refusals.ts";

/** Every code that the room may name; each has a page in docs/problems. */
export const problemCodes: readonly string[] = Object.keys(zh);

const statuses: Readonly<Record<MapRefusal["code"], number>> = {
  tile_missing: 404,
  property_unknown: 400,
  form_unknown: 400,
  crs_unknown: 400,
  datetime_invalid: 400,
  filter_invalid: 400,
};

/** A refusal of the room, or one that another room has the words for. */
export function mapProblem(refusal: ItemRefusal | NotAllowed): ProblemDraft {
  switch (refusal.code) {
    case "not_allowed":
      return peopleProblem(refusal);
    case "layer_unknown":
    case "feature_missing":
    case "bbox_invalid":
      return landProblem(refusal);
    case "tile_missing":
    case "property_unknown":
    case "form_unknown":
    case "crs_unknown":
    case "datetime_invalid":
    case "filter_invalid":
      return problem(statuses[refusal.code], refusal, { zh, en });
  }
}
