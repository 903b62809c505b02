/**
 * Gauss-Krüger and its kin by Krüger's series to the fourth order: below 0.1 mm anywhere in the
 * city. The land is measured in CGCS2000 / 3-degree Gauss-Krüger, central meridian 117° E
 * (EPSG:4548). WGS 84 degrees are taken as CGCS2000 degrees, which differ by centimetres, far below
 * the resolution of any boundary that is loaded.
 */

export type LonLat = readonly [lon: number, lat: number];
export type EastNorth = readonly [east: number, north: number];

/** A transverse Mercator: its ellipsoid, its meridian, and what is added to the east. */
export type Meridian = {
  readonly semiMajorM: number;
  readonly flattening: number;
  readonly lon: number;
  readonly falseEasting: number;
  readonly scale: number;
};

/** There and back between degrees and metres. */
export type Projection = {
  toPlane(point: LonLat): EastNorth;
  toDegrees(point: EastNorth): LonLat;
};

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const degrees = (angle: number): number => (angle * 180) / Math.PI;

/** The terms of the series, which hang on the ellipsoid alone. */
function termsOf({ semiMajorM, flattening }: Meridian) {
  const n = flattening / (2 - flattening);
  return {
    radius: (semiMajorM / (1 + n)) * (1 + n ** 2 / 4 + n ** 4 / 64),
    eccentricity: (2 * Math.sqrt(n)) / (1 + n),
    alpha: [
      n / 2 - (2 / 3) * n ** 2 + (5 / 16) * n ** 3 + (41 / 180) * n ** 4,
      (13 / 48) * n ** 2 - (3 / 5) * n ** 3 + (557 / 1440) * n ** 4,
      (61 / 240) * n ** 3 - (103 / 140) * n ** 4,
      (49561 / 161280) * n ** 4,
    ],
    beta: [
      n / 2 - (2 / 3) * n ** 2 + (37 / 96) * n ** 3 - (1 / 360) * n ** 4,
      (1 / 48) * n ** 2 + (1 / 15) * n ** 3 - (437 / 1440) * n ** 4,
      (17 / 480) * n ** 3 - (37 / 840) * n ** 4,
      (4397 / 161280) * n ** 4,
    ],
    delta: [
      2 * n - (2 / 3) * n ** 2 - 2 * n ** 3 + (116 / 45) * n ** 4,
      (7 / 3) * n ** 2 - (8 / 5) * n ** 3 - (227 / 45) * n ** 4,
      (56 / 15) * n ** 3 - (136 / 35) * n ** 4,
      (4279 / 630) * n ** 4,
    ],
  };
}

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

/** The two ways of one projection. */
export function transverse(meridian: Meridian): Projection {
  const { alpha, beta, delta, eccentricity, radius } = termsOf(meridian);
  const { lon: central, falseEasting } = meridian;
  const metres = radius * meridian.scale;
  const forward = ([lon, lat]: LonLat): EastNorth => {
    const sine = Math.sin(radians(lat));
    const t = Math.sinh(Math.atanh(sine) - eccentricity * Math.atanh(eccentricity * sine));
    const turn = radians(lon - central);
    const xi = Math.atan2(t, Math.cos(turn));
    const eta = Math.atanh(Math.sin(turn) / Math.hypot(1, t));
    const [x, y] = series(alpha, [eta, xi], 1);
    return [falseEasting + metres * x, metres * y];
  };
  const back = ([east, north]: EastNorth): LonLat => {
    const eta = (east - falseEasting) / metres;
    const [x, y] = series(beta, [eta, north / metres], -1);
    const conformal = Math.asin(Math.sin(y) / Math.cosh(x));
    const lat = delta.reduce(
      (sum, term, index) => sum + term * Math.sin(2 * (index + 1) * conformal),
      conformal,
    );
    return [central + degrees(Math.atan2(Math.sinh(x), Math.cos(y))), degrees(lat)];
  };
  return { toPlane: forward, toDegrees: back };
}

/** The ellipsoid of CGCS2000. */
export const cgcs2000 = { semiMajorM: 6_378_137, flattening: 1 / 298.257222101 } as const;

const ours = transverse({ ...cgcs2000, lon: 117, falseEasting: 500_000, scale: 1 });

/** Longitude and latitude in degrees to metres east and north. */
export const toPlane = (point: LonLat): EastNorth => ours.toPlane(point);

/** Metres east and north to longitude and latitude in degrees. */
export const toDegrees = (point: EastNorth): LonLat => ours.toDegrees(point);

/** Rounds degrees to 1e-7, about a centimetre: the finest that is written to any file. */
export const roundDegrees = ([lon, lat]: LonLat): LonLat => [
  Math.round(lon * 1e7) / 1e7,
  Math.round(lat * 1e7) / 1e7,
];
