import type { Bilingual } from "../../base/message.ts";

const say = (zh: string, en: string): Bilingual => ({ zh, en });

/** Why a verdict is what it is where the tree of its condition alone does not say. */
export const reasons = {
  not_in_force_on: (day: string) =>
    say(`这条规则在 ${day} 不在有效期内。`, `This rule is not in force on ${day}.`),
  needs_text: (text: Bilingual) =>
    say(
      `结论要看《${text.zh}》，规则库还没有收入这份文件。`,
      `The answer rests on “${text.en}”, a text that is not at hand yet.`,
    ),
  text_uncoded: (text: Bilingual) =>
    say(
      `结论要看《${text.zh}》，文件已经录入，规则还没有照它写。`,
      `The answer rests on “${text.en}”, which is at hand, and the rule is not coded from it yet.`,
    ),
  needs_list: (list: Bilingual) =>
    say(
      `结论要看名单“${list.zh}”，名单还是空的。`,
      `The answer rests on the list “${list.en}”, which is still empty.`,
    ),
  gives_way: (rule: Bilingual) =>
    say(
      `“${rule.zh}”已经适用，这条规则让位。`,
      `“${rule.en}” applies, and this rule gives way to it.`,
    ),
  may_give_way: (rule: Bilingual) =>
    say(
      `“${rule.zh}”还没有结论，它若适用，这条规则就让位。`,
      `“${rule.en}” is not decided yet. Where it applies, this rule gives way to it.`,
    ),
  undefined: () =>
    say(
      "算式的分母为零，或者没有可以取最大、最小的对象，算不出数。",
      "A denominator is zero, or there is nothing to take the least or greatest of: no figure follows.",
    ),
  no_figure: (day: string) =>
    say(`规则引用的数值在 ${day} 没有规定。`, `The law states no figure for ${day}.`),
  off_calendar: () =>
    say("算出来的日期不在日历上。", "The date that follows stands on no calendar."),
  no_calendar: () =>
    say(
      "要数工作日，规则库还没有那一年的节假日安排。",
      "Working days are to be counted, and the rule book has no arrangement of holidays for that year.",
    ),
  not_applicable: ({ fact, reason }: { fact: Bilingual; reason: Bilingual }) =>
    say(`“${fact.zh}”不适用：${reason.zh}`, `“${fact.en}” does not apply: ${reason.en}`),
  amount_not_applicable: (effect: Bilingual) =>
    say(
      `“${effect.zh}”的数量依据的情况不适用，所以没有数量。`,
      `The amount of “${effect.en}” rests on a fact that does not apply, so nothing is given.`,
    ),
  limit_not_applicable: (bound: string) =>
    say(
      `上限或下限“${bound}”依据的情况不适用，没法比较。`,
      `The bound “${bound}” rests on a fact that does not apply, so it cannot be compared.`,
    ),
} as const;

export type ReasonCode = keyof typeof reasons;

export type Reason = { readonly code: ReasonCode; readonly detail: Bilingual };

/** A reason by its code, with its holes filled. */
export const reason = <Code extends ReasonCode>(
  code: Code,
  ...holes: Parameters<(typeof reasons)[Code]>
): Reason => ({
  code,
  detail: (reasons[code] as (...given: typeof holes) => Bilingual)(...holes),
});

export const unknownWord: Bilingual = { zh: "（未知）", en: "(unknown)" };
export const notApplicableWord: Bilingual = { zh: "（不适用）", en: "(not applicable)" };
export const truthWords = { T: say("是", "yes"), F: say("否", "no") } as const;
