import { bilingual, type Bilingual } from "../../base/message.ts";
import { ratioOf, subtract, compareRatio, multiply, one, type Ratio } from "../../base/ratio.ts";
import { parseUnit } from "../../base/unit.ts";
import { factAt } from "../case/dictionary.ts";
import type { ProofNode } from "../contract/answer.ts";
import type { Amount, BoundAnswer, EffectLine, RuleVerdict } from "../contract/report.ts";
import type { Scope } from "../evaluate/scope.ts";
import type { BoundIr, EffectIr, Node, RuleIr } from "../ir.ts";
import { voiceOf } from "./clause.ts";
import { expressionText } from "./expression.ts";
import { figureText, rangeText } from "./figure.ts";
import { factIds } from "./step.ts";
import { amid } from "./wording.ts";

/** The effects of a rule with what its verdict says of each. */
export function linesOf(rule: RuleIr, { effects }: RuleVerdict) {
  const left = [...rule.effects];
  return effects.flatMap((line) => {
    const index = left.findIndex(
      ({ kind, target }) => kind === line.kind && target === line.target,
    );
    const [effect] = index < 0 ? [] : left.splice(index, 1);
    return effect ? [{ effect, line }] : [];
  });
}

type Said = { readonly effect: EffectIr; readonly line: EffectLine; readonly scope: Scope };

const most: Ratio = { n: 1n, d: 0n };
const least: Ratio = { n: -1n, d: 0n };

/** An amount of a report, which stands in the effect's unit, in words. */
export function amountText({ min, max }: Amount, unit: string): Bilingual {
  const factor = parseUnit(unit)?.factor ?? one;
  const base = (value: number) => multiply(ratioOf(value), factor);
  if (min !== undefined && min === max) return figureText(base(min), unit);
  if ((min ?? 0) <= 0 && max === undefined) return bilingual("还不能确定", "still open");
  return rangeText(
    min === undefined ? least : base(min),
    max === undefined ? most : base(max),
    unit,
  );
}

const isOne = ({ min, max }: Amount): boolean => min !== undefined && min === max;

/** What an effect comes to: its amount from its expression, and each bound against the wish. */
export function effectStep({ effect, line, scope }: Said): ProofNode | undefined {
  const bounds = (line.bounds ?? []).flatMap((answer, index) => {
    const bound = effect.bounds[index];
    return bound ? [boundStep({ bound, answer, effect, scope })] : [];
  });
  if (line.amount === undefined && bounds.length === 0) return undefined;
  const unit = line.unit ?? effect.unit ?? "1";
  return {
    outcome: line.amount === undefined || isOne(line.amount) ? "T" : "U",
    text: effectText({ effect, line, scope }, unit),
    facts: factsOf(effect, scope),
    children: bounds,
  };
}

function effectText({ effect, line, scope }: Said, unit: string): Bilingual {
  const title = effect.title;
  if (line.amount === undefined) return title;
  const amount = amountText(line.amount, unit);
  const from = reckoning(effect, scope);
  const cut = line.binding === undefined ? undefined : cutText(effect, line);
  return bilingual(
    `${title.zh}：${amount.zh}${from ? `（${from.zh}${cut ? `，${cut.zh}` : ""}）` : ""}`,
    `${title.en}: ${amount.en}${from ? ` (${from.en}${cut ? `, ${cut.en}` : ""})` : ""}`,
  );
}

function reckoning(effect: EffectIr, scope: Scope): Bilingual | undefined {
  const voice = voiceOf(scope.edition, scope);
  if (effect.amount) return expressionText(effect.amount, voice);
  return effect.wish === undefined
    ? undefined
    : expressionText(wishNode(effect.wish, scope), voice);
}

function cutText(effect: EffectIr, line: EffectLine): Bilingual {
  const bound = effect.bounds.find(({ id }) => id === line.binding);
  const name = bound?.title ? amid(bound.title) : bilingual("上限", "the upper limit");
  return bilingual(`由“${name.zh}”封顶`, `capped: ${name.en}`);
}

function wishNode(fact: number, scope: Scope): Node {
  const { type } = factAt(scope.edition.program, fact);
  return { op: "fact", fact, type, span: { start: 0, end: 0 } };
}

function factsOf(effect: EffectIr, scope: Scope): string[] {
  const wish = effect.wish === undefined ? [] : [wishNode(effect.wish, scope)];
  const nodes = [...(effect.amount ? [effect.amount] : []), ...wish];
  return [...new Set(nodes.flatMap((node) => factIds(node, scope)))];
}

type Bounded = {
  readonly bound: BoundIr;
  readonly answer: BoundAnswer;
  readonly effect: EffectIr;
  readonly scope: Scope;
};

const outcomes = { within: "T", exceeded: "F", open: "U" } as const;

function boundStep({ bound, answer, effect, scope }: Bounded): ProofNode {
  const unit = effect.unit ?? "1";
  const limit = limitText({ bound, answer, effect, scope });
  const at = amountText(answer.at, unit);
  const title = bound.title ? bilingual(`${bound.title.zh}：`, `${bound.title.en}: `) : blank;
  const said = saidOf(answer, at, unit);
  return {
    outcome: outcomes[answer.answer],
    text: bilingual(
      `${title.zh}${directions[bound.direction].zh} ${limit.zh}；${said.zh}`,
      `${title.en}${directions[bound.direction].en} ${limit.en}; ${said.en}`,
    ),
    facts: factIds(bound.limit, scope),
    children: [],
  };
}

const blank = bilingual("", "");

const directions = {
  at_most: bilingual("不超过", "at most"),
  at_least: bilingual("不低于", "at least"),
} as const;

function limitText({ bound, answer, effect, scope }: Bounded): Bilingual {
  const text = expressionText(bound.limit, voiceOf(scope.edition, scope));
  const isPlain = ["fact", "number", "parameter"].includes(bound.limit.op);
  if (isPlain || !isOne(answer.limit)) return text;
  const total = amountText(answer.limit, effect.unit ?? "1");
  return bilingual(`${text.zh}（即 ${total.zh}）`, `${text.en} (that is ${total.en})`);
}

const consequences = {
  refused: bilingual("不予批准", "refused"),
  deliberation: bilingual("要会商", "goes to deliberation"),
  discretion: bilingual("由主管部门裁量", "left to the authority's discretion"),
} as const;

function saidOf(answer: BoundAnswer, at: Bilingual, unit: string): Bilingual {
  if (answer.answer === "open") return bilingual("还不能判断", "still open");
  if (answer.answer === "within") return bilingual(`${at.zh} 没有超出`, `${at.en} keeps to it`);
  const over = overBy(answer);
  const by =
    over === undefined ? blank : figureText(multiply(over, parseUnit(unit)?.factor ?? one), unit);
  const follows = answer.consequence ? consequences[answer.consequence] : undefined;
  const [zh, en] = answer.direction === "at_most" ? ["超出", "over"] : ["还差", "short"];
  return bilingual(
    `${at.zh} ${zh}${by.zh ? ` ${by.zh}` : ""}${follows ? `，${follows.zh}` : ""}`,
    `${at.en} is ${by.en ? `${by.en} ` : ""}${en}${follows ? `: ${follows.en}` : ""}`,
  );
}

/** By how much a bound is missed, in the effect's unit. */
export function overBy({ at, limit, direction }: BoundAnswer): Ratio | undefined {
  const [asked, allowed] = direction === "at_most" ? [at.min, limit.max] : [limit.min, at.max];
  if (asked === undefined || allowed === undefined) return undefined;
  const over = subtract(ratioOf(asked), ratioOf(allowed));
  return compareRatio(over, { n: 0n, d: 1n }) > 0 ? over : undefined;
}
