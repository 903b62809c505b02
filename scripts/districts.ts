/** Writes packs/beijing/geo/districts.geojson from the echarts 4 map, and says what it cleaned. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { insideRing, polygonArea, signedArea } from "../src/land/model/planar.ts";
import { toPlane, type LonLat } from "../src/land/model/projection.ts";
import { assignFaces, pointsOf, ringsOf, type Assignment } from "./districts/assign.ts";
import { decodeDistricts, type EncodedMap, type GridPoint } from "./districts/decode.ts";
import { fineSteps, gridToDegrees } from "./districts/degrees.ts";
import { findFaces, type Faces } from "./districts/faces.ts";
import { nodeRings } from "./districts/noding.ts";
import { provenance, summary, type Figures } from "./districts/provenance.ts";

const folder = new URL("../packs/beijing/geo/", import.meta.url);
const fine = ([x, y]: GridPoint): GridPoint => [x * fineSteps, y * fineSteps];

const planeOf = (ring: readonly LonLat[]): ReturnType<typeof toPlane>[] => ring.map(toPlane);

function areaKm2(faces: Faces, which: readonly number[]): number {
  const areas = which.map((face) =>
    Math.abs(signedArea(planeOf(pointsOf(faces, face).map(gridToDegrees)))),
  );
  return areas.reduce((sum, area) => sum + area, 0) / 1e6;
}

/** Whether most points of a ring lie inside another: one or two may be shared by both. */
const mostlyInside = (ring: readonly LonLat[], shell: readonly LonLat[]): boolean =>
  ring.filter((point) => insideRing(point, shell)).length * 2 > ring.length;

/** Puts each hole into the shell around it. */
function polygonsOf(rings: readonly LonLat[][]): LonLat[][][] {
  const shells = rings.filter((ring) => signedArea(ring) > 0).map((ring) => [ring]);
  for (const hole of rings.filter((ring) => signedArea(ring) < 0)) {
    const home = shells.find(([shell]) => mostlyInside(hole, shell!));
    if (!home) throw new Error("a hole lies in no shell");
    home.push(hole);
  }
  return shells;
}

function featureOf(
  faces: Faces,
  assignment: Assignment,
  district: { adcode: string; name: string },
) {
  const rings = ringsOf(faces, assignment, district.adcode).map((ring) => ring.map(gridToDegrees));
  const polygons = polygonsOf(rings);
  return {
    type: "Feature",
    id: district.adcode,
    properties: { adcode: district.adcode, name: district.name, synthetic: false },
    geometry: { type: "MultiPolygon", coordinates: polygons },
  } as const;
}

const require = createRequire(import.meta.url);
const source = readFileSync(
  require.resolve("echarts-districts/map/json/province/beijing.json"),
  "utf8",
);
const districts = decodeDistricts(JSON.parse(source) as EncodedMap);
const edges = nodeRings(
  districts.flatMap(({ adcode, rings }) =>
    rings.map((ring) => ({ owner: adcode, points: ring.map(fine) })),
  ),
  4 * fineSteps,
);
const faces = findFaces(edges);
const assignment = assignFaces(faces);
const features = districts.map((district) => featureOf(faces, assignment, district));

const figures: Figures = {
  districts: features.map(({ properties, geometry }) => ({
    adcode: properties.adcode,
    name: properties.name,
    areaKm2:
      geometry.coordinates.reduce((sum, rings) => sum + polygonArea(rings.map(planeOf)), 0) / 1e6,
    points: geometry.coordinates.flat(2).length,
  })),
  overlapKm2: areaKm2(faces, assignment.overlaps),
  overlaps: assignment.overlaps.length,
  gapKm2: areaKm2(faces, assignment.gaps),
  gaps: assignment.gaps.length,
};

mkdirSync(folder, { recursive: true });
const lines = features.map((feature) => JSON.stringify(feature)).join(",\n");
writeFileSync(
  new URL("districts.geojson", folder),
  `{"type":"FeatureCollection","features":[\n${lines}\n]}\n`,
);
writeFileSync(new URL("PROVENANCE.md", folder), provenance(figures));
console.log(summary(figures).join("\n"));
