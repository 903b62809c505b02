import { bilingual, type Bilingual } from "../../base/message.ts";
import type { EffectKind, Force } from "../contract/pack.ts";
import type { BoundIr, EffectIr, Node } from "../ir.ts";
import { expressionText } from "./expression.ts";
import type { Voice } from "./voice.ts";
import { amid, begun, inBoth, joined } from "./wording.ts";

const modals: Readonly<Record<Force, Bilingual>> = {
  must: bilingual("应当", "must be"),
  in_principle: bilingual("原则上", "should in principle be"),
  may: bilingual("可以", "may be"),
  advice: bilingual("鼓励", "is best"),
};

type Deed = (name: Bilingual, force: Force) => Bilingual;

const verb =
  (zh: string, en: string): Deed =>
  (name, force) =>
    bilingual(`${modals[force].zh}${zh}${name.zh}`, `${name.en} ${modals[force].en} ${en}`);

const demands: Readonly<Record<Force, string>> = {
  must: "required",
  in_principle: "required in principle",
  may: "may be required",
  advice: "advised",
};

const bans: Readonly<Record<Force, Bilingual>> = {
  must: bilingual("禁止", "prohibited"),
  in_principle: bilingual("原则上禁止", "prohibited in principle"),
  may: bilingual("可以禁止", "may be prohibited"),
  advice: bilingual("不宜", "is better not"),
};

/** What is done with the thing that an effect names. */
const deeds: Readonly<Record<EffectKind, Deed>> = {
  grant: verb("给予", "granted"),
  limit: verb("限定", "limited"),
  exempt: verb("免除", "waived"),
  require: (name, force) =>
    bilingual(`${modals[force].zh}落实${name.zh}`, `${demands[force]}: ${name.en}`),
  permit: (name, force) =>
    force === "advice"
      ? verb("", "permitted")(name, force)
      : verb("批准", "permitted")(name, force),
  prohibit: (name, force) =>
    bilingual(`${bans[force].zh}${name.zh}`, `${bans[force].en}: ${name.en}`),
  count: (name, force) =>
    bilingual(
      `${modals[force].zh}按此计算：${name.zh}`,
      `it ${modals[force].en} counted as ${name.en}`,
    ),
  route: (name, force) =>
    bilingual(
      `${modals[force].zh}按此办理：${name.zh}`,
      `the procedure ${modals[force].en} ${name.en}`,
    ),
  priority: (name, force) =>
    bilingual(
      `${modals[force].zh}${force === "advice" ? "" : "做到"}${name.zh}`,
      `it ${modals[force].en} put ${name.en}`,
    ),
  notice: verb("留意", "noted"),
};

type Deeded = Pick<EffectIr, "kind" | "force" | "title">;

const deedOf = ({ kind, force, title }: Deeded): Bilingual => deeds[kind](amid(title), force);

/** What is done, and how firmly: 应当免除建设工程规划许可证 · Planning permit must be waived. */
export const deedText = (effect: Deeded): Bilingual => begun(deedOf(effect));

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
