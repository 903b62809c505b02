import type { LayerId } from "../../../land/index.ts";
import { invariant } from "../../../base/invariant.ts";
import {
  deedText,
  forces,
  type EffectLine,
  type Program,
  type RuleVerdict,
} from "../../../rules/index.ts";
import type { SpokenRule } from "../../contract.ts";
import { citationLabel, titlesOf, type Book } from "../book.ts";

type Reads = ReadonlyMap<string, ReadonlySet<string>>;

const layersByRule = new WeakMap<Program, Reads>();
const none: ReadonlySet<string> = new Set();

/** The layer that the map answers a fact from; undefined of a fact that it does not answer. */
const layerOfFact = ({ facts }: Program, index: number | undefined): string | undefined =>
  index === undefined ? undefined : facts[index]?.definition.map?.layer;

/** The layers that each rule asks the map about; rules that ask about none are left out. */
function layersRead(program: Program): Reads {
  const known = layersByRule.get(program);
  if (known) return known;
  const found = program.rules.flatMap(({ id, reads }) => {
    const layers = reads.flatMap((index) => layerOfFact(program, index) ?? []);
    return layers.length > 0 ? [[id, new Set(layers)] as const] : [];
  });
  const made: Reads = new Map(found);
  layersByRule.set(program, made);
  return made;
}

export const layersOf = (program: Program, rule: string): ReadonlySet<string> =>
  layersRead(program).get(rule) ?? none;

/** The rules that ask the map about a layer: no other speaks in a conflict check. */
export const placeRules = (program: Program): ReadonlySet<string> =>
  new Set(layersRead(program).keys());

export type SpokenVerdict = RuleVerdict & { verdict: "applies" | "undecided" };

const isSpeaking = (verdict: RuleVerdict): verdict is SpokenVerdict =>
  verdict.verdict === "applies" || (verdict.verdict === "undecided" && verdict.in_force);

/** Whether a rule rests on what somebody stated of a layer that the map is silent about. */
export const isStated = (program: Program, { used }: SpokenVerdict, layer: LayerId): boolean =>
  used.some(
    ({ fact, state }) =>
      state === "known" && layerOfFact(program, program.factById.get(fact)) === layer,
  );

type Deed = Pick<EffectLine, "kind" | "force">;

/** What is forbidden before what is owed, and by its force. */
const sternness = ({ kind, force }: Deed): number =>
  (kind === "prohibit" ? 0 : kind === "require" ? 1 : 2) + forces.indexOf(force) * 3;

const sternFirst = <One extends Deed>(effects: readonly One[]): One[] =>
  [...effects].sort((a, b) => sternness(a) - sternness(b));

/** The sternest of what a rule says here; where it is open what it says, of all it may say. */
function sternest({ rules, ruleById }: Program, { rule, effects }: SpokenVerdict): Deed {
  const [first] = sternFirst<Deed>(
    effects.length > 0 ? effects : (rules[ruleById.get(rule) ?? -1]?.effects ?? []),
  );
  invariant(first, "a rule has an effect");
  return first;
}

/** The rules that speak, each once, the stricter first. */
export function speakingRules(program: Program, verdicts: readonly RuleVerdict[]): SpokenVerdict[] {
  const once = new Map<string, { readonly said: SpokenVerdict; readonly order: number }>();
  for (const said of verdicts) {
    if (!isSpeaking(said) || once.has(said.rule)) continue;
    const order = sternness(sternest(program, said)) * 2 + (said.verdict === "applies" ? 0 : 1);
    once.set(said.rule, { said, order });
  }
  return [...once.values()]
    .sort((a, b) => a.order - b.order || (a.said.rule < b.said.rule ? -1 : 1))
    .map(({ said }) => said);
}

/** A rule that speaks, with its clause and what would settle it. */
export function spoken(book: Book, said: SpokenVerdict): SpokenRule {
  const { rule, title, verdict, standing, in_force, cite, missing } = said;
  const { force, kind } = sternest(book.program, said);
  const names = titlesOf(book);
  return {
    rule,
    title,
    verdict,
    standing,
    inForce: in_force,
    deeds: sternFirst(said.effects).map(deedText),
    force,
    prohibits: kind === "prohibit",
    requires: kind === "require",
    cite,
    citation: citationLabel(book, cite.document, cite.item),
    missing: missing.map((one) => ({ zh: names.missing(one, "zh"), en: names.missing(one, "en") })),
  };
}
