import type { PolicyMessages } from "./messages.zh.ts";

export const en: PolicyMessages = {
  text_empty: () => "The file holds no text; nothing was imported.",
  text_without_items: () => "The file holds no table of numbered measures; nothing was imported.",
  item_out_of_order: ({ line, expected, found }) =>
    `Line ${line}: item ${expected} should follow, item ${found} stands there. Nothing was imported.`,
  item_incomplete: ({ line, item, columns }) =>
    `Line ${line}: item ${item} should have 5 columns and has ${columns}. Nothing was imported.`,
  ordinal_missing: ({ line, item }) =>
    `Line ${line}: item ${item} does not begin with its ordinal. Nothing was imported.`,
  ordinal_out_of_order: ({ line, item, expected, found }) =>
    `Line ${line}: item ${item} should have ordinal ${expected}, or 1 again; it has ${found}. ` +
    "Nothing was imported.",
  document_unknown: ({ title, known }) =>
    `The pack knows no document titled "${title}". It knows: ${known}. Name one with --document.`,
  document_miscounted: ({ document, expected, found }) =>
    `${document} should hold ${expected} items by mechanism; ${found} were read. ` +
    "Nothing was imported.",
  measure_missing: ({ measure, nearest }) =>
    `The pack has no measure ${measure}${nearest ? `; the nearest is ${nearest}` : ""}.`,
  rule_missing: ({ rule, nearest }) =>
    `The pack has no rule ${rule}${nearest ? `; the nearest is ${nearest}` : ""}.`,
  clause_missing: ({ document, item }) => `${document} has no item ${item}.`,
  project_missing: ({ project }) => `There is no project ${project}.`,
  evaluation_missing: ({ id }) =>
    `There is no report ${id}; it may have expired. Ask again to make a new one.`,
  date_invalid: ({ date }) => `${date} is no day of the calendar; write it as 2026-03-16.`,
  facts_refused: ({ count }) =>
    `${count} of the facts cannot be taken, so nothing was evaluated. See errors for each.`,
  cases_failing: ({ count }) =>
    `${count} of the pack's cases fail as it stands. Run zhibu pack test, and mend them first.`,
  library_source_missing: ({ path }) =>
    `The library ${path} cannot be read: it is not there, or may not be read.`,
  library_source_changed: ({ path, row }) =>
    `From row ${row} on, the library ${path} is not what it was when the run began; ` +
    "nothing of it was taken. Start a new run.",
  library_without_cases: ({ path }) => `There are no cases in ${path}.`,
  library_line_too_long: ({ path, row }) =>
    `${path}: a line after row ${row} is longer than 16 MB; a library has one case on each line.`,
  library_rows_refused: ({ count, rows }) =>
    [
      `${count} rows of the library cannot be taken:`,
      ...rows.map(({ row, message }) => `row ${row}: ${message.en}`),
    ].join("\n"),
  library_encoding_unknown: ({ wanted, found, node }) =>
    `The pack of node ${node} is encoding ${found}; the run wants ${wanted}, of a node that has it.`,
  library_group_unusable: ({ fact }) =>
    `Cases cannot be grouped by ${fact}: it takes a choice of which each case has exactly one.`,
  library_worker_died: ({ detail }) =>
    `The thread that evaluates ended twice before its time; nothing was written: ${detail}`,
  library_stopped: ({ path }) => `The evaluation was stopped; ${path} was not written.`,
  library_run_missing: ({ run }) => `There is no run ${run} over a library.`,
  library_run_over: ({ run, state }) => `The run ${run} is ${state}; that cannot be done to it.`,
  pack_read_only: ({ path }) => `${path} may not be written, and is left as it is.`,
};
