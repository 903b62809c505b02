import { bilingual, type Bilingual } from "../../base/message.ts";

/** A function or a word of the language: how it is written, and what it says. */
export type Spoken = { readonly form: string; readonly means: Bilingual };

const says = (form: string, zh: string, en: string): Spoken => ({ form, means: bilingual(zh, en) });

/** Every function that a rule may call, by its name. */
export const functionWords: Readonly<Record<string, Spoken>> = {
  sum: says("sum(buildings.floor_area)", "求和", "the sum"),
  count: says("count(buildings[condition])", "计数：满足条件的有几个", "how many there are"),
  min: says("min(a, b)", "取最小", "the least"),
  max: says("max(a, b)", "取最大", "the greatest"),
  mean: says("mean(a, b)", "平均数", "the mean"),
  all: says("all([a, b])", "各项全部成立", "whether all hold"),
  any: says("any(a, b)", "有一项成立", "whether any holds"),
  listed: says('listed(fact, "register")', "是否列入清单", "whether a register lists it"),
  "listed figure": says(
    'listed figure(fact, "register")',
    "名录给出的数",
    "the figure that a register gives",
  ),
  "list contains": says('list contains(list, "option")', "清单含某项", "whether a list holds it"),
  contains: says('contains(text, "word")', "文字含某词", "whether a text holds a word"),
  "starts with": says('starts with(text, "word")', "以某词开头", "whether a text begins so"),
  "ends with": says('ends with(text, "word")', "以某词结尾", "whether a text ends so"),
  abs: says("abs(x)", "绝对值", "without its sign"),
  floor: says("floor(x, step)", "向下取到整步", "down to whole steps"),
  ceiling: says("ceiling(x, step)", "向上取到整步", "up to whole steps"),
  "round up": says("round up(x, step)", "远离零取整步", "away from zero to whole steps"),
  "round down": says("round down(x, step)", "朝零取整步", "towards zero to whole steps"),
  "round half up": says("round half up(x, step)", "四舍五入到整步", "to the nearest step"),
  "round half down": says("round half down(x, step)", "五舍六入到整步", "half goes down"),
  before: says("before(a, b)", "早于", "is earlier than"),
  after: says("after(a, b)", "晚于", "is later than"),
  during: says("during(x, [a..b])", "在范围之内", "lies within a range"),
  includes: says("includes([a..b], x)", "范围包含", "a range holds it"),
  "full months": says("full months(from, to)", "两日之间满几个月", "full months between two days"),
  "working days": says("working days(from, to)", "两日之间的工作日", "working days after a day"),
  "next working day": says("next working day(date)", "遇休息日顺延", "the next day of work"),
  not: says("not(condition)", "不成立", "does not hold"),
  date: says('date("2024-12-31")', "写出的日期", "a day written out"),
};

/** The words between the names: operators and forms. */
export const formWords: Readonly<Record<string, Spoken>> = {
  and: says("a and b", "并且：都成立", "both hold"),
  or: says("a or b", "或者：有一个成立", "one of both holds"),
  in: says('kind in ("a", "b")', "属于其中之一，或在范围内", "is one of them, or in a range"),
  between: says("x between a and b", "在两值之间，含两端", "from one to the other, with both"),
  if: says("if c then a else b", "如果……则……否则……", "one value or another"),
  then: says("if c then a else b", "则", "the value where it holds"),
  else: says("if c then a else b", "否则", "the value where it does not"),
  some: says("some b in buildings satisfies c", "至少有一个满足", "at least one does"),
  every: says("every b in buildings satisfies c", "每一个都满足", "each of them does"),
  satisfies: says("every b in buildings satisfies c", "满足", "which condition it is"),
  for: says("sum(for b in buildings return x)", "逐个计算", "one by one"),
  return: says("sum(for b in buildings return x)", "算出", "what is taken of each"),
  true: says("true", "是", "yes"),
  false: says("false", "否", "no"),
  as_of: says("as_of", "案例的法律日期", "the law date of the case"),
  buildings: says("buildings", "案例里的全部建筑", "all buildings of the case"),
  parcels: says("parcels", "案例里的全部宗地", "all parcels of the case"),
  spaces: says("spaces", "案例里的全部空间", "all spaces of the case"),
};
