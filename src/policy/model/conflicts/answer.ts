import { layerLevels } from "../../../land/contract.ts";
import type { LayerLevel, Overlap } from "../../../land/index.ts";
import type { Conflict, ConflictReport, SpokenRule } from "../../contract.ts";

type Answer = Pick<ConflictReport, "answer" | "unknown" | "stricterUnknown">;
type Word = ConflictReport["answer"];

/** The answers that bind, the strictest first: one for each level of a layer. */
const words = ["barred", "conditions", "listed", "advice", "clear"] as const satisfies Word[];

const strictness = (level: LayerLevel): number => layerLevels.indexOf(level);

export const isMet = ({ relation }: Overlap): boolean =>
  relation === "overlaps" || relation === "reached";

/**
 * How strictly a clause that applies answers: what it forbids without exception is barred, what it
 * forbids in principle or asks for is a condition.
 */
function strictnessOfRule({ verdict, force, prohibits, requires }: SpokenRule): number {
  if (verdict !== "applies") return words.indexOf("clear");
  if (prohibits && force === "must") return words.indexOf("barred");
  const binds = force === "must" || force === "in_principle";
  return words.indexOf(binds && (prohibits || requires) ? "conditions" : "advice");
}

/**
 * The strictest layer that is met, or clause that applies, answers for all, as far as is known: a
 * stricter layer that does not cover the place, or does not say of which class it is there, is
 * counted, and never taken for one that is not there.
 */
export function answerOf(told: readonly Conflict[]): Answer {
  const met = told.map(({ overlap }) => overlap).filter(isMet);
  const strictest = Math.min(
    words.indexOf("clear"),
    ...met.map(({ level }) => strictness(level)),
    ...told.flatMap(({ rules }) => rules.map(strictnessOfRule)),
  );
  const silent = told.filter(({ overlap }) => overlap.relation === "unknown");
  const stricter = told.filter(
    ({ overlap }) =>
      (isMet(overlap) || overlap.relation === "unknown") && strictness(overlap.mayBe) < strictest,
  );
  const answer = words[strictest]!;
  return {
    answer: answer === "clear" && stricter.length > 0 ? "unknown" : answer,
    unknown: silent.length,
    stricterUnknown: stricter.length,
  };
}

/** Of what lies nowhere only a clause that forbids without exception is an answer. */
export const answerWithoutPlace = (rules: readonly SpokenRule[]): Answer => ({
  answer: rules.some((rule) => strictnessOfRule(rule) === 0) ? "barred" : "unknown",
  unknown: 0,
  stricterUnknown: 0,
});
