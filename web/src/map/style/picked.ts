import type { LayerSpecification } from "maplibre-gl";
import { of, type StyleInput } from "./layer.ts";
import { thin } from "./palette.ts";

/** A picked building is solid indigo with a halo of paper; all else is an outline or a ring. */
export function picked({ palette }: StyleInput): LayerSpecification[] {
  return [
    {
      ...of("picked", "halo", "line"),
      filter: ["==", ["get", "role"], "building"],
      layout: { "line-join": "round" },
      paint: { "line-color": palette.sheet, "line-width": 7 },
    },
    {
      ...of("picked", "fill", "fill"),
      filter: ["==", ["get", "role"], "building"],
      paint: { "fill-color": palette.indigo },
    },
    {
      ...of("picked", "area", "fill"),
      filter: ["==", ["get", "role"], "polygon"],
      paint: { "fill-color": thin(palette.indigo, 0.16) },
    },
    {
      ...of("picked", "edge", "line"),
      filter: ["!=", ["get", "role"], "building"],
      layout: { "line-join": "round" },
      paint: { "line-color": palette.indigo, "line-width": 2 },
    },
    {
      ...of("picked", "spot", "circle"),
      filter: ["==", ["geometry-type"], "Point"],
      paint: {
        "circle-radius": 9,
        "circle-opacity": 0,
        "circle-stroke-color": palette.indigo,
        "circle-stroke-width": 2,
      },
    },
  ];
}

/** What is being drawn: its outline, its line and the points set. */
export function sketched({ palette }: StyleInput): LayerSpecification[] {
  return [
    {
      ...of("sketch", "area", "fill"),
      filter: ["==", ["geometry-type"], "Polygon"],
      paint: { "fill-color": thin(palette.indigo, 0.1) },
    },
    {
      ...of("sketch", "line", "line"),
      filter: ["==", ["geometry-type"], "LineString"],
      layout: { "line-join": "round", "line-cap": "round" },
      paint: { "line-color": palette.indigo, "line-width": 2 },
    },
    {
      ...of("sketch", "point", "circle"),
      filter: ["==", ["geometry-type"], "Point"],
      paint: {
        "circle-radius": 4.5,
        "circle-color": palette.sheet,
        "circle-stroke-color": palette.indigo,
        "circle-stroke-width": 2,
      },
    },
  ];
}
