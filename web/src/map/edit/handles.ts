import type { Feature } from "geojson";
import type { GeoJSONSource, Map } from "maplibre-gl";
import type { LngLat } from "../sketch/geometry.ts";
import type { Palette } from "../style/palette.ts";
import { atSpot, geometryOf, isWhole, middleAfter, spotsOf } from "./outline.ts";
import type { Outline, Spot } from "./outline.ts";

const source = "edit";
const layers = ["edit/area", "edit/line", "edit/middles", "edit/points"] as const;

/** A handle under the pointer: a point of the outline, or the middle of a side. */
export type Grip = { readonly spot: Spot; readonly isMiddle: boolean };

const isSame = (a: Spot, b: Spot | undefined): boolean => a.path === b?.path && a.point === b.point;

const pointAt = (at: LngLat, properties: Record<string, unknown>): Feature => ({
  ...{ type: "Feature", properties },
  geometry: { type: "Point", coordinates: [...at] },
});

function handlesOf(outline: Outline, picked: Spot | undefined): Feature[] {
  return spotsOf(outline).flatMap((spot) => {
    const [at, middle] = [atSpot(outline, spot), middleAfter(outline, spot)];
    const role = isSame(spot, picked) ? "picked" : "point";
    return [
      ...(middle ? [pointAt(middle, { ...spot, role: "middle" })] : []),
      ...(at ? [pointAt(at, { ...spot, role })] : []),
    ];
  });
}

function linesOf({ paths }: Outline): Feature[] {
  return paths
    .filter(({ points }) => points.length > 1)
    .map(({ points, isClosed }) => ({
      ...{ type: "Feature", properties: { role: "line" } },
      geometry: {
        type: "LineString",
        coordinates: (isClosed ? [...points, points[0]!] : points).map((at) => [...at]),
      },
    }));
}

function areaOf(outline: Outline): Feature[] {
  if (outline.kind !== "polygon" || !isWhole(outline)) return [];
  const geometry = geometryOf(outline) as unknown as Feature["geometry"];
  return [{ type: "Feature", properties: { role: "area" }, geometry }];
}

/** Lays the outline with its handles over everything that is drawn. */
export function showHandles(map: Map, outline: Outline, picked: Spot | undefined): void {
  const features = [...areaOf(outline), ...linesOf(outline), ...handlesOf(outline, picked)];
  void map.getSource<GeoJSONSource>(source)?.setData({ type: "FeatureCollection", features });
}

/** Makes room for handles; they lie on top of all. */
export function addHandles(map: Map, { indigo, paper }: Palette): void {
  if (map.getSource(source)) return;
  map.addSource(source, { type: "geojson", data: { type: "FeatureCollection", features: [] } });
  const of = (role: string) => ["==", ["get", "role"], role] as ["==", ["get", string], string];
  const [area, line, middles, points] = layers;
  map.addLayer({
    ...{ id: area, type: "fill", source, filter: of("area") },
    paint: { "fill-color": indigo, "fill-opacity": 0.14 },
  });
  map.addLayer({
    ...{ id: line, type: "line", source, filter: of("line") },
    paint: { "line-color": indigo, "line-width": 2 },
  });
  const ring = { "circle-stroke-color": indigo, "circle-stroke-width": 1.5 };
  map.addLayer({
    ...{ id: middles, type: "circle", source, filter: of("middle"), minzoom: 13 },
    paint: { ...ring, "circle-color": paper, "circle-radius": 3, "circle-stroke-width": 1 },
  });
  map.addLayer({
    ...{ id: points, type: "circle", source },
    filter: ["in", ["get", "role"], ["literal", ["point", "picked"]]],
    paint: {
      ...ring,
      "circle-color": ["case", ["==", ["get", "role"], "picked"], indigo, paper],
      "circle-radius": ["case", ["==", ["get", "role"], "picked"], 7, 5],
    },
  });
}

export function removeHandles(map: Map): void {
  for (const layer of layers) if (map.getLayer(layer)) map.removeLayer(layer);
  if (map.getSource(source)) map.removeSource(source);
}

/** So near a pointer takes hold; a finger is broader than a mouse. */
const reach = { mouse: 10, finger: 22 } as const;

/** The handle at a place of the screen: a point before a middle. */
export function gripAt(
  map: Map,
  { x, y }: { x: number; y: number },
  by: keyof typeof reach = "mouse",
): Grip | undefined {
  const reachPx = reach[by];
  const found = map.queryRenderedFeatures(
    [
      [x - reachPx, y - reachPx],
      [x + reachPx, y + reachPx],
    ],
    { layers: ["edit/points", "edit/middles"] },
  );
  const roleOf = (one: (typeof found)[number]): unknown => one.properties["role"];
  const best = found.find((one) => roleOf(one) !== "middle") ?? found[0];
  if (!best) return undefined;
  const { path, point } = best.properties as Spot;
  return { spot: { path, point }, isMiddle: roleOf(best) === "middle" };
}
