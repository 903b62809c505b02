import type { Case, Known } from "../case/model.ts";
import type { FactIr, RuleIr } from "../ir.ts";
import type { Edition } from "./edition.ts";
import { isSettled, joinRaw, type RuleRaw } from "./raw.ts";
import { noRelevant, type Relevant } from "./relevance.ts";
import { factAt, isUnlisted, subjectAt, variableKey, type Variable } from "./scope.ts";
import type { Session } from "./session.ts";
import { splitFacts } from "./split-facts.ts";

/** The most completions of unknown facts that are tried out for one rule. */
export const completionsMax = 4096;

export type Settled = { readonly raw: RuleRaw; readonly relevant: Relevant };

type Split = Variable & { readonly options: readonly Known[] };

export type Asked = {
  readonly edition: Edition;
  readonly facts: Case;
  readonly session: Session;
  readonly rule: number;
  readonly subject: number;
};

type Asking = Omit<Asked, "session">;

const nothing = noRelevant();

/**
 * Decides a rule; where a fact that occurs more than once leaves it open, by trying its
 * completions.
 */
export function settle(asked: Asked): Settled {
  return settleFrom(asked.session.decide(asked.rule, asked.subject), asked);
}

/** The same, from what the rule comes to before any completion is tried. */
export function settleFrom(raw: RuleRaw, asked: Asked): Settled {
  if (isSettled(raw)) return { raw, relevant: nothing };
  const { session, rule, subject } = asked;
  const splits = splitsOf(asked);
  if (splits.length === 0) return { raw, relevant: session.relevant(rule, subject) };
  return joinCompletions(asked, splits);
}

function optionsOf(fact: FactIr): readonly Known[] {
  if (fact.type.kind === "boolean") return [false, true];
  return fact.type.kind === "enumeration" ? fact.type.options : [];
}

/** The unknown facts to split on, as many as the number of completions allows. */
function splitsOf({ edition, facts, rule, subject }: Asking): readonly Split[] {
  const ruled = edition.program.rules[rule] as RuleIr;
  const { level } = ruled;
  const found: Split[] = [];
  let completions = 1;
  for (const variable of splitFacts(ruled, edition.program.facts).flatMap(variablesOf)) {
    const fact = factAt(edition, variable.fact);
    const options = optionsOf(fact);
    const stated = subjectAt(facts, variable.level, variable.subject).facts.get(variable.fact);
    const isUnknown = stated === undefined || stated.state === "unknown";
    if (!isUnknown || options.length === 0) continue;
    if (completions * options.length > completionsMax) continue;
    completions *= options.length;
    found.push({ ...variable, options });
  }
  return found;

  function variablesOf(fact: number): Variable[] {
    const at = factAt(edition, fact).level;
    if (at === level) return [{ fact, level: at, subject }];
    if (isUnlisted(facts, at)) return [];
    return facts.subjects[at].map((_, index) => ({ fact, level: at, subject: index }));
  }
}

/** The same without what could still matter, for whoever asks of many cases. */
export function settleRaw(asked: Asked): RuleRaw {
  const raw = asked.session.decide(asked.rule, asked.subject);
  const splits = isSettled(raw) ? [] : splitsOf(asked);
  if (splits.length === 0) return raw;
  const joined = [...completed(asked, splits)].reduce(joinRaw);
  for (const split of splits) asked.session.assume(split, undefined);
  return joined;
}

type Completion = Settled & { readonly key: string };

function joinCompletions(asked: Asked, splits: readonly Split[]): Settled {
  const completions = tryAll(asked, splits);
  for (const split of splits) asked.session.assume(split, undefined);
  const raw = completions.map((one) => one.raw).reduce(joinRaw);
  if (isSettled(raw)) return { raw, relevant: nothing };
  return { raw, relevant: joinRelevant(completions, splits) };
}

function tryAll(asked: Asked, splits: readonly Split[]): Completion[] {
  const { session, rule, subject } = asked;
  return Array.from(completed(asked, splits), (raw) => {
    const relevant = isSettled(raw) ? nothing : session.relevant(rule, subject);
    return { raw, relevant, key: keyOf(raw, relevant) };
  });
}

/** What a rule comes to in each completion; while one is looked at, the session assumes it. */
function* completed({ session, rule, subject }: Asked, splits: readonly Split[]) {
  const total = splits.reduce((product, split) => product * split.options.length, 1);
  for (let number = 0; number < total; number++) {
    let rest = number;
    for (const split of splits) {
      session.assume(split, split.options[rest % split.options.length]);
      rest = Math.floor(rest / split.options.length);
    }
    yield session.decide(rule, subject);
  }
}

/** Each completion that is tried out for a rule, as what is taken for granted in it. */
export function assumptionsOf(asking: Asking): readonly ReadonlyMap<string, Known>[] {
  return splitsOf(asking).reduce<readonly ReadonlyMap<string, Known>[]>(
    (all, { options, ...split }) =>
      all.flatMap((one) => options.map((value) => new Map(one).set(variableKey(split), value))),
    [new Map()],
  );
}

/** Whether a rule is met in every completion that is tried out; ends with the first that is not. */
export function isMetThroughout(asked: Asked): boolean {
  const splits = splitsOf(asked);
  let isMet = true;
  for (const raw of completed(asked, splits)) {
    isMet = raw.truth === "T";
    if (!isMet) break;
  }
  for (const split of splits) asked.session.assume(split, undefined);
  return isMet;
}

const keyOf = (raw: RuleRaw, relevant: Relevant): string =>
  JSON.stringify([
    raw.truth === "N" ? "F" : raw.truth,
    raw.effects.map(({ amount, bounds }) => [amount, bounds.map((bound) => bound.answer)]),
    [...relevant.facts.keys()].sort(),
    [...relevant.registers].sort((a, b) => a - b),
  ]);

/** What matters in some completion, and each split fact whose value makes a difference to one. */
function joinRelevant(completions: readonly Completion[], splits: readonly Split[]): Relevant {
  const joined = noRelevant();
  for (const { relevant } of completions) {
    for (const [key, fact] of relevant.facts) joined.facts.set(key, fact);
    for (const register of relevant.registers) joined.registers.add(register);
    for (const level of relevant.levels) joined.levels.add(level);
    for (const cause of relevant.causes) joined.causes.add(cause);
  }
  let stride = 1;
  for (const { fact, subject, options } of splits) {
    if (isDifferent(completions, stride, options.length)) {
      joined.facts.set(`${fact}@${subject}`, { fact, subject });
    }
    stride *= options.length;
  }
  return joined;
}

/** Whether two completions that differ in one fact only come to different ends. */
function isDifferent(completions: readonly Completion[], stride: number, count: number): boolean {
  return completions.some((completion, number) => {
    const digit = Math.floor(number / stride) % count;
    return digit > 0 && completions[number - stride]?.key !== completion.key;
  });
}
