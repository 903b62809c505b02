import { useNavigate, useSearch } from "@tanstack/react-router";
import type { Map } from "maplibre-gl";
import { useState } from "react";
import type { PlaceLine, PlaceQuery } from "../../../src/policy/contract.ts";
import type { Bbox, City, Layer } from "../api/land.ts";
import type { MapHit } from "./canvas/hit.ts";
import { polygonOf } from "./sketch/geometry.ts";
import { useCamera } from "./useCamera.ts";
import { useDrawings } from "./useDrawings.ts";
import { useShown } from "./useShown.ts";
import { useSketch } from "./useSketch.ts";
import { useSketchKeys } from "./useSketchKeys.ts";
import { blockZoom, type View } from "./view.ts";

type Polygon = Extract<PlaceQuery, { polygon: unknown }>;

/** What is picked: a building by the address, or an area just drawn. */
function usePlace() {
  const { building, see } = useSearch({ from: "/" });
  const navigate = useNavigate();
  const [polygon, setPolygon] = useState<Polygon>();
  const query: PlaceQuery | undefined = building ? { building } : polygon;
  return {
    see,
    query,
    pick: (id: string) => {
      setPolygon(undefined);
      void navigate({ to: "/", search: { building: id } });
    },
    draw: (drawn: Polygon) => {
      setPolygon(drawn);
      void navigate({ to: "/", search: {} });
    },
    look: (layer: string, id: string) => {
      setPolygon(undefined);
      void navigate({ to: "/", search: { see: `${layer}:${id}` } });
    },
    leave: () => {
      setPolygon(undefined);
      void navigate({ to: "/", search: {} });
    },
  };
}

/** All that the map screen holds: the view, the tool, what is picked and what is drawn of it. */
export function useMapScreen(city: City, layers: readonly Layer[]) {
  const [map, setMap] = useState<Map>();
  const [view, setView] = useState<View>();
  const [box, setBox] = useState<Bbox>();
  const [answered, setAnswered] = useState<{ key: string; place: PlaceLine }>();
  const place = usePlace();
  const sketcher = useSketch((points) => place.draw({ polygon: polygonOf(points) }));
  const shown = useShown(layers);
  useSketchKeys(map, sketcher);

  const key = place.query ? JSON.stringify(place.query) : undefined;
  const current = answered?.key === key ? answered?.place : undefined;
  const geometry = current?.geometry as { coordinates: unknown } | undefined;
  const drawn = useDrawings({
    city,
    layers,
    shown: shown.shown,
    view,
    sketch: sketcher.sketch,
    place: current,
  });
  useCamera(map, {
    box,
    see: place.see,
    place: key && geometry ? { key, coordinates: geometry.coordinates } : undefined,
  });
  const isNear = (view?.zoom ?? 0) >= blockZoom;
  const click = (hit: MapHit) => {
    if (sketcher.tool !== "pick") sketcher.click(hit);
    else if (hit.building) place.pick(hit.building);
    else if (hit.district && !isNear) place.look("districts", hit.district);
  };
  return {
    ...{ city, map, setMap, view, setView, isNear, click, key, place, current, drawn },
    ...{ sketcher, shown, setAnswered },
    // A copy: the same box asked for again is a new wish.
    show: (wanted: Bbox) => setBox([...wanted]),
  };
}

export type Screen = ReturnType<typeof useMapScreen>;
