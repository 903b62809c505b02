import type {
  Acceptance,
  Campaign,
  Card,
  Combination,
  Equivalent,
  FactDefinition,
  FactGroup,
  Measure,
  NamedProject,
  Organisation,
  PackManifest,
  PolicyBranch,
  PolicyDocument,
  Register,
  RenewalPath,
  StatedField,
  Task,
  Term,
} from "./contract/pack.ts";

/** Where something stands in a file. Lines and columns count from 1. */
export type Position = { readonly file: string; readonly line: number; readonly column: number };

/** One object of a pack, with a way to find any part of it in its file. */
export type Located<T> = {
  readonly value: T;
  readonly file: string;
  /**
   * The position of the value at a path inside this object (["rules", 0, "when"]), and the text of
   * that line.
   * `offset` counts characters into a string value, line breaks of a block scalar included. */
  readonly at: (
    path: readonly (string | number)[],
    offset?: number,
  ) => Position & { readonly source: string };
};

/**
 * What `compile` takes: a pack read, validated against its schemas and layered over those that it
 * extends.
 */
export type PackSource = {
  readonly manifest: PackManifest;
  readonly encoding: string;
  readonly groups: readonly Located<FactGroup>[];
  readonly facts: readonly Located<FactDefinition>[];
  readonly documents: readonly Located<PolicyDocument>[];
  readonly organisations: readonly Located<Organisation>[];
  readonly terms: readonly Located<Term>[];
  readonly registers: readonly Located<Register>[];
  readonly measures: readonly Located<Measure>[];
  readonly combinations: readonly Located<Combination>[];
  readonly tasks: readonly Located<Task>[];
  readonly campaigns: readonly Located<Campaign>[];
  readonly paths: readonly Located<RenewalPath>[];
  readonly cards: readonly Located<Card>[];
  readonly branches: readonly Located<PolicyBranch>[];
  readonly stated: readonly Located<StatedField>[];
  readonly projects: readonly Located<NamedProject>[];
  readonly equivalents: readonly Located<Equivalent>[];
  readonly acceptances: readonly Located<Acceptance>[];
};
