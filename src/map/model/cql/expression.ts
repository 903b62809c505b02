import type { Geometry } from "../shape.ts";

/** A value that a property is compared with. */
export type Literal = string | number | boolean;

export const comparisons = ["=", "<>", "<", ">", "<=", ">="] as const;
export type Comparison = (typeof comparisons)[number];

/** A condition on features, as both forms of CQL2 say it. */
export type Condition =
  | { readonly kind: "all" | "any"; readonly parts: readonly Condition[] }
  | { readonly kind: "not"; readonly part: Condition }
  | { readonly kind: "truth"; readonly isTrue: boolean }
  | {
      readonly kind: "compare";
      readonly by: Comparison;
      readonly property: string;
      readonly value: Literal;
    }
  | { readonly kind: "like"; readonly property: string; readonly pattern: string }
  | { readonly kind: "in"; readonly property: string; readonly values: readonly Literal[] }
  | {
      readonly kind: "between";
      readonly property: string;
      readonly from: Literal;
      readonly to: Literal;
    }
  | { readonly kind: "empty"; readonly property: string }
  | { readonly kind: "meets"; readonly geometry: Geometry };

/** Why a filter is not understood, and near which of its words. */
export type FilterRefusal = { readonly code: "filter_invalid"; readonly near: string };

/** Deeper conditions are not read: nobody writes them, and whoever walks them would fall. */
export const deepestCondition = 20;

/** Thrown inside of the readers alone, which answer with the refusal. */
export class FilterBroken extends Error {
  readonly near: string;

  constructor(near: string) {
    super("the filter is not understood");
    this.near = near.slice(0, 60);
  }
}

/** The properties that a condition asks for. */
export function propertiesOf(condition: Condition): string[] {
  switch (condition.kind) {
    case "all":
    case "any":
      return condition.parts.flatMap(propertiesOf);
    case "not":
      return propertiesOf(condition.part);
    case "truth":
    case "meets":
      return [];
    case "compare":
    case "like":
    case "in":
    case "between":
    case "empty":
      return [condition.property];
  }
}
