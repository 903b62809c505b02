import { accept, refuse, type Decision } from "../../base/decision.ts";
import type { Program } from "../ir.ts";
import { mergeCases } from "./merge.ts";
import type { Case } from "./model.ts";
import { readCase } from "./read.ts";
import type { CaseRefusal } from "./reasons.ts";
import { boundRefusals } from "./refusals.ts";

/**
 * Reads what several sources state about one case and brings it together; a refusal says whose it
 * is.
 */
export function mergeFacts(
  program: Program,
  ...parts: readonly unknown[]
): Decision<Case, readonly CaseRefusal[]> {
  const read = parts.map((raw) => readCase(program, raw));
  const refusals = read.flatMap((decision, part) =>
    decision.ok ? [] : decision.refusal.map((refusal) => ({ ...refusal, part })),
  );
  if (refusals.length > 0) return refuse(boundRefusals(refusals));
  const [first, ...others] = read.flatMap((decision) => (decision.ok ? [decision.value] : []));
  return first ? accept(mergeCases(program, first, ...others)) : readCase(program, {});
}
