import type { Case, FactState, Subject } from "../case/model.ts";
import { isListed, perLevel } from "../case/model.ts";
import { factAt } from "../case/dictionary.ts";
import { childrenOf } from "../check/tree.ts";
import { nodesOf } from "../compile/splits.ts";
import { levels, type Level } from "../contract/pack.ts";
import { editionOn, type Edition } from "../evaluate/edition.ts";
import { scopeOf, type Scope } from "../evaluate/scope.ts";
import type { Node, Program, RuleIr } from "../ir.ts";

/** The law on one day, as it is and as it is searched. */
export type Study = {
  readonly asOf: string;
  readonly law: Program;
  /** The law with a word in each list that is still empty, so that something can be on it. */
  readonly filled: Program;
  readonly edition: Edition;
};

/** What a case states of some facts, each of the one subject of its level. */
export type States = ReadonlyMap<number, FactState>;

export function studyOf(law: Program, asOf: string): Study {
  const filled = { ...law, registers: law.registers.map((_, index) => listOf(law, index)) };
  return { asOf, law, filled, edition: editionOn(filled, asOf) };
}

/** Whether a list holds only the word that a search puts into it. */
export const isAssumed = ({ registers }: Program, index: number): boolean =>
  registers[index]?.state === "empty" && registers[index].calendar === undefined;

function listOf(law: Program, index: number): Program["registers"][number] {
  const register = law.registers[index] as Program["registers"][number];
  if (!isAssumed(law, index)) return register;
  const words = law.rules.flatMap((rule) =>
    nodesOf(rule).flatMap((node) => firstWords(node, index)),
  );
  return { ...register, state: "imported", entries: ["…", ...words] };
}

/** The first option of each enumeration that is looked up in a list. */
function firstWords(node: Node, register: number): readonly string[] {
  const inside = childrenOf(node).flatMap((part) => firstWords(part, register));
  if (node.op !== "listed" || node.register !== register) return inside;
  return node.arg.type.kind === "enumeration" ? node.arg.type.options.slice(0, 1) : inside;
}

/** The rules that stand on the day of the study. */
export const standing = ({ law, edition }: Study): readonly RuleIr[] =>
  law.rules.filter((_, index) => edition.stands[index]);

/** The id of the one subject that a list of the case holds. */
const only = "one";

/** A case of one subject a level, which states these facts; it lists the levels that are asked. */
export function caseOf(program: Program, states: States, listed: ReadonlySet<Level>): Case {
  const own = (level: Level) =>
    [...states].filter(([fact]) => factAt(program, fact).level === level);
  const isStated = (level: Level) => listed.has(level) || own(level).length > 0;
  const subjectOf = (level: Level): Subject => {
    const id = isListed(level) ? (isStated(level) ? only : "?") : level;
    return { id, level, facts: new Map(own(level)) };
  };
  return {
    id: "example",
    synthetic: true,
    subjects: perLevel((level) => [subjectOf(level)]),
    stated: perLevel(isStated),
  };
}

const all: ReadonlySet<Level> = new Set(levels);

/** What an expression sees of a case of which these facts are stated. */
export function scopeFor({ edition, filled }: Study, states: States): Scope {
  const facts = caseOf(filled, states, all);
  return scopeOf(edition, facts, { level: "project", subject: 0 });
}

const truth = { type: { kind: "boolean" }, span: { start: 0, end: 0 } } as const;

/** All of some conditions at once; what is always met where there are none. */
export function allOf(...args: readonly (Node | undefined)[]): Node {
  const [first, ...rest] = args.flatMap((arg) => arg ?? []);
  if (!first) return { op: "boolean", value: true, ...truth };
  return rest.length === 0 ? first : { op: "and", args: [first, ...rest], ...truth };
}

export const notOf = (arg: Node): Node => ({ op: "not", arg, ...truth });

export const anyOf = (...args: readonly Node[]): Node => ({ op: "or", args, ...truth });

/** What holds where two conditions come out otherwise. */
export const apart = (a: Node, b: Node): Node => anyOf(allOf(a, notOf(b)), allOf(notOf(a), b));
