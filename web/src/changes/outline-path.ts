type Position = readonly [number, number];

/** Lines and rings of any GeoJSON geometry; a point is a line of one. */
function linesOf(coordinates: unknown): Position[][] {
  if (!Array.isArray(coordinates)) return [];
  const list = coordinates as unknown[];
  if (typeof list[0] === "number") return [[list as unknown as Position]];
  const first = list[0];
  const isLine = Array.isArray(first) && typeof first[0] === "number";
  return isLine ? [list as Position[]] : list.flatMap(linesOf);
}

export type Frame = { readonly west: number; readonly north: number; readonly scale: number };

const coordinatesOf = (geometry: unknown): unknown =>
  (geometry as { coordinates?: unknown } | null)?.coordinates;

/** Degrees of longitude are shorter than those of latitude; here by this much. */
const squeeze = 0.766;

/** The frame into which geometries fit together, in a square of that many pixels. */
export function frameOf(geometries: readonly unknown[], px: number): Frame | undefined {
  const all = geometries.flatMap((one) => linesOf(coordinatesOf(one))).flat();
  if (all.length === 0) return undefined;
  const [xs, ys] = [all.map(([x]) => x * squeeze), all.map(([, y]) => y)];
  const [west, north] = [xs.reduce((a, b) => Math.min(a, b)), ys.reduce((a, b) => Math.max(a, b))];
  const width = xs.reduce((a, b) => Math.max(a, b)) - west;
  const height = north - ys.reduce((a, b) => Math.min(a, b));
  return { west, north, scale: px / Math.max(width, height, 1e-5) };
}

const fixed = (value: number): string => value.toFixed(1);

/** A geometry as the path of a drawing; a point as a small square. */
export function pathOf(geometry: unknown, { west, north, scale }: Frame): string {
  const place = ([x, y]: Position): string =>
    `${fixed((x * squeeze - west) * scale)} ${fixed((north - y) * scale)}`;
  return linesOf(coordinatesOf(geometry))
    .map((line) => {
      const [first, ...rest] = line.map(place);
      if (first === undefined) return "";
      return rest.length === 0 ? `M${first}m-3 -3h6v6h-6z` : `M${first}L${rest.join(" ")}`;
    })
    .join("");
}
