import { invariant } from "../../base/invariant.ts";
import type { Case } from "../case/model.ts";
import { levels } from "../contract/pack.ts";
import type { RuleIr } from "../ir.ts";
import type { CollectRule } from "./collect-rule.ts";
import type { Edition } from "./edition.ts";
import { gauge, type Machine, type TruthRun } from "./machine.ts";
import { workCalendarOf } from "./moving.ts";
import { truthOf } from "./outcome.ts";
import type { EffectRaw, RuleRaw } from "./raw.ts";
import { collect, noRelevant } from "./relevance.ts";
import { openReference } from "./reference-session.ts";
import { prove } from "./reference.ts";
import { levelNumber, tableOf, truthCodes, truths, write } from "./rows.ts";
import { factAt, stateIn, subjectAt, type Scope } from "./scope.ts";
import type { OpenSession, Session } from "./session.ts";

/** A rule compiled by one of the fast back ends. */
export type CompiledRule = {
  readonly level: number;
  readonly condition: TruthRun | undefined;
  readonly effects: readonly ((machine: Machine) => EffectRaw)[];
  /** Made when a rule is first found open. */
  readonly collector: () => CollectRule;
};

/** Undefined where a rule's figures have no whole-number form: it then runs on exact ratios. */
export type CompileRule = (rule: RuleIr, edition: Edition) => CompiledRule | undefined;

type Shelf = Map<number, CompiledRule | undefined>;

/** Each rule is compiled once for each stretch of days, when it is first asked. */
function shelvesOf(compile: CompileRule) {
  const shelves = new WeakMap<Edition["stretch"], Shelf>();
  return (edition: Edition): ((index: number) => CompiledRule | undefined) => {
    const shelf: Shelf = shelves.get(edition.stretch) ?? new Map();
    shelves.set(edition.stretch, shelf);
    return (index) => {
      const known = shelf.get(index);
      if (known || shelf.has(index)) return known;
      const rule = edition.program.rules[index];
      invariant(rule, `rule ${index} is in the program`);
      const compiled = compile(rule, edition);
      shelf.set(index, compiled);
      return compiled;
    };
  };
}

/** A machine at the first subject of each level; it shares `assumed` with the reference. */
function machineOf(edition: Edition, facts: Case, assumed: Scope["assumed"]): Machine {
  const table = tableOf(edition.program, facts);
  const current = levels.map(() => 0);
  const scope = (): Scope => {
    const at = Object.fromEntries(levels.map((level, index) => [level, current[index]]));
    return { edition, facts, current: at as Scope["current"], assumed };
  };
  return {
    table,
    rows: table.rows.map((rows) => rows[0]!),
    current,
    day: edition.day,
    calendar: workCalendarOf(edition.program),
    prove: (node) => truthCodes[truthOf(prove(node, scope()))],
    collect: (node, into) => collect(prove(node, scope()), scope(), into),
    isUnknown: (fact) => stateIn(scope(), fact).state === "unknown",
  };
}

const unmet = {
  F: { truth: "F", effects: [] },
  N: { truth: "N", effects: [] },
} as const satisfies Record<string, RuleRaw>;

function run(rule: CompiledRule, machine: Machine, subject: number): RuleRaw {
  machine.rows[rule.level] = machine.table.rows[rule.level]![subject]!;
  machine.current[rule.level] = subject;
  const truth = rule.condition ? truths[rule.condition(machine)]! : "T";
  if (truth === "F" || truth === "N") return unmet[truth];
  return { truth, effects: rule.effects.map((effect) => effect(machine)) };
}

/** Makes something once, when it is first asked for. */
export function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** Sessions of a fast back end. Where doubles would not be exact the reference answers instead. */
export function compiledSessions(compile: CompileRule): OpenSession {
  const shelfAt = shelvesOf(compile);
  return (edition, facts): Session => {
    const compiledAt = shelfAt(edition);
    const reference = openReference(edition, facts);
    const machine = machineOf(edition, facts, reference.assumed);
    return {
      assumed: reference.assumed,
      relevant(index, subject) {
        const rule = compiledAt(index);
        gauge.isBroken = false;
        const into = noRelevant();
        if (rule) rule.collector()(machine, run(rule, machine, subject), into);
        return rule && !gauge.isBroken ? into : reference.relevant(index, subject);
      },
      decide(index, subject) {
        const rule = compiledAt(index);
        gauge.isBroken = false;
        const raw = rule && run(rule, machine, subject);
        return raw && !gauge.isBroken ? raw : reference.decide(index, subject);
      },
      assume(variable, value) {
        reference.assume(variable, value);
        const { fact: index, level, subject } = variable;
        const stated = subjectAt(facts, level, subject).facts.get(index) ?? { state: "unknown" };
        const row = machine.table.rows[levelNumber[level]]![subject]!;
        const taken = value === undefined ? stated : ({ state: "known", value } as const);
        write(row, { fact: factAt(edition, index), index }, taken);
      },
    };
  };
}
