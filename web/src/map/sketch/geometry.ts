export type LngLat = readonly [number, number];

const earthMetres = 6_371_008.8;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Great-circle distance. For showing while one draws; what counts is measured by the server. */
export function metresBetween([lngA, latA]: LngLat, [lngB, latB]: LngLat): number {
  const [a, b] = [radians(latA), radians(latB)];
  const h =
    Math.sin((b - a) / 2) ** 2 +
    Math.cos(a) * Math.cos(b) * Math.sin(radians(lngB - lngA) / 2) ** 2;
  return 2 * earthMetres * Math.asin(Math.min(1, Math.sqrt(h)));
}

export function lengthMetres(points: readonly LngLat[]): number {
  return points.reduce((sum, point, index) => {
    const before = points[index - 1];
    return before ? sum + metresBetween(before, point) : sum;
  }, 0);
}

/** The area that the points enclose, on a plane laid at their latitude. */
export function areaM2(points: readonly LngLat[]): number {
  const first = points[0];
  if (!first || points.length < 3) return 0;
  const perDegree = (Math.PI / 180) * earthMetres;
  const perLng = perDegree * Math.cos(radians(first[1]));
  const flat = points.map(([lng, lat]) => [
    (lng - first[0]) * perLng,
    (lat - first[1]) * perDegree,
  ]);
  const doubled = flat.reduce((sum, [x = 0, y = 0], index) => {
    const [nextX = 0, nextY = 0] = flat[(index + 1) % flat.length] ?? [];
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(doubled) / 2;
}

/** A circle of a distance on the ground, as a closed ring of points. */
export function ringAround([lng, lat]: LngLat, metres: number, steps = 96): LngLat[] {
  const perDegree = (Math.PI / 180) * earthMetres;
  const points = Array.from({ length: steps }, (_none, index): LngLat => {
    const angle = (2 * Math.PI * index) / steps;
    return [
      lng + (metres * Math.cos(angle)) / (perDegree * Math.cos(radians(lat))),
      lat + (metres * Math.sin(angle)) / perDegree,
    ];
  });
  return [...points, ...points.slice(0, 1)];
}

const rounded = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;

/** The drawn points as a polygon: closed, and no finer than a centimetre. */
export function polygonOf(points: readonly LngLat[]): {
  type: "Polygon";
  coordinates: number[][][];
} {
  const ring = points.map(([lng, lat]) => [rounded(lng), rounded(lat)]);
  return { type: "Polygon", coordinates: [[...ring, ...ring.slice(0, 1)]] };
}
