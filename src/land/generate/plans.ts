import type { Shape } from "./shapes.ts";

/** What stands on a piece of land. Lengths in metres. */
export type Archetype =
  | "courtyard"
  | "slab_old"
  | "slab_mid"
  | "slab_new"
  | "tower"
  | "service"
  | "office"
  | "mall"
  | "shop"
  | "hotel"
  | "hall"
  | "workshop"
  | "warehouse"
  | "school"
  | "library"
  | "hospital"
  | "arena"
  | "gymnasium"
  | "pavilion";

type Range = readonly [number, number];

export type RowPlan = {
  readonly kind: "rows";
  readonly archetype: Archetype;
  readonly shape: Shape;
  readonly setback: number;
  readonly deep: Range;
  readonly wide: Range;
  readonly apart: Range;
  readonly behind: Range;
  /** No more than this many stand here. */
  readonly most?: number;
};

export type Plan =
  | RowPlan
  /** Houses around yards, in lanes. */
  | { readonly kind: "yards" }
  | { readonly kind: "green" }
  | { readonly kind: "empty" }
  | Split;

/** Land cut into parts: `across` side by side from west to east, `up` from south to north. */
export type Split = {
  readonly kind: "split";
  readonly way: "across" | "up";
  readonly shares: readonly number[];
  readonly gap: number;
  readonly parts: readonly Plan[];
};
