import type { PackHoles, Messages } from "../findings.ts";
import { kind, unknown } from "../phrases.zh.ts";

export const zh: Messages<PackHoles> = {
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

  text_missing: unknown("文件", "先在 registers/ 里写下它，kind: text"),
  register_fact_unfit: () => ["名录只能替项目的是否题答是", "改在规则里用 listed(…)"],
  register_not_empty: () => ["空的名录不该有条目", "改写 state: imported，并写明出处和日期"],
  register_text_filled: () => ["文本类名录不放条目，也不放数", "去掉它们，或者改成清单"],
  register_entry_twice: ({ text }) => [`“${text}”在这份名录里出现了两次`, "只留一处"],
  register_figure_missing: ({ text }) => [
    `条目“${text}”没有数`,
    "在 figures.values 里写上，或者去掉这一条",
  ],
  register_figure_stray: ({ text }) => [
    `“${text}”有数，却不在条目里`,
    "写进 entries，或者去掉这个数",
  ],
  register_figure_outside: ({ text, least, most }) => [
    `${text} 不在这份名录所说的 ${least} 到 ${most} 之间`,
    "核对这个数和它的单位",
  ],
  calendar_twice: ({ year }) => [`${year} 年的工作日已由另一份名录安排`, "每年只留一份"],
  calendar_entry: ({ text, year }) => [
    `“${text}”不是 ${year} 年的一天`,
    `列出 ${year} 年放假的周一至周五，以及上班的周末`,
  ],
  document_unknown: unknown("文件", "先在 documents.yaml 里写下它"),
  mechanism_unknown: unknown("机制", "写文件在 documents.yaml 里列出的机制"),
  stated_field_unknown: unknown("栏目", "先在 stated.yaml 里写下它的中英文名称"),
  stated_unlabelled: ({ field }) => [
    `${field} 的值没有中英文名称`,
    "写成 { zh: …, en: … }，或在 stated.yaml 里列为它的选项",
  ],
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
    `在 combinations.yaml 里写 stack: sum、max、exclusive 或 beside，或在这条规则里写 overrides: [${at.otherRule}]`,
  ],
  parameter_unknown: unknown("参数", "写全称：文件/条目.名称"),
  drop_unknown: unknown("措施、规则或组合", "写全称"),
  change_unnamed: () => [
    "这处改动没有说改的是什么",
    "parameter、rule、measure、register、drop 写且只写一个",
  ],
  change_incomplete: ({ key, head }) => [`改 ${head} 还须写 ${key}`, `在 ${head} 旁写上 ${key}`],
  case_rule_unknown: unknown("规则", "写这一措施里规则的 id"),
  case_twice: ({ name }) => [`有两个叫“${name}”的算例`, "给其中一个换个名称"],
  figure_parameter_unknown: unknown("参数", "写这一措施里参数的名称"),
  figure_unmapped: ({ text }) => [
    `条文数字“${text}”须对应一个参数，或说明为何不是法定数字`,
    "写 parameter 或 excused 之一",
  ],
  figure_target_unknown: unknown("指标", "写这一专项里指标的 id"),
  word_unmapped: ({ word, nth }) => [
    `条文第 ${nth} 个“${word}”须说明落到哪里`,
    "写 rule、duty、excused 之一",
  ],
  word_duty_missing: ({ word }) => [
    `“${word}”说是任务，这里却没有写任务`,
    "加上 duty，或改写 rule 或 excused",
  ],
  word_rule_unknown: unknown("规则", "写这一措施里规则的 id"),
  due_invalid: ({ text }) => [
    `“${text}”不是日历上的日子`,
    "写年、年-月或年-月-日；不知道写 unknown",
  ],
  state_unshown: ({ state }) => [
    `进展写作“${state}”，却没有说哪一条文看得出来`,
    "写上 shown_by，或者写 unknown",
  ],
  target_twice: ({ id }) => [`有两个叫 ${id} 的指标`, "给其中一个换个 id"],
  campaign_unknown: unknown("专项", "写专项的 id"),
  card_fact_taken: ({ name }) => [`事实 ${name} 在词典或别的卡片里已有`, "直接用它，或者换个 id"],
};
