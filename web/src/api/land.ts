import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Static } from "typebox";
import type {
  Bbox,
  City,
  Feature,
  FeatureCollection,
  HeatKind,
  HeatMap,
  HitList,
  Layer,
  LayerId,
  LayerList,
} from "../../../src/land/contract.ts";
import { call, get } from "./call.ts";

export type { Bbox, City, Feature, FeatureCollection, HeatKind, HeatMap, Layer, LayerId };
export type Hits = HitList;

const readCity = get<City>("/api/v1/land/city");
const listLayers = get<Static<typeof LayerList>>("/api/v1/land/layers");
const listFeatures = get<FeatureCollection>("/api/v1/land/layers/:layer/features");
const readFeature = get<Feature>("/api/v1/land/features/:layer/:id");
const readHeat = get<HeatMap>("/api/v1/land/heat/:kind");
const search = get<Hits>("/api/v1/land/search");

/** As many as the server lets through at once. */
const featureLimit = 5000;

export const useCity = () =>
  useQuery({
    queryKey: ["land", "city"],
    queryFn: ({ signal }) => call(readCity, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const useLayers = () =>
  useQuery({
    queryKey: ["land", "layers"],
    queryFn: ({ signal }) => call(listLayers, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

type WantedFeatures = {
  readonly layer: LayerId;
  /** The box they lie in; all of the layer without one. */
  readonly bbox: Bbox | undefined;
  /** The civil day as of which they are told; now without one. */
  readonly day?: string | undefined;
};

/** The features of a layer, where any are wanted; those of the last box stay until the new come. */
export function useFeatures(wanted: WantedFeatures | undefined) {
  const { layer, bbox, day } = wanted ?? {};
  return useQuery({
    queryKey: ["land", "features", layer, day, bbox],
    queryFn: ({ signal }) =>
      call(listFeatures, {
        params: { layer: layer ?? "" },
        query: { bbox: bbox?.join(","), limit: featureLimit, as_of: day },
        signal,
      }),
    enabled: wanted !== undefined,
    placeholderData: (last: FeatureCollection | undefined, query) =>
      query?.queryKey[2] === layer && query?.queryKey[3] === day ? last : undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export const useFeature = (layer: string | undefined, id: string | undefined) =>
  useQuery({
    queryKey: ["land", "feature", layer, id],
    queryFn: ({ signal }) =>
      call(readFeature, { params: { layer: layer ?? "", id: id ?? "" }, signal }),
    enabled: layer !== undefined && id !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });

export const useHits = (words: string) =>
  useQuery({
    queryKey: ["land", "search", words],
    queryFn: ({ signal }) => call(search, { query: { q: words, limit: 12 }, signal }),
    enabled: words.trim() !== "",
    placeholderData: keepPreviousData,
  });

export const useHeat = (kind: HeatKind | undefined) =>
  useQuery({
    queryKey: ["land", "heat", kind],
    queryFn: ({ signal }) => call(readHeat, { params: { kind: kind ?? "" }, signal }),
    enabled: kind !== undefined,
    staleTime: 600_000,
  });
