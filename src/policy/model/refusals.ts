import type { Bilingual } from "../../base/message.ts";
import type { CorpusRefusal } from "./corpus/refusals.ts";

/** A row of a library that cannot be read, and why, in both languages. */
export type RefusedRow = {
  readonly row: number;
  readonly pointer: string;
  readonly code: string;
  readonly message: Bilingual;
};

/** Why a library as a whole, or a run over one, is refused. */
export type LibraryRefusal =
  | { code: "library_source_missing"; path: string }
  | { code: "library_source_changed"; path: string; row: number }
  | { code: "library_without_cases"; path: string }
  | { code: "library_line_too_long"; path: string; row: number }
  | { code: "library_rows_refused"; count: number; rows: readonly RefusedRow[] }
  | { code: "library_encoding_unknown"; wanted: string; found: string; node: string }
  | { code: "library_group_unusable"; fact: string }
  | { code: "library_worker_died"; detail: string }
  | { code: "library_stopped"; path: string }
  | { code: "library_run_missing"; run: string }
  | { code: "library_run_over"; run: string; state: string };

/** Why what an operator hands in for a register is not taken. */
export type RegisterRefusal =
  | { code: "register_missing"; register: string; nearest: string }
  | { code: "register_blank"; register: string }
  | { code: "register_unreadable"; line: number }
  | { code: "register_columns"; line: number; expected: number; found: number }
  | { code: "register_too_long"; found: number; most: number }
  | { code: "register_entry_invalid"; line: number; length: number }
  | { code: "register_entry_unknown"; line: number; entry: string; nearest: string }
  | { code: "register_entry_twice"; line: number; entry: string; first: number }
  | { code: "register_unit_missing"; expected: string }
  | { code: "register_unit_wrong"; unit: string; expected: string }
  | { code: "register_figure_invalid"; line: number; text: string }
  | { code: "register_figure_outside"; line: number; text: string; least: string; most: string }
  | { code: "register_date_invalid"; date: string }
  | { code: "register_issuer_missing" }
  | { code: "register_unfit"; register: string; finding: string }
  | { code: "register_meanwhile"; register: string };

/** Why a report that is there was not written as a file. */
export type ReportRefusal = {
  code: "report_not_written";
  cause: "busy" | "slow" | "died";
  detail: string;
};

/** Every way in which this room says no, with the numbers that the sentence needs. */
export type PolicyRefusal =
  | CorpusRefusal
  | { code: "measure_missing"; measure: string; nearest: string }
  | { code: "card_missing"; card: string; nearest: string }
  | { code: "rule_missing"; rule: string; nearest: string }
  | { code: "project_missing"; project: string }
  | { code: "evaluation_missing"; id: string }
  | { code: "date_invalid"; date: string }
  | { code: "facts_refused"; count: number }
  | { code: "pack_read_only"; path: string }
  | { code: "cases_failing"; count: number }
  | LibraryRefusal
  | RegisterRefusal
  | ReportRefusal;
