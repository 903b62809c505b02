import { bilingual, type Bilingual } from "../../base/message.ts";
import type { BoundAnswer, Force, RuleVerdict, Standing } from "../../rules/index.ts";

/** The words that every paper of this room uses for the engine's closed lists. */
export const forceWords: Readonly<Record<Force, Bilingual>> = {
  must: bilingual("必须", "must"),
  in_principle: bilingual("原则上", "in principle"),
  may: bilingual("可以", "may"),
  advice: bilingual("鼓励", "advice"),
};

export const standingWords: Readonly<Record<Standing, Bilingual>> = {
  full: bilingual("全面实施", "in full force"),
  pilot: bilingual("试点推进", "pilot"),
  exploratory: bilingual("探索研究", "exploratory"),
};

export const verdictWords: Readonly<Record<RuleVerdict["verdict"], Bilingual>> = {
  applies: bilingual("适用", "applies"),
  undecided: bilingual("未定", "undecided"),
  does_not_apply: bilingual("不适用", "does not apply"),
};

/** Form carries meaning: solid, hatched, hollow. */
export const verdictMarks: Readonly<Record<RuleVerdict["verdict"], string>> = {
  applies: "■",
  undecided: "▨",
  does_not_apply: "□",
};

export const notInForce = bilingual("条件已满足，政策尚未实施", "met, not in force");

type Consequence = NonNullable<BoundAnswer["consequence"]>;

export const consequenceWords: Readonly<Record<Consequence, Bilingual>> = {
  refused: bilingual("不予支持", "refused"),
  deliberation: bilingual("提交会商", "to deliberation"),
  discretion: bilingual("由主管部门裁量", "at the authority's discretion"),
};

export const answerWords: Readonly<Record<BoundAnswer["answer"], Bilingual>> = {
  within: bilingual("以内", "within"),
  exceeded: bilingual("超出", "exceeded"),
  open: bilingual("尚未比较", "not compared yet"),
};

export const directionWords: Readonly<Record<BoundAnswer["direction"], Bilingual>> = {
  at_most: bilingual("不超过", "at most"),
  at_least: bilingual("不低于", "at least"),
};

export const headings = {
  report: bilingual("政策适用报告", "Policy report"),
  asOf: bilingual("法律时点", "Law date"),
  pack: bilingual("政策包", "Pack"),
  engine: bilingual("引擎", "Engine"),
  totals: bilingual("合计（只计已实施的政策）", "Totals (in force only)"),
  next: bilingual("下一问", "Next question"),
  waits: bilingual("条规则在等这个事实", "rules wait for this fact"),
  unknown: bilingual("数额未知", "amount unknown"),
  missing: bilingual("缺", "missing"),
  requires: bilingual("随之", "comes with"),
  synthetic: bilingual("合成数据，非实况", "Synthetic data, not the real city"),
  binding: bilingual("约束的界限", "cut by"),
  noTotals: bilingual("没有可计入账户的数额", "nothing to total"),
};

/** The signs between parts of a line, in the manner of each language. */
export const signs = {
  zh: { colon: "：", comma: "，", list: "、", open: "（", close: "）" },
  en: { colon: ": ", comma: ", ", list: ", ", open: " (", close: ")" },
} as const;
