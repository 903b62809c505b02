import { invariant } from "../../../src/base/invariant.ts";
import type { Bilingual } from "../../../src/base/message.ts";
import { divide, one } from "../../../src/base/ratio.ts";
import { unitSymbol } from "../../../src/base/unit.ts";
import { reason, type Reason } from "../../../src/rules/evaluate/messages.ts";
import { textReason } from "../../../src/rules/evaluate/texts.ts";
import type {
  BoundIr,
  EffectIr,
  EffectLine,
  Level,
  Missing,
  Node,
  Program,
  RequirementLine,
  RuleIr,
  RuleVerdict,
} from "../../../src/rules/index.ts";
import { factOf, factorOf, figureOf, nameOf } from "../figures.ts";
import { conditionOf, stepsOf, type At } from "./javascript.ts";

/** What somebody writes down of a rule who writes the loop over the rules by hand. */
export type HandRule = {
  readonly index: number;
  readonly level: Level;
  readonly inForce: boolean;
  readonly head: Pick<
    RuleVerdict,
    "rule" | "measure" | "title" | "addressee" | "standing" | "in_force" | "cite"
  >;
  /** Undefined is open: a list is empty, or the law leaves the figure open. */
  readonly condition: (at: At) => boolean | undefined;
  readonly isUnverified: boolean;
  readonly needsText: boolean;
  readonly reads: readonly HandRead[];
  readonly effects: readonly HandEffect[];
  readonly because: ((at: At) => Bilingual) | undefined;
  /** What is missing and said where the condition is met but for a text, or open. */
  readonly texts: { readonly missing: readonly Missing[]; readonly reasons: readonly Reason[] };
  readonly lists: { readonly missing: readonly Missing[]; readonly reasons: readonly Reason[] };
  readonly overriddenBy: readonly number[];
  readonly title: Bilingual;
};

/** A fact that a rule reads, by its place among the facts of its level. */
export type HandRead = { readonly level: Level; readonly place: number };

export type HandEffect = {
  readonly effect: EffectIr;
  readonly head: Pick<EffectLine, "kind" | "target" | "title" | "force">;
  readonly requires: RequirementLine[];
  /** In output steps, not yet whole. */
  readonly amount: ((at: At) => number) | undefined;
  readonly wish: ((at: At) => number) | undefined;
  readonly bounds: readonly HandBound[];
  /** A figure in its unit is so many steps, multiplied and then divided: both are whole. */
  readonly scale: { readonly n: number; readonly d: number };
};

export type HandBound = { readonly bound: BoundIr; readonly limit: (at: At) => number };

const kinds = ["approval", "document", "agreement", "duty"] as const;

function requirementOf(requirement: EffectIr["requires"][number]): RequirementLine {
  const stated: Partial<Record<(typeof kinds)[number], string>> = requirement;
  const kind = kinds.find((one) => stated[one] !== undefined);
  invariant(kind, "a requirement is of one of four kinds");
  return { kind, id: stated[kind]!, force: requirement.force, title: requirement.title };
}

function effectOf(program: Program, effect: EffectIr): HandEffect {
  const { kind, target, title, force } = effect;
  const step = effect.step ?? one;
  const scale = divide(step, factorOf(effect.unit));
  const steps = (node: Node) => stepsOf(program, node, step);
  const wished = effect.wish;
  const fact: Node | undefined =
    wished === undefined
      ? undefined
      : {
          op: "fact",
          fact: wished,
          type: factOf(program, wished).type,
          span: { start: 0, end: 0 },
        };
  return {
    effect,
    head: { kind, target, title, force },
    requires: effect.requires.map(requirementOf),
    amount: effect.amount && steps(effect.amount),
    wish: fact && steps(fact),
    bounds: effect.bounds.map((bound) => ({ bound, limit: steps(bound.limit) })),
    scale: { n: Number(scale.n), d: Number(scale.d) },
  };
}

const whole = /\B(?=(\d{3})+$)/g;

/** A figure for reading: six digits at most, thousands apart. */
export function grouped(value: number): string {
  const [digits = "", part] = String(Math.round(value * 1e6) / 1e6).split(".");
  const apart = digits.length > 3 ? digits.replace(whole, ",") : digits;
  return part === undefined ? apart : `${apart}.${part}`;
}

type Hole = NonNullable<RuleIr["because"]>["holes"][number];
type Piece = (at: At) => Bilingual;

function symbolOf(unit: string | undefined): Bilingual {
  if (unit === "%") return { zh: "%", en: "%" };
  if (unit === undefined || unit === "m2/m2" || unit === "1") return { zh: "", en: "" };
  const { zh, en } = unitSymbol(unit);
  return { zh: ` ${zh}`, en: ` ${en}` };
}

function pieceOf(program: Program, { node, unit }: Hole): Piece {
  const { zh, en } = symbolOf(unit);
  const told = (value: number): Bilingual => {
    const text = grouped(value);
    return { zh: text + zh, en: text + en };
  };
  if (node.op === "fact") {
    const fact = factOf(program, node.fact);
    const [level, name] = [fact.level, nameOf(fact)];
    return (at) => told(at[level]![name] as number);
  }
  const constant = told(figureOf(program, node, unit).min);
  return () => constant;
}

/** The sentence of a rule, cut at its holes once. */
function becauseOf(program: Program, { because }: RuleIr): ((at: At) => Bilingual) | undefined {
  if (!because) return undefined;
  const pieces = new Map(because.holes.map((hole) => [hole.name, pieceOf(program, hole)]));
  const cut = (text: string) =>
    text.split(/\{([^}]*)\}/).map((part, at) => (at % 2 === 0 ? part : pieces.get(part)!));
  const [zh, en] = [cut(because.text.zh), cut(because.text.en)];
  const join = (parts: readonly (string | Piece)[], at: At, locale: keyof Bilingual): string => {
    let text = "";
    for (const part of parts) text += typeof part === "string" ? part : part(at)[locale];
    return text;
  };
  return (at) => ({ zh: join(zh, at, "zh"), en: join(en, at, "en") });
}

const listsIn = (node: Node): number[] =>
  node.op === "listed" ? [node.register] : "args" in node ? node.args.flatMap(listsIn) : [];

function readOf(program: Program, index: number): HandRead {
  const fact = factOf(program, index);
  const { level } = fact;
  return { level, place: program.facts.filter((one) => one.level === level).indexOf(fact) };
}

/** Everything about a rule that does not depend on a project. */
export function handRule(program: Program, rule: RuleIr, index: number): HandRule {
  const { id, measure, title, addressee, standing, cite, needsTexts } = rule;
  const lists = (rule.condition ? listsIn(rule.condition) : []).map((at) => program.registers[at]!);
  const inForce = standing !== "exploratory";
  return {
    index,
    level: rule.level,
    inForce,
    head: {
      ...{ rule: id, measure, title, addressee, standing, in_force: inForce },
      cite: { document: cite.document, item: cite.item },
    },
    condition: conditionOf(program, rule.condition),
    isUnverified: rule.unverified,
    needsText: needsTexts.length > 0,
    reads: rule.reads.map((fact) => readOf(program, fact)),
    effects: rule.effects.map((effect) => effectOf(program, effect)),
    because: becauseOf(program, rule),
    texts: {
      missing: needsTexts.map((text) => ({ kind: "text", id: text })),
      reasons: needsTexts.map((text) => textReason(program, text)),
    },
    lists: {
      missing: lists.map((list) => ({ kind: "list", id: list.id })),
      reasons: lists.map((list) => reason("needs_list", list.title)),
    },
    overriddenBy: program.rules.flatMap(({ overrides }, at) =>
      overrides.includes(index) ? [at] : [],
    ),
    title,
  };
}
