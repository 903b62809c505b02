import { useNavigate, useSearch } from "@tanstack/react-router";
import type { Map } from "maplibre-gl";
import { useState } from "react";
import type { PlaceLine, PlaceQuery } from "../../../src/policy/contract.ts";
import type { Bbox, City, HeatKind, Layer } from "../api/land.ts";
import { hitIn, type MapHit, type Thing } from "./canvas/hit.ts";
import type { Aside } from "./panels/Acts.tsx";
import { showingText, spotText, type MapSearch, type Showing } from "./address.ts";
import { paper } from "./layers.ts";
import { ownSources } from "./style/layer.ts";
import { polygonOf } from "./sketch/geometry.ts";
import { useCamera } from "./useCamera.ts";
import { useDrawings } from "./useDrawings.ts";
import { useShown } from "./useShown.ts";
import { useSketch, type SketchTool } from "./useSketch.ts";
import { useSketchKeys } from "./useSketchKeys.ts";
import { blockZoom, type View } from "./view.ts";

type Polygon = Extract<PlaceQuery, { polygon: unknown }>;

/** What is picked: a building by the address, or an area just drawn. */
function usePlace() {
  const { building, see, at, layers } = useSearch({ from: "/" });
  const navigate = useNavigate();
  const [polygon, setPolygon] = useState<Polygon>();
  const query: PlaceQuery | undefined = building ? { building } : polygon;
  return {
    ...{ see, at, layers, query },
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

/** What a click tells of: all but the paper of the map and what the page itself draws. */
const isTold = (layer: string): boolean =>
  !paper.has(layer) && !(ownSources as readonly string[]).includes(layer);

/** The address at which another reader sees the same. */
function linkTo(view: View | undefined, showing: Showing, place: MapSearch): string {
  const layers = showingText(showing);
  const search: MapSearch = {
    ...(place.building && { building: place.building }),
    ...(view && { at: spotText(view) }),
    ...(layers && { layers }),
  };
  return `${location.origin}/?${new URLSearchParams(search).toString()}`;
}

type Picking = {
  place: ReturnType<typeof usePlace>;
  sketcher: SketchTool;
  isNear: boolean;
};

/** What a click does: it draws, picks a building, goes to a district, or tells what lies there. */
function usePicking({ place, sketcher, isNear }: Picking) {
  const [things, setThings] = useState<readonly Thing[]>([]);
  const pick = (hit: MapHit) => {
    const [building, district] = [hitIn(hit, "buildings"), hitIn(hit, "districts")];
    setThings([]);
    if (building) return place.pick(building);
    const told = hit.things.filter(({ layer }) => isTold(layer));
    if (told.length === 0 && district && !isNear) return place.look("districts", district);
    return setThings(told);
  };
  const click = (hit: MapHit) => (sketcher.tool === "pick" ? pick(hit) : sketcher.click(hit));
  return { things, click, forget: () => setThings([]) };
}

/** What has been answered of the picked place: where it lies. */
function useAnswered(query: PlaceQuery | undefined) {
  const [answered, setAnswered] = useState<{ key: string; place: PlaceLine }>();
  const key = query ? JSON.stringify(query) : undefined;
  const current = answered?.key === key ? answered?.place : undefined;
  const geometry = current?.geometry as { coordinates: unknown } | undefined;
  const spot = key && geometry ? { key, coordinates: geometry.coordinates } : undefined;
  return { key, current, spot, setAnswered };
}

/** All that the map screen holds: the view, the tool, what is picked and what is drawn of it. */
export function useMapScreen(city: City, layers: readonly Layer[]) {
  const [map, setMap] = useState<Map>();
  const [view, setView] = useState<View>();
  const [box, setBox] = useState<Bbox>();
  const [aside, openAside] = useState<Aside>();
  const [heat, chooseHeat] = useState<HeatKind>();
  const place = usePlace();
  const sketcher = useSketch((points) => place.draw({ polygon: polygonOf(points) }));
  const shown = useShown(layers, place.layers);
  useSketchKeys(map, sketcher);

  const { key, current, spot, setAnswered } = useAnswered(place.query);
  const { sketch } = sketcher;
  const drawn = useDrawings({
    ...{ city, layers, view, sketch, heat },
    shown: shown.shown,
    place: current,
  });
  useCamera(map, { box, see: place.see, at: place.at, place: spot });
  const isNear = (view?.zoom ?? 0) >= blockZoom;
  return {
    ...{ city, map, setMap, view, setView, isNear, key, place, current, drawn },
    ...{ sketcher, shown, setAnswered, aside, openAside, heat, chooseHeat },
    ...usePicking({ place, sketcher, isNear }),
    link: linkTo(view, shown, place.query && "building" in place.query ? place.query : {}),
    // A copy: the same box asked for again is a new wish.
    show: (wanted: Bbox) => setBox([...wanted]),
  };
}

export type Screen = ReturnType<typeof useMapScreen>;
