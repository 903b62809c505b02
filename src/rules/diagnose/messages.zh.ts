import type { Messages } from "./sentences.ts";

type Unknown = { name: string; nearest: string | undefined };

const unknown =
  (what: string, where: string) =>
  ({ name, nearest }: Unknown) =>
    [`没有叫“${name}”的${what}`, nearest === undefined ? where : `是否想写 ${nearest}？`] as const;

const kinds: Readonly<Record<string, string>> = {
  boolean: "是非",
  number: "数量",
  enumeration: "选项",
  text: "文字",
  date: "日期",
  list: "清单",
  derived: "推算",
  quantity: "数量",
  geometry: "图形",
};
const kind = (name: string): string => kinds[name] ?? name;
const unit = (name: string): string => (name === "1" ? "无单位的数" : name);

export const zh: Messages = {
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

  literal_figure: ({ text }) => [
    `法定数字 ${text} 不能写在表达式里，它没有依据也没有日期`,
    "在 parameters 里给它取名，这里写名称（只有 0 和 1 可以直接写）",
  ],
  irrational_function: ({ name }) => [
    `规则里不能用 ${name}：它的结果无法精确表示`,
    "只用加、减、乘、除与比较",
  ],
  function_unknown: unknown(
    "函数",
    "可用的函数：sum、count、min、max、listed、list contains、not、date",
  ),
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
  aggregate_nested: () => ["汇总里不能再有汇总", "用 let 先算出里面的值"],
  aggregate_filtered: ({ fold }) => [
    `${fold} 不能只对一部分对象求值：没有对象符合时它没有值`,
    "先用 sum 或 count，或对全部对象求值",
  ],
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
  date_invalid: ({ text }) => [`“${text}”不是日历上的一天`, '写成 date("2024-12-31") 的样子'],
  register_unknown: unknown("名录", "先在 registers/ 里写下它（可以是空的）"),
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

  group_unknown: unknown("事实组", "先在 groups 里写下它和它的层级"),
  unit_unknown: unknown(
    "单位",
    "可用：1、%、m、m2、mu、yuan、wan_yuan、months、years、days 等，或它们的商",
  ),
  unit_missing: ({ fact }) => [`数量 ${fact} 没有写单位`, '补上 unit；没有单位的数写 unit: "1"'],
  quantum_invalid: ({ text }) => [`最小刻度“${text}”不是正数`, "写一个正数，如 0.01"],
  domain_reversed: ({ min, max }) => [`下限 ${min} 大于上限 ${max}`, "把两者对调或改正"],
  domain_off_quantum: ({ value, quantum }) => [
    `界限 ${value} 不是最小刻度 ${quantum} 的整数倍`,
    "改界限或改最小刻度",
  ],
  domain_too_wide: ({ value }) => [`界限 ${value} 超出能精确计数的范围`, "改小界限或改大最小刻度"],
  options_missing: ({ fact }) => [`选项 ${fact} 没有列出可选的值`, "补上 options"],
  option_twice: ({ option }) => [`选项“${option}”写了两次`, "删去一个"],
  key_unfit: ({ key, type }) => [`${kind(type)}类的事实没有 ${key}`, `删去 ${key}，或改正 type`],
  derived_unsaid: ({ fact }) => [`${fact} 说是推算的，却没有写 derived`, "补上推算的表达式"],
  derived_also_stated: ({ fact }) => [
    `${fact} 由推算得出，就不能再有别的来源`,
    "source 只写 [derived]，或去掉 derived",
  ],
  map_unsaid: ({ fact }) => [`${fact} 说取自地图，却没有写 map`, "补上 map：图层与量法"],

  figure_invalid: ({ text }) => [`“${text}”不是数字`, '写成 20、0.55、"1/3" 或 [800, 1000]'],
  range_reversed: ({ low, high }) => [
    `区间的下限 ${low} 大于上限 ${high}`,
    `写成 [${high}, ${low}]`,
  ],
  values_unordered: ({ earlier, later }) => [
    `${later} 的值排在 ${earlier} 之后`,
    "按生效日期从早到晚排列，unknown 排在最前",
  ],
  values_overlap: ({ earlier, later }) => [
    `从 ${earlier} 起的值与从 ${later} 起的值同时有效`,
    "改正 since 或 until，使每一天只有一个值",
  ],
  period_empty: ({ since, until }) => [
    `从 ${since} 到 ${until} 一天也没有（until 当日不算）`,
    "把 until 改到 since 之后",
  ],
  parameter_unused: ({ name }) => [`没有规则用到参数 ${name}`, "在规则里使用它，或删去它"],
  let_unused: ({ name }) => [`没有用到中间值 ${name}`, "删去它"],

  document_unknown: unknown("文件", "先在 documents.yaml 里写下它"),
  mechanism_unknown: unknown("机制", "写文件在 documents.yaml 里列出的机制"),
  organisation_unknown: unknown("单位", "先在 organisations.yaml 里写下它"),
  rule_twice: ({ id }) => [`这一措施有两条叫 ${id} 的规则`, "给其中一条换个名称"],
  effect_missing: () => [
    "规则没有写效果",
    "写上 grant、limit、exempt、require、permit、prohibit、count、route、priority 或 notice 之一",
  ],
  effect_many: ({ kinds: many }) => [`一处写了几个效果：${many}`, "用 effects 列表，每个效果一项"],
  effect_beside_effects: ({ key }) => [
    `规则已有 effects 列表，旁边不能再写 ${key}`,
    `把 ${key} 移进列表里的某一项`,
  ],
  effect_twice: ({ kind: effect, target }) => [
    `规则两次写了同一效果 ${effect}: ${target}`,
    "合成一项，或拆成两条规则",
  ],
  force_missing: ({ kind: effect }) => [
    `效果 ${effect} 没有写力度`,
    "补上 force：must（应当、不得）、in_principle（原则上）、may（可以）或 advice（鼓励）",
  ],
  term_missing: unknown("名目", "先在 terms.yaml 里写下它的中英文名称"),
  requirement_unnamed: () => [
    "附带要求须写明且只写一项：approval、document、agreement 或 duty",
    "如 { agreement: performance, force: must }",
  ],
  bound_direction: ({ id }) => [
    `界限 ${id} 须写明且只写 at_most 或 at_least 之一`,
    "一个方向写一条界限",
  ],
  bound_twice: ({ id }) => [`有两条叫 ${id} 的界限`, "给其中一条换个名称"],
  bound_without_amount: ({ id }) => [
    `界限 ${id} 没有可比的数量`,
    "补上 amount，或用 wish 写明申请数量的事实",
  ],
  limit_without_bound: () => ["limit 没有写界限", "补上 limits"],
  unit_needed: ({ unit: name }) => [`不知道用什么单位给出这个数量（${name}）`, "补上 unit"],
  wish_unfit: ({ fact, type }) => [
    `申请数量应是填报的数量，而 ${fact} 是${kind(type)}`,
    "写一个填报的数量类事实",
  ],
  hole_unknown: unknown("事实、参数或中间值", "括号里写事实、参数或中间值的名称"),
  holes_differ: ({ name }) => [`另一种语言里有 {${name}}，这里没有`, `补上 {${name}}`],
  rule_unknown: unknown("规则", "写全称：文件/条目/规则"),
  override_self: ({ rule }) => [`${rule} 不能优先于自己`, "删去它"],
  override_level: ({ rule, level, at }) => [
    `${at} 一级的规则不能优先于 ${level} 一级的 ${rule}`,
    "只能优先于同级或下级的规则",
  ],
  override_cycle: ({ cycle }) => [`优先关系成了圈：${cycle}`, "去掉其中一处 overrides"],
  combination_levels: ({ first, second }) => [
    `${first} 与 ${second} 针对的对象层级不同，不能合并计算`,
    "只合并同级的规则",
  ],
  combination_targets: ({ first, second }) => [
    `${first} 与 ${second} 没有共同的效果，无须合并`,
    "删去其中一条",
  ],
  combination_cap: ({ id }) => [
    `组合 ${id} 的规则各自成立，没有可以一起封顶的数`,
    "删去 cap，或把 stack 改为 sum、max 或 exclusive",
  ],
  combination_stack: ({ id, other }) => [
    `${id} 与 ${other} 对同样两条规则说法不同`,
    "只保留一个组合",
  ],
  cap_name_ambiguous: ({ name, measures }) => [
    `${name} 在几项措施里都有：${measures}`,
    "给其中一个参数换个名称",
  ],
  collision: (at) => [
    `${at.document} 第 ${at.item} 条与 ${at.otherDocument} 第 ${at.otherItem} 条` +
      `对同一事项（${at.kind}: ${at.target}）都有规定，却没说如何并用；` +
      `另一条是 ${at.otherRule}（${at.otherFile}:${at.otherLine}）`,
    `在 combinations.yaml 里写 stack: sum、max 或 exclusive，或在这条规则里写 overrides: [${at.otherRule}]`,
  ],
  case_rule_unknown: unknown("规则", "写这一措施里规则的 id"),
  case_twice: ({ name }) => [`有两个叫“${name}”的算例`, "给其中一个换个名称"],
  figure_parameter_unknown: unknown("参数", "写这一措施里参数的名称"),
  figure_unmapped: ({ text }) => [
    `条文数字“${text}”须对应一个参数，或说明为何不是法定数字`,
    "写 parameter 或 excused 之一",
  ],
};
