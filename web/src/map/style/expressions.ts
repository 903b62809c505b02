import type { ExpressionSpecification } from "maplibre-gl";
import type { Locale } from "../../../../src/base/message.ts";
import type { City } from "../../api/land.ts";
import type { Palette } from "./palette.ts";

/** The Latin part first, so that digits stay lining; then Han by the machine's own fonts. */
export const serif = ["Iowan Old Style", "Songti SC", "Noto Serif CJK SC", "SimSun", "serif"];
export const sans = ["PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "sans-serif"];

export const nameIn = (locale: Locale): ExpressionSpecification =>
  locale === "en"
    ? ["coalesce", ["get", "name_en"], ["get", "name"], ""]
    : ["coalesce", ["get", "name"], ["get", "name_en"], ""];

const ringTokens = {
  core: "r-core",
  central: "r-central",
  "sub-centre": "r-sub",
  "new-towns": "r-town",
  ecological: "r-eco",
} as const;

export const ringToken = (ring: string): (typeof ringTokens)[keyof typeof ringTokens] | undefined =>
  ring in ringTokens ? ringTokens[ring as keyof typeof ringTokens] : undefined;

/**
 * A district's tint by the ring it belongs to; a district of no known ring stays the colour of the
 * land.
 */
export function ringColour(city: City | undefined, palette: Palette): ExpressionSpecification {
  const pairs = (city?.districts ?? []).flatMap(({ adcode, ring }) => {
    const token = ringToken(ring);
    return token ? [adcode, palette[token]] : [];
  });
  if (pairs.length === 0) return ["to-color", palette.land];
  return [
    "match",
    ["to-string", ["get", "adcode"]],
    ...pairs,
    palette.land,
  ] as unknown as ExpressionSpecification;
}

export const builtYear: ExpressionSpecification = ["to-number", ["get", "built_year"], 0];

/** Older is darker. A year that nobody knows is hatched by another layer. */
export const ageColour = (palette: Palette): ExpressionSpecification => [
  "step",
  builtYear,
  "rgba(0, 0, 0, 0)",
  1,
  palette["b-a"],
  1980,
  palette["b-b"],
  2000,
  palette["b-c"],
];

/** A width at zoom 9, 13 and 16. */
export const widths = (at9: number, at13: number, at16: number): ExpressionSpecification => [
  "interpolate",
  ["linear"],
  ["zoom"],
  9,
  at9,
  13,
  at13,
  16,
  at16,
];
