import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import type { PlaceLine, PlaceQuery } from "../../../src/policy/contract.ts";
import { useFeature } from "../api/land.ts";
import type { MapSearch } from "./address.ts";
import { areaText, readArea } from "./sketch/area.ts";
import { polygonOf, type LngLat } from "./sketch/geometry.ts";

/** What the address names: a picked building, a drawn area, or something to look at. */
export function usePlace() {
  const search = useSearch({ from: "/" });
  const navigate = useNavigate();
  const { building, area } = search;
  const query = useMemo((): PlaceQuery | undefined => {
    const points = readArea(area);
    if (building) return { building };
    return points && { polygon: polygonOf(points) };
  }, [building, area]);
  const go = (to: MapSearch) => void navigate({ to: "/", search: to });
  return {
    ...{ search, query },
    /** What has been drawn. */
    area: query && "polygon" in query ? query.polygon : undefined,
    pick: (id: string) => go({ building: id }),
    draw: (points: readonly LngLat[]) => go({ area: areaText(points) }),
    look: (layer: string, id: string) => go({ see: `${layer}:${id}` }),
    leave: () => go({}),
  };
}

export type Place = ReturnType<typeof usePlace>;

/** What has been answered of the picked place: where it lies. */
export function useAnswered(query: PlaceQuery | undefined) {
  const [answered, setAnswered] = useState<{ key: string; place: PlaceLine }>();
  const key = query ? JSON.stringify(query) : undefined;
  const current = answered?.key === key ? answered?.place : undefined;
  const geometry = current?.geometry as { coordinates: unknown } | undefined;
  const spot = key && geometry ? { key, coordinates: geometry.coordinates } : undefined;
  return { key, current, spot, setAnswered };
}

/** The feature that an address says to look at. */
export function useSeen(see: string | undefined) {
  const [layer, id] = see?.split(":") ?? [];
  const feature = useFeature(layer, id);
  return layer === undefined ? undefined : { layer, feature: feature.data };
}
