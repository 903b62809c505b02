import type { ReadRefusal } from "./toolbox.ts";

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
  | { code: "cases_failing"; count: number };
