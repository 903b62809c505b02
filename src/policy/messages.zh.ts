import { kindsNamed } from "./model/corpus/kind-words.ts";
import type { PolicyRefusal } from "./model/refusals.ts";

/** One sentence for each refusal; both languages have the same keys and holes. */
export type PolicyMessages = {
  [Code in PolicyRefusal["code"]]: (refusal: Extract<PolicyRefusal, { code: Code }>) => string;
};

export const zh: PolicyMessages = {
  text_empty: () => "文件里没有文字，没有导入任何内容。",
  text_without_chinese: ({ percent }) =>
    `文件里的汉字只占 ${percent}%，不像官方文件的文字，可能是扫描件识别失败。没有导入任何内容。`,
  text_too_large: ({ bytes, limitBytes }) =>
    `文件有 ${bytes} 字节，官方文本的上限是 ${limitBytes} 字节。没有导入任何内容。`,
  text_is_no_text: ({ form }) =>
    `这不是文本文件，而是 ${form}。请先取出其中的文字，存成 UTF-8 文本。没有导入任何内容。`,
  text_encoding_other: ({ encoding }) =>
    `文件是 ${encoding} 编码，请转成 UTF-8 再导入。没有导入任何内容。`,
  text_encoding_unknown: () => "文件不是 UTF-8 文本，也认不出是哪种编码。没有导入任何内容。",
  text_without_items: () => "文件里找不到编号的条款，没有导入任何内容。",
  item_out_of_order: ({ line, expected, found }) =>
    `第 ${line} 行：应为第 ${expected} 项，读到第 ${found} 项。没有导入任何内容。`,
  item_incomplete: ({ line, item, columns, expected }) =>
    `第 ${line} 行：${item} 应有 ${expected} 列，读到 ${columns} 列，表格可能被截断。没有导入任何内容。`,
  ordinal_missing: ({ line, item }) =>
    `第 ${line} 行：第 ${item} 项开头没有机制内的序次。没有导入任何内容。`,
  ordinal_out_of_order: ({ line, under, expected, found }) =>
    `第 ${line} 行：${under ? `${under} 之下` : ""}应为第 ${expected}，读到第 ${found}。没有导入任何内容。`,
  document_unknown: ({ title, known }) =>
    `政策包里没有题为“${title}”的文件。已知文件：${known}。可用 --document 指明。`,
  document_miscounted: ({ document, expected, found }) =>
    `${document} 应有${kindsNamed(expected, "zh")}，读到${kindsNamed(found, "zh")}。没有导入任何内容。`,
  document_undeclared: ({ document }) =>
    `政策包没有写明 ${document} 的版式和条款数，无法核对全文。没有导入任何内容。`,
  document_twice: ({ document }) => `这些文件里有两份 ${document}。没有导入任何内容。`,
  document_not_imported: ({ document }) => `${document} 的文本还没有导入。`,
  measure_missing: ({ measure, nearest }) =>
    `政策包里没有举措 ${measure}${nearest ? `，最接近的是 ${nearest}` : ""}。`,
  card_missing: ({ card, nearest }) =>
    `政策包里没有案例卡 ${card}${nearest ? `，最接近的是 ${nearest}` : ""}。`,
  rule_missing: ({ rule, nearest }) =>
    `政策包里没有规则 ${rule}${nearest ? `，最接近的是 ${nearest}` : ""}。`,
  clause_missing: ({ document, item }) => `${document} 里没有第 ${item} 项。`,
  search_empty: () => "没有可查的词：至少写一个汉字、字母或数字。",
  search_too_wide: ({ words, limit }) => `一次最多查 ${limit} 个词，这里有 ${words} 个。`,
  project_missing: ({ project }) => `没有编号为 ${project} 的项目。`,
  evaluation_missing: ({ id }) => `没有编号为 ${id} 的报告，它可能已过保存期限。重新测算即可。`,
  date_invalid: ({ date }) => `${date} 不是日历上的日期，应写成 2026-03-16 这样。`,
  facts_refused: ({ count }) => `事实有 ${count} 处不能采用，没有测算。逐处原因见 errors。`,
  cases_failing: ({ count }) =>
    `政策包的用例现在就有 ${count} 个不通过。先运行 zhibu pack test，改好再来。`,
  register_missing: ({ register, nearest }) =>
    `政策包里没有名录 ${register}${nearest ? `，最接近的是 ${nearest}` : ""}。`,
  register_blank: ({ register }) => `文件是空的，名录 ${register} 保持原样。`,
  register_unreadable: ({ line }) =>
    `第 ${line} 行读不出来：引号没有写完，或引号后面多了文字。名录保持原样。`,
  register_columns: ({ line, expected, found }) =>
    `第 ${line} 行应有 ${expected} 列，读到 ${found} 列。名录保持原样。`,
  register_too_long: ({ found, most }) => `有 ${found} 条，一份名录最多 ${most} 条。名录保持原样。`,
  register_entry_invalid: ({ line, length }) =>
    length === 0
      ? `第 ${line} 行没有写条目。名录保持原样。`
      : `第 ${line} 行的条目有 ${length} 个字，太长了。名录保持原样。`,
  register_entry_unknown: ({ line, entry, nearest }) =>
    `第 ${line} 行：规则查不到“${entry}”${nearest ? `，最接近的是“${nearest}”` : ""}。名录保持原样。`,
  register_entry_twice: ({ line, entry, first }) =>
    `第 ${line} 行：“${entry}”在第 ${first} 行已经有了。名录保持原样。`,
  register_unit_missing: ({ expected }) =>
    `第一行要写清数的单位，例如“比例（${expected}）”。名录保持原样。`,
  register_unit_wrong: ({ unit, expected }) =>
    `数的单位写的是“${unit}”，这份名录要的是 ${expected}。名录保持原样。`,
  register_figure_invalid: ({ line, text }) => `第 ${line} 行：“${text}”不是数。名录保持原样。`,
  register_figure_outside: ({ line, text, least, most }) =>
    `第 ${line} 行：${text} 不在 ${least} 到 ${most} 之间，请核对数和单位。名录保持原样。`,
  register_date_invalid: ({ date }) =>
    `${date} 不是日历上的日期，应写成 2025-12-30 这样；文本没有日期就写 unknown。`,
  register_issuer_missing: () => "要写明名录由谁发布：--issuer。名录保持原样。",
  register_meanwhile: ({ register }) =>
    `录入 ${register} 期间，另有名录被录入或撤下。没有导入，再试一次即可。`,
  register_unfit: ({ register, finding }) =>
    `名录 ${register} 与政策包合不到一起，没有导入：${finding}`,
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
  report_not_written: ({ cause, detail }) =>
    ({
      busy: "正在写的报告太多，请稍后再取。",
      slow: `报告没有在时限内写成（${detail}）。`,
      died: `写报告的线程中途结束：${detail}。`,
    })[cause],
  library_run_over: ({ run, state }) =>
    `案例库测算 ${run} 已是“${{ done: "完成", cancelled: "取消", refused: "被拒" }[state] ?? "进行中"}”，不能这样做。`,
  pack_read_only: ({ path }) => `没有改写 ${path} 的权限，文件保持原样。`,
};
