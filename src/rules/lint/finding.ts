import type { Bilingual } from "../../base/message.ts";
import type { WrittenCase } from "../case/write.ts";
import type { Condition, Verdict } from "../contract/report.ts";

/** What lint looks for, in the order in which it tells it. */
export const lintCodes = [
  "not_built",
  "overlap",
  "gap",
  "never_met",
  "always_met",
  "idle_part",
  "figures_differ",
  "unit_clash",
  "unused_parameter",
  "figure_uncited",
  "fact_unsupplied",
  "fact_unread",
] as const;

export type LintCode = (typeof lintCodes)[number];

/**
 * How a finding is known: by its one case (`case`), by going through every case (`splitting`), by
 * what stands in the pack (`text`); `not_proved` where the bound was passed before either.
 */
export type LintProof = "case" | "splitting" | "text" | "not_proved";

/** Where a text says it. */
export type Clause = { readonly document: string; readonly item: string | number };

/** What the engine answers to the case of a finding. */
export type Shown = {
  readonly rule: string;
  readonly subject: string;
  readonly condition: Condition;
  readonly verdict: Verdict;
};

/** A case on which the engine shows what a finding says. */
export type LintExample = {
  readonly asOf: string;
  /** In the form of a file of facts. */
  readonly facts: WrittenCase["facts"];
  readonly shows: readonly Shown[];
  /** The facts in words. */
  readonly text: Bilingual;
};

export type LintFinding = {
  /** Stable while what it speaks of is: "overlap#book/1/award+book/2/award". */
  readonly id: string;
  readonly code: LintCode;
  readonly proof: LintProof;
  /** The compiler's own code, where it says the same. */
  readonly compiler?: string;
  /** What it speaks of: rules, parameters or facts by their ids. */
  readonly about: readonly string[];
  readonly clauses: readonly Clause[];
  readonly text: Bilingual;
  readonly example?: LintExample;
};

/** What the register and the map can state; where one is absent it is taken to state anything. */
export type Supplies = {
  /** Facts that the register has a field for, by id. */
  readonly registry?: ReadonlySet<string>;
  /** Layers of the map, by id. */
  readonly layers?: ReadonlySet<string>;
};
