import type { Case } from "../case/model.ts";
import type { RuleVerdict } from "../contract/report.ts";
import { editionOn, type Edition } from "../evaluate/edition.ts";
import { prove } from "../evaluate/reference.ts";
import { scopeOf, variableKey, type Scope } from "../evaluate/scope.ts";
import type { EffectIr, RuleIr } from "../ir.ts";
import { factNode } from "../explain/change/gaps.ts";
import { ruleNamed } from "../explain/sentence.ts";
import type { Asking } from "./answers.ts";
import type { Candidate } from "./candidate.ts";
import { effortOf, gainOf, type Effort } from "./effort.ts";
import { restOf, waitsOf, type Rest } from "./rest.ts";

/** What is left to find out of one open verdict: of its condition, and then of its amounts. */
type Open = {
  readonly verdict: RuleVerdict;
  readonly rest: Rest | undefined;
  readonly amounts: ReadonlySet<string>;
};

/** What is not in force counts for little: it is asked about when nothing else is open. */
const notInForce = 0.05;

/**
 * By how many questions each answer shortens the way to all the verdicts that wait for it, on
 * average: the more of them it settles or brings near, the more it is worth.
 */
export function gainsOf(
  asking: Asking,
  candidates: readonly Candidate[],
  canAsk: (fact: number) => boolean,
): ReadonlyMap<Candidate, number> {
  const edition = editionOn(asking.program, asking.asOf);
  const opened = new Map<RuleVerdict, Open>();
  const openOf = (verdict: RuleVerdict): Open => {
    const known = opened.get(verdict) ?? openVerdict(verdict, { edition, asking, canAsk });
    opened.set(verdict, known);
    return known;
  };
  return new Map(
    candidates.map((candidate) => {
      const key = variableKey(candidate.variable);
      const gains = candidate.waiting.map((verdict) => gainFor(openOf(verdict), key));
      return [candidate, gains.reduce((sum, gain) => sum + gain, 0)];
    }),
  );
}

function gainFor({ verdict, rest, amounts }: Open, key: string): number {
  const weight = verdict.in_force ? 1 : notInForce;
  const isAmount = amounts.has(key);
  const left = (count: number) => (effort: Effort) => wayLeft(effort, count);
  if (!rest) return weight * Number(isAmount);
  const before = left(amounts.size)(effortOf(rest));
  const now = left(amounts.size - Number(isAmount));
  const after = now(effortOf(rest)) - gainOf(rest, key, now);
  return weight * (before - after);
}

/** An open verdict weighs one question more than those it takes: settling it is worth something. */
function wayLeft({ questions, chance }: Effort, amounts: number): number {
  const left = questions + chance * amounts;
  return left > 0 ? left + 1 : 0;
}

type Opening = {
  readonly edition: Edition;
  readonly asking: Asking;
  readonly canAsk: (fact: number) => boolean;
};

function openVerdict(verdict: RuleVerdict, { edition, asking, canAsk }: Opening): Open {
  const rule = ruleNamed(asking.program, verdict.rule);
  const subject = placeOf(asking.facts, rule, verdict);
  const scope = scopeOf(edition, asking.facts, { level: rule.level, subject });
  const reading = { scope, canAsk };
  const isMet = verdict.condition === "met" || !rule.condition;
  const rest = isMet ? undefined : restOf(prove(rule.condition, scope), reading);
  const amounts = rule.effects.flatMap((effect) =>
    nodesOf(effect, scope).flatMap((node) => waitsOf(prove(node, scope), reading)),
  );
  return { verdict, rest, amounts: new Set(amounts) };
}

const placeOf = (facts: Case, { level }: RuleIr, { subject }: RuleVerdict): number =>
  Math.max(
    0,
    facts.subjects[level].findIndex(({ id }) => id === subject),
  );

/** What an amount is reckoned from: itself or the wish, and what cuts it. */
function nodesOf({ amount, wish, bounds }: EffectIr, scope: Scope) {
  const cuts = bounds.filter(({ direction, force }) => direction === "at_most" && force === "must");
  const full = amount ? [amount] : wish === undefined ? [] : [factNode(wish, scope)];
  return full.length === 0 ? [] : [...full, ...cuts.map(({ limit }) => limit)];
}
