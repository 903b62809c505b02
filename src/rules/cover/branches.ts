import { bilingual, type Bilingual } from "../../base/message.ts";
import { editionOn } from "../evaluate/edition.ts";
import { clause, voiceOf } from "../explain/clause.ts";
import { begun } from "../explain/wording.ts";
import type { EffectIr, Node, Program, RuleIr } from "../ir.ts";

/** A branch of a rule that a case may reach. */
export type Branch = {
  readonly rule: string;
  readonly kind: "condition" | "atom" | "bound" | "requirement";
  /** Of an atom its place in the condition; of a bound or requirement its id. */
  readonly id: string;
  readonly side: string;
  readonly text: Bilingual;
};

export const branchKey = ({ rule, kind, id, side }: Omit<Branch, "text">): string =>
  [rule, kind, id, side].join("|");

/** The parts of a condition that are no and, or, not: each can decide by itself. */
export function atomsOf(node: Node): readonly Node[] {
  if (node.op === "and" || node.op === "or") return node.args.flatMap(atomsOf);
  return node.op === "not" ? atomsOf(node.arg) : [node];
}

const conditionSides = {
  met: bilingual("满足", "met"),
  not_met: bilingual("不满足", "not met"),
  open: bilingual("还不能判断", "open"),
} as const;

const boundSides = {
  within: bilingual("没有超出", "within"),
  exceeded: bilingual("超出", "exceeded"),
  binds: bilingual("封住了数量", "cuts the amount"),
} as const;

/** A must bound cuts what is granted, so that without a wish nothing ever exceeds it: it binds. */
export const boundSidesOf = (
  effect: EffectIr,
  index: number,
): readonly (keyof typeof boundSides)[] => {
  const bound = effect.bounds[index];
  const isCut = bound?.direction === "at_most" && bound.force === "must";
  return isCut && effect.wish === undefined ? ["within", "binds"] : ["within", "exceeded"];
};

/** Whether an atom waits for a list that nobody has imported yet: it can come out neither way. */
const isWaiting = (program: Program, atom: Node): boolean =>
  atom.op === "listed" && program.registers[atom.register]?.state === "empty";

type Possible = { readonly isTrue: boolean; readonly isFalse: boolean };

/** Which answers a condition can come to at all while some lists are still empty. */
function possible(program: Program, node: Node): Possible {
  if (node.op === "not") {
    const { isTrue, isFalse } = possible(program, node.arg);
    return { isTrue: isFalse, isFalse: isTrue };
  }
  if (node.op !== "and" && node.op !== "or") {
    const answers = !isWaiting(program, node);
    return { isTrue: answers, isFalse: answers };
  }
  const parts = node.args.map((arg) => possible(program, arg));
  const all = (side: keyof Possible) => parts.every((part) => part[side]);
  const any = (side: keyof Possible) => parts.some((part) => part[side]);
  return node.op === "and"
    ? { isTrue: all("isTrue"), isFalse: any("isFalse") }
    : { isTrue: any("isTrue"), isFalse: all("isFalse") };
}

/**
 * A rule that leans on a text which the pack lacks, or on a list that is still empty, is never met,
 * and one without condition always.
 */
export function conditionSidesOf(
  program: Program,
  rule: RuleIr,
): readonly (keyof typeof conditionSides)[] {
  const isOpen = rule.needsTexts.length > 0;
  if (!rule.condition) return isOpen ? ["open"] : ["met"];
  const { isTrue, isFalse } = possible(program, rule.condition);
  return [
    ...(isTrue && !isOpen ? (["met"] as const) : []),
    ...(isFalse ? (["not_met"] as const) : []),
    "open",
  ];
}

const named = (rule: string, text: Bilingual): Bilingual =>
  bilingual(`${rule}：${text.zh}`, `${rule}: ${text.en}`);

function conditionBranches(program: Program, rule: RuleIr): readonly Branch[] {
  return conditionSidesOf(program, rule).map((side) => ({
    rule: rule.id,
    kind: "condition",
    id: "",
    side,
    text: named(rule.id, conditionSides[side]),
  }));
}

function atomBranches(program: Program, rule: RuleIr): readonly Branch[] {
  if (!rule.condition) return [];
  const voice = voiceOf(editionOn(program, program.version), undefined);
  return atomsOf(rule.condition).flatMap((atom, index) => {
    if (atom.op === "boolean" || isWaiting(program, atom)) return [];
    const { zh, en } = begun(clause(atom, voice));
    return [
      { side: "T", text: bilingual(`${zh}：起决定作用地成立`, `${en}: true, and decisive`) },
      { side: "F", text: bilingual(`${zh}：起决定作用地不成立`, `${en}: false, and decisive`) },
    ].map(({ side, text }) => ({
      rule: rule.id,
      kind: "atom" as const,
      id: String(index),
      side,
      text: named(rule.id, text),
    }));
  });
}

export const requirementId = (requirement: EffectIr["requires"][number]): string =>
  requirement.approval ?? requirement.document ?? requirement.agreement ?? requirement.duty ?? "";

function effectBranches(program: Program, rule: RuleIr): readonly Branch[] {
  if (rule.condition && !possible(program, rule.condition).isTrue) return [];
  return rule.effects.flatMap((effect) => [
    ...effect.bounds.flatMap((bound, index) =>
      boundSidesOf(effect, index).map((side) => ({
        rule: rule.id,
        kind: "bound" as const,
        id: bound.id,
        side,
        text: named(rule.id, withSide(bound.title ?? bilingual(bound.id, bound.id), side)),
      })),
    ),
    ...effect.requires.map((requirement) => ({
      rule: rule.id,
      kind: "requirement" as const,
      id: requirementId(requirement),
      side: "reached",
      text: named(rule.id, requirement.title),
    })),
  ]);
}

const withSide = (title: Bilingual, side: keyof typeof boundSides): Bilingual =>
  bilingual(`${title.zh}：${boundSides[side].zh}`, `${title.en}: ${boundSides[side].en}`);

/** Everything that the cases of a pack should reach. */
export const branchesOf = (program: Program): readonly Branch[] =>
  program.rules.flatMap((rule) => [
    ...conditionBranches(program, rule),
    ...atomBranches(program, rule),
    ...effectBranches(program, rule),
  ]);
