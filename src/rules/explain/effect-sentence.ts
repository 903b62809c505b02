import { bilingual, type Bilingual } from "../../base/message.ts";
import type { EffectKind, Force } from "../contract/pack.ts";
import type { BoundIr, EffectIr, Node } from "../ir.ts";
import { expressionText } from "./expression.ts";
import type { Voice } from "./voice.ts";
import { amid, inBoth, joined } from "./wording.ts";

const modals: Readonly<Record<Force, Bilingual>> = {
  must: bilingual("应当", "must be"),
  in_principle: bilingual("原则上", "should in principle be"),
  may: bilingual("可以", "may be"),
  advice: bilingual("鼓励", "is best"),
};

/** What is done with the thing that an effect names. */
const verbs: Readonly<Record<EffectKind, Bilingual>> = {
  grant: bilingual("给予", "granted"),
  limit: bilingual("限定", "limited"),
  exempt: bilingual("免除", "waived"),
  require: bilingual("落实", "required"),
  permit: bilingual("允许", "permitted"),
  prohibit: bilingual("禁止", "prohibited"),
  count: bilingual("按此计算：", "counted so"),
  route: bilingual("按此办理：", "followed"),
  priority: bilingual("优先", "given priority"),
  notice: bilingual("留意", "noted"),
};

/** "可以" and "允许" say the same; one of them is enough. */
const shortened: Readonly<Record<string, string>> = {
  可以允许: "可以",
  鼓励允许: "鼓励",
  原则上允许: "原则上可以",
  应当允许: "允许",
  应当禁止: "不得",
};

function deedOf({ kind, force, title }: EffectIr): Bilingual {
  const [modal, verb, name] = [modals[force], verbs[kind], amid(title)];
  const zh = modal.zh + verb.zh;
  return bilingual(`${shortened[zh] ?? zh}${name.zh}`, `${name.en} ${modal.en} ${verb.en}`);
}

const directions = {
  at_most: bilingual("不超过", "at most"),
  at_least: bilingual("不低于", "at least"),
} as const;

const boundForces: Readonly<Record<Force, Bilingual>> = {
  must: bilingual("", ""),
  in_principle: bilingual("原则上", "in principle "),
  may: bilingual("一般", "as a rule "),
  advice: bilingual("最好", "preferably "),
};

function boundText(bound: BoundIr, voice: Voice): Bilingual {
  const limit = expressionText(bound.limit, voice);
  const [force, direction] = [boundForces[bound.force], directions[bound.direction]];
  return inBoth((at) => `${force[at]}${direction[at]} ${limit[at]}`);
}

/** What an effect gives or asks, with its amount and its bounds. */
export function effectSentence(effect: EffectIr, voice: Voice): Bilingual {
  const amount = effect.amount === undefined ? [] : [amountText(effect.amount, voice)];
  const bounds = effect.bounds.map((bound) => boundText(bound, voice));
  const needed = effect.requires.map(({ title }) => amid(title));
  const needs = needed.length > 0 ? [needsText(needed)] : [];
  return joined([deedOf(effect), ...amount, ...bounds, ...needs], { zh: "，", en: ", " });
}

const amountText = (amount: Node, voice: Voice): Bilingual => {
  const text = expressionText(amount, voice);
  return bilingual(`数量为 ${text.zh}`, `in the amount of ${text.en}`);
};

function needsText(needed: readonly Bilingual[]): Bilingual {
  const list = joined(needed, { zh: "、", en: ", ", last: bilingual("和", " and ") });
  return bilingual(`并要有${list.zh}`, `together with ${list.en}`);
}
