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
  library_source_missing: ({ path }) => `读不到案例库 ${path}：文件不在，或没有读取权限。`,
  library_source_changed: ({ path, row }) =>
    `案例库 ${path} 从第 ${row} 行起与开始测算时不同，没有采用。请重新开始一次测算。`,
  library_without_cases: ({ path }) => `${path} 里没有案例。`,
  library_line_too_long: ({ path, row }) =>
    `${path} 第 ${row} 行以后有一行超过 16 MB，不是一行一个案例的文件。`,
  library_rows_refused: ({ count, rows }) =>
    [
      `案例库有 ${count} 行不能采用：`,
      ...rows.map(({ row, message }) => `第 ${row} 行：${message.zh}`),
    ].join("\n"),
  library_encoding_unknown: ({ wanted, found, node }) =>
    `节点 ${node} 的政策包编码是 ${found}，这次测算要的是 ${wanted}；由有它的节点来做。`,
  library_group_unusable: ({ fact }) =>
    `不能按 ${fact} 分组：分组用的事实要是每个案例恰好一个的选项。`,
  library_worker_died: ({ detail }) => `测算线程两次中途结束，没有写出结果：${detail}`,
  library_stopped: ({ path }) => `测算被叫停，没有写出 ${path}。`,
  library_run_missing: ({ run }) => `没有编号为 ${run} 的案例库测算。`,
  library_run_over: ({ run, state }) =>
    `案例库测算 ${run} 已是“${{ done: "完成", cancelled: "取消", refused: "被拒" }[state] ?? "进行中"}”，不能这样做。`,
  pack_read_only: ({ path }) => `没有改写 ${path} 的权限，文件保持原样。`,
};
