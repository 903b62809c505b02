import type { PolicyRefusal } from "./model/refusals.ts";

/** One sentence for each refusal; both languages have the same keys and holes. */
export type PolicyMessages = {
  [Code in PolicyRefusal["code"]]: (refusal: Extract<PolicyRefusal, { code: Code }>) => string;
};

export const zh: PolicyMessages = {
  text_empty: () => "文件里没有文字，没有导入任何内容。",
  text_without_items: () => "文件里找不到带编号的举措表格，没有导入任何内容。",
  item_out_of_order: ({ line, expected, found }) =>
    `第 ${line} 行：应为第 ${expected} 项，读到第 ${found} 项。没有导入任何内容。`,
  item_incomplete: ({ line, item, columns }) =>
    `第 ${line} 行：第 ${item} 项应有 5 列，读到 ${columns} 列。没有导入任何内容。`,
  ordinal_missing: ({ line, item }) =>
    `第 ${line} 行：第 ${item} 项开头没有机制内的序次。没有导入任何内容。`,
  ordinal_out_of_order: ({ line, item, expected, found }) =>
    `第 ${line} 行：第 ${item} 项的序次应为 ${expected} 或从一重起，读到 ${found}。没有导入任何内容。`,
  document_unknown: ({ title, known }) =>
    `政策包里没有题为“${title}”的文件。已知文件：${known}。可用 --document 指明。`,
  document_miscounted: ({ document, expected, found }) =>
    `${document} 各机制应有 ${expected} 项，读到 ${found} 项。没有导入任何内容。`,
  measure_missing: ({ measure, nearest }) =>
    `政策包里没有举措 ${measure}${nearest ? `，最接近的是 ${nearest}` : ""}。`,
  rule_missing: ({ rule, nearest }) =>
    `政策包里没有规则 ${rule}${nearest ? `，最接近的是 ${nearest}` : ""}。`,
  clause_missing: ({ document, item }) => `${document} 里没有第 ${item} 项。`,
  project_missing: ({ project }) => `没有编号为 ${project} 的项目。`,
  evaluation_missing: ({ id }) => `没有编号为 ${id} 的报告，它可能已过保存期限。重新测算即可。`,
  date_invalid: ({ date }) => `${date} 不是日历上的日期，应写成 2026-03-16 这样。`,
  facts_refused: ({ count }) => `事实有 ${count} 处不能采用，没有测算。逐处原因见 errors。`,
  cases_failing: ({ count }) =>
    `政策包的用例现在就有 ${count} 个不通过。先运行 zhibu pack test，改好再来。`,
  pack_read_only: ({ path }) => `没有改写 ${path} 的权限，文件保持原样。`,
};
