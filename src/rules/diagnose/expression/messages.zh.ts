import type { ExpressionHoles, Messages } from "../findings.ts";
import { kind, unit, unknown } from "../phrases.zh.ts";

export const zh: Messages<ExpressionHoles> = {
  expression_too_long: ({ length, most }) => [
    `表达式有 ${length} 个字符，最多 ${most} 个`,
    "把它拆成几条规则，或用 let 给中间值取名",
  ],
  nested_too_deep: ({ most }) => [`表达式嵌套超过 ${most} 层`, "用 let 给中间值取名，或把规则拆开"],
  string_not_closed: () => ["文字没有收尾的引号", '在文字末尾补上 "'],
  comment_in_expression: () => [
    "表达式里不能写注释：折行合并后，它会吞掉后面的条件",
    "把说明写在上一行，以 # 开头",
  ],
  foreign_sign: ({ sign, write }) => [`规则语言里没有“${sign}”`, `改写为 ${write}`],
  exponent_literal: ({ text, write }) => [
    `“${text}”的写法会被读成另一个数`,
    `写成 ${write}，并作为参数`,
  ],
  bracket_not_closed: ({ bracket }) => [`“${bracket}”没有配对的右括号`, "补上右括号"],
  bracket_not_opened: ({ bracket }) => [`“${bracket}”没有配对的左括号`, "删去它，或补上左括号"],
  syntax_unexpected: ({ found }) => [`这里不该出现“${found}”`, "检查它前面是否缺少运算符或值"],
  syntax_ends_early: () => ["表达式没有写完", "补上缺少的值"],
  syntax_unsupported: ({ found }) => [
    `规则里不能用这种写法：${found}`,
    "规则只用 and、or、not、比较、in、四则运算、if 和对下级对象的汇总",
  ],
  in_takes_logic: ({ write }) => ["in 会把后面的 and、or 一并当作它的清单", `加上括号：${write}`],
  satisfies_takes_logic: ({ write, instead }) => [
    "satisfies 会把后面的 and、or 一并当作对每个对象的条件",
    `若本意如此，写 ${write}；否则写 ${instead}`,
  ],
  null_literal: () => [
    "规则里没有 null：事实只有已知、区间、未知、不适用四种状态",
    "去掉这一比较；事实未知时规则自会保持待定",
  ],
  dash_name: ({ left, right }) => [
    `“${left}-${right}”像是一个名称，而名称里不能有连字符`,
    `相减写成 ${left} - ${right}，名称写成 ${left}_${right}`,
  ],
  words_without_operator: ({ text, write }) => [
    `“${text}”的词之间缺少运算符`,
    write === undefined ? "补上运算符" : `是否想写 ${write}？`,
  ],
  chained_comparison: ({ write }) => ["比较不能连写", `写成 ${write}`],
  not_in: ({ write }) => ["not 不能直接写在 in 前面", `写成 ${write}`],
  lone_surrogate: () => ["这段文字里有半个字符", "直接写出整个字符，不要写它的转义"],
  context_literal: () => [
    "规则里没有花括号里的那种上下文",
    "用 let 给各部分取名，或在字典里写成事实",
  ],
  function_literal: () => ["规则里不能定义函数", "用 let 给值取名"],
  type_test: () => ["规则不问一个值是什么类型，字典已经说明", "删去这个问题"],
  arguments_named: () => ["参数按位置给出，不写名称", "按顺序写参数，去掉名称和冒号"],
  loop_over_numbers: () => [
    "规则只对对象、清单和事实的选项逐个求值，不对数逐个求值",
    "改用乘法，或对对象用 sum、count",
  ],

  literal_figure: ({ text }) => [
    `法定数字 ${text} 不能写在表达式里，它没有依据也没有日期`,
    "在 parameters 里给它取名，这里写名称（只有 0 和 1 可以直接写）",
  ],
  irrational_function: ({ name }) => [
    `规则里不能用 ${name}：它的结果无法精确表示`,
    "只用加、减、乘、除与比较",
  ],
  function_unknown: unknown("函数", "规则可用的函数见 docs/language.md"),
  function_instead: ({ name, write }) => [`规则里没有 FEEL 的函数 ${name}`, `改写为 ${write}`],
  function_unsupported: ({ name }) => [
    `规则里没有 FEEL 的函数 ${name}`,
    "规则可用的函数见 docs/language.md",
  ],
  function_arguments: ({ name, expected, found }) => [
    `${name} 需要 ${expected} 个参数，这里有 ${found} 个`,
    `给 ${name} 写 ${expected} 个参数`,
  ],
  fact_unknown: unknown("事实", "先在 facts/ 的字典里写下它"),
  name_unknown: unknown("参数或中间值", "先在 parameters 或 let 里写下它；事实的名称中间有一个点"),
  group_alone: ({ group, example }) => [
    `${group} 是一组事实，不是一个值`,
    `写出其中一项，如 ${example}`,
  ],
  level_below: ({ fact, level, at, write }) => [
    `${fact} 属于下级对象（${level}），${at} 一级的规则不能直接读它`,
    `用汇总，如 ${write}；或把规则的 addressee 改为 ${level}`,
  ],
  subjects_alone: ({ name }) => [
    `${name} 是多个对象，不是一个值`,
    "用 sum、count、min、max、some 或 every 汇总",
  ],
  subjects_expected: ({ found }) => [
    `这里应写 buildings、parcels 或 spaces，而不是“${found}”`,
    "如 count(buildings[…])、sum(buildings.floor_area)、some b in buildings satisfies …",
  ],
  aggregate_nested: () => [
    "汇总里不能再有汇总，let 里的也不行",
    "拆成几条规则，或让项目填报里面的值",
  ],
  aggregate_filtered: ({ fold }) => [
    `${fold} 不能只对清单里的一部分求值：没有一个符合时它没有值`,
    "改用 sum 或 count，或对全部求值",
  ],
  iterators_many: () => [
    "for 一次只对一种对象求值，或对清单求值",
    "先用 let 汇总其中一种，或把规则拆开",
  ],
  list_open: ({ fact }) => [
    `${fact} 是没有选项的清单，谁也不知道它可能有什么`,
    '在字典里给它写上选项，或只问一个词：list contains(…, "…")',
  ],
  list_empty: () => ["这个清单是空的", "写上它的值"],
  list_alone: () => [
    "一串值只能写在 sum、count、min、max、mean、all、any 里，或写在 in 后面",
    "把它汇总；只有并列的文字才是 let 可以取名的清单",
  ],
  range_alone: () => ["区间只能写在 in 后面，或写在 during、includes 里", "写成 x in [a..b]"],
  range_needed: ({ name }) => [`${name} 需要一个值和一个区间`, "用方括号写区间，如 [a..b]"],
  loop_alone: () => [
    "for 得出许多值，而这里需要一个",
    "用 sum、count、min、max、mean、all 或 any 汇总",
  ],
  step_missing: ({ name, unit: found }) => [
    `对数量（${unit(found)}）用 ${name}，要说明按多大的步长取整`,
    `写成 ${name}(x, 步长)，步长在 parameters 里取名`,
  ],
  step_unfit: () => [
    "步长应是带单位、只有一个数值的参数，不是小数位数",
    "在 parameters 里给它取名，如 { unit: m2, values: [{ since: unknown, value: 100 }] }",
  ],
  step_not_positive: () => ["步长应大于零", "改正它的数值"],
  option_unknown: ({ name, nearest, fact, options }) => [
    `${fact} 没有“${name}”这一选项`,
    nearest === undefined ? `可选：${options.join("、")}` : `是否想写 "${nearest}"？`,
  ],
  types_differ: ({ left, right }) => [`${kind(left)}与${kind(right)}不能相比`, "两边写同一种值"],
  type_unfit: ({ expected, found }) => [
    `这里需要${kind(expected)}，写的却是${kind(found)}`,
    `改写为${kind(expected)}`,
  ],
  unit_mismatch: ({ left, right }) => [
    `单位不合：${unit(left)} 与 ${unit(right)} 不能相加或相比`,
    "两边换成同一种量",
  ],
  periods_clash: ({ left, right }) => [
    `${left} 与 ${right} 不能相加或相比：一个月不是固定的天数，工作日也不能换成日历日`,
    "把期间加到日期上，再比较日期，如 date + period <= as_of",
  ],
  date_invalid: ({ text }) => [`“${text}”不是日历上的一天`, '写成 date("2024-12-31") 的样子'],
  date_not_written: ({ name }) => [
    `${name} 在这里不能由一个值得出日期：日期或者直接写出，或者是一项事实`,
    '写成 date("2024-12-31")，或写一项日期类的事实',
  ],
  date_part: ({ name }) => [
    `规则不拆开日期：${name}`,
    "直接比较日期，或用 full months(from, to)、working days(from, to) 计数",
  ],
  date_moved_by: ({ unit: name }) => [
    `日期只能加减天数、月数、年数或工作日数，这里是${unit(name)}`,
    "在 parameters 里给这段期间写上其中一种单位",
  ],
  period_not_whole: () => [
    "日期只能加减整天、整月或整工作日，而这段期间可能不是整数",
    "先取整，如 ceiling(…, 步长)，或把事实的 quantum 定为 1",
  ],
  duration_literal: ({ text }) => [
    `期间 ${text} 不能写在表达式里，它没有依据也没有日期`,
    "在 parameters 里以 days、months、years 或 working_days 为单位给它取名，这里写名称",
  ],
  time_of_day: ({ text }) => [
    `规则按整天计算，${text} 是一天里的时刻`,
    '写日期，如 date("2024-12-31")',
  ],
  clock_read: ({ name }) => [
    `规则不读时钟，这样结论才能重演：${name}()`,
    "写 as_of，即个案所依据的法律时点",
  ],
  register_unknown: unknown("名录", "先在 registers/ 里写下它（可以是空的）"),
  register_without_figures: ({ name }) => [
    `名录 ${name} 只是一份清单，不给数`,
    "改用 listed(…)，或者给它写上 figures 和单位、上下限",
  ],
  geometry_in_expression: ({ fact }) => [
    `${fact} 是图形，不能写进表达式`,
    "用字典里由它量出的事实（距离、占比、是否在内）",
  ],
  division_by_zero: () => ["除数是零", "改正除数"],
  expression_too_large: ({ most }) => [`把名称都展开后，表达式超过 ${most} 个节点`, "把规则拆开"],
  let_cycle: ({ cycle }) => [`中间值互相引用：${cycle}`, "去掉其中一处引用"],
  derived_cycle: ({ cycle }) => [`推算的事实互相引用：${cycle}`, "去掉其中一处引用"],
  too_many_cases: ({ count, most, facts }) => [
    `要逐一判断 ${count} 种组合，最多 ${most} 种；反复出现的事实：${facts}`,
    "把规则拆成几条，使每条里的事实少重复",
  ],
  name_taken: ({ name }) => [`${name} 同时是另一个名称`, "给其中一个换个名称"],
};
