import { accept, refuse, type Decision } from "../../base/decision.ts";
import type { ChangedMeanwhile } from "./rights-refusals.ts";

/** Whether a change was thought out on what stands there now. */
export const decideVersion = (
  { version }: { readonly version: number },
  given: number,
): Decision<null, ChangedMeanwhile> =>
  version === given ? accept(null) : refuse({ code: "changed_meanwhile", version, given });
