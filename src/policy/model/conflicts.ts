import { layerLevels } from "../../land/contract.ts";
import type { LayerLevel, Overlap, PlaceSurvey } from "../../land/index.ts";
import {
  deedText,
  forces,
  type EffectLine,
  type Program,
  type Report,
  type RuleVerdict,
} from "../../rules/index.ts";
import type { Conflict, ConflictReport, GivenWay, SpokenRule } from "../contract.ts";
import { citationLabel, titlesOf, type Book } from "./book.ts";

/** Which of two layers gives way where they lie over each other; by the name of the precedence. */
export type Precedence = { readonly term: string; readonly first: string; readonly second: string };

/** The precedences that the pack names. */
export const precedencesOf = ({ source }: Book): Precedence[] =>
  source.terms.flatMap(({ value: { id, layers } }) =>
    layers ? [{ term: id, first: layers.first, second: layers.gives_way }] : [],
  );

/** The layers that each rule asks the map about. */
function layersRead(program: Program): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    program.rules.map(({ id, reads }) => [
      id,
      new Set(
        reads.flatMap((index) => {
          const layer = program.facts[index]?.definition.map?.layer;
          return layer === undefined ? [] : [layer];
        }),
      ),
    ]),
  );
}

type Speaking = RuleVerdict & { verdict: "applies" | "undecided" };

const isSpeaking = (verdict: RuleVerdict): verdict is Speaking =>
  verdict.verdict === "applies" || (verdict.verdict === "undecided" && verdict.in_force);

/** What is forbidden before what is owed, and by its force. */
const sternness = ({ kind, force }: EffectLine): number =>
  (kind === "prohibit" ? 0 : kind === "require" ? 1 : 2) + forces.indexOf(force) * 3;

const sternFirst = (effects: readonly EffectLine[]): EffectLine[] =>
  [...effects].sort((a, b) => sternness(a) - sternness(b));

const ruleSternness = ({ effects, verdict }: Speaking): number => {
  const [first] = sternFirst(effects);
  return (first ? sternness(first) : 100) * 2 + (verdict === "applies" ? 0 : 1);
};

function spoken(book: Book, said: Speaking): SpokenRule {
  const { rule, title, verdict, standing, in_force, cite, missing } = said;
  const effects = sternFirst(said.effects);
  const names = titlesOf(book);
  return {
    rule,
    title,
    verdict,
    standing,
    inForce: in_force,
    deeds: effects.map(deedText),
    force: effects[0]?.force ?? "advice",
    prohibits: effects[0]?.kind === "prohibit",
    cite,
    citation: citationLabel(book, cite.document, cite.item),
    missing: missing.map((one) => ({ zh: names.missing(one, "zh"), en: names.missing(one, "en") })),
  };
}

/** The rules that speak, each once, the stricter first. */
function speakingRules({ verdicts }: Report): Speaking[] {
  const once = new Map<string, Speaking>();
  for (const verdict of verdicts) {
    if (isSpeaking(verdict) && !once.has(verdict.rule)) once.set(verdict.rule, verdict);
  }
  return [...once.values()].sort(
    (a, b) => ruleSternness(a) - ruleSternness(b) || (a.rule < b.rule ? -1 : 1),
  );
}

const isMet = ({ relation }: Overlap): boolean => relation === "overlaps" || relation === "reached";

type Given = {
  readonly book: Book;
  readonly report: Report;
  readonly survey: Pick<PlaceSurvey, "shared"> & { readonly overlaps: readonly Overlap[] };
};

/** The precedences that rules speak here, and by which a layer gives way to another. */
function givenWay({ book, survey }: Given, rules: readonly Speaking[], layer: string): GivenWay[] {
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
        ...extentOf(shared.size, over),
        rule: rule.rule,
        citation: citationLabel(book, document, item),
      },
    ];
  });
}

/** What is shared is counted as the overlap itself is: as an area, or as a length. */
const extentOf = (size: number, { areaM2 }: Overlap): { areaM2: number; lengthM: number } =>
  areaM2 > 0 ? { areaM2: size / 100, lengthM: 0 } : { areaM2: 0, lengthM: size / 100 };

const answers = { "1": "barred", "2": "conditions", "3": "listed", advice: "advice" } as const;

const strictness = (level: LayerLevel): number => layerLevels.indexOf(level);

const strictestOf = (overlaps: readonly Overlap[]): LayerLevel | undefined =>
  overlaps
    .filter((overlap) => isMet(overlap) && overlap.level !== "none")
    .map(({ level }) => level)
    .sort((a, b) => strictness(a) - strictness(b))[0];

type Answer = Pick<ConflictReport, "answer" | "unknown" | "stricterUnknown">;

/**
 * The strictest layer that is met answers for all, as far as is known: a stricter one that does not
 * cover the place is counted, and never taken for one that is not there.
 */
function answerOf(overlaps: readonly Overlap[]): Answer {
  const strictest = strictestOf(overlaps);
  const silent = overlaps.filter(({ relation }) => relation === "unknown");
  const unknown = silent.length;
  if (strictest === undefined || strictest === "none") {
    return { answer: unknown > 0 ? "unknown" : "clear", unknown, stricterUnknown: unknown };
  }
  const stricter = silent.filter(({ level }) => strictness(level) < strictness(strictest));
  return { answer: answers[strictest], unknown, stricterUnknown: stricter.length };
}

/** Layers that speak, or reach the place; units that merely hold it do neither. */
const isTold = ({ level, relation }: Overlap): boolean =>
  level !== "none" || relation === "reached";

/** The conflict check of a place: its layers with the rules that speak of each. */
export function conflictsOf(
  given: Given,
): Answer & Pick<ConflictReport, "conflicts" | "otherRules"> {
  const { book, report, survey } = given;
  const reads = layersRead(book.program);
  const rules = speakingRules(report);
  const of = (layer: string): Speaking[] => rules.filter(({ rule }) => reads.get(rule)?.has(layer));
  const told = survey.overlaps.filter(isTold);
  const conflicts = told.map((overlap): Conflict => ({
    overlap,
    rules: isMet(overlap) ? of(overlap.layer).map((rule) => spoken(book, rule)) : [],
    givesWay: isMet(overlap) ? givenWay(given, rules, overlap.layer) : [],
  }));
  const isPlaced = survey.overlaps.length > 0;
  const others = isPlaced ? [] : rules.filter(({ rule }) => (reads.get(rule)?.size ?? 0) > 0);
  return {
    ...(isPlaced ? answerOf(told) : { answer: "unknown", unknown: 0, stricterUnknown: 0 }),
    conflicts,
    otherRules: others.map((rule) => spoken(book, rule)),
  };
}
