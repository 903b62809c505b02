import { accept, refuse, type Decision } from "../../base/decision.ts";

/** A coordinate system by which places may be asked and answered. */
export type Crs = {
  readonly uri: string;
  readonly srid: 4490 | 4548 | 3857;
  /** Whether its first coordinate is the northing: latitude, or metres to the north. */
  readonly isNorthFirst: boolean;
  readonly digits: number;
};

export type CrsRefusal = { readonly code: "crs_unknown"; readonly crs: string };

const epsg = (code: number): string => `http://www.opengis.net/def/crs/EPSG/0/${code}`;

/**
 * Longitude and latitude on WGS 84, as GeoJSON means them: CGCS2000 differs from it by centimetres.
 */
export const crs84: Crs = {
  uri: "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
  srid: 4490,
  isNorthFirst: false,
  digits: 8,
};

/** In what the ground is stored and exact. */
export const storageCrs: Crs = { uri: epsg(4490), srid: 4490, isNorthFirst: true, digits: 8 };

export const knownCrs: readonly Crs[] = [
  crs84,
  storageCrs,
  { uri: epsg(4548), srid: 4548, isNorthFirst: true, digits: 3 },
  { uri: epsg(3857), srid: 3857, isNorthFirst: false, digits: 3 },
];

/** The system that an address names; without a name that of GeoJSON. */
export function crsOf(uri: string | undefined): Decision<Crs, CrsRefusal> {
  if (uri === undefined) return accept(crs84);
  const known = knownCrs.find((crs) => crs.uri === uri);
  return known ? accept(known) : refuse({ code: "crs_unknown", crs: uri });
}
