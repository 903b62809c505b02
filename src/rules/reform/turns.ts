import { accept, refuse, type Decision } from "../../base/decision.ts";
import { add, compareRatio, divide, ratio, subtract, type Ratio } from "../../base/ratio.ts";
import type { Case } from "../case/model.ts";
import { editionOn } from "../evaluate/edition.ts";
import { overridersOf } from "../evaluate/overriding.ts";
import { readFact } from "../evaluate/reading.ts";
import { prove } from "../evaluate/reference.ts";
import { factAt, scopeOf, stateIn, type Scope } from "../evaluate/scope.ts";
import { assumptionsOf } from "../evaluate/splitting.ts";
import type { Outcome } from "../evaluate/outcome.ts";
import type { EffectIr, Program, RuleIr } from "../ir.ts";
import { closeEnds, endsOf, isLine, noteAllMeetings, noteMultiples, type Turns } from "./lines.ts";
import { readsParameter } from "./nodes.ts";
import { withValue } from "./with-figure.ts";

/** A figure that is moved, and how far. Ends are in base units. */
export type Moving = {
  readonly program: Program;
  readonly parameter: number;
  readonly from: Ratio;
  readonly to: Ratio;
  /** The law date. */
  readonly asOf: string;
};

/** Why the turns of a case cannot be told exactly. */
export type TurnsRefusal = "not_a_line" | "too_many_turns";

const turnsMax = 4_000;

type Asking = Moving & { readonly rules: readonly number[]; readonly hasSteps: boolean };

/**
 * Every figure strictly between the ends at which some rule may come out otherwise for a case, in
 * order: between two of them each verdict, each answer of a bound and, with `hasSteps`, each amount
 * is the same. Rules: those asked for and all that override them. Refuses where a number is no
 * straight line in the figure.
 */
export function turnsOf(
  facts: Case,
  moving: Moving,
  { rules, hasSteps }: { readonly rules: readonly number[]; readonly hasSteps: boolean },
): Decision<readonly Ratio[], TurnsRefusal> {
  const { program, parameter } = moving;
  const all = new Set(rules.flatMap((rule) => [rule, ...overridersOf(program, rule)]));
  const reading = [...all].filter((rule) => readsParameter(program.rules[rule]!, parameter));
  return split(facts, { ...moving, rules: reading, hasSteps }, turnsMax);
}

function split(
  facts: Case,
  asking: Asking,
  left: number,
): Decision<readonly Ratio[], TurnsRefusal> {
  const { from, to } = asking;
  const third = divide(subtract(to, from), ratio(3));
  const at = [add(from, third), subtract(to, third)] as const;
  const turns: Turns = { at, from, to, found: [], isBent: false };
  noteCase(facts, asking, turns);
  const inside = distinct(turns.found);
  if (inside.length === 0) return turns.isBent ? refuse("not_a_line") : accept([]);
  if (inside.length > left) return refuse("too_many_turns");
  const ends = [from, ...inside, to];
  const all: Ratio[] = [];
  for (const [index, start] of ends.slice(0, -1).entries()) {
    const piece = { ...asking, from: start, to: ends[index + 1]! };
    const found = split(facts, piece, left - inside.length - all.length);
    if (!found.ok) return found;
    all.push(...(index === 0 ? [] : [start]), ...found.value);
  }
  return accept(all);
}

/** Figures in order, each once. */
export const distinct = (all: readonly Ratio[]): readonly Ratio[] =>
  [...all]
    .sort(compareRatio)
    .filter((one, index, sorted) => index === 0 || compareRatio(sorted[index - 1]!, one) !== 0);

function noteCase(facts: Case, asking: Asking, turns: Turns): void {
  const { program, parameter, asOf } = asking;
  const editions = turns.at.map((value) => editionOn(withValue(program, parameter, value), asOf));
  const [one, other] = editions;
  for (const index of asking.rules) {
    const rule = program.rules[index]!;
    facts.subjects[rule.level].forEach((_, subject) => {
      const asked = { edition: one!, facts, rule: index, subject };
      for (const assumed of assumptionsOf(asked)) {
        const scopes = [one!, other!].map((edition) => {
          return { ...scopeOf(edition, facts, { level: rule.level, subject }), assumed };
        });
        noteRule(rule, scopes, { turns, hasSteps: asking.hasSteps });
      }
    });
  }
}

type Noting = { readonly turns: Turns; readonly hasSteps: boolean };
type Scopes = readonly Scope[];
type Pair = readonly [Outcome, Outcome];

const proveBoth = (node: Outcome["node"], [one, other]: Scopes): Pair => [
  prove(node, one!),
  prove(node, other!),
];

function noteRule(rule: RuleIr, scopes: Scopes, noting: Noting): void {
  if (rule.condition) isLine(...proveBoth(rule.condition, scopes), noting.turns);
  for (const effect of rule.effects) noteEffect(effect, scopes, noting);
}

/** Where what an effect grants, what is asked for and what its bounds allow meet each other. */
function noteEffect(effect: EffectIr, scopes: Scopes, { turns, hasSteps }: Noting): void {
  const { amount, bounds, wish, step } = effect;
  const nodes = [...(amount ? [amount] : []), ...bounds.map(({ limit }) => limit)];
  const proofs = nodes.map((node) => proveBoth(node, scopes));
  const areLines = proofs.map(([a, b]) => isLine(a, b, turns));
  const [scope] = scopes;
  const wanted =
    wish === undefined ? [] : [readFact(factAt(scope!.edition, wish), stateIn(scope!, wish))];
  const lines = [
    ...proofs.flatMap(([a, b], index) => (areLines[index] ? [endsOf(a.value, b.value)] : [])),
    ...wanted.map((value) => endsOf(value, value)),
  ];
  noteAllMeetings(lines, turns);
  if (!step) return;
  // What is certain of an amount steps with its least end; whether one is certain, with both.
  const certain = hasSteps ? lines.flatMap(([low]) => (low ? [low] : [])) : [];
  const stepping = new Set([...certain, ...closeEnds(lines, turns, step)]);
  for (const line of stepping) noteMultiples(turns, line, step);
}
