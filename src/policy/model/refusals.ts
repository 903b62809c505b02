import type { Bilingual } from "../../base/message.ts";
import type { ReadRefusal } from "./toolbox.ts";

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

/** Every way in which this room says no, with the numbers that the sentence needs. */
export type PolicyRefusal =
  | ReadRefusal
  | { code: "document_unknown"; title: string; known: string }
  | { code: "document_miscounted"; document: string; expected: string; found: string }
  | { code: "measure_missing"; measure: string; nearest: string }
  | { code: "rule_missing"; rule: string; nearest: string }
  | { code: "clause_missing"; document: string; item: string }
  | { code: "project_missing"; project: string }
  | { code: "evaluation_missing"; id: string }
  | { code: "date_invalid"; date: string }
  | { code: "facts_refused"; count: number }
  | { code: "pack_read_only"; path: string }
  | { code: "cases_failing"; count: number }
  | LibraryRefusal;
