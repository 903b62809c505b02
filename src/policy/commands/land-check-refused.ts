import type { Decision } from "../../base/decision.ts";
import { landRefusalText } from "../../land/index.ts";
import { peopleProblem, type NotAllowed } from "../../people/index.ts";
import { refusal, type Outcome } from "../../terminal/index.ts";
import type { AskRefusal } from "../actions.ts";
import type { ConflictBody, ConflictReport } from "../contract.ts";
import { factsProblem, policySentence } from "../problems.ts";

export type Checker = (
  place: ConflictBody["place"],
) => Promise<Decision<ConflictReport, AskRefusal | NotAllowed>>;

/** How a refusal is told, whichever room it comes from. */
export function checkRefused(reason: AskRefusal | NotAllowed): Outcome {
  if ("code" in reason) return refusal(reason.code, peopleProblem(reason).message);
  switch (reason.kind) {
    case "policy":
      return refusal(reason.refusal.code, policySentence(reason.refusal), { ...reason.refusal });
    case "place":
      return refusal(reason.refusal.code, landRefusalText(reason.refusal), { ...reason.refusal });
    case "facts":
      return refusal("facts_refused", factsProblem(reason.refusals).message);
  }
}
