import { useQueryClient } from "@tanstack/react-query";
import type { Map } from "maplibre-gl";
import { useState } from "react";
import type { Bbox, City, Layer } from "../api/land.ts";
import { showingText, spotText, type MapSearch, type Showing } from "./address.ts";
import { hitIn, type MapHit, type Thing } from "./canvas/hit.ts";
import { daysText, readDays, usualDays } from "./compare/days.ts";
import { readHeat } from "./heat-kinds.ts";
import { paper } from "./layers.ts";
import { unmarked } from "./marked.ts";
import type { Aside } from "./panels/Acts.tsx";
import { askAnew } from "./refresh.ts";
import { ownSources } from "./style/layer.ts";
import { useCamera } from "./useCamera.ts";
import { useDrawings } from "./useDrawings.ts";
import { useAnswered, usePlace, useSeen, type Place } from "./usePlace.ts";
import { useShown } from "./useShown.ts";
import { useSketch, type SketchTool } from "./useSketch.ts";
import { useSketchKeys } from "./useSketchKeys.ts";
import { blockZoom, type View } from "./view.ts";

/** What a click tells of: all but the paper of the map and what the page itself draws. */
const isTold = (layer: string): boolean =>
  !paper.has(layer) && !(ownSources as readonly string[]).includes(layer);

type Picking = { place: Place; sketcher: SketchTool; isNear: boolean };

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

/** What stands beside the map, at first as the address says; two days have no present in them. */
function useAside(search: MapSearch) {
  const [days, setDays] = useState(() => readDays(search.days) ?? usualDays(new Date()));
  const [aside, openAside] = useState<Aside | undefined>(() =>
    readDays(search.days) ? "days" : undefined,
  );
  const [heat, chooseHeat] = useState(() => readHeat(search.heat));
  const isOfNow = aside !== "days";
  return { days, setDays, aside, openAside, heat, chooseHeat, isOfNow };
}

type Shared = ReturnType<typeof useAside> & {
  view: View | undefined;
  shown: Showing;
  search: MapSearch;
};

/** The address at which another reader sees the same. */
function linkTo({ view, shown, search, heat, days, isOfNow }: Shared): string {
  const { building, area, see } = search;
  const same: MapSearch = {
    ...(building && { building }),
    ...(area && { area }),
    ...(see && { see }),
    ...(view && { at: spotText(view) }),
    ...{ layers: showingText(shown) },
    ...(heat && { heat }),
    ...(!isOfNow && { days: daysText(days) }),
  };
  const said = Object.entries(same).filter(([, value]) => value !== "");
  return `${location.origin}/?${new URLSearchParams(said).toString()}`;
}

/** Whether the map lacks what should be on it, and asking for all of it anew. */
function useLack() {
  const client = useQueryClient();
  const [isLacking, setLacking] = useState(false);
  const askAgain = () => {
    setLacking(false);
    void askAnew(client);
  };
  return { isLacking, lack: () => setLacking(true), askAgain };
}

/** All that the map screen holds: the view, the tool, what is picked and what is drawn of it. */
export function useMapScreen(city: City, layers: readonly Layer[], isEditing: boolean) {
  const [map, setMap] = useState<Map>();
  const [view, setView] = useState<View>();
  const [box, setBox] = useState<Bbox>();
  const place = usePlace();
  const { search } = place;
  const sketcher = useSketch(place.draw);
  const shown = useShown(layers, search.layers);
  const beside = useAside(search);
  const { days, heat, isOfNow } = beside;
  useSketchKeys(map, sketcher);

  const { key, current, spot, setAnswered } = useAnswered(place.query);
  const seen = useSeen(search.see);
  const sight = { layers, view, shown: shown.shown, day: isOfNow ? undefined : days.left };
  // Nothing is picked on another day, and what is edited is drawn by its handles.
  const isMarked = isOfNow && !isEditing;
  const drawn = useDrawings({
    ...{ city, sight, sketch: sketcher.sketch },
    marked: isMarked ? { place: current, asked: place.area, seen: seen?.feature } : unmarked,
    heat: isOfNow ? heat : undefined,
  });
  useCamera(map, { box, seen, at: search.at, place: spot });
  const isNear = (view?.zoom ?? 0) >= blockZoom;
  return {
    ...{ city, map, setMap, view, setView, isNear, key, place, current, isMarked, sight, drawn },
    ...{ sketcher, shown, setAnswered },
    ...beside,
    // Nothing is drawn or measured across two days.
    openAside: (next: Aside | undefined) => {
      sketcher.choose("pick");
      beside.openAside(next);
    },
    ...useLack(),
    ...usePicking({ place, sketcher, isNear }),
    link: linkTo({ ...beside, view, shown, search }),
    // A copy: the same box asked for again is a new wish.
    show: (wanted: Bbox) => setBox([...wanted]),
  };
}

export type Screen = ReturnType<typeof useMapScreen>;
