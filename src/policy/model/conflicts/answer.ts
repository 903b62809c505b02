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
function strictnessOfRule(rule: SpokenRule): number {
  if (rule.verdict !== "applies") return words.indexOf("clear");
  if (rule.prohibits && rule.force === "must") return words.indexOf("barred");
  return words.indexOf(binds(rule) ? "conditions" : "advice");
}

const binds = ({ force, prohibits, requires }: SpokenRule): boolean =>
  (force === "must" || force === "in_principle") && (prohibits || requires);

/** Whether a clause that binds is open of a layer that is met: it is no sign that none binds. */
const isOpen = ({ overlap, rules }: Conflict): boolean =>
  isMet(overlap) && rules.some((rule) => rule.verdict === "undecided" && binds(rule));

/**
 * The strictest layer that is met, or clause that applies, answers for all, as far as is known: a
 * stricter layer that does not cover the place, or does not say of which class it is there, is
 * counted, and never taken for one that is not there. What only advises is on conditions while a
 * clause that binds is open: that it is not known to apply is no sign that it does not.
 */
export function answerOf(told: readonly Conflict[]): Answer {
  const met = told.map(({ overlap }) => overlap).filter(isMet);
  const said = Math.min(
    words.indexOf("clear"),
    ...met.map(({ level }) => strictness(level)),
    ...told.flatMap(({ rules }) => rules.map(strictnessOfRule)),
  );
  const isMild = said > words.indexOf("listed");
  const strictest = isMild && told.some(isOpen) ? words.indexOf("conditions") : said;
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
