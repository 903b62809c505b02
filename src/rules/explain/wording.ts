import { bilingual, type Bilingual, type Locale } from "../../base/message.ts";
import type { Comparison } from "../ir.ts";
import type { Level } from "../contract/pack.ts";

/** Writes a text once for each language. */
export const inBoth = (write: (locale: Locale) => string): Bilingual =>
  bilingual(write("zh"), write("en"));

/** A label in the middle of an English sentence begins small, unless it is a name such as FAR. */
export const amid = ({ zh, en }: Bilingual): Bilingual =>
  bilingual(zh, /^[A-Z](?![A-Z])/.test(en) ? en.charAt(0).toLowerCase() + en.slice(1) : en);

/** A text at the beginning of an English sentence. */
export const begun = ({ zh, en }: Bilingual): Bilingual =>
  bilingual(zh, en.charAt(0).toUpperCase() + en.slice(1));

type Joint = { readonly zh: string; readonly en: string; readonly last?: Bilingual };

/** Joins texts; `last` stands before the last of them instead. */
export function joined(texts: readonly Bilingual[], { zh, en, last }: Joint): Bilingual {
  const between = bilingual(zh, en);
  return inBoth((locale) =>
    texts
      .map((text, index) => {
        if (index === 0) return text[locale];
        const joint = last && index === texts.length - 1 ? last : between;
        return joint[locale] + text[locale];
      })
      .join(""),
  );
}

/** "A、B 或 C" · "A, B or C". */
export const either = (texts: readonly Bilingual[]): Bilingual =>
  joined(texts, { zh: "、", en: ", ", last: bilingual("或", " or ") });

export const opposite: Readonly<Record<Comparison, Comparison>> = {
  "<": ">=",
  "<=": ">",
  ">": "<=",
  ">=": "<",
  "=": "!=",
  "!=": "=",
};

/** 以上/不超过/不低于 include the figure, 不足/超过 exclude it; the words chosen keep to that. */
export const numberRelations: Readonly<Record<Comparison, Bilingual>> = {
  "<": bilingual("小于", "is less than"),
  "<=": bilingual("不超过", "is at most"),
  ">": bilingual("超过", "is more than"),
  ">=": bilingual("不低于", "is at least"),
  "=": bilingual("等于", "equals"),
  "!=": bilingual("不等于", "is not"),
};

export const dateRelations: Readonly<Record<Comparison, Bilingual>> = {
  "<": bilingual("早于", "is before"),
  "<=": bilingual("不晚于", "is no later than"),
  ">": bilingual("晚于", "is after"),
  ">=": bilingual("不早于", "is no earlier than"),
  "=": bilingual("就是", "is"),
  "!=": bilingual("不是", "is not"),
};

export const levelWords: Readonly<Record<Level, Bilingual>> = {
  project: bilingual("项目", "project"),
  building: bilingual("建筑", "building"),
  parcel: bilingual("宗地", "parcel"),
  space: bilingual("空间", "space"),
  block: bilingual("街区", "block"),
  unit: bilingual("更新单元", "renewal unit"),
  district: bilingual("区", "district"),
};

export const words = {
  yes: bilingual("是", "yes"),
  no: bilingual("否", "no"),
  unknown: bilingual("未知", "unknown"),
  notApplicable: bilingual("不适用", "not applicable"),
} as const;
