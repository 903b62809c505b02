import type { Case, FactState, Subject } from "../case/model.ts";
import { anonymous, isListed, perLevel } from "../case/model.ts";
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
  /** How many subjects alike a case has where it lists them. */
  readonly copies: number;
};

/** What a case states of some facts, each of the one subject of its level. */
export type States = ReadonlyMap<number, FactState>;

export function studyOf(law: Program, asOf: string): Study {
  const filled = { ...law, registers: law.registers.map((_, index) => listOf(law, index)) };
  return { asOf, law, filled, edition: editionOn(filled, asOf), copies: 1 };
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

/** What a case states, of how many subjects alike, and which levels it lists. */
type Shape = {
  readonly states: States;
  readonly copies: number;
  readonly listed: ReadonlySet<Level>;
};

/** A case that states these facts, where a level is listed of each of its subjects. */
export function caseOf(program: Program, { states, copies, listed }: Shape): Case {
  const own = (level: Level) =>
    [...states].filter(([fact]) => factAt(program, fact).level === level);
  const isStated = (level: Level) => listed.has(level) || own(level).length > 0;
  const subjectsOf = (level: Level): readonly Subject[] => {
    const facts = new Map(own(level));
    if (!isListed(level)) return [{ id: level, level, facts }];
    if (!isStated(level)) return [{ id: anonymous, level, facts }];
    return Array.from({ length: copies }, (_, at) => ({
      id: at ? `like-${at}` : "one",
      level,
      facts,
    }));
  };
  return {
    id: "example",
    synthetic: true,
    subjects: perLevel(subjectsOf),
    stated: perLevel(isStated),
  };
}

const all: ReadonlySet<Level> = new Set(levels);

/** What an expression sees of a case of which these facts are stated. */
export function scopeFor({ edition, filled, copies }: Study, states: States): Scope {
  const facts = caseOf(filled, { states, copies, listed: all });
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
