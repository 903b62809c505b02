import type { Coordinate } from "../model/layer.ts";

/** The ellipsoid that the published formula of GCJ-02 is about. */
const semiMajorMetres = 6_378_245;
const eccentricitySquared = 0.006_693_421_622_965_943;

const wave = (value: number, low: number, high: number): number =>
  (low * Math.sin(value * Math.PI) + high * Math.sin((value * Math.PI) / 3)) * (2 / 3);
const ripple = (x: number): number =>
  (20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * (2 / 3);
const swell = (value: number, low: number, high: number): number =>
  (low * Math.sin((value * Math.PI) / 12) + high * Math.sin((value * Math.PI) / 30)) * (2 / 3);

const northwards = (x: number, y: number): number =>
  -100 +
  2 * x +
  3 * y +
  0.2 * y * y +
  0.1 * x * y +
  0.2 * Math.sqrt(Math.abs(x)) +
  ripple(x) +
  wave(y, 20, 40) +
  swell(y, 160, 320);
const eastwards = (x: number, y: number): number =>
  300 +
  x +
  2 * y +
  0.1 * x * x +
  0.1 * x * y +
  0.1 * Math.sqrt(Math.abs(x)) +
  ripple(x) +
  wave(x, 20, 40) +
  swell(x, 150, 300);

/** A point as a map in GCJ-02 shows it: some 500 m off in Beijing. */
export function shifted([lon, lat]: Coordinate): Coordinate {
  const [x, y] = [lon - 105, lat - 35];
  const angle = (lat / 180) * Math.PI;
  const curve = 1 - eccentricitySquared * Math.sin(angle) ** 2;
  const perDegree = (semiMajorMetres * Math.PI) / 180;
  const meridian = (perDegree * (1 - eccentricitySquared)) / (curve * Math.sqrt(curve));
  const parallel = (perDegree / Math.sqrt(curve)) * Math.cos(angle);
  return [lon + eastwards(x, y) / parallel, lat + northwards(x, y) / meridian];
}
