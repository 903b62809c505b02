import { reason, type Reason } from "../../../src/rules/evaluate/messages.ts";
import type {
  BoundAnswer,
  Condition,
  EffectLine,
  Missing,
  UsedFact,
  Verdict,
} from "../../../src/rules/index.ts";
import type { At } from "./javascript.ts";
import type { HandBound, HandEffect, HandRule } from "./rules.ts";

/** One subject as the loop looks at it: its facts, and those of what it lies in. */
export type Look = {
  readonly id: string;
  readonly number: number;
  readonly at: At;
  /** By place among the facts of its level. */
  readonly used: readonly UsedFact[];
};

/** Whole output steps. */
export type Given = { readonly hand: HandEffect; readonly steps: number | undefined };

export type Told = {
  readonly rule: HandRule;
  readonly look: Look;
  readonly condition: Condition;
  verdict: Verdict;
  given: readonly Given[];
  effects: EffectLine[];
  missing: readonly Missing[];
  reasons: readonly Reason[];
};

/** Doubles come a hair beside the whole step that they mean; and zero has no sign. */
const hair = 1e-6;
const down = (steps: number): number => Math.floor(steps + hair) + 0;
const up = (steps: number): number => Math.ceil(steps - hair) + 0;

const consequences = {
  must: "refused",
  in_principle: "deliberation",
  may: "discretion",
  advice: undefined,
} as const;

const isCut = ({ bound }: HandBound): boolean =>
  bound.direction === "at_most" && bound.force === "must";

function boundLine(
  { bound }: HandBound,
  { n, d }: HandEffect["scale"],
  { at, limit, isKept }: { at: number; limit: number; isKept: boolean },
): BoundAnswer {
  const { id, force, direction, title } = bound;
  const isWithin = isKept || (direction === "at_most" ? at <= limit : at >= limit);
  const [asked, allowed] = [(at * n) / d, (limit * n) / d];
  const line: BoundAnswer = isWithin
    ? {
        id,
        force,
        answer: "within",
        direction,
        at: { min: asked, max: asked },
        limit: { min: allowed, max: allowed },
      }
    : {
        id,
        force,
        answer: "exceeded",
        ...(consequences[force] && { consequence: consequences[force] }),
        direction,
        at: { min: asked, max: asked },
        limit: { min: allowed, max: allowed },
      };
  if (title) line.title = title;
  return line;
}

function bindingOf(hand: HandEffect, full: number, limits: readonly number[]): string | undefined {
  let least = full;
  let binding: string | undefined;
  for (let at = 0; at < limits.length; at++) {
    if (!isCut(hand.bounds[at]!)) continue;
    const isLess = binding === undefined ? limits[at]! <= least + hair : limits[at]! < least - hair;
    if (!isLess) continue;
    least = limits[at]!;
    binding = hand.bounds[at]!.bound.id;
  }
  return binding;
}

function effectLine(hand: HandEffect, at: At): { line: EffectLine; steps: number | undefined } {
  const { kind, target, title, force } = hand.head;
  const { unit, account } = hand.effect;
  const line: EffectLine = { kind, target, title, force };
  const wish = hand.wish?.(at);
  const full = hand.amount ? hand.amount(at) : wish;
  const limits: number[] = [];
  for (const { limit } of hand.bounds) limits.push(limit(at));
  let steps: number | undefined;
  let binding: string | undefined;
  const leave = kind === "require" ? up : down;
  if (full !== undefined) {
    let granted = full;
    hand.bounds.forEach((bound, index) => {
      if (isCut(bound) && limits[index]! < granted) granted = limits[index]!;
    });
    steps = leave(granted);
    binding = bindingOf(hand, full, limits);
    const value = (steps * hand.scale.n) / hand.scale.d;
    line.amount = { min: value, max: value };
  }
  const hasBounds = hand.bounds.length > 0;
  if ((steps !== undefined || hasBounds) && unit !== undefined) line.unit = unit;
  if (account !== undefined) line.account = account;
  if (binding !== undefined) line.binding = binding;
  const wanted = wish === undefined ? steps : leave(wish);
  if (hasBounds && wanted !== undefined) {
    line.bounds = hand.bounds.map((bound, index) => {
      const limit = bound.bound.direction === "at_most" ? down(limits[index]!) : up(limits[index]!);
      const isKept = wish === undefined && isCut(bound);
      return boundLine(bound, hand.scale, { at: wanted, limit, isKept });
    });
  }
  if (hand.requires.length > 0) line.requires = hand.requires;
  return { line, steps };
}

const nothing: readonly [] = [];

/** What a rule comes to for one subject, before another overrides it. */
export function tell(rule: HandRule, look: Look): Told {
  const holds = rule.condition(look.at);
  if (holds === false) {
    return {
      rule,
      look,
      condition: "not_met",
      verdict: "does_not_apply",
      given: nothing,
      effects: [],
      missing: nothing,
      reasons: nothing,
    };
  }
  const isMet = holds === true && !rule.needsText;
  const given: Given[] = [];
  const effects: EffectLine[] = [];
  for (const hand of rule.effects) {
    const { line, steps } = effectLine(hand, look.at);
    given.push({ hand, steps });
    effects.push(line);
  }
  const lists = holds === true ? undefined : rule.lists;
  return {
    rule,
    look,
    condition: isMet ? "met" : "open",
    verdict: isMet ? "applies" : "undecided",
    given,
    effects,
    missing: lists ? [...rule.texts.missing, ...lists.missing] : rule.texts.missing,
    reasons: lists ? [...rule.texts.reasons, ...lists.reasons] : rule.texts.reasons,
  };
}

/** Lets the rules that others override give way, where those are in force. */
export function giveWay(rules: readonly HandRule[], told: readonly (readonly Told[])[]): void {
  const overridden = rules.filter(({ overriddenBy }) => overriddenBy.length > 0);
  for (const one of overridden.flatMap(({ index }) => told[index]!)) yieldTo(one, told);
}

function yieldTo(one: Told, told: readonly (readonly Told[])[]): void {
  const { rule, look } = one;
  if (one.verdict === "does_not_apply") return;
  const isWinner = (other: Told): boolean =>
    other.rule.inForce &&
    other.verdict === "applies" &&
    (other.rule.level !== rule.level || other.look === look);
  const winner = rule.overriddenBy.flatMap((rival) => told[rival]!).find(isWinner);
  if (!winner) return;
  one.verdict = "does_not_apply";
  one.given = nothing;
  one.effects = [];
  one.missing = nothing;
  one.reasons = [reason("gives_way", winner.rule.title)];
}
