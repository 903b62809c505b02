import { problem, type ProblemDraft } from "../http/problem.ts";
import { landProblem } from "../land/index.ts";
import { peopleProblem, type NotAllowed } from "../people/index.ts";
import { en } from "./messages.en.ts";
import { zh } from "./messages.zh.ts";
import type { LayerRefusal } from "./model/published.ts";
import type { MapRefusal } from "./model/refusals.ts";

/** Every code that the room may name; each has a page in docs/problems. */
export const problemCodes: readonly string[] = Object.keys(zh);

const statuses: Readonly<Record<MapRefusal["code"], number>> = {
  tile_missing: 404,
};

/** A refusal of the room, or one that another room has the words for. */
export function mapProblem(refusal: MapRefusal | LayerRefusal | NotAllowed): ProblemDraft {
  switch (refusal.code) {
    case "not_allowed":
      return peopleProblem(refusal);
    case "layer_unknown":
      return landProblem(refusal);
    case "tile_missing":
      return problem(statuses[refusal.code], refusal, { zh, en });
  }
}
