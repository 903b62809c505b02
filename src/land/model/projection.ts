/**
 * CGCS2000 / 3-degree Gauss-Krüger, central meridian 117° E (EPSG:4548), by Krüger's series to the
 * fourth order: below 0.1 mm anywhere in the city. WGS 84 degrees are taken as CGCS2000 degrees,
 * which differ by centimetres, far below the resolution of any boundary that is loaded.
 */

export type LonLat = readonly [lon: number, lat: number];
export type EastNorth = readonly [east: number, north: number];

const semiMajorMetres = 6_378_137;
const flattening = 1 / 298.257222101;
const centralMeridian = 117;
const falseEasting = 500_000;

const n = flattening / (2 - flattening);
const rectifyingRadius = (semiMajorMetres / (1 + n)) * (1 + n ** 2 / 4 + n ** 4 / 64);
const eccentricity = (2 * Math.sqrt(n)) / (1 + n);

const alpha = [
  n / 2 - (2 / 3) * n ** 2 + (5 / 16) * n ** 3 + (41 / 180) * n ** 4,
  (13 / 48) * n ** 2 - (3 / 5) * n ** 3 + (557 / 1440) * n ** 4,
  (61 / 240) * n ** 3 - (103 / 140) * n ** 4,
  (49561 / 161280) * n ** 4,
];
const beta = [
  n / 2 - (2 / 3) * n ** 2 + (37 / 96) * n ** 3 - (1 / 360) * n ** 4,
  (1 / 48) * n ** 2 + (1 / 15) * n ** 3 - (437 / 1440) * n ** 4,
  (17 / 480) * n ** 3 - (37 / 840) * n ** 4,
  (4397 / 161280) * n ** 4,
];
const delta = [
  2 * n - (2 / 3) * n ** 2 - 2 * n ** 3 + (116 / 45) * n ** 4,
  (7 / 3) * n ** 2 - (8 / 5) * n ** 3 - (227 / 45) * n ** 4,
  (56 / 15) * n ** 3 - (136 / 35) * n ** 4,
  (4279 / 630) * n ** 4,
];

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const degrees = (angle: number): number => (angle * 180) / Math.PI;

/** Sums the series: `sign` +1 leads to the plane, −1 back from it. */
function series(terms: readonly number[], [eta, xi]: EastNorth, sign: 1 | -1): EastNorth {
  let [x, y] = [eta, xi];
  terms.forEach((term, index) => {
    const step = 2 * (index + 1);
    x += sign * term * Math.cos(step * xi) * Math.sinh(step * eta);
    y += sign * term * Math.sin(step * xi) * Math.cosh(step * eta);
  });
  return [x, y];
}

/** Longitude and latitude in degrees to metres east and north. */
export function toPlane([lon, lat]: LonLat): EastNorth {
  const sine = Math.sin(radians(lat));
  const t = Math.sinh(Math.atanh(sine) - eccentricity * Math.atanh(eccentricity * sine));
  const turn = radians(lon - centralMeridian);
  const xi = Math.atan2(t, Math.cos(turn));
  const eta = Math.atanh(Math.sin(turn) / Math.hypot(1, t));
  const [x, y] = series(alpha, [eta, xi], 1);
  return [falseEasting + rectifyingRadius * x, rectifyingRadius * y];
}

/** Metres east and north to longitude and latitude in degrees. */
export function toDegrees([east, north]: EastNorth): LonLat {
  const eta = (east - falseEasting) / rectifyingRadius;
  const [x, y] = series(beta, [eta, north / rectifyingRadius], -1);
  const conformal = Math.asin(Math.sin(y) / Math.cosh(x));
  const lat = delta.reduce(
    (sum, term, index) => sum + term * Math.sin(2 * (index + 1) * conformal),
    conformal,
  );
  return [centralMeridian + degrees(Math.atan2(Math.sinh(x), Math.cos(y))), degrees(lat)];
}

/** Rounds degrees to 1e-7, about a centimetre: the finest that is written to any file. */
export const roundDegrees = ([lon, lat]: LonLat): LonLat => [
  Math.round(lon * 1e7) / 1e7,
  Math.round(lat * 1e7) / 1e7,
];
