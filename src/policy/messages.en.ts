import type { PolicyMessages } from "./messages.zh.ts";
import { kindsNamed } from "./model/corpus/kind-words.ts";

export const en: PolicyMessages = {
  text_empty: () => "The file holds no text; nothing was imported.",
  text_without_chinese: ({ percent }) =>
    `Only ${percent}% of the file are Chinese characters: it looks like no official text, ` +
    "perhaps like a scan that was not recognised. Nothing was imported.",
  text_too_large: ({ bytes, limitBytes }) =>
    `The file has ${bytes} bytes; the limit for official texts is ${limitBytes}. ` +
    "Nothing was imported.",
  text_is_no_text: ({ form }) =>
    `This is no text file but ${form}. Extract its text as UTF-8 first. Nothing was imported.`,
  text_encoding_other: ({ encoding }) =>
    `The file is encoded in ${encoding}: convert it to UTF-8 first. Nothing was imported.`,
  text_encoding_unknown: () =>
    "The file is not UTF-8 text, and in no encoding that is known. Nothing was imported.",
  text_without_items: () => "The file holds no numbered clauses; nothing was imported.",
  item_out_of_order: ({ line, expected, found }) =>
    `Line ${line}: item ${expected} should follow, item ${found} stands there. Nothing was imported.`,
  item_incomplete: ({ line, item, columns, expected }) =>
    `Line ${line}: ${item} should have ${expected} columns and has ${columns}: ` +
    "the table may be cut. Nothing was imported.",
  ordinal_missing: ({ line, item }) =>
    `Line ${line}: item ${item} does not begin with its ordinal. Nothing was imported.`,
  ordinal_out_of_order: ({ line, under, expected, found }) =>
    `Line ${line}: number ${expected} should follow${under ? ` under ${under}` : ""}, ` +
    `${found} stands there. Nothing was imported.`,
  document_unknown: ({ title, known }) =>
    `The pack knows no document titled "${title}". It knows: ${known}. Name one with --document.`,
  document_miscounted: ({ document, expected, found }) =>
    `${document} should hold ${kindsNamed(expected, "en")}; read were ` +
    `${kindsNamed(found, "en")}. Nothing was imported.`,
  document_undeclared: ({ document }) =>
    `The pack does not say how the text of ${document} is laid out and how many clauses it has: ` +
    "it cannot be held against anything. Nothing was imported.",
  document_twice: ({ document }) =>
    `${document} stands twice in these files. Nothing was imported.`,
  document_not_imported: ({ document }) => `The text of ${document} has not been imported yet.`,
  measure_missing: ({ measure, nearest }) =>
    `The pack has no measure ${measure}${nearest ? `; the nearest is ${nearest}` : ""}.`,
  card_missing: ({ card, nearest }) =>
    `The pack has no card ${card}${nearest ? `; the nearest is ${nearest}` : ""}.`,
  rule_missing: ({ rule, nearest }) =>
    `The pack has no rule ${rule}${nearest ? `; the nearest is ${nearest}` : ""}.`,
  clause_missing: ({ document, item }) => `${document} has no item ${item}.`,
  search_empty: () => "There is nothing to look for: write a character, a letter or a digit.",
  search_too_wide: ({ words, limit }) =>
    `At most ${limit} words are looked for at a time; these are ${words}.`,
  project_missing: ({ project }) => `There is no project ${project}.`,
  evaluation_missing: ({ id }) =>
    `There is no report ${id}; it may have expired. Ask again to make a new one.`,
  date_invalid: ({ date }) => `${date} is no day of the calendar; write it as 2026-03-16.`,
  facts_refused: ({ count }) =>
    `${count} of the facts cannot be taken, so nothing was evaluated. See errors for each.`,
  cases_failing: ({ count }) =>
    `${count} of the pack's cases fail as it stands. Run zhibu pack test, and mend them first.`,
  register_missing: ({ register, nearest }) =>
    `The pack has no register ${register}${nearest ? `; the nearest is ${nearest}` : ""}.`,
  register_blank: ({ register }) => `The file is empty; the register ${register} stays as it is.`,
  register_unreadable: ({ line }) =>
    `Line ${line} cannot be read: a quote is not closed, or text follows one. The register stays as it is.`,
  register_columns: ({ line, expected, found }) =>
    `Line ${line} should have ${expected} columns and has ${found}. The register stays as it is.`,
  register_too_long: ({ found, most }) =>
    `There are ${found} entries; a register holds at most ${most}. It stays as it is.`,
  register_entry_invalid: ({ line, length }) =>
    length === 0
      ? `Line ${line} has no entry. The register stays as it is.`
      : `The entry of line ${line} has ${length} characters, which is too long. The register stays as it is.`,
  register_entry_unknown: ({ line, entry, nearest }) =>
    `Line ${line}: no rule can ask for "${entry}"${nearest ? `; the nearest is "${nearest}"` : ""}. The register stays as it is.`,
  register_entry_twice: ({ line, entry, first }) =>
    `Line ${line}: "${entry}" stands in line ${first} already. The register stays as it is.`,
  register_unit_missing: ({ expected }) =>
    `The first line must name the unit of the figures, such as "share (${expected})". The register stays as it is.`,
  register_unit_wrong: ({ unit, expected }) =>
    `The figures are in "${unit}", and this register wants ${expected}. It stays as it is.`,
  register_figure_invalid: ({ line, text }) =>
    `Line ${line}: "${text}" is no figure. The register stays as it is.`,
  register_figure_outside: ({ line, text, least, most }) =>
    `Line ${line}: ${text} lies outside ${least} to ${most}; look at the figure and its unit. The register stays as it is.`,
  register_date_invalid: ({ date }) =>
    `${date} is no day of the calendar; write it like 2025-12-30, or unknown where the text bears none.`,
  register_issuer_missing: () => "Say who issued the register: --issuer. It stays as it is.",
  register_meanwhile: ({ register }) =>
    `While ${register} was being imported, another register was imported or taken back. Nothing was imported; try again.`,
  register_unfit: ({ register, finding }) =>
    `The register ${register} does not fit the pack and was not imported: ${finding}`,
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
  report_not_written: ({ cause, detail }) =>
    ({
      busy: "Too many reports are being written: ask again in a moment.",
      slow: `The report was not written in the time that it has (${detail}).`,
      died: `The thread that writes reports ended before its time: ${detail}.`,
    })[cause],
  library_run_over: ({ run, state }) => `The run ${run} is ${state}; that cannot be done to it.`,
  pack_read_only: ({ path }) => `${path} may not be written, and is left as it is.`,
};
