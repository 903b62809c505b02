import type { Bilingual } from "../../base/message.ts";
import type { Level, Source } from "../contract/pack.ts";

/** A fact as a refusal names it: its id, its label, and the symbol of its unit where it has one. */
export type FactName = {
  readonly id: string;
  readonly label: Bilingual;
  readonly unit: Bilingual | undefined;
};

/** What a value should have been, or what was found instead. */
export type Kind =
  | "boolean"
  | "number"
  | "enumeration"
  | "text"
  | "date"
  | "list"
  | "object"
  | "nothing";

/** Every way in which stated facts can be wrong, each with its figures. */
export type CaseReasons = {
  not_an_object: { found: Kind };
  not_a_list: { found: Kind };
  unknown_group: { group: string; nearest: string | undefined };
  unknown_fact: { id: string; nearest: string | undefined };
  unknown_key: { key: string; allowed: readonly string[] };
  forbidden_key: { key: string };
  wrong_level: { id: string; level: Level; found: Level };
  stated_twice: { fact: FactName };
  wrong_type: { fact: FactName; expected: Kind; found: Kind };
  wrong_unit: { fact: FactName; found: string };
  unknown_option: {
    fact: FactName;
    option: string;
    nearest: string | undefined;
    options: readonly string[];
  };
  finer_than_quantum: { fact: FactName; value: string; quantum: string };
  outside_domain: {
    fact: FactName;
    value: string;
    min: string | undefined;
    max: string | undefined;
  };
  estimate_not_quantity: { fact: FactName };
  estimate_malformed: { fact: FactName };
  estimate_reversed: { fact: FactName; min: string; max: string };
  not_finite: { fact: FactName };
  too_large: { fact: FactName };
  too_long: { fact: FactName; max: number };
  bad_date: { fact: FactName; value: string };
  reason_missing: { fact: FactName };
  unknown_source: { fact: FactName; source: string };
  source_not_allowed: { fact: FactName; source: Source; allowed: readonly Source[] };
  source_twice: { fact: FactName; source: Source | undefined };
  derived_stated: { fact: FactName };
  geometry_stated: { fact: FactName };
  bad_provenance: { fact: FactName; key: string };
  bad_envelope: { key: "id" | "title" | "synthetic" };
  subject_without_id: { level: Level };
  duplicate_subject: { level: Level; id: string };
  too_many_subjects: { max: number; found: number };
  broken_text: { kind: string; line: number; column: number; detail: Bilingual };
  empty_text: { kind: string };
  not_geojson: { found: string };
  duplicate_case: { id: string };
  column_twice: { column: string };
  wrong_cell_count: { expected: number; found: number };
  and_more: { count: number };
};

export type CaseCode = keyof CaseReasons;

/** A reason with its code and its figures. */
export type CaseReason = {
  [Code in CaseCode]: { readonly code: Code } & CaseReasons[Code];
}[CaseCode];

export type CaseRefusal = CaseReason & {
  /** JSON pointer into what was read. */
  readonly pointer: string;
  /** In a file of several cases: the row or line of the case, counting from 1. */
  readonly row?: number;
  /** Where several statements are merged: which of them, counting from 0. */
  readonly part?: number;
  readonly message: Bilingual;
};

/** One writer of sentences per code; a code without its sentence does not type-check. */
export type CaseMessages = {
  readonly [Code in CaseCode]: (reason: CaseReasons[Code]) => string;
};
