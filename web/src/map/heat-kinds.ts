import type { HeatKind } from "../api/land.ts";

/** What the map can glow for. */
export const heatKinds = [
  "old_dwellings",
  "offices",
  "factories",
] as const satisfies readonly HeatKind[];

/** The kind that an address names; undefined where it names none. */
export const readHeat = (kind: string | undefined): HeatKind | undefined =>
  heatKinds.find((one) => one === kind);
