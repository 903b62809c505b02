import type { Messages } from "./problems.ts";

const reasons: Readonly<Record<string, string>> = {
  BAD_INDENT: "缩进不齐",
  MISSING_CHAR: "缺少冒号、引号或括号",
  UNEXPECTED_TOKEN: "此处的符号无法理解",
  BAD_SCALAR_START: "值不能以这个符号开头",
  BLOCK_AS_IMPLICIT_KEY: "缩进的内容不能用作键",
  BLOCK_IN_FLOW: "括号里不能用缩进写法",
  BAD_DQ_ESCAPE: "双引号里的转义写法有误",
  BAD_ALIAS: "引用的锚点不存在",
  MULTILINE_IMPLICIT_KEY: "键不能跨行",
  MULTIPLE_DOCS: "一个文件只能有一份文档",
  MULTIPLE_ANCHORS: "一个值只能有一个锚点",
  TAG_RESOLVE_FAILED: "不支持这种标签",
};

const kinds: Readonly<Record<string, string>> = {
  string: "文字",
  number: "数字",
  integer: "整数",
  boolean: "true 或 false",
  array: "清单",
  object: "一组键值",
  null: "空值",
  shape: "允许的几种写法之一",
};
const kind = (name: string): string => kinds[name] ?? name;

export const zh: Messages = {
  folder_unreadable: ({ folder, reason }) => [
    `读不了文件夹 ${folder}（${reason}）`,
    "检查路径与权限",
  ],
  pack_missing: ({ id }) => [`没有叫 ${id} 的政策包`, "检查名称，或把它放进 packs 文件夹"],
  manifest_missing: ({ id }) => [`政策包 ${id} 没有 pack.yaml`, "补上 pack.yaml"],
  language_newer: ({ language, reads }) => [
    `这个政策包用规则语言第 ${language} 版写成，本程序读到第 ${reads} 版`,
    `用能读第 ${language} 版的织补，或把 language 改回 ${reads}`,
  ],
  extends_cycle: ({ cycle }) => [`政策包互相继承：${cycle}`, "去掉其中一处 extends"],
  pack_id_differs: ({ id, folder }) => [
    `pack.yaml 写的是 ${id}，文件夹却叫 ${folder}`,
    "两处写同一个名称",
  ],
  file_too_large: ({ length, most }) => [
    `文件有 ${length} 个字符，最多 ${most} 个`,
    "把它拆成几个文件",
  ],
  too_many_files: ({ count, most }) => [
    `政策包有 ${count} 个文件，最多 ${most} 个`,
    "删去不属于它的文件",
  ],
  file_not_utf8: () => ["文件不是 UTF-8 编码", "另存为 UTF-8"],
  file_unplaced: () => [
    "政策包里没有放这个文件的地方",
    "规则放在 policy/<文件>/，事实放在 facts/，名录放在 registers/，项目放在 projects/，项目的栏目放在 stated.yaml，后缀用 .yaml",
  ],
  file_empty: () => ["文件是空的", "写上内容，或删去文件"],
  form_unsafe: () => [
    "这个文件改成统一格式后，内容会变",
    "把少见的写法改得平常些：标签、不是词的键、多个锚点",
  ],
  yaml_broken: ({ reason }) => [
    `YAML 写法有误：${reasons[reason] ?? reason}`,
    "检查这一行与上一行",
  ],
  yaml_tab: () => ["缩进用了制表符", "改用空格"],
  yaml_aliases: ({ most }) => [`锚点引用超过 ${most} 次`, "把内容直接写出来"],
  yaml_too_deep: ({ most }) => [`括号嵌套超过 ${most} 层`, "减少嵌套"],
  key_twice: ({ key }) => [`${key} 写了两次`, "删去一处"],
  key_unknown: ({ key, nearest, known }) => [
    `这里没有 ${key} 这一项`,
    nearest === undefined ? `可以写：${known.join("、")}` : `是否想写 ${nearest}？`,
  ],
  key_missing: ({ key }) => [`缺少 ${key}`, `补上 ${key}`],
  name_unfit: ({ name }) => [
    `“${name}”不能用作名称`,
    "名称以小写字母开头，只含小写字母、数字和下划线",
  ],
  value_unfit: ({ expected, found }) => [
    `这里需要${kind(expected)}，写的却是${kind(found)}`,
    `改写为${kind(expected)}`,
  ],
  word_unknown: ({ found, nearest, known }) => [
    `“${found}”不是可选的值`,
    nearest === undefined ? `可选：${known.join("、")}` : `是否想写 ${nearest}？`,
  ],
  text_unfit: ({ found, key }) => [`${key} 不能是“${found}”`, "参照同类文件改正写法"],
  list_too_short: ({ least }) => [`清单至少要有 ${least} 项`, "补足"],
  number_inexact: ({ text }) => [
    `数字 ${text} 的位数太多，会被读成另一个数`,
    "加上引号，作为文字写",
  ],
  day_unknown: ({ text }) => [`${text} 不是日历上的一天`, "写真有的一天，如 2024-12-31"],
  text_broken: () => ["这段文字里有半个字符", "直接写出整个字符，不要写它的转义"],
  id_twice: ({ id, file, line }) => [`${id} 已在 ${file}:${line} 写过`, "给其中一个换个名称"],
};
