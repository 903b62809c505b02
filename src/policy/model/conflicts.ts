import type { Overlap, PlaceSurvey } from "../../land/index.ts";
import type { Program, RuleVerdict } from "../../rules/index.ts";
import type { Conflict, ConflictReport, GivenWay } from "../contract.ts";
import { citationLabel, type Book } from "./book.ts";
import { answerOf, answerWithoutPlace, isMet } from "./conflicts/answer.ts";
import {
  isStated,
  layersOf,
  speakingRules,
  spoken,
  type SpokenVerdict,
} from "./conflicts/speaking.ts";

/** Which of two layers gives way where they lie over each other; by the name of the precedence. */
export type Precedence = { readonly term: string; readonly first: string; readonly second: string };

/** The precedences that the pack names. */
export const precedencesOf = ({ source }: Book): Precedence[] =>
  source.terms.flatMap(({ value: { id, layers } }) =>
    layers ? [{ term: id, first: layers.first, second: layers.gives_way }] : [],
  );

type Given = {
  readonly book: Book;
  /** Of the rules that ask the map about a layer. */
  readonly verdicts: readonly RuleVerdict[];
  readonly survey: Pick<PlaceSurvey, "shared"> & { readonly overlaps: readonly Overlap[] };
};

/** The precedences that rules speak here, and by which a layer gives way to another. */
function givenWay(
  { book, survey }: Given,
  rules: readonly SpokenVerdict[],
  layer: string,
): GivenWay[] {
  return precedencesOf(book).flatMap(({ term, first, second }) => {
    const over = survey.overlaps.find((overlap) => overlap.layer === first);
    const shared = survey.shared.find((one) => one.first === first && one.second === second);
    const rule = rules.find(
      ({ verdict, effects }) =>
        verdict === "applies" &&
        effects.some(({ kind, target }) => kind === "priority" && target === term),
    );
    if (second !== layer || !over || !shared || !rule) return [];
    const { document, item } = rule.cite;
    return [
      {
        to: over.layer,
        title: over.title,
        areaM2: shared.areaM2,
        lengthM: shared.lengthM,
        rule: rule.rule,
        citation: citationLabel(book, document, item),
      },
    ];
  });
}

/**
 * Layers that speak or reach the place, and those that may reach it; units that merely hold it do
 * neither.
 */
const isTold = ({ level, relation, reachM }: Overlap): boolean =>
  level !== "none" || relation === "reached" || (relation === "unknown" && reachM !== null);

/** The conflict check of a place: its layers with the rules that speak of each. */
export function conflictsOf(
  given: Given,
): Omit<ConflictReport, "place" | "title" | "asOf" | "pack" | "encoding" | "synthetic"> {
  const { book, verdicts, survey } = given;
  const rules = speakingRules(book.program, verdicts);
  const told = survey.overlaps.filter(isTold);
  const conflicts = told.map((overlap): Conflict => ({
    overlap,
    levelBasis: overlap.basis && citationLabel(book, overlap.basis.document, overlap.basis.item),
    rules: rulesOf(book.program, rules, overlap).map((rule) => spoken(book, rule)),
    givesWay: isMet(overlap) ? givenWay(given, rules, overlap.layer) : [],
  }));
  if (survey.overlaps.length > 0) return { ...answerOf(conflicts), conflicts, otherRules: [] };
  const otherRules = rules.map((rule) => spoken(book, rule));
  return { ...answerWithoutPlace(otherRules), conflicts, otherRules };
}

/**
 * The rules that speak of a layer. Where the map is silent those speak that rest on what was stated
 * of the layer.
 */
function rulesOf(
  program: Program,
  rules: readonly SpokenVerdict[],
  overlap: Overlap,
): SpokenVerdict[] {
  const { layer, relation } = overlap;
  if (isMet(overlap)) return rules.filter(({ rule }) => layersOf(program, rule).has(layer));
  return relation === "unknown" ? rules.filter((rule) => isStated(program, rule, layer)) : [];
}
