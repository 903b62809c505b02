import type { Bilingual } from "../../base/message.ts";
import type { CombinationIr, ParameterIr, RuleIr } from "../ir.ts";

/** What a slip leaves of the law: the parts that it changes, whole. */
export type Slip =
  | { readonly kind: "rules"; readonly rules: readonly RuleIr[] }
  | { readonly kind: "parameter"; readonly index: number; readonly parameter: ParameterIr }
  | { readonly kind: "combination"; readonly combination: CombinationIr };

/**
 * The law with one slip in it, such as an author makes: cases that all pass on it do not guard what
 * it changes.
 */
export type Mutant = {
  /** Stable while the expression that it changes is: "book/1/award#when.0:border". */
  readonly id: string;
  /** The rule, measure or combination that it changes, by its id. */
  readonly of: string;
  /** The slip in plain words. */
  readonly text: Bilingual;
  readonly slip: Slip;
};
